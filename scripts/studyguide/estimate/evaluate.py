"""Evaluates a block: statements in, values or errors with their places out."""

from __future__ import annotations

from dataclasses import dataclass

from studyguide.estimate.error import EstimateError
from studyguide.estimate.format import Scale, Shown, format_number, scales, show
from studyguide.estimate.notation import notation
from studyguide.estimate.number import SUFFIXES
from studyguide.estimate.parse import parse_line, statement_name
from studyguide.estimate.precision import agrees
from studyguide.estimate.resolve import PoisonedError, Resolver, Scope, Verdict, unit_mismatch
from studyguide.estimate.syntax import (
    AssumptionLine,
    CheckLine,
    ChoiceLine,
    DerivedLine,
    Expression,
    GroupLine,
    Source,
    Stated,
    Statement,
)
from studyguide.estimate.tree import Tree
from studyguide.estimate.units import PERCENT, PLAIN, Unit

MAXIMUM_LINES = 300
MAXIMUM_CHARACTERS = 60_000


@dataclass(frozen=True)
class Group:
    """The title of the rows that follow."""

    line: int
    title: str


@dataclass(frozen=True)
class Assumption:
    """An input that a reader can edit: `text` is the author's number, `value` is in base units."""

    line: int
    name: str
    label: str
    text: str
    unit: Unit
    value: float
    source: Source | None

    @property
    def kind(self) -> str:
        """`published` when the label names a source, else `assumed`."""
        return "published" if self.source else "assumed"


@dataclass(frozen=True)
class Derived:
    """A computed quantity: `value` is in base units, `tree` is what the browser evaluates."""

    line: int
    name: str
    label: str
    formula: Expression
    tree: Tree
    unit: Unit
    value: float

    kind = "derived"

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The units that the value may be shown in, the author's first."""
        return scales(self.unit)

    @property
    def shown(self) -> Shown:
        """The value as a reader sees it."""
        return show(self.value, self.scales)


@dataclass(frozen=True)
class Option:
    """One option of a choice; the last one has no condition."""

    text: str
    condition: Expression | None
    tree: Tree | None


@dataclass(frozen=True)
class Choice:
    """A decision: the first option whose condition is true, else the last."""

    line: int
    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str

    kind = "choice"


@dataclass(frozen=True)
class Check:
    """A condition that the build insists on."""

    line: int
    label: str
    condition: Expression
    tree: Tree
    holds: bool

    kind = "check"


Row = Group | Assumption | Derived | Choice | Check
Named = Assumption | Derived | Choice


@dataclass(frozen=True)
class Evaluated:
    """A block without mistakes, in the order of its lines."""

    rows: tuple[Row, ...]

    @property
    def named(self) -> dict[str, Named]:
        """The rows that a link can name."""
        return {row.name: row for row in self.rows if isinstance(row, Named)}


@dataclass(frozen=True)
class _Stale:
    line: int
    stated: Stated
    right: str


