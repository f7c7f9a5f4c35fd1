"""What a block says, before units and values: statements and expressions with their columns."""

from __future__ import annotations

from dataclasses import dataclass

from studyguide.estimate.units import Unit


@dataclass(frozen=True)
class Quantity:
    """A number with a unit, as in `4 byte/link`."""

    column: int
    text: str
    value: float
    unit: Unit


@dataclass(frozen=True)
class Name:
    """A reference to another line of the block."""

    column: int
    text: str


@dataclass(frozen=True)
class Operation:
    """An operator (`+ - * / **`, `negative`, a comparison, `and`, `or`, `not`) and its operands."""

    column: int
    operator: str
    operands: tuple[Expression, ...]


@dataclass(frozen=True)
class Call:
    """A function of the language with its arguments."""

    column: int
    function: str
    arguments: tuple[Expression, ...]


Expression = Quantity | Name | Operation | Call


@dataclass(frozen=True)
class Source:
    """The citation at the end of a label: `[published: he2014practical, section 6]`."""

    key: str
    place: str = ""


@dataclass(frozen=True)
class GroupLine:
    """`# Title`"""

    line: int
    title: str


@dataclass(frozen=True)
class AssumptionLine:
    """`name = NUMBER UNIT | label`"""

    line: int
    column: int
    name: str
    quantity: Quantity
    label: str
    source: Source | None


@dataclass(frozen=True)
class Stated:
    """The `≈ VALUE` of a derived line; `text` starts at `column`."""

    column: int
    text: str


@dataclass(frozen=True)
class DerivedLine:
    """`name = FORMULA -> UNIT ≈ VALUE | label`"""

    line: int
    column: int
    name: str
    formula: Expression
    unit: Unit | None
    unit_column: int
    stated: Stated | None
    label: str


@dataclass(frozen=True)
class OptionPart:
    """One option of a choice; the last one has no condition."""

    column: int
    text: str
    condition: Expression | None


@dataclass(frozen=True)
class ChoiceLine:
    """`choose name = "A" if COND; else "B" | label`"""

    line: int
    column: int
    name: str
    options: tuple[OptionPart, ...]
    label: str


@dataclass(frozen=True)
class CheckLine:
    """`assert COND | label`"""

    line: int
    column: int
    condition: Expression
    label: str


Statement = GroupLine | AssumptionLine | DerivedLine | ChoiceLine | CheckLine
