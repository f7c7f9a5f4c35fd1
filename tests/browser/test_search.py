"""The search finds chapters by every name a reader may have for them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

pytestmark = pytest.mark.browser

AD_CLICKS = "case-studies/ad-click-prediction/"
RESULT = "a.md-search-result__link"
QUERY = "[data-md-component=search-query]"


def search(page: Page, words: str) -> list[str]:
    """Type into the box of the header; returns the addresses of the results, without the home page's."""
    box = page.locator(QUERY)
    box.click()
    box.fill("")
    box.press_sequentially(words)
    return results(page)


def results(page: Page) -> list[str]:
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile(r"matching document"))
    page.wait_for_function("() => document.querySelector('.md-search-result__item')")
    found: list[str] = page.locator(RESULT).evaluate_all("(links) => links.map((link) => link.pathname + link.hash)")
    return found


@pytest.mark.parametrize("words", ["Ad click prediction", "CTR", "pCTR", "click-through rate"])
def test_a_chapter_is_found_first_by_title_and_by_alias(open_page: Open, words: str) -> None:
    page = open_page("framework/")
    first = search(page, words)[0]
    assert AD_CLICKS in first
    page.locator(RESULT).first.click()
    expect(page.locator("article.md-content__inner h1")).to_have_text("Ad click prediction")
    assert AD_CLICKS in page.url


def test_a_chapter_is_found_by_words_of_its_text(open_page: Open, built_site: Path) -> None:
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    here: set[str] = set()
    elsewhere: set[str] = set()
    for entry in index["docs"]:
        words = set(re.findall(r"\b[a-z]{7,}\b", entry["text"]))
        (here if entry["location"].startswith(AD_CLICKS) else elsewhere).update(words)
    # Words that no other page has: the search can only find them here.
    rare = sorted(here - elsewhere)
    assert rare, "the chapter has no word of its own"
    found = search(open_page(), rare[0])
    assert any(AD_CLICKS in address for address in found), rare[0]


def test_a_term_of_the_glossary_is_found(open_page: Open) -> None:
    page = open_page()
    found = search(page, "progressive validation")
    entry = next(index for index, address in enumerate(found) if "/reference/glossary/" in address)
    page.locator(RESULT).nth(entry).click()
    expect(page.locator("article.md-content__inner h1")).to_have_text("Glossary")
    expect(page.locator("dt", has_text="Progressive validation").first).to_be_visible()


def test_nonsense_finds_nothing_and_says_so(open_page: Open) -> None:
    page = open_page()
    page.locator(QUERY).click()
    page.locator(QUERY).press_sequentially("zxqvkwj")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    assert page.locator(RESULT).count() == 0


@pytest.mark.parametrize("way", ["button", "slash"])
def test_the_search_opens_without_the_header(open_page: Open, way: str) -> None:
    page = open_page()
    if way == "button":
        page.locator("[data-open-search]").click()
    else:
        page.keyboard.press("/")
    expect(page.locator(QUERY)).to_be_focused()
    page.keyboard.type("calibration")
    assert results(page)
    assert page.locator(QUERY).input_value() == "calibration"


def test_the_search_works_on_a_phone(open_page: Open) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.locator("label.md-header__button[for=__search]").tap()
    page.locator(QUERY).press_sequentially("CTR")
    assert AD_CLICKS in results(page)[0]
    page.locator(RESULT).first.tap()
    expect(page.locator("article.md-content__inner h1")).to_have_text("Ad click prediction")


def test_a_page_that_is_missing_offers_the_search(open_page: Open) -> None:
    page = open_page("no/such/page/")
    page.locator("[data-open-search]").click()
    page.keyboard.type("CTR")
    assert AD_CLICKS in results(page)[0]
