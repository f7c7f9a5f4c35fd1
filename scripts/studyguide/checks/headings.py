"""Headings form an outline: one title (from the front matter), no skipped level, no anchor twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "headings"


def check(site: Site) -> Iterator[Problem]:
    """Check the headings of every page."""
    for page in site.pages.values():
        yield from _check_levels(page)
        yield from _check_anchors(page)


def _check_levels(page: Page) -> Iterator[Problem]:
    previous = 1
    for heading in page.headings:
        if heading.level == 1:
            message = "a page has no # heading; its title comes from the front matter. Use ##"
            yield page.source.problem(heading.offset, NAME, message)
        elif heading.level > previous + 1:
            message = f"the level jumps from {previous} to {heading.level}; use {'#' * (previous + 1)}"
            yield page.source.problem(heading.offset, NAME, message)
        if not heading.text:
            yield page.source.problem(heading.offset, NAME, "the heading is empty; give it words or delete it")
        previous = heading.level


def _check_anchors(page: Page) -> Iterator[Problem]:
    counts = Counter(heading.text for heading in page.headings if heading.level == 2)
    repeated = {text for text, count in counts.items() if count > 1}
    for heading in page.headings:
        if heading.level == 2 and heading.text in repeated:
            yield page.source.problem(heading.offset, NAME, f'two sections are called "{heading.text}"; rename one')
            repeated.discard(heading.text)
    seen: dict[str, int] = {}
    for identifier, offset in page.explicit_ids:
        if identifier in seen:
            line, _ = page.source.position(seen[identifier])
            message = f'the id "{identifier}" is used twice on this page (first on line {line}); rename one'
            yield page.source.problem(offset, NAME, message)
        seen.setdefault(identifier, offset)
