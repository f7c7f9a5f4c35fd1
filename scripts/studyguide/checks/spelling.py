"""Spelling, American. The work is that of typos; words it must accept are in pyproject.toml, each with its reason."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from studyguide.checks.tool import find_tool
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "spelling"


def check(site: Site) -> Iterator[Problem]:
    """Run typos over the words of the guide."""
    places = [name for name in ("docs", "README.md", "CONTRIBUTING.md") if (site.root / name).exists()]
    command = [find_tool("typos"), "--format", "json", *places]
    result = subprocess.run(command, cwd=site.root, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode not in (0, 2):
        yield Problem("pyproject.toml", 1, 1, NAME, f"typos failed: {result.stderr.strip()[:300]}")
        return
    for line in result.stdout.splitlines():
        found = json.loads(line)
        if found.get("type") != "typo":
            continue
        path = str(found["path"]).replace("\\", "/").removeprefix("./")
        advice = " or ".join(f'"{word}"' for word in found.get("corrections", [])) or "another word"
        message = f'"{found["typo"]}" is misspelled or British; write {advice}'
        yield Problem(path, int(found["line_num"]), _column(site.root / path, found), NAME, message)


def _column(path: Path, found: dict[str, Any]) -> int:
    """Columns count characters; typos counts bytes."""
    line = path.read_bytes().split(b"\n")[int(found["line_num"]) - 1]
    return len(line[: int(found["byte_offset"])].decode("utf-8", errors="replace")) + 1
