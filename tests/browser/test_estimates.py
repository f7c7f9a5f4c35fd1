"""An estimate of the site follows what a reader types, and forgets it when asked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

pytestmark = pytest.mark.browser

AD_CLICKS = "case-studies/ad-click-prediction/"
TEXTS = """
() => Array.from(document.querySelectorAll("form.estimate"), (form) =>
  Array.from(form.querySelectorAll("input, output, .estimate-unit, .estimate-notice, .estimate-chosen:not([hidden])"),
    (element) => element.value ?? element.textContent))
"""
DRAWN = """
() => [...document.querySelectorAll("figure.diagram")].every((figure) => figure.querySelector("svg"))
"""
# Types into every field of a form, and back, until the text of the output changes; returns whether it did.
FLIPS = """
(output) => {
  const before = output.textContent;
  const type = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return Array.from(output.form.querySelectorAll("input")).some((field) => ["1e-12", "1e12"].some((text) => {
    type(field, text);
    const flipped = output.textContent !== before;
    type(field, field.defaultValue);
    return flipped && output.textContent === before;
  }));
}
"""


def shown(page: Page, identifier: str) -> str:
    return (page.locator(f'[id="{identifier}"]').text_content() or "").strip()


def test_results_checks_and_choices_follow_an_assumption(open_page: Open) -> None:
    page = open_page(AD_CLICKS)
    before = page.evaluate(TEXTS)
    form = page.locator("form#ads")
    notice, reset = form.locator(".estimate-notice"), form.locator(".estimate-reset")
    assert notice.text_content() == ""
    expect(reset).to_be_hidden()
    users = page.locator('[id="ads.dau.value"]')
    texts = form.locator("output").all_text_contents()
    users.fill("1k")
    assert form.locator("output").all_text_contents() != texts
    expect(notice).to_contain_text("Edited")
    expect(reset).to_be_visible()
    # Edits of one block leave the others alone.
    assert page.evaluate(TEXTS)[1:] == before[1:]
    reset.click()
    expect(reset).to_be_hidden()
    assert page.evaluate(TEXTS) == before


def test_every_choice_and_check_of_a_chapter_can_be_turned_over(open_page: Open) -> None:
    page = open_page(AD_CLICKS)
    before = page.evaluate(TEXTS)
    verdicts = page.locator("output[data-choice], output[data-check]")
    assert verdicts.count() >= 2
    for verdict in verdicts.all():
        assert verdict.evaluate(FLIPS), verdict.get_attribute("id")
    assert page.evaluate(TEXTS) == before


def test_a_failing_check_is_announced(open_page: Open) -> None:
    page = open_page(AD_CLICKS)
    form = page.locator("form:has(output[data-check])").first
    for entry in form.locator("input").all():
        for text in ("1e-9", "1e12"):
            if form.locator('[data-check="fails"]').count() == 0:
                entry.fill(text)
    expect(form.locator('[data-check="fails"]').first).to_have_text("does not hold")
    expect(form.locator(".estimate-notice")).to_contain_text("not hold")
    assert form.locator(".estimate-notice").get_attribute("role") == "status"


def test_what_is_no_number_is_marked_and_shows_no_machine_word(open_page: Open) -> None:
    page = open_page()
    form = page.locator("form.estimate")
    for text in ("many", "", "1/0", "NaN", "1e999", "-"):
        entry = form.locator("input").first
        entry.fill(text)
        assert entry.get_attribute("aria-invalid") == "true", text
        assert "?" in form.locator("output").all_text_contents(), text
        words = form.inner_text()
        assert not any(word in words for word in ("NaN", "Infinity", "undefined", "null")), words
        expect(form.locator(".estimate-notice")).to_contain_text("not a number")
    # A zero is a number, even where it divides.
    for entry in form.locator("input").all():
        entry.fill("0")
    assert not any(word in form.inner_text() for word in ("NaN", "Infinity", "undefined"))
    form.locator(".estimate-reset").click()
    expect(form.locator("input").first).not_to_have_attribute("aria-invalid", "true")


def test_the_design_on_the_home_page_changes_as_its_text_says(open_page: Open) -> None:
    page = open_page()
    assert shown(page, "home.design.value") == "two stages"
    page.locator('[id="home.shortlist.value"]').fill("1,000")
    assert shown(page, "home.design.value") == "one stage"
    page.keyboard.press("Enter")
    assert shown(page, "home.design.value") == "one stage"


def test_estimates_work_after_instant_navigation(open_page: Open) -> None:
    page = open_page("case-studies/")
    page.evaluate("window.stayed = true")
    page.locator("article a", has_text="Ad click prediction").first.click()
    expect(page.locator("article.md-content__inner h1")).to_have_text("Ad click prediction")
    assert page.evaluate("window.stayed"), "the page was loaded anew"
    form = page.locator("form#ads")
    expect(form).to_have_attribute("data-live", "")
    texts = form.locator("output").all_text_contents()
    page.locator('[id="ads.dau.value"]').fill("5M")
    assert form.locator("output").all_text_contents() != texts
    # Diagrams are drawn there as well.
    page.wait_for_function(DRAWN)
