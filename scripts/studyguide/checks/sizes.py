"""Chapters are long enough to be useful and short enough to be read.

Counts words outside collapsible blocks, estimates, code and diagrams; diagrams; questions; sources; and what the main
estimate of a case study holds. It does not judge what the words say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.content.page import Kind, Page
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "sizes"


@dataclass(frozen=True)
class Bounds:
    """What a chapter of one kind holds."""

    words: tuple[int, int]
    diagrams: int
    questions: int
    sources: int
    estimates: int = 0


BOUNDS: dict[Kind, Bounds] = {
    "case-study": Bounds(words=(5000, 6500), diagrams=5, questions=13, sources=6, estimates=2),
    "framework-step": Bounds(words=(2500, 4000), diagrams=2, questions=8, sources=1),
    "concept": Bounds(words=(2000, 3500), diagrams=2, questions=8, sources=4, estimates=1),
}
FAILURE_QUESTIONS = (3, 5)
FOLLOW_UP_QUESTIONS = 10
MAIN_ESTIMATE_QUANTITIES = 12

_QUANTITY = re.compile(r"^[ \t]*[a-z][a-z0-9_]*[ \t]*=", re.MULTILINE)
_CHOICE = re.compile(r"^[ \t]*choose[ \t]", re.MULTILINE)
_ASSERT = re.compile(r"^[ \t]*assert[ \t]", re.MULTILINE)


def check(site: Site) -> Iterator[Problem]:
    """Check the sizes of finished chapters; outlines are left alone."""
    for page in site.pages.values():
        bounds = BOUNDS.get(page.kind)
        if bounds is not None and not page.is_outline:
            yield from (Problem(page.path, 1, 1, NAME, message) for message in _messages(page, bounds))
            if page.kind == "case-study":
                yield from (Problem(page.path, 1, 1, NAME, message) for message in _case_study_messages(page))


def _messages(page: Page, bounds: Bounds) -> Iterator[str]:
    lowest, highest = bounds.words
    if page.words < lowest:
        yield f"the chapter has {page.words:,} words; write at least {lowest:,}"
    if page.words > highest:
        yield f"the chapter has {page.words:,} words; cut it to {highest:,}, or move detail into questions"
    counts = (
        ("diagrams", len(page.fences_of("mermaid")), bounds.diagrams),
        ("questions", len(page.questions), bounds.questions),
        ("sources", len({citation.key for citation in page.citations}), bounds.sources),
        ("estimates", len(page.fences_of("estimate")), bounds.estimates),
    )
    for what, found, least in counts:
        if found < least:
            yield f"the chapter has {found} {what}; it needs at least {least}"


def _case_study_messages(page: Page) -> Iterator[str]:
    failures = page.section("When things go wrong").count('class="question"')
    if not FAILURE_QUESTIONS[0] <= failures <= FAILURE_QUESTIONS[1]:
        yield f'"When things go wrong" has {failures} questions; write {FAILURE_QUESTIONS[0]} to {FAILURE_QUESTIONS[1]}'
    follow_ups = page.section("Follow-up questions").count('class="question"')
    if follow_ups < FOLLOW_UP_QUESTIONS:
        yield f'"Follow-up questions" has {follow_ups} questions; write at least {FOLLOW_UP_QUESTIONS}'
    estimates = page.fences_of("estimate")
    largest = max((len(_QUANTITY.findall(fence.body)) for fence in estimates), default=0)
    if largest < MAIN_ESTIMATE_QUANTITIES:
        yield f"the main estimate has {largest} quantities; it needs at least {MAIN_ESTIMATE_QUANTITIES}"
    if not any(_ASSERT.search(fence.body) for fence in estimates):
        yield "no estimate has an `assert`; state a limit that the design must keep"
    if not any(_CHOICE.search(fence.body) for fence in estimates):
        yield "no estimate has a `choose`; let a number decide something"
    if not any(fence.identifier.endswith("-latency") for fence in estimates):
        yield "there is no latency budget; add an estimate whose id ends in `-latency`"
