"""Questions can stand alone as cards: a permanent id, a level, plain words, an answer of speakable length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.content.page import count_words
from studyguide.content.question import LEVELS, Details
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem

NAME = "questions"
LONGEST_FIRST_PARAGRAPH = 120
LONGEST_ANSWER = 350
_ID = re.compile(r"q-[a-z0-9]+(?:-[a-z0-9]+)+")
_MARKUP = re.compile(r"[`$<>]|\*\w|\w\*|\]\(|&\w+;")


def check(site: Site) -> Iterator[Problem]:
    """Check every question block; ids are unique in the whole guide."""
    seen: dict[str, str] = {}
    for page in site.pages.values():
        for details in page.details:
            if not details.is_question:
                continue
            for message in _messages(details):
                yield page.source.problem(details.start, NAME, message)
            identifier = details.attributes.get("id", "")
            line, _ = page.source.position(details.start)
            if identifier in seen:
                message = f'the id "{identifier}" is taken ({seen[identifier]}); choose another'
                yield page.source.problem(details.start, NAME, message)
            elif identifier:
                seen[identifier] = f"{page.path}:{line}"


def _messages(details: Details) -> Iterator[str]:
    attributes = details.attributes
    identifier = attributes.get("id", "")
    if not _ID.fullmatch(identifier):
        yield f'the id "{identifier}" is not of the form q-chapter-subject; small letters, digits and hyphens only'
    level = attributes.get("data-level", "")
    if level not in LEVELS:
        yield f'data-level is "{level}"; write one of {", ".join(LEVELS)}{did_you_mean(level, LEVELS)}'
    if attributes.get("markdown") != "1":
        yield 'the answer will not be rendered; add markdown="1"'
    yield from _summary_messages(details.summary)
    yield from _answer_messages(details.body)
    if not details.body.startswith("\n\n"):
        yield "leave a blank line after </summary>, or the answer is not rendered"


def _summary_messages(summary: str) -> Iterator[str]:
    if not summary:
        yield "there is no <summary> with the question; add it"
    elif _MARKUP.search(summary):
        yield "the question must be plain text; take out code, formulas, emphasis and links"
    elif not summary.rstrip().endswith(("?", ".", "”", '"')):
        yield "the question must be a whole sentence; end it with a question mark or a full stop"


def _answer_messages(body: str) -> Iterator[str]:
    paragraphs = [part for part in body.strip().split("\n\n") if part.strip()]
    if not paragraphs:
        yield "the answer is empty; write it"
        return
    first = count_words(paragraphs[0])
    if first > LONGEST_FIRST_PARAGRAPH:
        yield f"the first paragraph has {first} words; answer in at most {LONGEST_FIRST_PARAGRAPH}, then say why"
    total = count_words(body)
    if total > LONGEST_ANSWER:
        yield f"the answer has {total} words; at most {LONGEST_ANSWER} can be said aloud"
