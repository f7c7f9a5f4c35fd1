"""Pratt parser of formulas, conditions and units. Builds values only: nothing here evaluates."""

from __future__ import annotations

from typing import NoReturn

from studyguide.estimate.error import EstimateError, suggestion
from studyguide.estimate.number import parse_number
from studyguide.estimate.syntax import Call, Expression, Name, Operation, Quantity
from studyguide.estimate.tokens import Kind, Token
from studyguide.estimate.tree import MAXIMUM_RESULT
from studyguide.estimate.units import PERCENT, PLAIN, SPELLINGS, UNIT_NAMES, Unit

FUNCTIONS = {"min": (2, 20), "max": (2, 20)}
FUNCTIONS |= dict.fromkeys(("ceil", "floor", "round", "log2", "log10", "sqrt"), (1, 1))
KEYWORDS = frozenset({"and", "or", "not", "if", "else", "choose", "assert"})
MAXIMUM_DEPTH = 30
MAXIMUM_UNIT_POWER = 9
MAXIMUM_UNIT_POWERS = 12

_BINDING = {"or": 1, "and": 2, "<": 4, "<=": 4, ">": 4, ">=": 4, "==": 4, "+": 5, "-": 5, "*": 6, "/": 6, "**": 8}
_NOT, _COMPARISON, _NEGATIVE, _POWER = 3, 4, 7, 8


