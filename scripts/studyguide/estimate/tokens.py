"""Cuts one line of an estimate into tokens with columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from studyguide.estimate.error import EstimateError, suggestion
from studyguide.estimate.number import DIGITS, MAXIMUM_DIGITS, MAXIMUM_EXPONENT, SUFFIXES, parse_number
from studyguide.estimate.units import SPELLINGS, UNIT_NAMES

MAXIMUM_LINE = 1000
MAXIMUM_TOKENS = 160


class Kind(Enum):
    """What a token is; the value is how a message names it."""

    NUMBER = "a number"
    NAME = "a name"
    TEXT = "a quoted text"
    SIGN = "a sign"
    LABEL = "a label"
    END = "the end of the line"


@dataclass(frozen=True)
class Token:
    """A piece of a line: `column` counts from 1, `value` is the content of a quoted text or label."""

    kind: Kind
    text: str
    column: int
    value: str = ""

    @property
    def end(self) -> int:
        """The column just after this token."""
        return self.column + len(self.text)


_SPACE = re.compile(r"[ \t]+")
_NUMBER = re.compile(DIGITS)
_GLUED = re.compile(r"[A-Za-z0-9_.]+|%")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TEXT = re.compile(r'"([^"|]*)"')
_SIGN = re.compile(r"->|\*\*|<=|>=|==|[-+*/(),=<>;≈%]")

_TYPED_INSTEAD = {
    "×": "*", "·": "*", "⋅": "*", "÷": "/", "∕": "/", "−": "-", "–": "-", "^": "**", "~": "≈", "≃": "≈", "≅": "≈",
    "→": "->", "≤": "<=", "≥": ">=", "≠": "not a == b", "&": "and", "!": "not", "“": '"', "”": '"', "'": '"',
    "$": "dollar", "µ": "u", "μ": "u", "\u00a0": "an ordinary space", "\u202f": "an ordinary space",
}  # fmt: skip


def tokenize(text: str, line: int) -> list[Token]:
    """Return the tokens of a line, the last of kind END; raises EstimateError for a piece outside the language."""
    if len(text) > MAXIMUM_LINE:
        raise EstimateError(line, MAXIMUM_LINE + 1, f"the line is longer than {MAXIMUM_LINE} characters; split it")
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        if space := _SPACE.match(text, position):
            position = space.end()
            continue
        token = _token_at(text, position, line)
        tokens.append(token)
        position += len(token.text)
        if len(tokens) > MAXIMUM_TOKENS:
            message = f"the formula has more than {MAXIMUM_TOKENS} parts; name an intermediate result"
            raise EstimateError(line, token.column, message)
    tokens.append(Token(Kind.END, "", len(text) + 1))
    return tokens


def _token_at(text: str, position: int, line: int) -> Token:
    column = position + 1
    if match := _NUMBER.match(text, position):
        return _number_at(text, match, line)
    if match := _NAME.match(text, position):
        return Token(Kind.NAME, match[0], column)
    if match := _TEXT.match(text, position):
        return Token(Kind.TEXT, match[0], column, match[1])
    if match := _SIGN.match(text, position):
        return Token(Kind.SIGN, match[0], column)
    if text[position] == "|":
        return Token(Kind.LABEL, text[position:], column, text[position + 1 :].strip())
    raise EstimateError(line, column, _outside(text, position))


def _number_at(text: str, match: re.Match[str], line: int) -> Token:
    column = match.start() + 1
    end = match.end()
    if glued := _GLUED.match(text, end):
        suffix = glued[0]
        if suffix != "%" and suffix not in SUFFIXES:
            raise EstimateError(line, end + 1, _bad_suffix(match[0], suffix))
        end = glued.end()
    number = text[match.start() : end]
    if parse_number(number) is None:
        limits = f"at most {MAXIMUM_DIGITS} characters and an exponent up to {MAXIMUM_EXPONENT}"
        raise EstimateError(line, column, f"the number is too long or too large; write {limits}")
    return Token(Kind.NUMBER, number, column)


def _bad_suffix(digits: str, suffix: str) -> str:
    if suffix == "B":
        return f'"B" may mean billion or byte; write "{digits}bn" or "{digits} byte"'
    if suffix[0] in "._0123456789":
        return f'"{digits}{suffix}" is not a number; write 1_000, 1,000, 2.5 or 2.5e6'
    shown = suffix if len(suffix) <= 20 else f"{suffix[:20]}…"
    if suffix in UNIT_NAMES:
        return f'write a space before the unit: "{digits} {suffix}"'
    lowered = {known.lower(): known for known in SUFFIXES} | {"b": "bn", "t": "tn", "mm": "M", "mn": "M", "g": "bn"}
    if suffix.lower() in lowered:
        return f'unknown suffix "{shown}"; write "{digits}{lowered[suffix.lower()]}" (the suffixes are k, M, bn, tn)'
    if suffix in SPELLINGS:
        return f'write "{digits} {SPELLINGS[suffix]}"'
    close = suggestion(suffix, UNIT_NAMES)
    return f'unknown suffix "{shown}"; the suffixes are k, M, bn, tn, and a unit follows a space{close}'


def _outside(text: str, position: int) -> str:
    character = text[position]
    if character == '"':
        return 'a quoted text needs a closing " and holds no |'
    if character == ".":
        return 'write a digit before the point, as in "0.5"'
    if character == "#":
        return "a group starts with # on a line of its own; a label follows |"
    if character in _TYPED_INSTEAD:
        return f'"{character}" is not part of the language; write {_TYPED_INSTEAD[character]}'
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return f'"{shown}" is not part of the language'
