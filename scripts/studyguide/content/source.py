"""Reads a text file so that every later step sees clean lines, and says what was unclean."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from studyguide.problem import Problem

# A sane line is a paragraph; Markdown parsers slow down badly on lines far beyond that.
LONGEST_LINE = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Source:
    """The text of one file, with LF line ends and without a byte order mark.

    problems: what had to be repaired to read it, as by cutting a line that is far too long. A page with such a problem
    is not built, and its file must not be rewritten from `text`.
    """

    path: str
    text: str
    problems: tuple[Problem, ...] = ()

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line."""
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Turn an offset into (line, column), both counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def problem(self, offset: int, rule: str, message: str) -> Problem:
        """Make a problem at an offset of this file."""
        line, column = self.position(offset)
        return Problem(self.path, line, column, rule, message)


def read_source(root: Path, path: str) -> Source:
    """Read `root/path`. Never raises on content: what is wrong with the bytes becomes a problem."""
    return decode_source(path, (root / path).read_bytes())


def decode_source(path: str, data: bytes) -> Source:
    """Decode the bytes of a file; see `Source`."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = _unix(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        text = _cut_long_lines(_unix(data.decode("utf-8", errors="replace")))
        return Source(path, text, (_not_utf8(path, data, error.start),))
    return Source(path, _cut_long_lines(text), tuple(_line_problems(path, text)))


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    # Columns count characters, not bytes, as editors do.
    before = _unix(data[:start].decode("utf-8"))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Problem(path, line, column, "encoding", f"byte 0x{data[start]:02x} is not UTF-8; save the file as UTF-8")


def _line_problems(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            message = f"the line has {len(line):,} characters; break it below {LONGEST_LINE:,}"
            yield Problem(path, number, 1, "encoding", message)
        control = _CONTROL.search(line)
        if control is not None:
            message = f"control character U+{ord(control[0]):04X}; delete it"
            yield Problem(path, number, control.start() + 1, "encoding", message)


def _cut_long_lines(text: str) -> str:
    """Keep later steps quick: the page is reported and not built, whatever they find in the rest of the line."""
    return "\n".join(line[:LONGEST_LINE] for line in text.split("\n"))
