"""What blocks evaluate to, and what is said of wrong ones."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from studyguide.estimate import (
    Assumption,
    Check,
    Choice,
    Derived,
    EstimateError,
    Source,
    diagnose,
    evaluate_block,
    refresh,
)

from .blocks import ADS, DINNER


def derived(source: str, name: str = "x") -> Derived:
    row = evaluate_block(source).named[name]
    assert isinstance(row, Derived)
    return row


def shown(formula: str, before: str = "") -> str:
    """Return the shown value of `x = formula`, whatever was stated."""
    return str(derived(refresh(f"{before}\nx = {formula} | label")).shown)


def only_error(source: str) -> EstimateError:
    errors = diagnose(source)
    assert len(errors) == 1, [str(error) for error in errors]
    with pytest.raises(EstimateError) as raised:
        evaluate_block(source)
    assert str(raised.value) == str(errors[0])
    return errors[0]


def test_the_ads_block() -> None:
    named = evaluate_block(ADS).named
    values = {name: str(row.shown) for name, row in named.items() if isinstance(row, Derived)}
    assert values == {
        "qps": "34.7k request/s",
        "qps_peak": "86.8k request/s",
        "emb": "128 GB",
        "hnsw": "1.26 TB",
        "ivfpq": "72 GB",
    }
    index = named["index"]
    assert isinstance(index, Choice)
    assert index.chosen == "IVF-PQ in memory"
    assert [option.text for option in index.options] == ["HNSW in memory", "IVF-PQ in memory", "sharded on SSD"]


def test_the_dinner_block() -> None:
    evaluated = evaluate_block(DINNER)
    assert str(derived(DINNER, "cores").shown) == "8 core"
    assert str(derived(DINNER, "deep").shown) == "741 core"
    check = evaluated.rows[-1]
    assert isinstance(check, Check)
    assert (check.holds, check.label) == (True, "")


def test_kinds_and_sources() -> None:
    source = "a = 2 byte | A [published: he2014practical, section 6]\nb = 3 byte | B\nc = a + b -> byte ≈ 5 | C"
    named = evaluate_block(source).named
    assert [row.kind for row in named.values()] == ["published", "assumed", "derived"]
    a = named["a"]
    assert isinstance(a, Assumption)
    assert (a.label, a.source) == ("A", Source("he2014practical", "section 6"))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1,000 * 1_000 ≈ 0", "1M"),
        ("1.5tn * 2 ≈ 0", "3tn"),
        ("1 - 40% ≈ 0", "0.6"),
        ("1 - 40% -> % ≈ 0", "60%"),
        ("2 ** 3 ** 2 ≈ 0", "512"),
        ("-2 ** 2 ≈ 0", "-4"),
        ("2 ** -1 ≈ 0", "0.5"),
        ("10 - 4 - 3 ≈ 0", "3"),
        ("100 / 10 / 2 ≈ 0", "5"),
        ("100 / (10 / 2) ≈ 0", "20"),
        ("max(1, 2, 3) + min(4, 5) ≈ 0", "7"),
        ("log2(1024) + log10(1000) + sqrt(16) ≈ 0", "17"),
        ("ceil(0.1 + 0.2 - 0.3) ≈ 0", "1"),
        ("ceil((0.1 + 0.7) * 10) ≈ 0", "8"),
        ("round(2.5) + round(-2.5) + floor(2.9) ≈ 0", "3"),
        ("sqrt(16 meter**2) -> meter ≈ 0", "4 meter"),
        ("3 meter ** 2 -> meter**2 ≈ 0", "3 meter²"),
        ("(3 meter) ** 2 -> meter**2 ≈ 0", "9 meter²"),
        ("ceil(1.5 GB) -> GB ≈ 0", "2 GB"),
        ("round(90 minute) -> hour ≈ 0", "2 hour"),
        ("1 KiB + 24 byte -> KiB ≈ 0", "1.02 KiB"),
        ("1020 GB -> GB ≈ 0", "1.02 TB"),
        ("999.6 GB -> GB ≈ 0", "1 TB"),
        ("0.0004 s -> s ≈ 0", "400 µs"),
        ("3e23 flop -> flop ≈ 0", "300 Zflop"),
        ("20 Tflop/s/gpu * 100 gpu -> Gflop/s ≈ 0", "2 Pflop/s"),
        ("0.5/day * 10 day ≈ 0", "5"),
        ("4 byte/(user*day) * 2 user -> byte/day ≈ 0", "8 byte/day"),
        ("8 bit/dim -> byte/dim ≈ 0", "1 byte/dim"),
        ("2.675 ≈ 0", "2.68"),
        ("0 user -> user ≈ 5", "0 user"),
        ("1e15 user -> user ≈ 0", "1e15 user"),
        ("0.00002 ≈ 0", "2e-5"),
    ],
)
def test_formulas(formula: str, expected: str) -> None:
    assert shown(formula) == expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("1 < 2 and not 3 < 2", True),
        ("1 > 2 or 0.1 + 0.2 == 0.3", True),
        ("not (1 < 2 and 2 < 3)", False),
        ("1 kB <= 1000 byte", True),
        ("1 day >= 25 hour", False),
    ],
)
def test_conditions(condition: str, expected: bool) -> None:
    choice = evaluate_block(f'choose c = "yes" if {condition}; else "no" | c').named["c"]
    assert isinstance(choice, Choice)
    assert choice.chosen == ("yes" if expected else "no")


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("x = 5B | l", 6, '"B" may mean billion or byte; write "5bn" or "5 byte"'),
        ("x = 5K | l", 6, 'write "5k"'),
        ("x = 5byte | l", 6, 'write a space before the unit: "5 byte"'),
        ("x = 5 B | l", 7, "billion or byte"),
        ("x = 5 users | l", 7, 'units are singular: write "user"'),
        ("x = 5 reqst | l", 7, 'did you mean "request"?'),
        ("x = 5 request/usr | l", 15, 'did you mean "user"?'),
        ("x = 5 h | l", 7, 'write "hour"'),
        ("x = 5 k | l", 7, "suffix: write it directly after the number"),
        ("x = 5 user", 11, "a label is missing"),
        ("x = 5 user |", 12, "the label is empty"),
        ("X = 5 user | l", 1, 'write "x"'),
        ("user = 5 | l", 1, '"user" is a unit'),
        ("max = 5 | l", 1, "a word of the language"),
        ("x = 5 user + 3 row -> user ≈ 8 | l", 12, "not user and row"),
        ("x = 5 byte + 3 -> byte ≈ 8 | l", 12, "not byte and no unit"),
        ("x = 15 request/day * 2 -> request ≈ 30 | l", 27, 'write "-> request/day" or multiply the formula by'),
        ("x = 15 request * 2 | l", 5, 'needs its unit after the formula: "-> request"'),
        ("x = 15 request * 2 -> request | l", 23, 'states no value; write "≈ 30"'),
        ("x = 15 request * 2 -> request ≈ 31 | l", 33, 'x is 30 request, not 31; write "≈ 30"'),
        ("x = 1 user / 0 -> user ≈ 0 | l", 12, "division by zero"),
        ("x = 1e99 ** 9 ≈ 0 | l", 10, "too large"),
        ("x = 2 ** 1000 ≈ 0 | l", 7, "the exponent is above 100"),
        ("x = y + 1 ≈ 0 | l", 5, 'unknown name "y"'),
        ("x = sqrt(4 user) -> user ≈ 2 | l", 10, "the square root of user is not a unit"),
        ("x = log2(4 user) ≈ 2 | l", 10, 'divide by "1 user"'),
        ("x = 1 + ceil(4.5 GB) -> GB ≈ 2 | l", 9, "does not say in which unit to round"),
        ("x = min(1,200) ≈ 1 | l", 5, "write a space after the comma"),
        ("x = 2 ^ 3 ≈ 8 | l", 7, "write **"),
        ("x = 2 × 3 ≈ 6 | l", 7, "write *"),
        ("x = 2 * (3 + 1 ≈ 8 | l", 16, 'expected ")"'),
        ("x = 2,5 | l", 6, "write 1,000 with groups of three digits, or 2.5 with a point"),
        ("x = .5 | l", 5, "write a digit before the point"),
        ("x = 5 % 3 ≈ 2 | l", 7, 'directly after the number: "5%"'),
        ("x = sine(3) ≈ 2 | l", 5, 'unknown function "sine"'),
        ("x = GB * 2 byte -> byte ≈ 2 | l", 5, '"GB" is a unit and needs a number before it'),
        ("x = 1 < 2 ≈ 2 | l", 7, "makes a condition"),
        ("x = 1 byte * 2 -> byte ≈ 2 | l [published: key]", 28, "only an assumption can be published"),
        ("x = 1 byte | l [published: two keys]", 16, "the key of one source"),
        ("assert 5 byte", 8, "expected a comparison"),
        ("assert 1 < 2 < 3", 14, "one comparison at a time"),
        ("assert 1 byte > 2 byte", 8, "does not hold: 1 byte > 2 byte"),
        ("assert 5 = 5", 10, 'a comparison is "=="'),
        ('choose c = "a" if 1 < 2 | l', 25, "a choice ends with"),
        ('choose c = else "a" | l', 8, "at least one option"),
        ('choose c = "a" if 1 < 2; else "a" | l', 31, "the same text"),
        ("assrt 1 < 2", 7, 'did you mean "assert"?'),
        ("#", 1, "a group needs a title"),
        ("", 1, "the block is empty"),
        ("x = ٣ user | l", 5, "is not part of the language"),
        ("x = nan | l", 5, "unknown name"),
        ("x = 1\u00a0user | l", 6, "an ordinary space"),
    ],
)
def test_messages(line: str, column: int, message: str) -> None:
    error = only_error(line)
    assert message in error.message
    assert (error.line, error.column) == (1, column), error.message


def test_a_false_check_shows_both_sides() -> None:
    error = only_error("emb = 128 GB | e\nassert emb < 100 GB | fits")
    assert error.message == "the check emb < 100 GB does not hold: 128 GB < 100 GB"


def test_a_name_defined_below_is_found() -> None:
    errors = diagnose("x = y * 2 ≈ 4 | x\ny = 2 | y")
    assert "defined on line 2; move that line above" in errors[0].message


def test_a_broken_line_causes_no_further_errors() -> None:
    source = (
        "a = 5 cores | a\nb = a * 2 -> core ≈ 10 | b\nc = b + 1 core -> core ≈ 11 | c\nd = 5 usrs | d\nassert c < d"
    )
    assert [error.line for error in diagnose(source)] == [1, 4]


def test_a_stale_value_does_not_hide_later_mistakes() -> None:
    errors = diagnose("a = 2 * 3 ≈ 7 | a\nb = a * 2 ≈ 13 | b\nb = 5 | again")
    assert [error.line for error in errors] == [1, 2, 3]
    assert errors[2].message == '"b" is already defined on line 2'


def test_refresh_rewrites_stale_values_only() -> None:
    source = (
        "a = 2 user  | a\r\nb  =  a*3 -> user   ≈  7k   | b ≈ 7k\r\nc = a / 3 -> % ≈ 3 | c\nd = 1/3 -> % ≈ - 5% | d\n"
    )
    expected = source.replace("≈  7k ", "≈  6 ").replace("≈ - 5%", "≈ 33.3%")
    assert refresh(source) == expected
    assert refresh(ADS) == ADS


def test_windows_line_ends() -> None:
    assert diagnose(ADS.replace("\n", "\r\n")) == []


def test_a_second_evaluation_takes_milliseconds() -> None:
    evaluate_block(ADS)
    start = time.perf_counter()
    for _ in range(20):
        evaluate_block(ADS)
    assert (time.perf_counter() - start) / 20 < 0.02


def test_the_package_loads_pint_only_when_needed() -> None:
    program = "import sys, studyguide.estimate; sys.exit('pint' in sys.modules)"
    search_path = {"PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run([sys.executable, "-c", program], env=search_path).returncode == 0
