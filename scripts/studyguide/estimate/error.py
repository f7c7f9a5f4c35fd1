"""The one exception of the estimate language."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class EstimateError(Exception):
    """A mistake in an estimate block, at a place an editor can jump to.

    `line` counts from 1 at the first line inside the fence, `column` from 1 in that line, `message` says what is
    wrong and names the right value, unit or closest known name.
    """

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(line, column, message)
        self.line = line
        self.column = column
        self.message = message

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.message}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the closest of the known words, or an empty string."""
    # Long input is cut: difflib compares in quadratic time.
    close = get_close_matches(word[:40], sorted(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""
