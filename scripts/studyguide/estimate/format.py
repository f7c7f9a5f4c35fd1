"""Shown values: three significant digits, k M bn tn for counts, a prefixed unit for bytes, seconds and flops.

estimate.js holds the same functions. Digits come from the value rounded to twelve significant digits, halves away from
zero, so that both write 2.68 for 2.675 and neither depends on the last bit of a double.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from studyguide.estimate.units import PERCENT, Unit, family_of

SHOWN_DIGITS = 3
_TWELVE = Context(prec=12, rounding=ROUND_HALF_UP)
_SHOWN = Context(prec=SHOWN_DIGITS, rounding=ROUND_HALF_UP)
_SUFFIXES = ("", "k", "M", "bn", "tn")
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Scale:
    """A unit that a value may be shown in: what one of it is in base units, and how it is written."""

    factor: float
    text: str


@dataclass(frozen=True)
class Shown:
    """A value as a reader sees it; `unit` is empty for plain numbers and percentages."""

    number: str
    unit: str

    def __str__(self) -> str:
        return f"{self.number} {self.unit}".rstrip()


def _rounded(value: float) -> tuple[str, int]:
    """Return three digits and the power of ten of the first: 86805.6 -> ("868", 4)."""
    number = _SHOWN.plus(_TWELVE.plus(Decimal(abs(value))))
    digits = "".join(map(str, number.as_tuple().digits))
    return digits.ljust(SHOWN_DIGITS, "0"), number.adjusted()


def _placed(digits: str, point: int) -> str:
    """Put a decimal point after `point` digits and drop trailing zeros: ("868", 2) -> 86.8."""
    if point <= 0:
        digits, point = "0" * (1 - point) + digits, 1
    whole, fraction = digits[:point].ljust(point, "0"), digits[point:].rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def format_number(value: float) -> str:
    """Return a number in three significant digits: 86805.6 -> 86.8k."""
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    digits, exponent = _rounded(value)
    if not -4 <= exponent < 15:
        return f"{sign}{_placed(digits, 1)}e{exponent}"
    thousands = max(exponent // 3, 0)
    return f"{sign}{_placed(digits, exponent - 3 * thousands + 1)}{_SUFFIXES[thousands]}"


def format_unit(unit: Unit) -> str:
    """Return a unit in print: `us*core/meter**2` -> µs·core/m² with the registry's names."""
    if unit == PERCENT:
        return ""
    above = "·".join(_printed(name, power) for name, power in unit.factors if power > 0)
    below = "".join(f"/{_printed(name, -power)}" for name, power in unit.factors if power < 0)
    return f"{above or '1'}{below}" if below else above


def _printed(name: str, power: int) -> str:
    name = {"us": "µs", "second": "s"}.get(name, name)
    return name if power == 1 else f"{name}{str(power).translate(_SUPERSCRIPTS)}"


def scales(unit: Unit) -> tuple[Scale, ...]:
    """Return the author's unit, then, small to large, the units that a value may be shown in instead."""
    stated = Scale(unit.factor, "%" if unit == PERCENT else format_unit(unit))
    for name, power in unit.factors:
        family = family_of(name)
        if power == 1 and family is not None:
            variants = [unit.replace(name, member) for member in family]
            return (stated, *(Scale(variant.factor, format_unit(variant)) for variant in variants))
    return (stated,)


def show(value: float, choices: tuple[Scale, ...]) -> Shown:
    """Return a value in base units as shown: in the largest unit of the family that keeps it at least 1."""
    scale, *family = choices
    if value != 0:
        for candidate in family:
            if candidate is family[0] or _rounded(value / candidate.factor)[1] >= 0:
                scale = candidate
    number = format_number(value / scale.factor)
    return Shown(f"{number}%", "") if scale.text == "%" else Shown(number, scale.text)