class Parser:
    """Reads the tokens of one line from left to right."""

    def __init__(self, tokens: list[Token], line: int) -> None:
        self._tokens = tokens
        self._line = line
        self._next = 0
        self._depth = 0

    @property
    def token(self) -> Token:
        """The next token, not yet consumed."""
        return self._tokens[self._next]

    def peek(self, ahead: int) -> Token:
        """Return a later token."""
        return self._tokens[min(self._next + ahead, len(self._tokens) - 1)]

    def advance(self) -> Token:
        """Consume and return the next token."""
        token = self.token
        if token.kind is not Kind.END:
            self._next += 1
        return token

    def accept(self, text: str) -> Token | None:
        """Consume the next token when it is this sign or word."""
        return self.advance() if self.at(text) else None

    def at(self, text: str) -> bool:
        """Whether the next token is this sign or word."""
        return self.token.kind in {Kind.SIGN, Kind.NAME} and self.token.text == text

    def expect(self, text: str, instead: str) -> Token:
        """Consume this sign or word; raises EstimateError with the given message otherwise."""
        return self.accept(text) or self.fail(instead)

    def fail(self, message: str, token: Token | None = None) -> NoReturn:
        """Raise an EstimateError at a token, the next one unless told."""
        raise EstimateError(self._line, (token or self.token).column, message)

    def expression(self, binding: int = 0) -> Expression:
        """Read a formula or condition whose operators bind tighter than `binding`."""
        self._depth += 1
        if self._depth > MAXIMUM_DEPTH:
            self.fail(f"the formula is nested more than {MAXIMUM_DEPTH} deep; name an intermediate result")
        left = self._prefix()
        while self.token.kind in {Kind.SIGN, Kind.NAME} and _BINDING.get(self.token.text, 0) > binding:
            left = self._infix(left)
        self._depth -= 1
        return left

    def _infix(self, left: Expression) -> Expression:
        operator = self.advance()
        strength = _BINDING[operator.text]
        if strength == _COMPARISON and isinstance(left, Operation) and _BINDING.get(left.operator) == _COMPARISON:
            self.fail('one comparison at a time; write "a < b and b < c"', operator)
        # A power associates to the right and takes a sign: 2 ** -1.
        right = self.expression(_NEGATIVE - 1 if strength == _POWER else strength)
        return Operation(operator.column, operator.text, (left, right))

    def _prefix(self) -> Expression:
        token = self.token
        if token.kind is Kind.NUMBER:
            return self._quantity()
        if token.kind is Kind.NAME:
            return self._word()
        if self.accept("("):
            inside = self.expression()
            self.expect(")", f'expected ")" to close the parenthesis of column {token.column}')
            return inside
        if self.accept("-"):
            return Operation(token.column, "negative", (self.expression(_NEGATIVE),))
        if token.text == "%":
            self.fail('write the percent sign directly after the number: "60%"')
        found = f'"{token.text}"' if token.kind in {Kind.SIGN, Kind.TEXT} else token.kind.value
        self.fail(f"expected a number, a name or a parenthesis, found {found}")

    def _word(self) -> Expression:
        token = self.advance()
        if token.text == "not":
            return Operation(token.column, "not", (self.expression(_NOT),))
        if token.text in KEYWORDS:
            self.fail(f'"{token.text}" cannot stand here', token)
        if self.at("("):
            return self._call(token)
        if token.text in FUNCTIONS:
            self.fail(f'write "{token.text}(…)" with its arguments in parentheses', token)
        return Name(token.column, token.text)

    def _call(self, function: Token) -> Call:
        if function.text not in FUNCTIONS:
            known = f"the functions are {', '.join(sorted(FUNCTIONS))}"
            self.fail(f'unknown function "{function.text}"{suggestion(function.text, FUNCTIONS)}; {known}', function)
        self.advance()
        arguments = [self.expression()]
        while self.accept(","):
            arguments.append(self.expression())
        self.expect(")", f'expected ")" to close "{function.text}("')
        least, most = FUNCTIONS[function.text]
        if not least <= len(arguments) <= most:
            count = "one argument" if most == 1 else f"{least} to {most} arguments"
            hint = "; write a space after the comma between arguments" if len(arguments) < least else ""
            self.fail(f"{function.text} takes {count}, not {len(arguments)}{hint}", function)
        return Call(function.column, function.text, tuple(arguments))

    def _quantity(self) -> Quantity:
        number = self.advance()
        value = parse_number(number.text)
        assert value is not None, "the tokenizer admits readable numbers only"
        unit = self._unit_of(number)
        if abs(value * unit.factor) > MAXIMUM_RESULT:
            self.fail("the quantity is too large", number)
        return Quantity(number.column, number.text, value, unit)

    def _unit_of(self, number: Token) -> Unit:
        if self._at_unit(0):
            if self.token.column == number.end:
                self.fail(f'write a space before the unit: "{number.text} {self.token.text}"')
            return self._product(PLAIN)
        if self.at("/") and self._at_unit(1):
            return self._product(PLAIN)
        following = self.token
        if following.kind is Kind.NAME and following.text not in KEYWORDS:
            self.fail(unknown_unit(following.text, f'"{number.text} {following.text}"'))
        if following.text == "%":
            self.fail(f'write the percent sign directly after the number: "{number.text}%"')
        return PLAIN

    def _at_unit(self, ahead: int) -> bool:
        """Whether a unit begins here: a function's name followed by ( or an unknown word is none."""
        token = self.peek(ahead)
        if token.kind is Kind.SIGN and token.text == "(":
            return self._at_unit(ahead + 1) if self.peek(ahead + 1).kind is Kind.NAME else False
        return token.kind is Kind.NAME and token.text in UNIT_NAMES

    def _product(self, unit: Unit) -> Unit:
        """Read `request/user/day`, continuing from a unit that may be the implied 1 of `/day`."""
        if not self.at("/"):
            unit = self._power()
        while self.token.text in {"*", "/"} and self.token.kind is Kind.SIGN and self._at_unit(1):
            divides = self.advance().text == "/"
            factor = self._power()
            unit = unit / factor if divides else unit * factor
        self._bounded(unit)
        return unit

    def _bounded(self, unit: Unit) -> None:
        if sum(abs(power) for _, power in unit.factors) > MAXIMUM_UNIT_POWERS:
            self.fail(f"the unit is a product of more than {MAXIMUM_UNIT_POWERS} units")

    def _power(self) -> Unit:
        self._depth += 1
        if self._depth > MAXIMUM_DEPTH:
            self.fail(f"the unit is nested more than {MAXIMUM_DEPTH} deep")
        if self.accept("("):
            unit = self._product(PLAIN)
            self.expect(")", 'expected ")" to close the parenthesis of the unit')
        else:
            unit = Unit(((self.advance().text, 1),))
        self._depth -= 1
        if self.at("**"):
            unit = unit.power(self._whole_power())
        self._bounded(unit)
        return unit

    def _whole_power(self) -> int:
        self.advance()
        sign = -1 if self.accept("-") else 1
        token = self.advance()
        if token.kind is not Kind.NUMBER or not token.text.isdigit() or int(token.text) > MAXIMUM_UNIT_POWER:
            self.fail(f"a unit takes a whole power up to {MAXIMUM_UNIT_POWER}", token)
        return sign * int(token.text)

    def unit(self) -> Unit:
        """Read the unit after `->`: a product of units, `1` or `%`."""
        if self.accept("%"):
            return PERCENT
        if self.token.kind is Kind.NUMBER:
            number = self.advance()
            if number.text != "1":
                self.fail('a unit has no number; write the unit alone, or "1" for a plain number', number)
            return self._product(PLAIN) if self.at("/") and self._at_unit(1) else PLAIN
        if not self._at_unit(0):
            if self.token.kind is Kind.NAME:
                self.fail(unknown_unit(self.token.text))
            self.fail('expected a unit, as in "-> request/s"; a plain number is "-> 1"')
        unit = self._product(PLAIN)
        if self.token.text in {"*", "/"} and self.token.kind is Kind.SIGN:
            wrong = self.peek(1)
            expected = f'expected a unit after "{self.token.text}"'
            self.fail(unknown_unit(wrong.text) if wrong.kind is Kind.NAME else expected, wrong)
        return unit


def unknown_unit(word: str, context: str = "") -> str:
    """Return the message for a word that is no unit; names the closest one."""
    where = f" in {context}" if context else ""
    if word in {"k", "M", "bn", "tn"}:
        return f'"{word}"{where} is a suffix: write it directly after the number, as in "5{word}"'
    if word == "B":
        return f'"B"{where} may mean billion or byte; write "bn" directly after the number, or "byte"'
    if word in SPELLINGS:
        return f'unknown unit "{word}"{where}; write "{SPELLINGS[word]}"'
    if word.endswith("s") and word[:-1] in UNIT_NAMES:
        return f'unknown unit "{word}"{where}; units are singular: write "{word[:-1]}"'
    hint = suggestion(word, UNIT_NAMES)
    return f'unknown unit "{word[:40]}"{where}{hint or "; a new noun is one line in estimate/nouns.py"}'
