"""Numbers as authors and readers type them. `parseNumber` in estimate.js is the same function."""

from __future__ import annotations

import math
import re

SUFFIXES = {"k": 3, "M": 6, "bn": 9, "tn": 12}
MAXIMUM_DIGITS = 30
MAXIMUM_EXPONENT = 99

DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:_[0-9]+)*)(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?"
_NUMBER = re.compile(rf"(-?)({DIGITS})(k|M|bn|tn|%)?")


def parse_number(text: str) -> float | None:
    """Return the value of `200M`, `1,000`, `2.5e6` or `60%`; None when the text is no number of bounded size.

    The decimal point is shifted in the text, so that 34.7k is the double nearest to 34700, here and in the browser.
    """
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > MAXIMUM_DIGITS:
        return None
    sign, digits, suffix = match.groups()
    mantissa, _, exponent = digits.replace(",", "").replace("_", "").partition("e")
    shift = -2 if suffix == "%" else SUFFIXES.get(suffix or "", 0)
    power = int(exponent or "0")
    if abs(power) > MAXIMUM_EXPONENT:
        return None
    value = float(f"{sign}{mantissa}e{power + shift}")
    return value if math.isfinite(value) else None
