"""One virtual environment on disk: where its parts are, and whether it is current, whole or broken."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from studyguide.environment.groups import groups_within
from studyguide.failure import Failure

WINDOWS = os.name == "nt"


def repository_root() -> Path:
    """The folder that holds mkdocs.yml: three above this package's parent."""
    return Path(__file__).resolve().parents[3]


def python_version() -> str:
    """The running Python as `3.11`: packages survive a change of the third number, not of the second."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


class VirtualEnvironment:
    """The folder `.venv` (or `$GUIDE_VENV`) and the stamps inside that say what it holds.

    Set-up writes the marker first and the stamp last. So a folder with a marker was interrupted, and a folder
    without either was made by hand (`python3 -m venv .venv`) and is completed rather than replaced.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self.folder = folder
        self.root = root
        self.python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
        self.log = folder / "setup.log"
        self.stamp = folder / "guide-stamp"
        self.marker = folder / "guide-incomplete"

    @classmethod
    def from_variables(cls, root: Path) -> VirtualEnvironment:
        """The environment that `GUIDE_VENV` names, otherwise `.venv` at the root."""
        named = os.environ.get("GUIDE_VENV")
        return cls(Path(named).absolute() if named else root / ".venv", root)

    def lock_file(self, group: str) -> Path:
        """The requirements file with every package of the group, its version and its hashes."""
        return self.root / "requirements" / f"{group}.txt"

    def runs_this_python(self) -> bool:
        """Whether the Python that runs now is this environment's own."""
        return sys.prefix != sys.base_prefix and os.path.realpath(sys.prefix) == os.path.realpath(self.folder)

    def is_current(self, group: str) -> bool:
        """Whether the group is installed from the lock as it stands, and the package can be imported.

        Reads two small files and hashes one: this runs at every start.
        """
        stamp = self._read_stamp()
        return (
            stamp.get(group) == self._hash(group)
            and stamp.get("python") == python_version()
            and self.python.exists()
            and not self.marker.exists()
            and self._package_is_linked()
        )

    def write_stamp(self, group: str) -> None:
        """Record that the group, and those within it, are installed from their locks."""
        stamp = self._read_stamp() | {name: self._hash(name) for name in groups_within(group)}
        stamp["python"] = python_version()
        self.stamp.write_text("".join(f"{name} {value}\n" for name, value in sorted(stamp.items())), encoding="utf-8")

    def link_package(self) -> None:
        """Make `studyguide` importable: one line in a .pth file, so no build and no network is needed."""
        self._link_file().write_text(self._link_text(), encoding="utf-8")

    def remove(self) -> None:
        """Delete the folder. Refuses one that is not a virtual environment, whatever GUIDE_VENV says.

        Raises Failure for such a folder, OSError when the system refuses.
        """
        if self.folder.is_symlink() or not self._may_be_removed():
            raise Failure(
                f"{self.folder} exists and is not a virtual environment",
                "move it away, or name another folder in GUIDE_VENV",
            )
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def _may_be_removed(self) -> bool:
        if not self.folder.exists():
            return True
        ours = ((self.folder / "pyvenv.cfg").exists(), self.marker.exists(), self.stamp.exists())
        return self.folder.is_dir() and (any(ours) or not any(self.folder.iterdir()))

    def _read_stamp(self) -> dict[str, str]:
        try:
            lines = self.stamp.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return {}
        return {name: value for name, _, value in (line.partition(" ") for line in lines)}

    def _hash(self, group: str) -> str:
        try:
            return hashlib.sha256(self.lock_file(group).read_bytes()).hexdigest()
        except FileNotFoundError:
            raise Failure(f"requirements/{group}.txt is missing", "restore it: git checkout -- requirements") from None

    def _link_file(self) -> Path:
        library = "Lib" if WINDOWS else f"lib/python{python_version()}"
        return self.folder / library / "site-packages" / "studyguide.pth"

    def _link_text(self) -> str:
        """A relative path inside the repository, so that moving the repository does not break the link."""
        scripts, packages = self.root / "scripts", self._link_file().parent
        inside = self.folder.is_relative_to(self.root)
        return f"{os.path.relpath(scripts, packages) if inside else scripts}\n"

    def _package_is_linked(self) -> bool:
        try:
            return self._link_file().read_text(encoding="utf-8") == self._link_text()
        except (OSError, UnicodeDecodeError):
            return False
