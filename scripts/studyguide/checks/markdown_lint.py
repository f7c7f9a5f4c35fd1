"""General Markdown faults: undefined references and footnotes, broken lists, bare addresses. The work is rumdl's."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

from studyguide.checks.tool import find_tool
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "markdown-lint"


def check(site: Site) -> Iterator[Problem]:
    """Run rumdl with the configuration in pyproject.toml."""
    command = [find_tool("rumdl"), "check", "--output-format", "json", "--no-cache", "docs"]
    result = subprocess.run(command, cwd=site.root, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode not in (0, 1):
        yield Problem("pyproject.toml", 1, 1, NAME, f"rumdl failed: {result.stderr.strip()[:300]}")
        return
    warnings: list[dict[str, Any]] = json.loads(result.stdout or "[]")
    for warning in warnings:
        path = str(warning["file"]).replace("\\", "/").removeprefix("./")
        message = f"{warning['message']} ({warning['rule']})"
        yield Problem(path, int(warning["line"]), int(warning["column"]), NAME, message)
