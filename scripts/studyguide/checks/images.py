"""Images say in words what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "images"
_RAW_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt=([\"'])(?P<text>.*?)\1", re.IGNORECASE)


def check(site: Site) -> Iterator[Problem]:
    """Check the alternative text of every image. That the file exists is the rule `links`."""
    for page in site.pages.values():
        for link in page.links:
            if link.is_image and not link.is_html and not link.text.strip():
                message = "the image has no alternative text; write what it shows between the brackets"
                yield page.source.problem(link.offset, NAME, message)
        for match in _RAW_IMAGE.finditer(page.prose):
            alt = _ALT.search(match[0])
            if alt is None or not alt["text"].strip():
                yield page.source.problem(match.start(), NAME, 'the image has no alternative text; add alt="…"')
