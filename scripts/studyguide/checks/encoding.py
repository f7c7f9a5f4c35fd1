"""Files are UTF-8 with sane lines.

What cannot be decoded, control characters and lines far too long to be prose. Windows line ends and a byte order mark
are read without complaint: they do no harm.
"""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "encoding"


def check(site: Site) -> Iterator[Problem]:
    """Report what reading the pages had to repair."""
    for page in site.pages.values():
        yield from page.source.problems
