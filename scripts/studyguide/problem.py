"""The one value that every check and every reader of text reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """Something a contributor can mend, and where.

    path: relative to the repository root, with forward slashes.
    line, column: counted from 1, as editors show them.
    rule: the name of the rule, as given to `guide check --rule`.
    message: what is wrong; how to fix it.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str

    def text(self) -> str:
        """One line for a terminal; editors make `path:line:column` a link."""
        return f"{self.path}:{self.line}:{self.column}: [{self.rule}] {self.message}"

    def github(self) -> str:
        """One workflow command, which GitHub shows as an annotation on the diff."""
        place = f"file={_escape_field(self.path)},line={self.line},col={self.column},title={self.rule}"
        return f"::error {place}::{_escape_annotation(self.message)}"


def _escape_annotation(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_field(text: str) -> str:
    # A comma would end the field, a colon the fields.
    return _escape_annotation(text).replace(":", "%3A").replace(",", "%2C")
