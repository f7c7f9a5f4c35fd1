"""Python and estimate.js write the same text for every output, before and after edits."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from studyguide.estimate import (
    Assumption,
    Check,
    Choice,
    Derived,
    diagnose,
    evaluate_block,
    refresh,
)
from studyguide.estimate.evaluate import Evaluated
from studyguide.estimate.number import parse_number
from studyguide.markdown.estimate_table import estimate_table

from .blocks import ADS, DINNER

REPOSITORY = Path(__file__).parents[2]
SCRIPT = REPOSITORY / "docs" / "assets" / "javascripts" / "estimate.js"
FENCE = re.compile(r"^```estimate[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
BLOCKS = 250
EDITS = 3

# Types every edit of a block in turn and returns the text of its outputs after each: number and unit, or verdict.
READ_OUTPUTS = """
(cases) => cases.map(({ id, edits }) => {
  const form = document.getElementById(id);
  const read = () => Array.from(form.querySelectorAll("output"), (output) => {
    const unit = output.closest("tr").querySelector(".estimate-unit");
    const marked = Array.from(output.closest("tr").querySelectorAll("[data-option]"))
      .filter((option) => !option.querySelector(".estimate-chosen").hidden).map((option) => option.dataset.option);
    return [output.textContent, unit ? unit.textContent : "", ...marked].join("\\u00b6");
  });
  const type = (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const results = [read()];
  // The first recomputation changes nothing and must not change any text.
  form.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }));
  results.push(read());
  for (const edit of edits) {
    for (const [name, text] of Object.entries(edit)) type(document.getElementById(`${id}.${name}.value`), text);
    results.push(read());
  }
  return results;
})
"""


@dataclass
class Case:
    """A block of the page, with the edits to type and the texts to expect after each."""

    identifier: str
    evaluated: Evaluated
    edits: list[dict[str, str]] = field(default_factory=list)
    expected: list[list[str]] = field(default_factory=list)


def texts(evaluated: Evaluated) -> list[str]:
    """Return the text of every output, as READ_OUTPUTS joins it."""
    found = []
    for row in evaluated.rows:
        match row:
            case Derived():
                found.append(f"{row.shown.number}¶{row.shown.unit}")
            case Choice():
                found.append(f"{row.chosen}¶¶{row.chosen}")
            case Check():
                found.append("holds¶" if row.holds else "does not hold¶")
    return found


def number(generator: random.Random) -> str:
    """Return a number as an author might type it: exact halves of the third digit are frequent."""
    digits = generator.choice([f"{generator.randint(1, 999)}", f"{generator.randint(100, 999)}5"])
    if generator.random() < 0.5:
        point = generator.randint(1, len(digits))
        digits = f"{digits[:point]}.{digits[point:]}" if point < len(digits) else digits
    return digits + generator.choice(["", "", "", "k", "M", "bn", "tn", "%", "e-7", "e5"])


def formula(generator: random.Random, names: list[str], depth: int) -> str:
    """Return a formula over plain numbers and names."""
    if depth == 0 or generator.random() < 0.2:
        return generator.choice([*names, *names, number(generator)])
    parts = [formula(generator, names, depth - 1) for _ in range(2)]
    kind = generator.choice(["+", "-", "*", "/", "*", "/", "call", "two", "power", "negative"])
    match kind:
        case "call":
            function = generator.choice(["ceil", "floor", "round", "log2", "log10", "sqrt"])
            return f"{function}({parts[0]})"
        case "two":
            return f"{generator.choice(['min', 'max'])}({parts[0]}, {parts[1]})"
        case "power":
            return f"({parts[0]}) ** {generator.choice(['2', '3', '-1', '0.5', '1.37', '0.1'])}"
        case "negative":
            return f"-({parts[0]})"
    return f"({parts[0]} {kind} {parts[1]})"


def generated_block(generator: random.Random) -> str | None:
    """Return a block whose every line evaluates, None when chance gave a division by zero."""
    lines = [f"p{index} = {number(generator)} | plain" for index in range(3)]
    unit = generator.choice(["GB", "ms", "Tflop", "request/s", "us*core/prediction", "KiB/vector", "byte/day", "hour"])
    lines += [f"q = {number(generator)} {unit} | with a unit", f"r = {number(generator)} {unit} | with a unit"]
    names = ["p0", "p1", "p2"]
    for index in range(3):
        lines.append(f"d{index} = {formula(generator, names, 3)} -> {generator.choice(['1', '%'])} ≈ 0 | derived")
        names.append(f"d{index}")
    lines.append(f"e = q * {formula(generator, names, 1)} + r -> {unit} ≈ 0 | derived")
    lines.append(f"f = {generator.choice(['ceil', 'floor', 'round'])}(e / 3) -> {unit} ≈ 0 | derived")
    condition = f"e {generator.choice(['<', '<=', '>', '>=', '=='])} r"
    lines.append(f'choose c = "A" if {condition} and not d0 < d1; "B" if d1 > 5 or f == e; else "C" | choice')
    lines.append(f"assert {generator.choice(['e < f', 'e >= f', 'd2 == d2', 'p0 <= p1 or q > r'])} | check")
    return settled("\n".join(lines))


def settled(source: str) -> str | None:
    """Return the block with right values and its checks turned true; None when a line cannot be computed."""
    source = refresh(source)
    for error in diagnose(source):
        if "does not hold" not in error.message:
            return None
        lines = source.split("\n")
        condition, bar, label = lines[error.line - 1].strip().removeprefix("assert ").partition("|")
        lines[error.line - 1] = f"assert not ({condition.strip()}) {bar}{label}"
        source = "\n".join(lines)
    return source


def edited(source: str, generator: random.Random) -> tuple[dict[str, str], list[str]] | None:
    """Change one to three assumptions; return what to type and the outputs' texts, None when it cannot be computed."""
    rows = [row for row in evaluate_block(source).named.values() if isinstance(row, Assumption)]
    edit = {}
    for row in generator.sample(rows, min(len(rows), generator.randint(1, 3))):
        edit[row.name] = number(generator)
        pattern = rf"^([ \t]*{row.name}[ \t]*=[ \t]*){re.escape(row.text)}"
        source, count = re.subn(pattern, rf"\g<1>{edit[row.name]}", source, flags=re.MULTILINE)
        assert count == 1
    source = refresh(source)
    failing = {error.line for error in diagnose(source) if "does not hold" in error.message}
    after = settled(source)
    if after is None:
        return None
    rows_with_output = [row for row in evaluate_block(after).rows if isinstance(row, Derived | Choice | Check)]
    expected = texts(evaluate_block(after))
    for index, output in enumerate(rows_with_output):
        if output.line in failing:
            expected[index] = "does not hold¶"
    return edit, expected


