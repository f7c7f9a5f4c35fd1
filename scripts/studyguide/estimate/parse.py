"""Lines of a block -> statements."""

from __future__ import annotations

import re

from studyguide.estimate.error import EstimateError, suggestion
from studyguide.estimate.expression import FUNCTIONS, KEYWORDS, Parser
from studyguide.estimate.syntax import (
    AssumptionLine,
    CheckLine,
    ChoiceLine,
    DerivedLine,
    Expression,
    GroupLine,
    Operation,
    OptionPart,
    Quantity,
    Source,
    Stated,
    Statement,
)
from studyguide.estimate.tokens import Kind, Token, tokenize
from studyguide.estimate.units import UNIT_NAMES, Unit

MAXIMUM_NAME = 40
MAXIMUM_TITLE = 200

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PUBLISHED = re.compile(r"\[published:([^\[\]]*)\]$")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+-]*")


def parse_line(text: str, line: int) -> Statement | None:
    """Return the statement of a line, None for a blank one; raises EstimateError at the first mistake."""
    stripped = text.strip(" \t\r")
    if not stripped:
        return None
    if stripped.startswith("#"):
        return _group(text, stripped, line)
    tokens = tokenize(text.rstrip("\r"), line)
    first, second = tokens[0], tokens[1]
    if first.text == "assert" and second.text != "=":
        return _check(tokens, line)
    if first.text == "choose" and second.text != "=":
        return _choice(tokens, line)
    return _assignment(tokens, line)


def statement_name(text: str) -> str | None:
    """Return the name that a line tries to define, however broken the rest of it is."""
    match = re.match(r"[ \t]*(?:choose[ \t]+)?([A-Za-z_][A-Za-z0-9_]{0,39})[ \t]*=(?!=)", text)
    return match[1] if match else None


def _group(text: str, stripped: str, line: int) -> GroupLine:
    title = stripped.lstrip("#").strip()
    if not title:
        raise EstimateError(line, text.index("#") + 1, 'a group needs a title: "# Traffic"')
    if len(title) > MAXIMUM_TITLE:
        raise EstimateError(line, text.index("#") + 1, f"the title is longer than {MAXIMUM_TITLE} characters")
    return GroupLine(line, title)


def _assignment(tokens: list[Token], line: int) -> AssumptionLine | DerivedLine:
    parser = Parser(tokens, line)
    name = _defined_name(parser, may_be_unit=False)
    start = parser.token
    formula = parser.expression()
    unit, unit_column = None, start.column
    if parser.accept("->"):
        unit_column = parser.token.column
        unit = parser.unit()
    stated = _stated(parser) if parser.at("≈") else None
    label, source, label_column = _label(parser, line, required=True)
    assumed = _literal(formula, start.text) if unit is None and stated is None else None
    if assumed is not None:
        return AssumptionLine(line, name.column, name.text, assumed, label, source)
    if source is not None:
        raise EstimateError(line, label_column, f'only an assumption can be published; "{name.text}" is computed')
    return DerivedLine(line, name.column, name.text, formula, unit, unit_column, stated, label)


def _literal(formula: Expression, first: str) -> Quantity | None:
    """Return the quantity when the right side is one number with a unit, perhaps negative."""
    if isinstance(formula, Quantity) and first != "(":
        return formula
    if isinstance(formula, Operation) and formula.operator == "negative" and first == "-":
        inner = formula.operands[0]
        if isinstance(inner, Quantity):
            return Quantity(formula.column, f"-{inner.text}", -inner.value, inner.unit)
    return None


def _defined_name(parser: Parser, may_be_unit: bool) -> Token:
    token = parser.advance()
    if token.kind is not Kind.NAME:
        parser.fail('expected "name = NUMBER UNIT | label", "choose …", "assert …" or "# group"', token)
    if not parser.at("="):
        hint = suggestion(token.text, {"choose", "assert"})
        parser.fail(f'expected "=" after "{token.text[:40]}"{hint}')
    parser.advance()
    if not _NAME.fullmatch(token.text):
        lowered = token.text.lower().strip("_")[:40]
        hint = f'; write "{lowered}"' if _NAME.fullmatch(lowered) else ""
        parser.fail(f"names are lower-case letters, digits and _, and begin with a letter{hint}", token)
    if len(token.text) > MAXIMUM_NAME:
        parser.fail(f"the name is longer than {MAXIMUM_NAME} characters", token)
    if token.text in KEYWORDS or token.text in FUNCTIONS:
        parser.fail(f'"{token.text}" is a word of the language; choose another name', token)
    # A choice is a text and never part of a formula, so its name cannot be mistaken for a unit.
    if token.text in UNIT_NAMES and not may_be_unit:
        parser.fail(f'"{token.text}" is a unit; choose another name, such as "{token.text}_count"', token)
    return token


