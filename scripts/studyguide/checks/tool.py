"""Finds the programs that some rules run: they are installed beside Python by the check set."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


class ToolMissing(RuntimeError):
    """A program of the check set is not installed."""


def find_tool(name: str) -> str:
    """Full path of a program. Raises ToolMissing, which says how to get it."""
    beside = Path(sys.executable).parent
    found = shutil.which(name, path=str(beside)) or shutil.which(name)
    if found is None:
        raise ToolMissing(f"{name} is not installed; run ./scripts/guide check, which sets it up")
    return found
