"""Light, dark, or what the device says: the choice works and is remembered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open
from .visits import Scheme

pytestmark = pytest.mark.browser

PAPER, NIGHT = "rgb(252, 251, 248)", "rgb(21, 23, 30)"


def background(page: Page) -> str:
    color: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return color


def press_toggle(page: Page) -> None:
    page.locator("form[data-md-component=palette] label:visible").click()


@pytest.mark.parametrize(("device", "color"), [("light", PAPER), ("dark", NIGHT)])
def test_at_first_the_device_decides(open_page: Open, device: Scheme, color: str) -> None:
    page = open_page(color_scheme=device)
    assert background(page) == color
    other: Scheme = "dark" if device == "light" else "light"
    page.emulate_media(color_scheme=other)
    expect(page.locator("body")).to_have_css("background-color", NIGHT if color == PAPER else PAPER)


def test_the_toggle_goes_from_device_to_light_to_dark_and_remembers_each(open_page: Open) -> None:
    page = open_page(color_scheme="dark")
    for expected in (PAPER, NIGHT):
        press_toggle(page)
        expect(page.locator("body")).to_have_css("background-color", expected)
        page.reload()
        assert background(page) == expected
        page.goto(page.url + "framework/clarify/" if "framework" not in page.url else page.url)
        assert background(page) == expected
        page.go_back()
        page.wait_for_function("window.document$ !== undefined")
    # A choice holds against the device.
    page.emulate_media(color_scheme="light")
    assert background(page) == NIGHT
    press_toggle(page)
    expect(page.locator("body")).to_have_css("background-color", PAPER)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", NIGHT)


def test_a_keyboard_changes_the_colors(open_page: Open) -> None:
    page = open_page(color_scheme="light")
    page.locator("#__palette_0").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_css("background-color", NIGHT)
