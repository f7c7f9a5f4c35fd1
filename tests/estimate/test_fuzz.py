"""No text, however odd, does anything but evaluate or raise EstimateError."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide.estimate import EstimateError, diagnose, disagreement, evaluate_block, refresh

from .blocks import ADS, DINNER

SIGNS = '+ - * / ** ( ) , -> ≈ = < <= > >= == ; % | # " . _ \\ ` [ ] { } : ! ~'
WORDS = "and or not if else choose assert min max ceil floor round log2 log10 sqrt"
NAMES = "a b x user request byte GB s us TB flop day core unknown __class__ __import__ eval lambda"
NUMBERS = "0 1 2.5 1,000 200M 5B 1e99 1e-99 9e999 60% 1_000 ٣ ½ Ⅷ １ nan inf NaN ∞"
PIECES = [
    *f"{SIGNS} {WORDS} {NAMES} {NUMBERS}".split(),
    *("\n", "\r\n", " ", "\t", "\u2028", "\u00a0", "\x00", "\x0b", "\ud7ff", "🙂", '"A"', "[published: k]"),
]
in_pieces = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a valid block with some spans exchanged, dropped or doubled."""
    text = draw(st.sampled_from([ADS, DINNER]))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = (
            text[:start]
            + draw(st.one_of(st.sampled_from(PIECES), st.just(text[start:end] * 2), st.text(max_size=3)))
            + text[end:]
        )
    return text


def assert_contained(source: str) -> None:
    """Evaluate, and check the places and the answers that follow from each other."""
    lines = source.split("\n")
    errors = diagnose(source)
    for error in errors:
        assert 1 <= error.line <= len(lines)
        assert 1 <= error.column <= len(lines[error.line - 1]) + 2
        assert error.message
        assert "\n" not in error.message
    if errors:
        with pytest.raises(EstimateError) as raised:
            evaluate_block(source)
        assert str(raised.value) == str(errors[0])
    else:
        for row in evaluate_block(source).named.values():
            assert disagreement("none", row) is not None
    refreshed = refresh(source)
    for before, after in zip(lines, refreshed.split("\n"), strict=True):
        # The first ≈ of a derived line is the one before its value: nothing in front of it changes.
        assert before.split("≈")[0] == after.split("≈")[0]
    assert not [error for error in diagnose(refreshed) if 'write "≈' in error.message and " not " in error.message]
    assert refresh(refreshed) == refreshed


many = settings(max_examples=300, deadline=2000, suppress_health_check=[HealthCheck.too_slow])


@many
@given(st.text(max_size=300))
def test_any_text(source: str) -> None:
    assert_contained(source)


@many
@given(st.one_of(in_pieces, glued))
def test_pieces_of_the_language(source: str) -> None:
    assert_contained(source)
    assert_contained(f"x = {source} | label")
    assert_contained(f"assert {source}")
    assert_contained(f"choose c = {source}")


@many
@given(mutated())
def test_mutated_blocks(source: str) -> None:
    assert_contained(source)


@many
@given(st.text(max_size=80))
def test_any_prose(text: str) -> None:
    for row in evaluate_block(ADS).named.values():
        disagreement(text, row)


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "(" * 1000,
        "x = " + "(" * 400 + "1" + ")" * 400 + " ≈ 1 | x",
        "x = " + "-" * 900 + "1 | x",
        "assert " + "not " * 240 + "1 < 2",
        "x = " + "2 ** " * 70 + "2 ≈ 1 | x",
        "x = " + "+".join("1" * 79) + " ≈ 79 | x",
        "x = " + "+".join("1" * 400) + " ≈ 400 | x",
        "x = 1e308 ** 9 ≈ 1 | x",
        "x = 1e99 ** 99 ≈ 1 | x",
        "x = 10 ** 10 ** 10 ** 10 ≈ 1 | x",
        "x = 2 ** 1e99 ≈ 1 | x",
        "x = (-8) ** 0.5 ≈ 1 | x",
        "x = 0 ** -1 ≈ 1 | x",
        "x = log2(0) ≈ 1 | x",
        "x = sqrt(-1) ≈ 1 | x",
        "x = 1 Zflop**9 | x",
        "x = 1 Zflop**9 * 1 Zflop**9 -> flop ≈ 1 | x",
        "x = 1 " + "*".join(["Zflop**9"] * 12) + " | x",
        "x = 1e99 EB*ZB | x",
        "x = 1e-99 Zflop**9 * 1e-99 -> flop**9 ≈ 1 | x",
        "assert 1e-99 Zflop**9 * 1e-99 * 1e-99 Zflop**3 > 1e-99 Zflop**12",
        "x = " + "9" * 2_000_000,
        "y" * 2_000_000,
        "#" * 2_000_000,
        "x = 5 " + "a" * 800 + " | x",
        " " * 2_000_000,
        "\n" * 2_000_000,
        "a = 1 | a\n" * 2000,
        "| " * 400,
        '"' * 900,
        "x = 5 user | " + "[published:" * 80,
        "x = 1" + ",000" * 200,
        "x = __import__('os').system('true') | x",
        "x = (lambda: 1)() | x",
        "x = [1 for a in b] | x",
        "x = dau.__class__ | x",
    ],
)  # fmt: skip
def test_extreme_input_ends_soon(source: str) -> None:
    start = time.perf_counter()
    assert_contained(source)
    assert time.perf_counter() - start < 2


def test_deep_trees_leave_room_on_the_stack() -> None:
    # Left-leaning sums are the deepest trees that the bound on tokens admits.
    assert diagnose("x = " + "+".join(["1"] * 76) + " ≈ 76 | x") == []
