"""Gives an expression its unit, its value and the tree that the browser evaluates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from studyguide.estimate.error import EstimateError, suggestion
from studyguide.estimate.expression import MAXIMUM_UNIT_POWER, MAXIMUM_UNIT_POWERS
from studyguide.estimate.syntax import Call, Expression, Name, Operation, Quantity
from studyguide.estimate.tree import COMPARISONS, ArithmeticFailure, Tree, apply, compare
from studyguide.estimate.units import PLAIN, UNIT_NAMES, Unit, UnitError, described

_ROUNDING = frozenset({"ceil", "floor", "round"})
_LOGICAL = frozenset({"and", "or", "not"})


class PoisonedError(Exception):
    """An expression uses a name whose own line is broken: reporting it again would only distract."""


@dataclass
class Scope:
    """What the lines above have defined. `later` holds the names of the lines below, for a better message."""

    units: dict[str, Unit] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    choices: set[str] = field(default_factory=set)
    poisoned: set[str] = field(default_factory=set)
    later: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Amount:
    """A resolved formula: its value is in base units."""

    tree: Tree
    unit: Unit
    value: float


@dataclass(frozen=True)
class Comparison:
    """Two amounts side by side, for the message of a check that does not hold."""

    operator: str
    left: Amount
    right: Amount
    expression: Expression


@dataclass(frozen=True)
class Verdict:
    """A resolved condition, with the comparisons that it is made of."""

    tree: Tree
    value: bool
    comparisons: tuple[Comparison, ...]


class Resolver:
    """Resolves the expressions of one line; raises EstimateError with their columns, or PoisonedError."""

    def __init__(self, scope: Scope, line: int) -> None:
        self._scope = scope
        self._line = line

    def formula(self, expression: Expression, shown_in: Unit | None = None) -> Amount:
        """Resolve a formula. `shown_in` is the unit of the line, in which its outermost rounding rounds."""
        match expression:
            case Quantity(value=value, unit=unit):
                return Amount(value * unit.factor, unit, value * unit.factor)
            case Name():
                return self._name(expression)
            case Call(function=function):
                return self._call(expression, shown_in if function in _ROUNDING else None)
            case Operation(operator=operator) if operator in COMPARISONS or operator in _LOGICAL:
                raise self._error(expression, f'"{operator}" makes a condition; a formula needs a quantity here')
            case Operation():
                return self._operation(expression)

    def condition(self, expression: Expression) -> Verdict:
        """Resolve a condition."""
        if not isinstance(expression, Operation) or expression.operator not in COMPARISONS.keys() | _LOGICAL:
            raise self._error(expression, 'expected a comparison, as in "emb < 640 GB"')
        operator = expression.operator
        if operator in _LOGICAL:
            parts = [self.condition(operand) for operand in expression.operands]
            truths = [part.value for part in parts]
            truth = not truths[0] if operator == "not" else all(truths) if operator == "and" else any(truths)
            comparisons = tuple(comparison for part in parts for comparison in part.comparisons)
            return Verdict([operator, *(part.tree for part in parts)], truth, comparisons)
        left, right = (self.formula(operand) for operand in expression.operands)
        self._same_dimension(expression, f'"{operator}"', left, right)
        truth = compare(operator, left.value, right.value)
        return Verdict([operator, left.tree, right.tree], truth, (Comparison(operator, left, right, expression),))

    def _error(self, expression: Expression, message: str) -> EstimateError:
        return EstimateError(self._line, expression.column, message)

    def _name(self, name: Name) -> Amount:
        scope, text = self._scope, name.text
        if text in scope.values:
            return Amount(text, scope.units[text], scope.values[text])
        if text in scope.poisoned:
            raise PoisonedError
        if text in UNIT_NAMES:
            raise self._error(name, f'"{text}" is a unit and needs a number before it: "1 {text}"')
        if text in scope.choices:
            raise self._error(name, f'"{text}" is a choice, whose value is a text; a formula needs quantities')
        if scope.later.get(text) == self._line:
            raise self._error(name, f'"{text}" is defined by this very line')
        if text in scope.later:
            raise self._error(name, f'"{text}" is defined on line {scope.later[text]}; move that line above this one')
        hint = suggestion(text, {*scope.values, *UNIT_NAMES})
        known = f"; the names above are {', '.join(list(scope.values)[-8:])}" if scope.values and not hint else ""
        raise self._error(name, f'unknown name "{text[:40]}"{hint or known}')

    def _applied(self, expression: Expression, tree: list[Tree], unit: Unit, operands: Sequence[float]) -> Amount:
        operator = tree[0]
        assert isinstance(operator, str), "a tree begins with its operator"
        try:
            return Amount(tree, unit, apply(operator, operands))
        except ArithmeticFailure as failure:
            raise self._error(expression, str(failure)) from None

    def _operation(self, expression: Operation) -> Amount:
        operator = expression.operator
        operands = [self.formula(operand) for operand in expression.operands]
        left = operands[0]
        if operator == "negative":
            unit = left.unit
        elif operator == "**":
            unit = self._power_unit(expression, *operands)
        elif operator == "*":
            unit = left.unit * operands[1].unit
        elif operator == "/":
            unit = left.unit / operands[1].unit
        else:
            self._same_dimension(expression, f'"{operator}"', *operands)
            unit = left.unit
        if sum(abs(power) for _, power in unit.factors) > MAXIMUM_UNIT_POWERS:
            raise self._error(expression, "the unit of the result is a product of too many units")
        tree: list[Tree] = [operator, *(operand.tree for operand in operands)]
        return self._applied(expression, tree, unit, [operand.value for operand in operands])

    def _power_unit(self, expression: Operation, base: Amount, exponent: Amount) -> Unit:
        if not exponent.unit.plain:
            message = f"an exponent is a plain number, not {described(exponent.unit)}"
            raise self._error(expression.operands[1], message)
        if base.unit.plain:
            return PLAIN
        whole = int(exponent.value) if exponent.value == int(exponent.value) else None
        if whole is None or _uses_names(exponent.tree) or abs(whole) > MAXIMUM_UNIT_POWER:
            message = f"{described(base.unit)} takes a whole power written as a number, up to {MAXIMUM_UNIT_POWER}"
            raise self._error(expression.operands[1], message)
        return base.unit.power(whole)

    def _call(self, call: Call, shown_in: Unit | None) -> Amount:
        arguments = [self.formula(argument) for argument in call.arguments]
        first = arguments[0]
        tree: list[Tree] = [call.function, *(argument.tree for argument in arguments)]
        values = [argument.value for argument in arguments]
        if call.function in _ROUNDING:
            step = self._step(call, first, shown_in)
            return self._applied(call, [*tree, step], first.unit, [*values, step])
        if call.function == "sqrt":
            try:
                return self._applied(call, tree, first.unit.root(), values)
            except UnitError as error:
                raise self._error(call.arguments[0], str(error)) from None
        if call.function in {"min", "max"}:
            for argument in arguments[1:]:
                self._same_dimension(call, call.function, first, argument)
            return self._applied(call, tree, first.unit, values)
        if not first.unit.plain:
            message = f"{call.function} needs a plain number, not {described(first.unit.merged())}; "
            raise self._error(call.arguments[0], f'{message}divide by "1 {first.unit.merged()}"')
        return self._applied(call, tree, PLAIN, values)

    def _step(self, call: Call, argument: Amount, shown_in: Unit | None) -> float:
        """Return the unit in which a rounding counts, in base units."""
        if shown_in is not None and shown_in.dimension == argument.unit.dimension:
            return shown_in.factor
        if argument.unit.countable:
            return 1.0
        unit = argument.unit.merged()
        message = f"{call.function} of {unit} does not say in which unit to round"
        raise self._error(call, f'{message}; write "{call.function}(… / 1 {unit})"')

    def _same_dimension(self, expression: Expression, what: str, left: Amount, right: Amount) -> None:
        if left.unit.dimension == right.unit.dimension:
            return
        units = f"{described(left.unit.merged())} and {described(right.unit.merged())}"
        message = f"{what} needs the same kind of unit on both sides, not {units}"
        raise self._error(expression, f"{message}{_conversion(left.unit, right.unit, 'the left side')}")


def _uses_names(tree: Tree) -> bool:
    if isinstance(tree, list):
        return any(_uses_names(operand) for operand in tree[1:])
    return isinstance(tree, str)


def _conversion(unit: Unit, wanted: Unit, what: str) -> str:
    """Return advice such as `; divide the left side by a quantity in vector` when one step would mend the unit."""
    surplus = (unit / wanted).merged()
    if all(power > 0 for _, power in surplus.factors):
        return f"; divide {what} by a quantity in {surplus}"
    if all(power < 0 for _, power in surplus.factors):
        return f"; multiply {what} by a quantity in {surplus.power(-1)}"
    return f"; multiply {what} by a quantity in {surplus.power(-1)}" if len(surplus.factors) == 2 else ""


def unit_mismatch(name: str, unit: Unit, wanted: Unit) -> str:
    """Return the message for a derived line whose formula has another dimension than the unit it states."""
    merged = unit.merged()
    write = f'write "-> {merged}"' if merged.factors else 'write "-> 1"'
    advice = _conversion(unit, wanted, "the formula").removeprefix("; ")
    return f"{name} has {_has(merged)}, not {described(wanted)}; {write}{f' or {advice}' if advice else ''}"


def _has(unit: Unit) -> str:
    return f"unit {unit}" if unit.factors else "no unit"
