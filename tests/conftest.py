"""Fixtures for every test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from studyguide.commands import _built_links, build
from studyguide.content.site import Site

from .browser.static_server import serve
from .small_site import write_site

REPOSITORY = Path(__file__).parents[1]
# Every name but the loopback address is unknown to the browser: what asks another origin fails instead of going out.
NO_OTHER_ORIGIN = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


def _chromium() -> str | None:
    """Return the Chromium that the environment names or that is on PATH; None leaves it to Playwright's own."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all browser tests; without any the test fails, it is never skipped."""
    arguments = [NO_OTHER_ORIGIN, "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    # Chromium refuses to run its sandbox as root, which is what containers are.
    arguments += ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide, built, at its base path below a folder of its own: $GUIDE_BUILT_SITE, else built once for the run."""
    named = os.environ.get("GUIDE_BUILT_SITE")
    if named:
        return Path(named)
    folder = tmp_path_factory.mktemp("guide")
    assert build.build_site(REPOSITORY, folder / "site") == 0, "the guide does not build: run guide build"
    return _built_links.place_below_base(folder / "site", folder / "root")


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """Address of the home page of the built guide on a loopback server, with a slash at its end."""
    with serve(built_site, _built_links.site_address(built_site)) as address:
        yield address


@pytest.fixture
def small_site(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Site]:
    """A function that writes the given files, by path, and returns the site they make."""
    return lambda files: write_site(tmp_path, files)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/markdown --update-fixtures` writes what the extensions render now; look at the diff."""
    parser.addoption("--update-fixtures", action="store_true", help="rewrite the HTML of Markdown fixture pairs")
