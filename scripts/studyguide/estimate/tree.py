"""The arithmetic of a resolved formula: plain doubles in base units. estimate.js is the same evaluator.

A tree is a number, a name, or a list of an operator and its operands; it travels to the browser as JSON.
The operations that processors and languages disagree about in the last digit (powers that are not whole, logarithms)
are rounded to twelve digits, and so is everything that is about to be compared or rounded to a whole number:
0.1 + 0.2 == 0.3 holds, and ceil(8.000000000000002) is 8, here and in the browser.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

Tree = float | str | list[Any]

MAXIMUM_POWER = 100
MAXIMUM_RESULT = 1e120
_TWELVE_DIGITS = Context(prec=12, rounding=ROUND_HALF_UP)


class ArithmeticFailure(Exception):
    """No finite result; the message says why."""


def snap(value: float) -> float:
    """Round to twelve significant digits, halves away from zero (JavaScript: Number(value.toPrecision(12)))."""
    return float(_TWELVE_DIGITS.plus(Decimal(value)))


def divide(left: float, right: float) -> float:
    """Divide; raises ArithmeticFailure at zero."""
    if right == 0:
        raise ArithmeticFailure("division by zero")
    return left / right


def power(base: float, exponent: float) -> float:
    """Raise to a bounded power; whole powers by repeated squaring, which is the same on every machine."""
    exponent = snap(exponent)
    if abs(exponent) > MAXIMUM_POWER:
        raise ArithmeticFailure(f"the exponent is above {MAXIMUM_POWER}")
    if exponent == math.floor(exponent):
        return _whole_power(base, int(exponent))
    if base < 0:
        raise ArithmeticFailure("a negative number has no fractional power")
    if base == 0 and exponent < 0:
        raise ArithmeticFailure("division by zero")
    return snap(_finite(math.pow, base, exponent))


def _whole_power(base: float, exponent: int) -> float:
    result, square, rest = 1.0, base, abs(exponent)
    while rest:
        if rest % 2:
            result *= square
        square *= square
        rest //= 2
    return divide(1.0, result) if exponent < 0 else result


def _finite(function: Callable[..., float], *arguments: float) -> float:
    try:
        return function(*arguments)
    except OverflowError:
        raise ArithmeticFailure("the result is too large") from None


def _logarithm(function: Callable[[float], float]) -> Callable[[float], float]:
    def apply_logarithm(value: float) -> float:
        if value <= 0:
            raise ArithmeticFailure("a logarithm needs a number above zero")
        return snap(function(value))

    return apply_logarithm


def _root(value: float) -> float:
    if value < 0:
        raise ArithmeticFailure("a negative number has no square root")
    return math.sqrt(value)


def _whole(function: Callable[[float], int]) -> Callable[[float, float], float]:
    def apply_whole(value: float, step: float) -> float:
        return function(snap(value / step)) * step

    return apply_whole


ARITHMETIC: dict[str, Callable[..., float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": divide,
    "**": power,
    "negative": lambda value: -value,
    "min": min,
    "max": max,
    "sqrt": _root,
    "log2": _logarithm(math.log2),
    "log10": _logarithm(math.log10),
    # The second operand is the unit in which to round, in base units.
    "ceil": _whole(math.ceil),
    "floor": _whole(math.floor),
    "round": _whole(lambda value: math.floor(value + 0.5)),
}
COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
    "==": lambda left, right: left == right,
}


def apply(operator: str, operands: Sequence[float]) -> float:
    """Return one operation's result; raises ArithmeticFailure when it is beyond all bounds."""
    result = _finite(ARITHMETIC[operator], *operands)
    if not abs(result) <= MAXIMUM_RESULT:  # true of NaN as well
        raise ArithmeticFailure("the result is too large")
    return result


def compare(operator: str, left: float, right: float) -> bool:
    """Compare two values at twelve significant digits."""
    return COMPARISONS[operator](snap(left), snap(right))


def compute(tree: Tree, values: Mapping[str, float]) -> float:
    """Return the value of a formula; raises ArithmeticFailure, or KeyError for a name without a value."""
    if isinstance(tree, str):
        return values[tree]
    if not isinstance(tree, list):
        return tree
    return apply(tree[0], [compute(operand, values) for operand in tree[1:]])


def holds(tree: Tree, values: Mapping[str, float]) -> bool:
    """Return whether a condition is true; raises what `compute` raises."""
    assert isinstance(tree, list), "a condition is a comparison or a list of conditions"
    operator, *operands = tree
    if operator == "not":
        return not holds(operands[0], values)
    if operator in {"and", "or"}:
        # Both sides are evaluated: a condition without a value is unknown in the browser too.
        results = [holds(operand, values) for operand in operands]
        return all(results) if operator == "and" else any(results)
    return compare(operator, compute(operands[0], values), compute(operands[1], values))
