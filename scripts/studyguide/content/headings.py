"""Headings and the anchors the site gives them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from studyguide.content.blocks import find_inline_code

_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>[^\n]*)$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]+\{:?[ ]*(?P<inside>[^{}\n ][^{}\n]*)\}$")
_ID = re.compile(r"(?:^|\s)#(?P<id>[\w.-]+)")
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\[\]]*)\]\([^()]*\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STARS = re.compile(r"(?P<marks>\*{1,3})(?=[^\s*])(?P<text>[^*]*[^\s*])(?P=marks)")
_UNDERSCORES = re.compile(
    r"(?<!\w)(?P<marks>_{1,3})(?=[^\s_])(?P<text>[^_]*(?:(?<=\w)_(?=\w)[^_]*)*[^\s_])(?P=marks)(?!\w)"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")


@dataclass(frozen=True)
class Heading:
    """One heading of the body; `anchor` is its id in the built page."""

    level: int
    text: str
    anchor: str
    offset: int


def find_headings(text: str, start: int = 0, taken: Iterable[str] = ()) -> list[Heading]:
    """Find the headings of a page.

    text: the page with fences and comments blanked, inline code kept. taken: ids written by hand anywhere on the page,
    which no heading is given a second time.
    """
    used = set(taken)
    headings: list[Heading] = []
    for match in _HEADING.finditer(text, start):
        title = match["text"].rstrip().rstrip("#").rstrip()
        attributes = _ATTRIBUTES.search(title)
        explicit = _ID.search(attributes["inside"]) if attributes else None
        plain = plain_text(title[: attributes.start()] if attributes else title)
        anchor = explicit["id"] if explicit else unique(slugify(plain, "-"), used)
        used.add(anchor)
        headings.append(Heading(len(match["marks"]), plain, anchor, match.start()))
    return headings


def plain_text(markdown: str) -> str:
    """Strip the inline marks of a short text: links, emphasis, code marks, tags. Code is kept as it is."""
    parts: list[str] = []
    offset = 0
    # Links first, as they may hold code; marks inside code are text.
    text = _LINK.sub(lambda match: match["text"], markdown)
    for start, end in find_inline_code(text):
        parts += (_plain_words(text[offset:start]), text[start:end].strip("`").strip())
        offset = end
    return "".join([*parts, _plain_words(text[offset:])]).strip()


def _plain_words(text: str) -> str:
    text = _TAG.sub("", text)
    for pattern in (_STARS, _UNDERSCORES):
        text = pattern.sub(lambda match: match["text"], text)
    return html.unescape(_ESCAPE.sub(r"\1", text))
