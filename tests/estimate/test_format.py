"""How values are written, and that what is written can be read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.estimate.format import format_number, scales, show
from studyguide.estimate.number import parse_number
from studyguide.estimate.parse import unit_from_text
from studyguide.estimate.precision import agrees


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1, "1"),
        (12.35, "12.4"),
        (12.25, "12.3"),
        (0.1 + 0.2, "0.3"),
        (1.005, "1.01"),
        (2.675, "2.68"),
        (-2.675, "-2.68"),
        (999.4, "999"),
        (999.5, "1k"),
        (999_499, "999k"),
        (999_500, "1M"),
        (86_805.5555, "86.8k"),
        (2e9, "2bn"),
        (1.5e12, "1.5tn"),
        (999.5e12, "1e15"),
        (0.012345, "0.0123"),
        (0.0001, "0.0001"),
        (0.000099949, "9.99e-5"),
        (5e-324, "4.94e-324"),
    ],
)
def test_numbers(value: float, expected: str) -> None:
    assert format_number(value) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (1.02e12, "GB", "1.02 TB"),
        (500, "byte", "500 byte"),
        (0.5, "byte/dim", "0.5 byte/dim"),
        (2**31, "GiB", "2 GiB"),
        (0.0355, "s", "35.5 ms"),
        (90, "s", "90 s"),
        (7200, "hour", "2 hour"),
        (0.9996, "s", "1 s"),
        (2e-5, "us*core/prediction", "20 µs·core/prediction"),
        (0.024, "%", "2.4%"),
        (1e9 / 86400, "GB/day", "1 GB/day"),
        (5e4, "request/s", "50k request/s"),
        (2e22, "byte", "20k EB"),
        (0.5, "1/s", "0.5 1/s"),
    ],
)
def test_units_are_chosen(value: float, unit: str, expected: str) -> None:
    assert str(show(value, scales(unit_from_text(unit)))) == expected


@given(st.floats(1e-90, 1e90))
def test_what_is_written_is_read_as_the_same_value(value: float) -> None:
    text = format_number(value)
    read = parse_number(text)
    assert read is not None
    assert abs(read - value) <= 0.00501 * value
    assert format_number(read) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("200M", 2e8), ("1,000", 1e3), ("1_000", 1e3), ("2.5e6", 2.5e6), ("60%", 0.6), ("34.7k", 34700.0), ("-5", -5.0)],
)
def test_numbers_are_read(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "5B", "2,5", "12,34", "1__0", ".5", "5.", "٣", "1e100", "nan", "inf", "9" * 31])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("written", "shift", "value", "expected"),
    [
        ("86,800", 0, 86_805.6, True),
        ("87", 3, 86_805.6, True),
        ("90", 3, 86_805.6, True),
        ("86", 3, 86_805.6, False),
        ("100", 3, 86_805.6, False),
        ("86.8", 3, 86_805.6, True),
        ("86.80", 3, 86_805.6, False),
        ("86.81", 3, 86_805.6, True),
        ("1.0", 0, 1.04, True),
        ("1.00", 0, 1.04, False),
        ("100", 0, 96.0, True),
        ("100", 0, 60.0, False),
        ("0.05", 0, 0.0451, True),
        ("0", 0, 0.0, True),
        ("0", 0, 0.001, False),
        ("2.4", 0, 2.45, True),
        ("2.5", 0, 2.45, True),
        ("3e23", 0, 3.04e23, True),
    ],
)
def test_precision(written: str, shift: int, value: float, expected: bool) -> None:
    assert agrees(written, shift, value) is expected


@given(st.floats(1e-30, 1e30), st.integers(1, 9))
def test_a_value_agrees_with_its_own_rounding(value: float, digits: int) -> None:
    assert agrees(f"{value:.{digits - 1}e}", 0, value)
