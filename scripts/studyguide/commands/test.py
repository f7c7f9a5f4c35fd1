"""Run every check and test, the quick ones first, and stop at the first that fails.

Without arguments: lint, format, types, check, build, links of the built site, then pytest with the browser tests.
With arguments, only pytest runs and gets them: guide test tests/checks -k estimate
A Chromium is needed. It is looked for in $CHROMIUM and on PATH and installed when it is not there.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studyguide.commands import _built_links, build, check
from studyguide.environment.chromium import require_chromium
from studyguide.environment.virtual_environment import VirtualEnvironment

HELP = "run every check and test; with arguments, only pytest with those"


@dataclass(frozen=True)
class Step:
    """One part of the run: its heading, and what returns 0 when it is well."""

    name: str
    run: Callable[[], int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `guide test`. The command line never reads them itself: all go to pytest."""
    parser.add_argument(
        "pytest_arguments", nargs="*", metavar="PYTEST_ARGUMENT", help="run only pytest, with these; -- before --help"
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Run the steps; returns 0 when all are well, 1 at the first that is not. Raises Failure without a browser."""
    os.environ["CHROMIUM"] = str(require_chromium(VirtualEnvironment.from_variables(root).log))
    if arguments.pytest_arguments:
        return _python(root, "pytest", *arguments.pytest_arguments)
    with tempfile.TemporaryDirectory(prefix="guide-test-") as folder:
        return run_steps(steps(root, Path(folder).resolve()))


def steps(root: Path, folder: Path) -> list[Step]:
    """The whole run, the quickest first; `folder` holds the built site while it lasts."""
    server_root = folder / "root"
    return [
        Step("ruff check", lambda: _python(root, "ruff", "check", ".")),
        Step("ruff format --check", lambda: _python(root, "ruff", "format", "--check", ".")),
        Step("mypy", lambda: _python(root, "mypy")),
        Step("guide check", lambda: check.run(_no_options(), root)),
        Step("guide build", lambda: _build(root, folder / "site", server_root)),
        Step("lychee", lambda: _links(root, server_root)),
        Step("pytest", lambda: _python(root, "pytest")),
    ]


def run_steps(wanted: Sequence[Step]) -> int:
    """Run each step under its heading until one fails; returns 0 or 1 and says which and how long."""
    started = time.monotonic()
    for step in wanted:
        print(f"\n== {step.name} ==", flush=True)
        began = time.monotonic()
        code = step.run()
        if code != 0:
            print(f"\nguide: failed at: {step.name}", flush=True)
            return 1
        print(f"-- {step.name}: {time.monotonic() - began:.1f} s", flush=True)
    print(f"\nguide: all {len(wanted)} steps passed in {time.monotonic() - started:.0f} s", flush=True)
    return 0


def _build(root: Path, site: Path, server_root: Path) -> int:
    """Build, put the site where a server would have it, and tell the browser tests."""
    code = build.build_site(root, site)
    if code == 0:
        os.environ["GUIDE_BUILT_SITE"] = str(_built_links.place_below_base(site, server_root))
    return code


def _links(root: Path, server_root: Path) -> int:
    broken = _built_links.broken_links(Path(os.environ["GUIDE_BUILT_SITE"]), server_root, root)
    print("\n".join([*broken, f"{check.count(len(broken), 'broken link')} in the built site"]))
    return 1 if broken else 0


def _no_options() -> argparse.Namespace:
    """The options of `guide check` without any argument."""
    parser = argparse.ArgumentParser()
    check.add_arguments(parser)
    return parser.parse_args([])


def _python(root: Path, module: str, *arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=root, check=False).returncode
