"""Build the site; a warning is an error.

The published site has the address in GUIDE_SITE_URL, so that a fork deploys without an edit.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from pathlib import Path

from studyguide.commands._mkdocs import mkdocs_command, mkdocs_variables

HELP = "build the site into site/; a warning is an error"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `guide build`."""
    parser.add_argument("--site-dir", type=Path, default=None, metavar="FOLDER", help="where to put it (default: site)")
    parser.add_argument("--strict", action="store_true", default=True, help="what it does anyway")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Build; returns 0 when there was no warning."""
    folder = (arguments.site_dir or root / "site").absolute()
    started = time.monotonic()
    code = build_site(root, folder)
    if code != 0:
        return 1
    pages, size = measure(folder)
    shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
    print(f"{shown}: {pages} pages, {size / 1e6:.1f} MB, {time.monotonic() - started:.1f} s")
    return 0


def build_site(root: Path, folder: Path) -> int:
    """Run `mkdocs build --strict`; returns its exit code. Never with -q, which would report success over warnings."""
    command = mkdocs_command(root, "build", "--strict", "--site-dir", str(folder))
    return subprocess.run(command, env=mkdocs_variables(), cwd=root, check=False).returncode


def measure(folder: Path) -> tuple[int, int]:
    """Number of HTML pages below a folder, and the bytes of all files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)