def documented_blocks() -> list[str]:
    """Return every valid estimate of the guide; wrong ones are the checks' business."""
    blocks = []
    for page in sorted((REPOSITORY / "docs").rglob("*.md")):
        found = (match[1] for match in FENCE.finditer(page.read_text(encoding="utf-8")))
        blocks.extend(block for block in found if not diagnose(block))
    return blocks


def cases() -> list[Case]:
    """Return generated blocks, the examples and the guide's own blocks with seeded edits."""
    generator = random.Random(20)
    sources = [ADS, DINNER, *documented_blocks()]
    while len(sources) < BLOCKS:
        source = generated_block(generator)
        if source is not None:
            sources.append(source)
    found = []
    for index, source in enumerate(sources):
        evaluated = evaluate_block(source)
        case = Case(f"b{index}", evaluated, expected=[texts(evaluated)] * 2)
        for _ in range(EDITS):
            # An edit adds to those before it only if it names the same assumptions, so each starts from the source.
            change = edited(source, generator)
            if change is not None:
                edit, expected = change
                untouched = {row.name: row.text for row in evaluated.named.values() if isinstance(row, Assumption)}
                case.edits.append(untouched | edit)
                case.expected.append(expected)
        found.append(case)
    return found


def page_of(found: list[Case]) -> str:
    forms = "\n".join(estimate_table(case.identifier, "T", case.evaluated, lambda key, place: key) for case in found)
    return f"<!doctype html><meta charset=utf-8><body>{forms}<script>{SCRIPT.read_text(encoding='utf-8')}</script>"


