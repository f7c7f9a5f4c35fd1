"""The fields at the top of a page: present, of the right kind, spelled right."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from studyguide.content.case_study import CONTRAST_FIELDS
from studyguide.content.page import Kind, Page
from studyguide.content.question import LEVELS
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem

NAME = "front-matter"

# A judge of one value: an empty text when it is right, else what it should be.
Judge = Callable[[Any], str]

LONGEST_PHRASE = 120


def check(site: Site) -> Iterator[Problem]:
    """Check every page against the fields of its kind."""
    for page in site.pages.values():
        yield from page.front_matter.problems
        if not page.front_matter.problems:
            yield from _check_fields(page)


def _check_fields(page: Page) -> Iterator[Problem]:
    required, optional = _fields(page.kind)
    matter = page.front_matter
    for name, judge in required.items():
        if name not in matter.fields:
            yield Problem(page.path, 1, 1, NAME, f"`{name}` is missing; add `{name}: …` ({judge(None)})")
    for name, value in matter.fields.items():
        judge_of = required.get(name) or optional.get(name)
        if judge_of is None:
            known = sorted({*required, *optional})
            hint = did_you_mean(name, known) or f"; fields of this page are {', '.join(known)}"
            yield Problem(page.path, matter.line(name), 1, NAME, f"unknown field `{name}`{hint}")
        elif wrong := judge_of(value):
            yield Problem(page.path, matter.line(name), 1, NAME, f"`{name}` must be {wrong}")


def _fields(kind: Kind) -> tuple[Mapping[str, Judge], Mapping[str, Judge]]:
    required: dict[str, Judge] = {"title": _text(3, 80), "description": _text(50, 160)}
    optional: dict[str, Judge] = {
        "aliases": _texts,
        "diagrams": _one_of("live"),
        "hide": _texts,
        "status": _one_of("draft", "outline"),
        "template": _text(1, 40),
        "reviewed": _date,
    }
    if kind == "framework-step":
        required["step"] = _whole(1, 7)
    if kind == "case-study":
        required |= {
            "prompt": _text(20, 400),
            "difficulty": _one_of(*LEVELS),
            "minutes": _whole(30, 90),
            "aliases": _texts,
            "only_here": _text(20, 160),
        }
        required |= {name: _text(3, LONGEST_PHRASE) for name in CONTRAST_FIELDS}
    if kind == "concept":
        required["aliases"] = _texts
    return required, optional


def _text(shortest: int, longest: int) -> Judge:
    def judge(value: Any) -> str:
        if isinstance(value, str) and shortest <= len(value.strip()) <= longest:
            return ""
        found = f"; it has {len(value.strip())}" if isinstance(value, str) else ""
        return f"text of {shortest} to {longest} characters{found}"

    return judge


def _one_of(*choices: str) -> Judge:
    return lambda value: "" if value in choices else f"one of: {', '.join(choices)}"


def _whole(lowest: int, highest: int) -> Judge:
    def judge(value: Any) -> str:
        right = isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest
        return "" if right else f"a whole number from {lowest} to {highest}"

    return judge


def _texts(value: Any) -> str:
    right = isinstance(value, list) and value and all(isinstance(item, str) and item.strip() for item in value)
    return "" if right else "a list of texts such as [CTR, click-through rate]"


def _date(value: Any) -> str:
    return "" if isinstance(value, datetime.date) else "a date such as 2026-11-20"
