"""Everything can be reached and used without a pointer."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open, assert_none
from .visits import SETTLED

pytestmark = pytest.mark.browser

AD_CLICKS = "case-studies/ad-click-prediction/"
ENOUGH = 900

# Notes every stop of the Tab key: what it is, whether it can be seen, and whether it looks other than before.
WATCH = """
() => {
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return `${outlineStyle === "none" ? "none" : [outlineStyle, outlineWidth, outlineColor]} / ${boxShadow}`;
  };
  // The switch of colors shows the focus on the label beside its (invisible) field.
  const shown = (element) => element.matches(".md-option")
    ? document.querySelector("form[data-md-component=palette] label:not([hidden])") : element;
  const before = new WeakMap();
  for (const element of document.querySelectorAll("a, button, input, summary, label, [tabindex]")) {
    before.set(element, look(element));
  }
  window.stops = [];
  addEventListener("focusin", ({ target }) => {
    const element = shown(target);
    const box = element.getBoundingClientRect();
    const inWindow = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    const text = (target.getAttribute("aria-label") || target.textContent || target.id).trim();
    const name = [...target.classList].find((part) => part !== "focus-visible");
    window.stops.push({
      kind: target.tagName.toLowerCase() + (name ? `.${name}` : ""),
      text: text.replace(/\\s+/g, " ").slice(0, 50),
      part: target.closest(".md-skip, .md-header, .md-tabs, .md-sidebar, article, footer")?.classList[0] ?? "",
      seen: inWindow && box.width > 1 && box.height > 1
        && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      marked: look(element) !== before.get(element) && !look(element).startsWith("none / none"),
    });
  });
}
"""

Stop = dict[str, Any]


def walk(page: Page) -> list[Stop]:
    """Press Tab from the top of the page until its first stop comes again; returns the stops of that round."""
    page.wait_for_function(SETTLED)
    page.evaluate(WATCH)
    stops: list[Stop] = []
    while len(stops) < ENOUGH:
        for _ in range(50):
            page.keyboard.press("Tab")
        stops = page.evaluate("window.stops")
        again = [index for index, stop in enumerate(stops) if index and stop["text"] == stops[0]["text"]]
        if again:
            return stops[: again[0]]
    raise AssertionError(f"a trap, or more than {ENOUGH} stops; the last: {stops[-3:]}")


@pytest.fixture(scope="module")
def stops(browser: Any, served_site: str) -> list[Stop]:
    """The stops of the ad chapter on a laptop, in order."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(served_site + AD_CLICKS)
    found = walk(page)
    context.close()
    return found


def test_the_first_stop_skips_to_the_text(open_page: Open) -> None:
    page = open_page(AD_CLICKS)
    page.keyboard.press("Tab")
    link = page.locator(".md-skip")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.locator("article :target").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)


def test_the_way_goes_through_header_navigation_and_text(stops: list[Stop]) -> None:
    parts = [stop["part"] for stop in stops]
    assert parts[0] == "md-skip"
    order = sorted({part for part in parts if part}, key=parts.index)
    assert order == ["md-skip", "md-header", "md-tabs", "md-sidebar", "md-content__inner", "md-footer"]


def test_every_kind_of_control_is_reached(stops: list[Stop]) -> None:
    kinds = {stop["kind"] for stop in stops}
    wanted = {
        "a.md-skip", "input.md-option", "input.md-search__input", "a.md-tabs__link", "a.md-nav__link", "input",
        "summary", "div.diagram-scroll", "div.table-scroll", "a.citation", "a.estimate-link", "a.headerlink",
        "a.external", "a.md-footer__link",
    }  # fmt: skip
    assert wanted - kinds == set()


def test_every_stop_can_be_seen_and_is_marked(stops: list[Stop]) -> None:
    assert_none(str(stop) for stop in stops if not stop["seen"])
    assert_none(str(stop) for stop in stops if not stop["marked"])


def test_every_stop_of_a_phone_can_be_seen(open_page: Open) -> None:
    stops = walk(open_page("framework/clarify/", viewport={"width": 360, "height": 740}, reduced_motion="reduce"))
    # The field of the search is drawn when it has the focus.
    assert_none(str(stop) for stop in stops if not stop["seen"] and stop["kind"] != "input.md-search__input")


def test_the_drawer_of_a_phone_opens_and_its_links_follow(open_page: Open) -> None:
    page = open_page("framework/clarify/", viewport={"width": 360, "height": 740})
    button = page.locator("label.md-header__button[for=__drawer]")
    button.focus()
    page.keyboard.press("Enter")
    link = page.locator(".md-sidebar--primary a:visible").first
    expect(link).to_be_in_viewport()
    link.focus()
    expect(link).to_be_focused()
    button.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_hidden()


def test_a_question_opens_and_closes(open_page: Open) -> None:
    page = open_page(AD_CLICKS)
    question = page.locator("details.question").first
    question.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(question.locator("> :not(summary)").first).to_be_visible()
    page.keyboard.press("Space")
    expect(question.locator("> :not(summary)").first).to_be_hidden()


def test_a_wide_box_scrolls(open_page: Open) -> None:
    page = open_page(AD_CLICKS, viewport={"width": 360, "height": 740})
    page.wait_for_function(SETTLED)
    for kind in (".diagram-scroll", ".table-scroll"):
        index = page.locator(kind).evaluate_all("(all) => all.findIndex((box) => box.scrollWidth > box.clientWidth)")
        assert index >= 0, kind
        box = page.locator(kind).nth(index)
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_an_assumption_is_edited_and_reset(open_page: Open) -> None:
    page = open_page()
    entry = page.locator("form.estimate input").first
    entry.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("7")
    reset = page.locator("form.estimate .estimate-reset")
    expect(reset).to_be_visible()
    for _ in range(10):
        if reset.evaluate("(button) => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(reset).to_be_hidden()
    # The button is gone: the focus is on the first field, not lost.
    expect(entry).to_be_focused()


@pytest.mark.parametrize("start", ["[data-open-search]", "a.md-logo"])
def test_escape_closes_the_search_and_gives_the_focus_back(open_page: Open, start: str) -> None:
    page = open_page()
    page.locator(start).first.focus()
    page.keyboard.press("Enter" if start == "[data-open-search]" else "/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("calibration")
    page.locator("a.md-search-result__link").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(start).first).to_be_focused()


def test_escape_puts_a_citation_note_away(open_page: Open) -> None:
    page = open_page(AD_CLICKS)
    page.keyboard.press("Tab")
    page.locator("a.citation").first.focus()
    expect(page.locator(".citation-note")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".citation-note")).to_have_count(0)
    expect(page.locator("a.citation").first).to_be_focused()
