"""Does a piece of prose agree with a computed quantity at the precision that it shows?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from studyguide.estimate.evaluate import Assumption, Choice, Derived, Named
from studyguide.estimate.format import scales, show
from studyguide.estimate.number import DIGITS
from studyguide.estimate.precision import agrees
from studyguide.estimate.units import BINARY_BYTES, BITS, BYTES, FLOPS, PERCENT, Unit

_MAGNITUDES = {
    "k": 3, "thousand": 3, "M": 6, "million": 6, "bn": 9, "billion": 9, "tn": 12, "trillion": 12,
    "%": -2, "percent": -2,
}  # fmt: skip
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_LONG_PREFIXES = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E"}
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _spelled_units() -> dict[str, str]:
    """Return the scaled units as prose writes them: a noun counts as itself and needs no entry."""
    spelled = {name: name for name in (*BYTES, *BINARY_BYTES, *FLOPS, *BITS, "ns", "us", "ms", "s", "percent")}
    spelled |= {"µs": "us", "μs": "us", "GFLOP": "Gflop", "TFLOP": "Tflop", "PFLOP": "Pflop", "FLOP": "flop"}
    spelled |= {"nanosecond": "ns", "microsecond": "us", "millisecond": "ms"} | {time: time for time in _TIMES}
    for prefix, symbol in _LONG_PREFIXES.items():
        spelled |= {f"{prefix}byte": f"{symbol}B", f"{prefix}flop": f"{symbol}flop", f"{prefix}bit": f"{symbol}bit"}
    plurals = {f"{word}s": name for word, name in spelled.items() if len(word) > 3 and word.islower()}
    del spelled["percent"]
    return spelled | plurals | {"FLOPs": "flop", "GFLOPs": "Gflop", "TFLOPs": "Tflop", "PFLOPs": "Pflop"}


_UNITS = _spelled_units()
_UNITS.pop("percents", None)

_NUMBER = re.compile(
    rf"(?<![\w.,-])(?P<minus>[-−])?[$~≈]*(?P<digits>{DIGITS})(?![0-9])"
    r"(?:[ \u00a0\u202f-]?(?P<magnitude>k|M|bn|tn|thousand|million|billion|trillion|percent|%)(?![A-Za-z0-9]))?"
    r"(?:[ \u00a0\u202f-]?(?P<unit>[A-Za-zµμ]+))?"
)
_SPELLED_NUMBER = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_PER_TIME = re.compile(rf"(?:\b(?:per|an?|each|every)[ \u00a0]|/ ?)({'|'.join(_TIMES)}|s)\b")


@dataclass(frozen=True)
class Written:
    """The first number of a text: digits, the power of ten that follows them, and the units beside it."""

    digits: str
    shift: int
    unit: str | None
    per: str | None


def read_number(text: str) -> Written | None:
    """Return the first number in a piece of prose, None when it has none."""
    match = _NUMBER.search(text)
    if match is None:
        spelled = _SPELLED_NUMBER.search(text)
        if spelled is None:
            return None
        # A number in a word is as good as its digits: "eight cores".
        digits = str(_WORDS.index(spelled[1].lower()))
        return read_number(f"{digits}{text[spelled.end() :]}")
    sign = "-" if match["minus"] else ""
    per = _PER_TIME.search(text, match.end("digits"))
    time = per[1] if per else None
    shift = _MAGNITUDES.get(match["magnitude"] or "", 0)
    unit = "percent" if shift < 0 else _UNITS.get(match["unit"] or "")
    return Written(f"{sign}{match['digits']}", max(shift, 0), unit, {"s": "second"}.get(time or "", time))


def disagreement(text: str, target: Named) -> str | None:
    """Return why a text does not state this quantity or option, in a form that names the right one; None if it does."""
    text = " ".join(text.split())
    if isinstance(target, Choice):
        return _other_option(text, target)
    written = read_number(text)
    right = shown(target)
    if written is None:
        return f'"{text}" holds no number; {target.name} is {right}'
    unit = _unit_in_prose(written, target.unit)
    if unit is None:
        stated = " per ".join(part for part in (written.unit, written.per) if part)
        return f'"{text}" is in {stated}, but {target.name} is {right}'
    if not agrees(written.digits, written.shift, target.value / unit.factor):
        exact = f"{target.value / unit.factor:,.6g}"
        return f'"{text}" does not agree: {target.name} is {right} ({exact} in the unit of the text)'
    return None


def shown(target: Assumption | Derived) -> str:
    """Return a quantity as its row shows it."""
    return str(show(target.value, scales(target.unit)))


def _other_option(text: str, choice: Choice) -> str | None:
    # The option may begin a sentence.
    if text in {choice.chosen, choice.chosen[:1].upper() + choice.chosen[1:]}:
        return None
    return f'"{text}" is not the option chosen: {choice.name} is "{choice.chosen}"'


def _unit_in_prose(written: Written, unit: Unit) -> Unit | None:
    """Return the unit of the quantity with what the prose names put in its place; None when it measures another."""
    if written.unit == "percent":
        return PERCENT if unit.plain else None
    for name, wanted_sign in ((written.unit, 1), (written.per, -1)):
        if name is None:
            continue
        dimension = Unit(((name, 1),)).dimension
        replaced = next(
            (known for known, power in unit.factors if power == wanted_sign and _measures(known, dimension)), None
        )
        if replaced is None:
            return None
        unit = unit.replace(replaced, name)
    return unit


def _measures(name: str, dimension: tuple[tuple[str, int], ...]) -> bool:
    return Unit(((name, 1),)).dimension == dimension
