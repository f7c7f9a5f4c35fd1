"""Make requirements/*.txt again from pyproject.toml: every package, its version and its hashes.

Versions that still fit are kept; --upgrade takes the newest. The locks name no package index.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

from studyguide.environment.groups import GROUPS
from studyguide.environment.progress import step
from studyguide.failure import Failure

HELP = "make the locks in requirements/ again from pyproject.toml"
# The lowest Python that pyproject.toml allows (pymdown-extensions 13 needs it).
LOWEST_PYTHON = "3.11.5"
ADDRESS = re.compile(r"\b(?:https?|file|ftp)://|--(?:extra-)?index-url|--find-links", re.IGNORECASE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `guide lock`."""
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write all locks; raises Failure when one cannot be resolved or would name an address."""
    for group in reversed(GROUPS):  # the largest first: the others take their versions from it
        path = root / "requirements" / f"{group}.txt"
        with step(f"resolving the {group} group"):
            _compile(root, group, path, upgrade=arguments.upgrade)
        require_no_address(path)
        print(f"{path.relative_to(root)}: {path.read_text(encoding='utf-8').count('==')} packages")
    return 0


def compile_command(root: Path, group: str, path: Path, *, upgrade: bool) -> list[str]:
    """The uv command for one group. `--no-config`, so that no index of this machine finds its way into the lock."""
    largest = root / "requirements" / f"{GROUPS[-1]}.txt"
    return [
        *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--output-file", str(path.relative_to(root))),
        *("--universal", "--generate-hashes", "--python-version", LOWEST_PYTHON, "--no-config", "--no-annotate"),
        *("--no-emit-index-url", "--no-emit-find-links", "--quiet", "--custom-compile-command", "./scripts/guide lock"),
        *([] if group == GROUPS[0] else ["--extra", group]),
        *([] if path == largest else ["--constraints", str(largest.relative_to(root))]),
        *(["--upgrade"] if upgrade else []),
    ]


def lock_variables() -> dict[str, str]:
    """The environment without this machine's own package sources; certificates and proxies stay."""
    sources = ("INDEX", "FIND_LINKS", "CONFIG")
    return {
        name: value
        for name, value in os.environ.items()
        if not (name.startswith(("UV_", "PIP_")) and any(word in name for word in sources))
    }


def require_no_address(path: Path) -> None:
    """Raise Failure when a lock names a host or a package index: it would tie readers to one machine's network."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if ADDRESS.search(line):
            raise Failure(
                f"requirements/{path.name}:{number} names an address", "give packages by name and version only"
            )


def _compile(root: Path, group: str, path: Path, *, upgrade: bool) -> None:
    command = compile_command(root, group, path, upgrade=upgrade)
    result = subprocess.run(command, cwd=root, env=lock_variables(), capture_output=True, text=True, check=False)
    if result.returncode != 0:
        reason = " ".join(result.stderr.split())[:300]
        raise Failure(
            f"requirements/{path.name} cannot be made: {reason}", "correct pyproject.toml, or check the network"
        )
