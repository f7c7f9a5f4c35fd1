"""The answered questions of a chapter, which are also its practice cards."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEVELS = ("mid", "senior", "staff")

_DETAILS = re.compile(r"<details\b(?P<attributes>[^<>]*)>|</details>", re.IGNORECASE)
_SUMMARY = re.compile(r"<summary\b[^<>]*>", re.IGNORECASE)
_SUMMARY_END = re.compile(r"</summary>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?P<key>[\w-]+)=[\"'](?P<value>[^\"']*)[\"']")


@dataclass(frozen=True)
class Details:
    """A collapsible block.

    start, end: offsets of the whole block. body_offset: where the text after the summary begins.
    """

    attributes: dict[str, str]
    summary: str
    body: str
    start: int
    end: int
    summary_offset: int
    body_offset: int

    @property
    def is_question(self) -> bool:
        """True when the block carries the class `question`."""
        return "question" in self.attributes.get("class", "").split()


@dataclass(frozen=True)
class Question:
    """One question and its answer in Markdown. The identifier is permanent: it is a card's identity."""

    identifier: str
    level: str
    text: str
    answer: str
    offset: int


def find_details(prose: str, original: str, start: int = 0) -> list[Details]:
    """Find collapsible blocks. prose: text with code and comments blanked, which locates; original: the words."""
    found: list[Details] = []
    opened: re.Match[str] | None = None
    # A block ends where the first one after it closes: one that was left open then spoils no other.
    for tag in _DETAILS.finditer(prose, start):
        if tag["attributes"] is not None:
            opened = opened or tag
        elif opened is not None:
            found.append(_read_details(opened, tag, prose, original))
            opened = None
    return found


def _read_details(opened: re.Match[str], closed: re.Match[str], prose: str, original: str) -> Details:
    text, summary_offset, body_offset = "", opened.end(), opened.end()
    summary = _SUMMARY.search(prose, opened.end(), closed.start())
    summary_end = _SUMMARY_END.search(prose, summary.end(), closed.start()) if summary else None
    if summary and summary_end:
        text = original[summary.end() : summary_end.start()].strip()
        summary_offset, body_offset = summary.end(), summary_end.end()
    attributes = {m["key"].lower(): m["value"] for m in _ATTRIBUTE.finditer(opened["attributes"])}
    body = original[body_offset : closed.start()]
    return Details(attributes, text, body, opened.start(), closed.end(), summary_offset, body_offset)


def to_question(details: Details) -> Question:
    """Read a question from its collapsible block."""
    attributes = details.attributes
    return Question(
        attributes.get("id", ""), attributes.get("data-level", ""), details.summary, details.body.strip(), details.start
    )
