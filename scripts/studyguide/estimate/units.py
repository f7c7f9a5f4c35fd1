"""Units of the estimates: a registry of our own, in which every noun is its own dimension.

pint's stock registry counts a byte as a plain number and accepts plurals; this one knows exact singular names only.
pint resolves factors and dimensions; it is loaded at the first block, so that importing this package stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, cast

from studyguide.estimate.nouns import NOUNS

if TYPE_CHECKING:
    from pint import UnitRegistry

DECIMAL_PREFIXES = {"k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12, "P": 10**15, "E": 10**18, "Z": 10**21}
BINARY_PREFIXES = {"Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "Pi": 2**50}
SMALL_PREFIXES = {"n": 10**9, "u": 10**6, "m": 10**3}

# Families of one measure, small to large: the shown value picks its unit among the members of the family.
BYTES = ("byte", *(f"{prefix}B" for prefix in list(DECIMAL_PREFIXES)[:6]))
BINARY_BYTES = ("byte", *(f"{prefix}B" for prefix in BINARY_PREFIXES))
SECONDS = ("ns", "us", "ms", "s")
FLOPS = ("flop", *(f"{prefix}flop" for prefix in DECIMAL_PREFIXES))
BITS = ("bit", *(f"{prefix}bit" for prefix in list(DECIMAL_PREFIXES)[:4]))
WATTS = ("watt", "kW", "MW", "GW")
METERS = ("mm", "cm", "meter", "km")
FAMILIES = (BYTES, BINARY_BYTES, SECONDS, FLOPS, BITS, WATTS, METERS)

# What authors are likely to type instead of a name of the registry.
SPELLINGS = {
    "B": "byte", "b": "bit", "sec": "second", "h": "hour", "hr": "hour", "min": "minute", "d": "day",
    "req": "request", "usd": "dollar", "USD": "dollar", "KB": "kB", "mb": "MB", "gb": "GB", "tb": "TB",
    "flops": "flop/s", "FLOP": "flop", "FLOPS": "flop/s", "TFLOPS": "Tflop/s", "qps": "request/s", "QPS": "request/s",
    "rps": "request/s", "people": "person", "W": "watt", "gpus": "gpu", "GPU": "gpu",
    "CPU": "core", "cpu": "core", "Hz": "event/s",
}  # fmt: skip


_MEASURED = frozenset({"[information]", "[time]", "[computation]", "[meter]", "[watt]"})


class UnitError(Exception):
    """Units that do not fit together; the message says which."""


def _definitions() -> list[str]:
    lines = [f"{noun} = [{noun}]" for noun in sorted(NOUNS)]
    lines += ["second = [time]", "s = second", "byte = [information]", "bit = byte / 8", "flop = [computation]"]
    lines += [f"{prefix}s = second / {divisor}" for prefix, divisor in SMALL_PREFIXES.items()]
    lines += ["minute = 60 * second", "hour = 3600 * second", "day = 86400 * second", "week = 604800 * second"]
    lines += ["month = 2592000 * second", "year = 31536000 * second"]
    lines += ["cent = dollar / 100", "percent = 1 / 100"]
    lines += ["mm = meter / 1000", "cm = meter / 100", "km = 1000 * meter"]
    lines += ["kW = 1000 * watt", "MW = 1000000 * watt", "GW = 1000000000 * watt"]
    for prefix, factor in DECIMAL_PREFIXES.items():
        lines += [f"{prefix}B = {factor} * byte", f"{prefix}flop = {factor} * flop", f"{prefix}bit = {factor} * bit"]
    lines += [f"{prefix}B = {factor} * byte" for prefix, factor in BINARY_PREFIXES.items()]
    return lines


UNIT_NAMES: frozenset[str] = frozenset(line.split(" = ")[0] for line in _definitions()) - {"percent"}


@cache
def _registry() -> UnitRegistry[Any]:
    from pint import UnitRegistry  # deferred: 0.1 s that a session without estimates need not pay

    registry: UnitRegistry[Any] = UnitRegistry(None)
    registry.load_definitions(_definitions())
    return registry


Factors = tuple[tuple[str, int], ...]
"""Names of the registry with their whole powers, in the order of their first appearance."""


@cache
def _factor(factors: Factors) -> float:
    from pint.util import UnitsContainer

    factor, _ = _registry().get_base_units(UnitsContainer(dict(factors)))
    return float(cast(float, factor))


@cache
def _dimension(factors: Factors) -> Factors:
    from pint.util import UnitsContainer

    dimension = _registry().get_dimensionality(UnitsContainer(dict(factors)))
    return tuple(sorted((name, int(cast(float, power))) for name, power in dimension.items()))


@dataclass(frozen=True)
class Unit:
    """A product of whole powers of units, as an author wrote it."""

    factors: Factors = ()

    @cached_property
    def factor(self) -> float:
        """What one of this unit is in base units."""
        return _factor(self.factors)

    @cached_property
    def dimension(self) -> Factors:
        """The dimensions with their powers, sorted: equal for units that measure the same."""
        return _dimension(self.factors)

    @property
    def plain(self) -> bool:
        """Whether this measures a plain number."""
        return not self.dimension

    @property
    def countable(self) -> bool:
        """Whether one base unit is the only sensible step for rounding: true of nouns, false of bytes and seconds."""
        return not any(name in _MEASURED for name, _ in self.dimension)

    def __mul__(self, other: Unit) -> Unit:
        return _product((*self.factors, *other.factors))

    def __truediv__(self, other: Unit) -> Unit:
        return self * other.power(-1)

    def power(self, exponent: int) -> Unit:
        """Return this unit to a whole power."""
        return _product((name, power * exponent) for name, power in self.factors)

    def root(self) -> Unit:
        """Return the square root; raises UnitError when a power is odd."""
        merged = self.merged()
        if any(power % 2 for _, power in merged.factors):
            raise UnitError(f"the square root of {merged} is not a unit")
        return Unit(tuple((name, power // 2) for name, power in merged.factors))

    def merged(self) -> Unit:
        """Return a unit of the same dimension in which each dimension appears under one name only."""
        names: dict[Factors, tuple[str, int]] = {}
        for name, power in self.factors:
            dimension = Unit(((name, 1),)).dimension
            known, total = names.get(dimension, (name, 0))
            names[dimension] = known, total + power
        return _product(names.values())

    def replace(self, old: str, new: str) -> Unit:
        """Return this unit with one name exchanged for another."""
        return Unit(tuple((new if name == old else name, power) for name, power in self.factors))

    def __str__(self) -> str:
        if self.factors == (("percent", 1),):
            return "%"
        above = "*".join(_powered(name, power) for name, power in self.factors if power > 0)
        below = "".join(f"/{_powered(name, -power)}" for name, power in self.factors if power < 0)
        return f"{above or '1'}{below}" if below else above


PLAIN = Unit()
PERCENT = Unit((("percent", 1),))


def _powered(name: str, power: int) -> str:
    return name if power == 1 else f"{name}**{power}"


def _product(factors: Iterable[tuple[str, int]]) -> Unit:
    powers: dict[str, int] = {}
    for name, power in factors:
        powers[name] = powers.get(name, 0) + power
    return Unit(tuple((name, power) for name, power in powers.items() if power))


def described(unit: Unit) -> str:
    """Return how a message names a unit."""
    return str(unit) or "no unit"


def family_of(name: str) -> tuple[str, ...] | None:
    """Return the family of units that a shown value in this unit may choose from; None when it keeps its unit."""
    if name == "second":
        return SECONDS
    if name in BINARY_BYTES and name != "byte":
        return BINARY_BYTES
    return next((family for family in FAMILIES if name in family), None)
