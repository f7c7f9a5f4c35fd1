"""Does a written number agree with a value at the precision that it shows?"""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Context, Decimal

_TWELVE = Context(prec=12, rounding=ROUND_HALF_UP)


def agrees(written: str, shift: int, value: float) -> bool:
    """Return whether `written` times 10**shift is `value` rounded to the digits of `written`.

    Zeros at the end of a whole number may or may not be meant as digits: 86,800 stands for 86,805.6 (three digits)
    and for 86,800.2 (five). Zeros after a point are meant: 2.40 does not stand for 2.44. At an exact half both
    neighbors agree.
    """
    mantissa, _, exponent = written.replace(",", "").replace("_", "").partition("e")
    said = Decimal(mantissa).scaleb(shift + int(exponent or 0))
    target = _TWELVE.plus(Decimal(value))
    if said == 0 or target == 0:
        return said == target
    most = len(mantissa.lstrip("-").replace(".", "").lstrip("0"))
    least = most if "." in mantissa else len(mantissa.lstrip("-").strip("0"))
    # Beyond twelve digits the value itself is noise.
    return any(_rounds_to(said, target, digits) for digits in range(least, min(most, 12) + 1))


def _rounds_to(said: Decimal, target: Decimal, digits: int) -> bool:
    return any(
        Context(prec=digits, rounding=rounding).plus(target) == said for rounding in (ROUND_HALF_UP, ROUND_HALF_DOWN)
    )
