"""A Chromium for the browser tests: one that is there, or one that can be installed without asking.

In this order: `$CHROMIUM`, a program on PATH, what Playwright downloaded before, Debian's package when we are root,
Playwright's own download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from studyguide.environment.progress import step
from studyguide.failure import Failure

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
APT = (
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"],
)
PLAYWRIGHT = [sys.executable, "-m", "playwright", "install", "chromium"]
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as p\nwith p() as w: print(w.chromium.executable_path)"
)


def require_chromium(log: Path) -> Path:
    """The browser's program, installed when need be. Raises Failure when none can be had; `log` keeps the reasons."""
    found = find_chromium() or _install(log)
    if found is None:
        raise Failure(
            "no Chromium was found and none could be installed",
            f"install Chromium or Chrome, or name it: CHROMIUM=/path/to/chromium ./scripts/guide test (details: {log})",
        )
    return found


def find_chromium() -> Path | None:
    """A browser that is already here. Raises Failure when `$CHROMIUM` names something that cannot be run."""
    named = os.environ.get("CHROMIUM")
    if named:
        program = shutil.which(named)
        if program is None:
            raise Failure(f"CHROMIUM names {named}, which cannot be run", "correct the path, or unset CHROMIUM")
        return Path(program)
    on_path = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if on_path:
        return Path(on_path)
    return next((path for path in APPLICATIONS if path.exists()), None) or _playwright_browser()


def _install(log: Path) -> Path | None:
    """Debian's package first, because it brings the libraries that Playwright's download expects to find."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        with step("installing Chromium with apt-get"):
            done = all(_run(command, log) for command in APT)
        if done and (program := shutil.which("chromium")):
            return Path(program)
    with step("downloading Chromium with Playwright"):
        _run(PLAYWRIGHT, log)
    return _playwright_browser()


def _playwright_browser() -> Path | None:
    answer = subprocess.run([sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=False)
    path = Path(answer.stdout.strip() or "-")
    return path if answer.returncode == 0 and path.exists() else None


def _run(command: list[str], log: Path) -> bool:
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with log.open("a", encoding="utf-8") as record:
        record.write(f"$ {' '.join(command)}\n")
        record.flush()
        return subprocess.run(command, stdout=record, stderr=record, env=variables, check=False).returncode == 0
