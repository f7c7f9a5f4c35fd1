"""Bring a virtual environment up to date with a lock, from whatever state it is in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from studyguide.environment.exclusive import exclusive
from studyguide.environment.explain import explain_pip, explain_system, explain_venv, index_is_unreachable
from studyguide.environment.progress import step
from studyguide.environment.virtual_environment import WINDOWS, VirtualEnvironment, python_version

PACKAGE_LINE = re.compile(r"^[A-Za-z0-9][\w.-]*==", re.MULTILINE)
# Exit code 0 only for the version that made the environment (another one finds no pip in it) and that runs now.
HEALTH_QUESTION = f"import sys, pip; sys.exit('%d.%d' % sys.version_info[:2] != '{python_version()}')"


def set_up(environment: VirtualEnvironment, group: str) -> None:
    """Install the group and everything it needs. Safe to interrupt and to run twice at once.

    Raises Failure with the one line to print.
    """
    try:
        with exclusive(environment.folder.with_name(environment.folder.name + ".lock"), _say_waiting) as lock:
            if not environment.is_current(group):
                _bring_up_to_date(environment, group, lock)
    except OSError as error:
        raise explain_system(error) from error


def _bring_up_to_date(environment: VirtualEnvironment, group: str, lock: int) -> None:
    if not _is_whole(environment):
        environment.remove()
        _create(environment, lock)
    _install(environment, group, lock)
    environment.link_package()
    environment.write_stamp(group)


def _is_whole(environment: VirtualEnvironment) -> bool:
    """Whether the environment was finished once, and its Python still starts and still is the one that made it."""
    if environment.marker.exists() or not environment.python.exists():
        return False
    question = [str(environment.python), "-I", "-c", HEALTH_QUESTION]
    try:
        return subprocess.run(question, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _create(environment: VirtualEnvironment, lock: int) -> None:
    python = _base_python()
    environment.folder.mkdir(parents=True)
    environment.marker.touch()
    with step(f"making {environment.folder.name} with Python {sys.version.split()[0]}"):
        code, output = _run([python, "-I", "-m", "venv", str(environment.folder)], environment.log, lock, _ignore)
        if code != 0:
            raise explain_venv(output, python)


def _install(environment: VirtualEnvironment, group: str, lock: int) -> None:
    """Run pip on the group's lock. The marker stays until pip ended well, or failed before it changed anything."""
    requirements = environment.lock_file(group)
    total = len(PACKAGE_LINE.findall(requirements.read_text(encoding="utf-8")))
    environment.marker.touch()
    with step(f"installing {total} packages of requirements/{group}.txt") as running:
        code, output = _run(
            _pip_command(environment, requirements), environment.log, lock, _CondensedPip(running.note, total).read
        )
        if code != 0:
            failure = explain_pip(output, _shown(environment.log, environment.root))
            if index_is_unreachable(output):
                environment.marker.unlink()  # pip downloads everything before it installs anything
            raise failure
    environment.marker.unlink()


def _pip_command(environment: VirtualEnvironment, requirements: Path) -> list[str]:
    options = ["--require-hashes", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]
    if "PIP_RETRIES" not in os.environ:
        options += ["--retries", "2"]  # pip's own five keep a reader without a network waiting for minutes
    return [str(environment.python), "-I", "-m", "pip", "install", *options, "-r", str(requirements)]


class _CondensedPip:
    """Reads pip's lines and reports one number out of the total instead."""

    def __init__(self, report: Callable[[str], None], total: int) -> None:
        self.report = report
        self.total = total
        self.seen = 0

    def read(self, line: str) -> None:
        """Take one line of pip's output."""
        if line.startswith(("Collecting ", "Requirement already satisfied")):
            self.seen += 1
            self.report(f"{min(self.seen, self.total)} of {self.total} looked up")
        elif line.startswith("Installing collected packages"):
            self.report("writing them to disk")


def _run(command: Sequence[str], log: Path, lock: int, on_line: Callable[[str], None]) -> tuple[int, str]:
    """Run a program, keep all it prints in the log, and return its exit code and output.

    The program inherits the lock: should this process be killed, the next set-up waits until the program has ended.
    """
    inherited = () if WINDOWS else (lock,)
    lines = []
    with (
        log.open("a", encoding="utf-8") as record,
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            errors="replace",
            pass_fds=inherited,
        ) as process,
    ):
        record.write(f"$ {' '.join(command)}\n")
        try:
            for line in process.stdout or ():
                record.write(line)
                lines.append(line)
                on_line(line.strip())
        except BaseException:
            process.terminate()
            raise
    return process.returncode, "".join(lines)


def _base_python() -> str:
    """The Python behind the running one: a new environment must not hang on the one that it replaces."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root) if path.is_relative_to(root) else path)


def _say_waiting() -> None:
    print("guide: another run is setting up the environment; waiting for it", flush=True)


def _ignore(line: str) -> None:
    """venv has nothing to say that is worth showing."""
