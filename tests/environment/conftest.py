"""A small repository with an empty lock, and virtual environments that are made in a moment."""

import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.environment import set_up as set_up_module
from studyguide.environment.virtual_environment import VirtualEnvironment, python_version


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "guide"
    (root / "scripts" / "studyguide").mkdir(parents=True)
    (root / "scripts" / "studyguide" / "__init__.py").touch()
    (root / "requirements").mkdir()
    for group in ("site", "check", "dev"):
        (root / "requirements" / f"{group}.txt").write_text(f"# the empty {group} lock\n")
    return root


@pytest.fixture
def environment(root: Path) -> VirtualEnvironment:
    return VirtualEnvironment(root / ".venv", root)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the slow half of set-up, unpacking a real pip, by a pip that does nothing; returns what was made."""
    made: list[str] = []

    def create(environment: VirtualEnvironment, lock: int) -> None:
        made.append(environment.folder.name)
        environment.folder.mkdir(parents=True)
        environment.marker.touch()
        make_hand_made(environment.folder)

    monkeypatch.setattr(set_up_module, "_create", create)
    return made


def make_hand_made(folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    pip = folder / "lib" / f"python{python_version()}" / "site-packages" / "pip"
    pip.mkdir()
    (pip / "__init__.py").touch()
    (pip / "__main__.py").touch()