class _Block:
    """One pass over a block: goes on after a mistake, and keeps quiet about what follows from it."""

    def __init__(self, source: str) -> None:
        self.rows: list[Row] = []
        self.errors: list[EstimateError] = []
        self.stale: list[_Stale] = []
        self._scope = Scope()
        self._defined: dict[str, int] = {}
        lines = self._lines(source)
        self._scope.later = {
            name: number for number, text in reversed(lines) if (name := statement_name(text)) is not None
        }
        for number, text in lines:
            self._line(number, text)
        if not self.errors and not any(not isinstance(row, Group) for row in self.rows):
            self.errors.append(EstimateError(1, 1, 'the block is empty; a line is "name = NUMBER UNIT | label"'))

    def _lines(self, source: str) -> list[tuple[int, str]]:
        # Not splitlines(): it also splits at characters that are no line ends to an editor.
        too_long = len(source) > MAXIMUM_CHARACTERS
        if too_long or source.count("\n") > MAXIMUM_LINES:
            limit = f"{MAXIMUM_CHARACTERS:,} characters" if too_long else f"{MAXIMUM_LINES} lines"
            self.errors.append(EstimateError(1, 1, f"the block is longer than {limit}; split it"))
            return []
        return list(enumerate(source.split("\n"), 1))

    def _line(self, number: int, text: str) -> None:
        defined_before = set(self._defined)
        try:
            statement = parse_line(text, number)
            if statement is not None:
                self._statement(statement)
        except EstimateError as error:
            self.errors.append(error)
            self._poison(text, defined_before)
        except PoisonedError:
            self._poison(text, defined_before)

    def _poison(self, text: str, defined_before: set[str]) -> None:
        name = statement_name(text)
        if name is not None and name not in defined_before:
            self._scope.poisoned.add(name)

    def _statement(self, statement: Statement) -> None:
        match statement:
            case GroupLine(line=line, title=title):
                self.rows.append(Group(line, title))
            case AssumptionLine():
                self._define(statement.name, statement.line, statement.column)
                self._assumption(statement)
            case DerivedLine():
                self._define(statement.name, statement.line, statement.column)
                self._derived(statement)
            case ChoiceLine():
                self._define(statement.name, statement.line, statement.column)
                self._choice(statement)
            case CheckLine():
                self._check(statement)

    def _define(self, name: str, line: int, column: int) -> None:
        if name in self._defined:
            raise EstimateError(line, column, f'"{name}" is already defined on line {self._defined[name]}')
        self._defined[name] = line

    def _keep(self, row: Assumption | Derived) -> None:
        self.rows.append(row)
        self._scope.units[row.name] = row.unit
        self._scope.values[row.name] = row.value

    def _assumption(self, line: AssumptionLine) -> None:
        quantity = line.quantity
        value = quantity.value * quantity.unit.factor
        self._keep(Assumption(line.line, line.name, line.label, quantity.text, quantity.unit, value, line.source))

    def _derived(self, line: DerivedLine) -> None:
        resolver = Resolver(self._scope, line.line)
        unit = line.unit or PLAIN
        amount = resolver.formula(line.formula, unit)
        if amount.unit.dimension != unit.dimension:
            if line.unit is None:
                message = f'{line.name} needs its unit after the formula: "-> {amount.unit.merged()}"'
                raise EstimateError(line.line, line.unit_column, message)
            raise EstimateError(line.line, line.unit_column, unit_mismatch(line.name, amount.unit, unit))
        row = Derived(line.line, line.name, line.label, line.formula, amount.tree, unit, amount.value)
        # A stale value is reported, but the quantity itself is known: the lines below can use it.
        self._keep(row)
        self._compare_stated(line, row)

    def _compare_stated(self, line: DerivedLine, row: Derived) -> None:
        if line.stated is None:
            right = _right(row, percent=row.unit == PERCENT)
            column = line.unit_column
            raise EstimateError(line.line, column, f'{row.name} states no value; write "≈ {right}" before the label')
        if _is_stale(line.stated.text, row):
            right = _right(row, percent=line.stated.text.endswith("%"))
            self.stale.append(_Stale(line.line, line.stated, right))
            unit = f" {row.unit}" if row.unit.factors and row.unit != PERCENT else ""
            message = f'{row.name} is {right}{unit}, not {line.stated.text}; write "≈ {right}"'
            raise EstimateError(line.line, line.stated.column, message)

    def _choice(self, line: ChoiceLine) -> None:
        resolver = Resolver(self._scope, line.line)
        options, chosen = [], None
        for part in line.options:
            verdict = resolver.condition(part.condition) if part.condition is not None else None
            options.append(Option(part.text, part.condition, verdict.tree if verdict else None))
            if chosen is None and (verdict is None or verdict.value):
                chosen = part.text
        assert chosen is not None, "the parser insists on a last option without a condition"
        self.rows.append(Choice(line.line, line.name, line.label, tuple(options), chosen))
        self._scope.choices.add(line.name)

    def _check(self, line: CheckLine) -> None:
        verdict = Resolver(self._scope, line.line).condition(line.condition)
        self.rows.append(Check(line.line, line.label, line.condition, verdict.tree, verdict.value))
        if not verdict.value:
            raise EstimateError(line.line, line.column, _false_check(line.condition, verdict))


def _false_check(condition: Expression, verdict: Verdict) -> str:
    sides = []
    for comparison in verdict.comparisons:
        amounts = comparison.left, comparison.right
        left, right = (show(amount.value, scales(amount.unit.merged())) for amount in amounts)
        compared = f"{left} {comparison.operator} {right}"
        alone = comparison.expression is condition
        sides.append(compared if alone else f"{notation(comparison.expression)} is {compared}")
    return f"the check {notation(condition)} does not hold: {'; '.join(sides)}"


def _right(row: Derived, percent: bool) -> str:
    """Return what belongs after `≈`: the value in the unit of the line, which is not always the unit it is shown in."""
    if percent:
        return f"{format_number(row.value / PERCENT.factor)}%"
    return format_number(row.value / row.unit.factor)


def _is_stale(stated: str, row: Derived) -> bool:
    if stated.endswith("%"):
        # A percentage is a plain number: under another unit it is wrong whatever its digits.
        return not row.unit.plain or not agrees(stated[:-1], -2, row.value)
    suffix = next((known for known in SUFFIXES if stated.endswith(known)), "")
    return not agrees(stated.removesuffix(suffix), SUFFIXES.get(suffix, 0), row.value / row.unit.factor)


def evaluate_block(source: str) -> Evaluated:
    """Return the values of a block (the lines inside the fence); raises EstimateError for its first mistake."""
    block = _Block(source)
    if block.errors:
        raise block.errors[0]
    return Evaluated(tuple(block.rows))


def diagnose(source: str) -> list[EstimateError]:
    """Return the independent mistakes of a block in the order of its lines, an empty list when there is none."""
    return _Block(source).errors


def refresh(source: str) -> str:
    """Return the block with every stale `≈ VALUE` rewritten, and nothing else."""
    lines = source.split("\n")
    for stale in _Block(source).stale:
        text = lines[stale.line - 1]
        start = stale.stated.column - 1
        end = start + _written_length(text[start:], stale.stated.text)
        lines[stale.line - 1] = f"{text[:start]}{stale.right}{text[end:]}"
    return "\n".join(lines)


def _written_length(text: str, stated: str) -> int:
    """Return how many characters a stated value takes in its line: a minus may stand apart from its digits."""
    digits = stated.removeprefix("-")
    return text.index(digits) + len(digits)
