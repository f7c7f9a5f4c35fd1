"""Chapters of a kind have the same sections in the same order, so that a reader finds them."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.content.case_study import SECTIONS as CASE_STUDY
from studyguide.content.page import Kind, Page
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem

NAME = "sections"

REQUIRED: dict[Kind, tuple[str, ...]] = {
    "case-study": CASE_STUDY,
    "framework-step": (
        "Purpose",
        "Questions to ask",
        "Decisions",
        "The running example",
        "What to say",
        "Traps",
        "Checklist",
        "Questions",
        "Sources",
    ),
    "concept": (
        "The problem it solves",
        "The mechanism",
        "Trade-offs",
        "Where the cases use it",
        "Questions",
        "Sources",
    ),
}
# A case study is read side by side with the others: it has these sections and no other.
_CLOSED: set[Kind] = {"case-study"}


def check(site: Site) -> Iterator[Problem]:
    """Check the h2 headings of chapters; outlines are left alone."""
    for page in site.pages.values():
        if page.kind in REQUIRED and not page.is_outline:
            yield from _check_page(page, REQUIRED[page.kind])


def _check_page(page: Page, required: tuple[str, ...]) -> Iterator[Problem]:
    sections = [heading for heading in page.headings if heading.level == 2]
    names = [heading.text for heading in sections]
    for name in required:
        if name not in names:
            hint = did_you_mean(name, [text for text in names if text not in required])
            yield Problem(page.path, 1, 1, NAME, f'the section "## {name}" is missing{hint or "; add it"}')
    previous = -1
    for heading in sections:
        if heading.text not in required:
            if page.kind in _CLOSED:
                message = f'"{heading.text}" is not a section of a case study; make it a ### heading'
                yield page.source.problem(heading.offset, NAME, message + did_you_mean(heading.text, required))
            continue
        place = required.index(heading.text)
        if place < previous:
            message = f'"{heading.text}" stands after "{required[previous]}"; the order is: {", ".join(required)}'
            yield page.source.problem(heading.offset, NAME, message)
        previous = max(previous, place)
