"""Expressions in print: `a * b / (c + 4 byte/link)` -> a × b ÷ (c + 4 byte/link)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studyguide.estimate.format import format_unit
from studyguide.estimate.syntax import Call, Expression, Name, Operation, Quantity

_SIGNS = {"*": "×", "/": "÷", "-": "−", "<=": "≤", ">=": "≥", "==": "=", "**": "^"}
_STRENGTH = {"or": 1, "and": 2, "not": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "==": 4}
_STRENGTH |= {"+": 5, "-": 5, "*": 6, "/": 6, "negative": 7, "**": 8}


@dataclass(frozen=True)
class Piece:
    """A run of text: a name of the block or function, or anything else."""

    kind: Literal["name", "function", "text"]
    text: str


def pieces(expression: Expression) -> list[Piece]:
    """Return the runs that write out an expression, with the parentheses it needs and no others."""
    match expression:
        case Quantity(text=text, unit=unit):
            printed = format_unit(unit)
            gap = "" if printed.startswith("1/") else " "
            return [Piece("text", f"{text}{gap}{printed.removeprefix('1')}".rstrip())]
        case Name(text=text):
            return [Piece("name", text)]
        case Call(function=function, arguments=arguments):
            inside = [piece for argument in arguments for piece in (Piece("text", ", "), *pieces(argument))][1:]
            return [Piece("function", function), Piece("text", "("), *inside, Piece("text", ")")]
        case Operation(operator="negative", operands=(operand,)):
            return [Piece("text", "−"), *_operand(operand, _STRENGTH["negative"])]
        case Operation(operator="not", operands=(operand,)):
            return [Piece("text", "not "), *_operand(operand, _STRENGTH["not"])]
        case Operation(operator=operator, operands=(left, right)):
            strength = _STRENGTH[operator]
            # a - (b - c), a / (b * c) and (a ** b) ** c keep their parentheses; a + (b + c) loses nothing by them.
            leftmost = strength + 1 if operator == "**" else strength
            rightmost = strength if operator == "**" else strength + 1
            sign = Piece("text", f" {_SIGNS.get(operator, operator)} ")
            return [*_operand(left, leftmost), sign, *_operand(right, rightmost)]
    raise AssertionError(expression)


def _operand(expression: Expression, needed: int) -> list[Piece]:
    inside = pieces(expression)
    strength = _STRENGTH[expression.operator] if isinstance(expression, Operation) else 9
    return [Piece("text", "("), *inside, Piece("text", ")")] if strength < needed else inside


def notation(expression: Expression) -> str:
    """Return an expression as plain text."""
    return "".join(piece.text for piece in pieces(expression))
