"""Fenced blocks are closed: an open one swallows the rest of the page."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "fences"


def check(site: Site) -> Iterator[Problem]:
    """Report fences that run to the end of the file."""
    for page in site.pages.values():
        for fence in page.fences:
            if not fence.closed:
                name = f"{fence.language} block" if fence.language else "code block"
                message = f"the {name} is never closed; end it with the marks that open it"
                yield page.source.problem(fence.start, NAME, message)