def _stated(parser: Parser) -> Stated:
    parser.advance()
    sign = parser.accept("-")
    token = parser.advance()
    if token.kind is not Kind.NUMBER:
        parser.fail('expected a number after "≈", as in "≈ 34.7k"', token)
    if parser.token.kind not in {Kind.LABEL, Kind.END}:
        parser.fail('write the unit after "->" and only the number after "≈"')
    return Stated((sign or token).column, f"{'-' if sign else ''}{token.text}")


def _label(parser: Parser, line: int, required: bool) -> tuple[str, Source | None, int]:
    token = parser.advance()
    if token.kind is Kind.END:
        if required:
            parser.fail('a label is missing: end the line with "| what a reader sees"', token)
        return "", None, token.column
    if token.kind is not Kind.LABEL:
        _unexpected(parser, token)
    label, source = token.value, None
    if match := _PUBLISHED.search(label):
        key, _, place = match[1].strip().partition(",")
        if not _KEY.fullmatch(key):
            column = token.column + token.text.index("[published:")
            raise EstimateError(line, column, 'write the key of one source: "[published: he2014practical]"')
        label, source = label[: match.start()].rstrip(), Source(key, place.strip())
    if not label:
        parser.fail("the label is empty: say what a reader sees", token)
    return label, source, token.column


def _unexpected(parser: Parser, token: Token) -> None:
    shown = f'"{token.text}"'
    if token.text == ",":
        parser.fail('unexpected ","; write 1,000 with groups of three digits, or 2.5 with a point', token)
    if token.text == "=":
        parser.fail('unexpected "="; a comparison is "=="', token)
    if token.text == "->":
        parser.fail('"->" comes once, before "≈"', token)
    if token.text == "%":
        parser.fail('"%" follows a number directly: "60%"; there is no remainder operator', token)
    if token.kind in {Kind.NAME, Kind.NUMBER, Kind.TEXT} or token.text == "(":
        parser.fail(f'expected an operator, "->" or "|" before {shown}', token)
    parser.fail(f"unexpected {shown}", token)


def _choice(tokens: list[Token], line: int) -> ChoiceLine:
    parser = Parser(tokens, line)
    parser.advance()
    name = _defined_name(parser, may_be_unit=True)
    options = [_option(parser)]
    while options[-1].condition is not None:
        parser.expect(";", 'expected ";" and the next option; a choice ends with \'else "…"\'')
        options.append(_option(parser))
    label, source, column = _label(parser, line, required=True)
    if source is not None:
        raise EstimateError(line, column, f'only an assumption can be published; "{name.text}" is a choice')
    if len(options) == 1:
        parser.fail('a choice needs at least one option with a condition before "else"', name)
    if len({option.text for option in options}) < len(options):
        raise EstimateError(line, options[-1].column, "two options of a choice have the same text")
    return ChoiceLine(line, name.column, name.text, tuple(options), label)


def _option(parser: Parser) -> OptionPart:
    last = parser.accept("else")
    token = parser.advance()
    if token.kind is not Kind.TEXT or not token.value.strip():
        parser.fail('expected an option in quotes, as in "A" if x < 5 GB; else "B"', token)
    if last:
        return OptionPart(token.column, token.value.strip(), None)
    parser.expect("if", f'expected "if" and a condition after {token.text}')
    return OptionPart(token.column, token.value.strip(), parser.expression())


def _check(tokens: list[Token], line: int) -> CheckLine:
    parser = Parser(tokens, line)
    parser.advance()
    column = parser.token.column
    condition = parser.expression()
    label, source, label_column = _label(parser, line, required=False)
    if source is not None:
        raise EstimateError(line, label_column, "only an assumption can be published; this is a check")
    return CheckLine(line, column, condition, label)


def unit_from_text(text: str) -> Unit:
    """Return the unit that a text such as `request/s` names; raises EstimateError."""
    parser = Parser(tokenize(text, 1), 1)
    unit = parser.unit()
    if parser.token.kind is not Kind.END:
        parser.fail("expected a unit and nothing else")
    return unit
