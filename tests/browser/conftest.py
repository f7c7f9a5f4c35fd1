"""Fixtures of the browser tests: the visits, and windows to act in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .built_pages import page_paths
from .visits import LAPTOP, MISSING, PHONE, Visit, visit_all

Open = Callable[..., Page]

SEEN = """
(element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.offsetWidth > 1
"""


def assert_none(found: Iterable[str]) -> None:
    """Fail with one line for each fault, none cut short."""
    lines = list(found)
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


def seen(page: Page, selector: str) -> list[str]:
    """The elements that a reader can see, each by the beginning of its HTML."""
    shown = [element for element in page.locator(selector).all() if element.evaluate(SEEN)]
    return [element.evaluate("(element) => element.outerHTML.slice(0, 120)") for element in shown]


@pytest.fixture(scope="session")
def visits(browser: Browser, served_site: str, built_site: Path) -> list[Visit]:
    """Every page by day on a phone and by night on a laptop, and a page that is missing."""
    return visit_all(browser, served_site, [*page_paths(built_site), MISSING], [("light", PHONE), ("dark", LAPTOP)])


@pytest.fixture
def open_page(browser: Browser, served_site: str) -> Iterator[Open]:
    """A function that opens a page of the guide in a fresh window; its options are those of a browser context."""
    contexts = []

    def open_page(path: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": LAPTOP, "height": 800}, **options})
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.goto(served_site + path)
        if options.get("java_script_enabled", True):
            # The theme's script has run when the search is ready to be used.
            page.wait_for_function("window.document$ !== undefined")
        return page

    yield open_page
    for context in contexts:
        context.close()
