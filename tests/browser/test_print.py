"""A chapter on paper: its words and pictures, nothing of the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open, seen
from .visits import SETTLED, Scheme

pytestmark = pytest.mark.browser

AD_CLICKS = "case-studies/ad-click-prediction/"
# Between the margins of A4, 18 mm at either side, at 96 pixels an inch.
PAPER_WIDTH = 657
PAGES = [AD_CLICKS, "framework/", "reference/contrast/", ""]


def printed(open_page: Open, path: str, scheme: Scheme = "light") -> Page:
    page = open_page(path, color_scheme=scheme)
    page.wait_for_function(SETTLED)
    page.emulate_media(media="print", color_scheme=scheme)
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 950})
    return page


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_no_controls(open_page: Open, path: str) -> None:
    page = printed(open_page, path)
    expect(page.locator("h1")).to_be_visible()
    parts = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-path, .md-top, .md-search, .md-skip, .headerlink"
    assert seen(page, f"{parts}, .estimate-reset, [rel=edit], button") == []


def test_answers_are_unfolded(open_page: Open) -> None:
    page = printed(open_page, AD_CLICKS)
    answers = page.locator("details > :not(summary)").all()
    assert len(answers) > 10
    for answer in answers:
        expect(answer).to_be_visible()
    heights = page.locator("details:not([open])").evaluate_all(
        "(all) => all.map((details) => details.offsetHeight - details.querySelector('summary').offsetHeight)"
    )
    assert min(heights) > 20


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_at_the_edge_of_the_paper(open_page: Open, path: str) -> None:
    page = printed(open_page, path)
    cut = page.locator(".diagram-scroll, .table-scroll, pre, pre > code, div.math, form.estimate, .clock").evaluate_all(
        """(boxes) => boxes
          .filter((box) => box.scrollWidth > box.clientWidth + 1 || box.getBoundingClientRect().right > innerWidth + 1)
          .map((box) => [box.className || box.tagName, box.getAttribute("aria-label") ?? box.textContent.slice(0, 40),
            `${box.scrollWidth} px in ${box.clientWidth}`].join(": "))"""
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER_WIDTH


@pytest.mark.parametrize("path", [AD_CLICKS, ""])
def test_night_is_not_printed(open_page: Open, path: str) -> None:
    page = printed(open_page, path, "dark")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    for element in ("html", "body", ".md-main", "article"):
        color = page.locator(element).evaluate("(element) => getComputedStyle(element).backgroundColor")
        assert color in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, element
    dark_on_light = page.locator(
        "article :is(h1, p, li, td, th, figcaption, output, summary, .diagram text)"
    ).evaluate_all(
        """(elements) => elements.filter((element) => {
          const style = getComputedStyle(element);
          const color = element.closest("svg") && element.tagName === "text" ? style.fill : style.color;
          return element.checkVisibility() && Math.max(...color.match(/[\\d.]+/g).slice(0, 3).map(Number)) > 150;
        }).map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`)"""
    )
    assert dark_on_light == []


def test_a_chapter_becomes_a_file_of_pages(open_page: Open) -> None:
    page = open_page(AD_CLICKS)
    page.wait_for_function(SETTLED)
    content = page.pdf(prefer_css_page_size=True)
    assert content.startswith(b"%PDF-")
    # Pages of a chapter: as many as its words need, not one long one and no run of empty ones.
    assert 10 <= content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") <= 80
