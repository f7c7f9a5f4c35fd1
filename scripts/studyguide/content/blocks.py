"""Finds fenced blocks, and blanks what is not prose without moving a single character.

A line scanner and not a Markdown parser: it keeps exact positions, which a parser does not. Every scan takes time in
proportion to the length of the text, whatever the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"`{3,}|~{3,}")
_OPENING = re.compile(r"(?P<indent>[ >]*)(?P<marks>`{3,}|~{3,})[ \t]*(?P<header>[^`\n]*)$", re.MULTILINE)
_ATTRIBUTE_ID = re.compile(r"#(?P<id>[\w-]+)")
_ATTRIBUTE_VALUE = re.compile(r"(?P<key>[\w-]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s}\"]+))")
# A run of backticks, or the end of a line after which no code span of the line before can go on.
_RUN = re.compile(r"`+|\n(?=[ \t>]*(?:\n|#|\||[-*+][ \t]|\d+[.)][ \t]|<))")
# The two patterns for formulas follow those of pymdownx.arithmatex, so that both see the same formulas.
_BLOCK_MATH = re.compile(r"\$\$(?P<tex>(?:[^$\n]++|\n(?![ \t]*+\n)|\$(?!\$))*+)\$\$")
_INLINE_MATH = re.compile(r"(?<!\\)\$(?!\s)(?P<tex>(?:[^\\$\n]++|\\[^\n]|\\?\n(?![ \t]*+\n))++)(?<!\s)\$")
_LINK_TARGET = re.compile(r"\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)")
_TAG = re.compile(r"<[^<>]*+>")
_ATTRIBUTES = re.compile(r"\{:?[ ]?[#.][^{}\n]*+\}")


@dataclass(frozen=True)
class Fence:
    """A fenced block: ``` or ~~~ with a language and attributes.

    start, end: offsets of the whole block in the file. body_offset: where the body begins.
    closed: false when the file ends before the closing marks.
    indent: how many characters stand before the marks, and before each line of the body, in a list or a quotation.
    """

    language: str
    identifier: str
    attributes: dict[str, str]
    body: str
    start: int
    end: int
    body_offset: int
    closed: bool
    indent: int = 0


def find_fences(text: str, start: int = 0) -> list[Fence]:
    """Find every fenced block from an offset on, in order."""
    fences: list[Fence] = []
    offset = start
    while (marks := _MARKS.search(text, offset)) is not None:
        line_start = max(text.rfind("\n", offset, marks.start()) + 1, offset)
        line_end = _line_end(text, marks.end())
        opening = _OPENING.match(text, line_start, line_end)
        if opening is None:
            offset = line_end + 1
        else:
            fences.append(_read_fence(text, line_start, line_end, opening))
            offset = fences[-1].end + 1
    return fences


def _read_fence(text: str, start: int, line_end: int, opening: re.Match[str]) -> Fence:
    marks, indent, header = opening["marks"], opening["indent"], opening["header"].strip()
    body_offset = min(line_end + 1, len(text))
    closing = re.compile(rf"^[ >\t]*+{marks[0]}{{{len(marks)},}}+[ >\t]*+$", re.MULTILINE).search(text, body_offset)
    body_end, end = (closing.start(), closing.end()) if closing else (len(text), len(text))
    language = re.match(r"[\w+#.-]*", header)
    # An id is written {#name}; a "#" inside a quoted title is not one.
    identifier = _ATTRIBUTE_ID.search(_ATTRIBUTE_VALUE.sub("", header))
    return Fence(
        language=language[0] if language else "",
        identifier=identifier["id"] if identifier else "",
        attributes={m["key"]: m["quoted"] or m["bare"] or "" for m in _ATTRIBUTE_VALUE.finditer(header)},
        body=_without_indent(text[body_offset:body_end], indent),
        start=start,
        end=end,
        body_offset=body_offset,
        closed=closing is not None,
        indent=len(indent),
    )


def _without_indent(body: str, indent: str) -> str:
    if not indent:
        return body
    # An empty line of a quotation is ">" without the space that follows it elsewhere.
    bare = indent.rstrip()
    return "\n".join(
        line.removeprefix(indent) if line.rstrip() != bare else line.removeprefix(bare).lstrip(" ")
        for line in body.split("\n")
    )


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _spaces(text: str) -> str:
    """As many spaces as the text has characters, its line ends kept."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def blank(text: str, start: int, end: int) -> str:
    """Replace a span by spaces, line ends kept, so that offsets stay true."""
    return text[:start] + _spaces(text[start:end]) + text[end:]


def blank_spans(text: str, spans: list[tuple[int, int]]) -> str:
    """Blank several spans at once; they must be in order and must not overlap."""
    parts: list[str] = []
    offset = 0
    for start, end in spans:
        parts.append(text[offset:start])
        parts.append(_spaces(text[start:end]))
        offset = end
    parts.append(text[offset:])
    return "".join(parts)


def blank_matches(text: str, pattern: re.Pattern[str]) -> str:
    """Blank every match of a pattern."""
    return pattern.sub(lambda match: _spaces(match[0]), text)


def blank_comments(text: str) -> str:
    """Blank HTML comments."""
    spans: list[tuple[int, int]] = []
    start = text.find("<!--")
    # One that is never closed is not a comment, and then no later one is.
    while start >= 0 and (close := text.find("-->", start + 4)) >= 0:
        spans.append((start, close + 3))
        start = text.find("<!--", close + 3)
    return blank_spans(text, spans)


def blank_inline_code(text: str) -> str:
    """Blank `code`, the marks included."""
    return blank_spans(text, find_inline_code(text))


def find_inline_code(text: str) -> list[tuple[int, int]]:
    """Find the spans of `code`, marks included. A span may go on over line ends, but not out of its paragraph."""
    spans: list[tuple[int, int]] = []
    runs: list[tuple[int, int]] = []
    for match in _RUN.finditer(text):
        if match[0] != "\n":
            runs.append(match.span())
        elif runs:
            spans += _pair(text, runs)
            runs = []
    return spans + _pair(text, runs)


def _pair(text: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pair each run of backticks with the next one of the same length; what stands between is code."""
    # The first backtick after a backslash is only a backtick.
    starts = [start + 1 if start and text[start - 1] == "\\" else start for start, _ in runs]
    partner: list[int | None] = [None] * len(runs)
    latest: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        start, end = runs[index]
        partner[index] = latest.get(end - starts[index])
        latest[end - start] = index
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(runs):
        close = partner[index]
        if close is None:
            index += 1
        else:
            spans.append((starts[index], runs[close][1]))
            index = close + 1
    return spans


def blank_math(text: str) -> str:
    """Blank $inline$ and $$block$$ formulas."""
    return blank_matches(blank_matches(text, _BLOCK_MATH), _INLINE_MATH)


def blank_markup(text: str) -> str:
    """Blank what is written but not read: targets of links, HTML tags, attribute lists."""
    for pattern in (_LINK_TARGET, _TAG, _ATTRIBUTES):
        text = blank_matches(text, pattern)
    return text


@dataclass(frozen=True)
class Formula:
    """A formula in TeX; offset is that of its first character after the dollar sign."""

    tex: str
    display: bool
    offset: int


def find_formulas(text: str) -> list[Formula]:
    """Find the formulas of a text from which code has been blanked."""
    found = [Formula(match["tex"], True, match.start("tex")) for match in _BLOCK_MATH.finditer(text)]
    rest = blank_matches(text, _BLOCK_MATH)
    found += [Formula(match["tex"], False, match.start("tex")) for match in _INLINE_MATH.finditer(rest)]
    return sorted(found, key=lambda formula: formula.offset)
