"""How the commands call MkDocs."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def mkdocs_command(root: Path, *arguments: str) -> list[str]:
    """The command line for MkDocs of this environment with this guide's configuration."""
    return [sys.executable, "-P", "-m", "mkdocs", *arguments, "--config-file", str(root / "mkdocs.yml")]


def mkdocs_variables() -> dict[str, str]:
    """The environment for MkDocs: Material's banner about its end of life is not news to our readers."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}
