"""Fixtures for every test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from studyguide.content.site import Site

from .small_site import write_site


def _chromium() -> str | None:
    """Return the Chromium that the environment names or that is on PATH; None leaves it to Playwright's own."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all browser tests; without any the test fails, it is never skipped."""
    # Chromium refuses to run its sandbox as root, which is what containers are.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def small_site(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Site]:
    """A function that writes the given files, by path, and returns the site they make."""
    return lambda files: write_site(tmp_path, files)
