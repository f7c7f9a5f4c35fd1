"""Everything a reader came for is in the page before any script has run."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from .conftest import Open, seen

pytestmark = pytest.mark.browser

AD_CLICKS = "case-studies/ad-click-prediction/"


def test_a_chapter_is_complete(open_page: Open) -> None:
    page = open_page(AD_CLICKS, java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("article").inner_text().split()) > 5000
    for heading in page.locator("article h2").all():
        expect(heading).to_be_visible()
    assert page.locator(".sources li").count() > 10
    expect(page.locator(".sources li").last).to_be_visible()


def test_estimates_show_their_results(open_page: Open) -> None:
    page = open_page(AD_CLICKS, java_script_enabled=False)
    outputs = page.locator("form.estimate output")
    assert outputs.count() > 10
    assert "" not in [text.strip() for text in outputs.all_text_contents()]
    for output in outputs.all()[:5]:
        expect(output).to_be_visible()
    assert all(page.locator("form.estimate input").evaluate_all("(fields) => fields.map((field) => field.readOnly)"))


def test_questions_open(open_page: Open) -> None:
    page = open_page(AD_CLICKS, java_script_enabled=False)
    question = page.locator("details.question").first
    answer = question.locator("> :not(summary)").first
    expect(answer).to_be_hidden()
    question.locator("summary").click()
    expect(answer).to_be_visible()


def test_the_source_of_a_diagram_can_be_read(open_page: Open) -> None:
    page = open_page(AD_CLICKS, java_script_enabled=False)
    for figure in page.locator("figure.diagram").all():
        if figure.locator("svg").count() == 0:
            source = figure.locator(".mermaid")
            expect(source).to_be_visible()
            assert "accDescr" in source.inner_text()
            assert "\n" in source.inner_text()
            assert source.evaluate("(element) => getComputedStyle(element).color") != "rgba(0, 0, 0, 0)"
        expect(figure.locator("figcaption")).to_be_visible()


def test_the_glossary_is_complete(open_page: Open) -> None:
    page = open_page("reference/glossary/", java_script_enabled=False)
    assert page.locator("article dt").count() > 20
    expect(page.locator("article dd").last).to_be_visible()


def test_the_home_page_leads_everywhere(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator(".seven-steps a").count() == 7
    assert page.locator(".case-card a").count() >= 1
    for link in page.locator(".seven-steps a, .case-card a, .ways a, .home-search a, .md-tabs a").all():
        expect(link).to_be_visible()
    page.locator(".home-search a").click()
    expect(page.locator("h1")).to_have_text("Case studies")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["", AD_CLICKS, "framework/clarify/", "no/such/page/"])
def test_nothing_is_offered_that_would_not_work(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, java_script_enabled=False, viewport={"width": width, "height": 800})
    assert (
        seen(
            page,
            "button, select, textarea, [role=button]:not([for=__drawer]), label[for=__search], "
            "label[for^=__palette], kbd, input:not([readonly], .md-toggle, .md-nav__toggle, .md-option)",
        )
        == []
    )


def test_the_drawer_of_a_phone_opens(open_page: Open) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 360, "height": 800})
    link = page.locator(".md-sidebar--primary a", has_text="Practice").first
    expect(link).to_be_hidden()
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(link).to_be_visible()
    expect(link).to_be_in_viewport()
