"""When each file last changed, according to git."""

from __future__ import annotations

import subprocess
from pathlib import Path


def last_changes(root: Path) -> dict[str, str]:
    """Dates (YYYY-MM-DD) of the newest commit of each file, by path; empty outside a git checkout.

    One pass over the log instead of one call per page.
    """
    command = [
        "git",
        "-c",
        "core.quotePath=false",
        "log",
        "--no-merges",
        "--format=%x00%cs",
        "--name-only",
        "--relative",
        "--",
        "docs",
    ]
    try:
        result = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    dates: dict[str, str] = {}
    for commit in result.stdout.split("\0")[1:]:
        date, *paths = commit.strip().splitlines()
        for path in paths:
            if path:
                dates.setdefault(path, date)
    return dates