@pytest.mark.browser
def test_every_output_of_every_block_agrees(browser: Browser) -> None:
    found = cases()
    page = browser.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.set_content(page_of(found))
    results: list[list[list[str]]] = page.evaluate(
        READ_OUTPUTS, [{"id": case.identifier, "edits": case.edits} for case in found]
    )
    page.close()
    assert failures == []
    assert sum(len(case.edits) for case in found) > BLOCKS
    for case, result in zip(found, results, strict=True):
        assert result == case.expected, f"{case.identifier}: {case.edits}\n{case.evaluated}"


# The script has no exports: a form with one row for every value stands in for them.
@pytest.mark.browser
def test_numbers_are_read_and_written_alike(browser: Browser) -> None:
    generator = random.Random(7)
    written = [number(generator) for _ in range(300)]
    written += [
        "1,000",
        "12,34",
        "2,5",
        "1_000",
        ".5",
        "5.",
        "5B",
        "5 k",
        "٣",
        "1e100",
        "Infinity",
        "0x10",
        "",
        "-3",
        "1e-99",
    ]
    written += [f"{digits}.{rest}" for digits in (1, 12, 123) for rest in ("005", "05", "5", "25", "125", "375")]
    written += [
        "1234567890.125",
        "12345678901.25",
        "1.00500000000",
        "999.4999999999999",
        "999.5",
        "0.00009995",
        "99950000000000",
    ]
    source = "a = 1 | a\nb = a * 1 ≈ 1 | b\nc = a * 1 GB -> GB ≈ 1 | c"
    form = estimate_table("n", "T", evaluate_block(source), lambda key, place: key)
    page = browser.new_page()
    page.set_content(
        f"<!doctype html><meta charset=utf-8><body>{form}<script>{SCRIPT.read_text(encoding='utf-8')}</script>"
    )
    [results] = page.evaluate(READ_OUTPUTS, [{"id": "n", "edits": [{"a": text} for text in written]}])
    page.close()
    for text, result in zip(written, results[2:], strict=True):
        if parse_number(text) is None:
            assert result == ["?¶", "?¶"], text
        else:
            assert result == texts(evaluate_block(refresh(source.replace("a = 1", f"a = {text}")))), text


@pytest.mark.browser
def test_editing_announces_and_resets(browser: Browser) -> None:
    page = browser.new_page()
    form = estimate_table("ads", "T", evaluate_block(ADS), lambda key, place: key)
    page.set_content(f"<!doctype html><meta charset=utf-8><body>{form}")
    reset, notice = page.locator(".estimate-reset"), page.locator(".estimate-notice")
    field = page.locator('[id="ads.fp16.value"]')
    # Without the script everything can be read and nothing offers what would not work.
    assert field.get_attribute("readonly") is not None
    assert not reset.is_visible()
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"))
    assert field.get_attribute("readonly") is None
    assert notice.text_content() == ""
    field.fill("20")
    assert page.locator('[id="ads.emb.value"]').text_content() == "1.28"
    assert page.locator('[id="ads.emb"] .estimate-unit').text_content() == "TB"
    assert "1 check does not hold" in (notice.text_content() or "")
    field.fill("two")
    assert page.locator('[id="ads.emb.value"]').text_content() == "?"
    assert field.get_attribute("aria-invalid") == "true"
    assert "not a number" in (notice.text_content() or "")
    field.press("Enter")
    assert page.url == "about:blank"
    reset.click()
    page.wait_for_function("document.querySelector('.estimate-reset').hidden")
    assert page.locator('[id="ads.emb.value"]').text_content() == "128"
    assert notice.text_content() == ""
    assert page.evaluate("document.activeElement.tagName") == "INPUT"
    page.close()
