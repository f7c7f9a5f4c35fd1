"""WCAG 2.2 A and AA, as far as axe-core can tell."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Open, assert_none
from .visits import LAPTOP, PHONE, Visit, end_examination, start_examination, visit_all

pytestmark = pytest.mark.browser

# One of each kind; the other pages differ from them in words only.
KINDS = ["", "case-studies/", "case-studies/ad-click-prediction/", "framework/clarify/", "reference/contrast/"]


def examine(page: Page) -> list[str]:
    start_examination(page)
    return end_examination(page)


def test_a_planted_fault_is_found(open_page: Open) -> None:
    page = open_page("framework/clarify/")
    page.evaluate(
        "document.querySelector('article p').innerHTML = '<img src=\"\"><span style=\"color: #ccc\">faint</span>'"
    )
    assert {violation.split(":")[0] for violation in examine(page)} == {"image-alt", "color-contrast"}


def test_no_page_breaks_a_rule(visits: list[Visit]) -> None:
    assert_none(f"{visit.name}: {violation}" for visit in visits for violation in visit.violations)


def test_no_element_of_any_kind_of_page_breaks_a_rule_in_the_other_windows(browser: Browser, served_site: str) -> None:
    seen = visit_all(browser, served_site, KINDS, [("light", LAPTOP), ("dark", PHONE)], sampled=False)
    assert_none(f"{visit.name}: {violation}" for visit in seen for violation in visit.violations)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_questions_break_no_rule(open_page: Open, scheme: str) -> None:
    page = open_page("case-studies/ad-click-prediction/", color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    assert page.locator("details[open]").count() > 5
    assert_none(examine(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_breaks_no_rule(open_page: Open, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    page.keyboard.press("/")
    page.keyboard.type("calibration")
    page.locator("a.md-search-result__link").first.wait_for()
    page.wait_for_function("document.getAnimations().every((animation) => animation.playState !== 'running')")
    assert_none(examine(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_drawer_of_a_phone_breaks_no_rule(open_page: Open, scheme: str) -> None:
    page = open_page("framework/clarify/", color_scheme=scheme, viewport={"width": PHONE, "height": 800})
    page.locator("label.md-header__button[for=__drawer]").click()
    page.wait_for_function("document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")
    assert_none(examine(page))
