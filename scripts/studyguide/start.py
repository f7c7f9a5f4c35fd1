"""The way in from `scripts/guide`: set up what the command needs, then hand over to the environment's Python."""

from __future__ import annotations

import os
import sys

from studyguide.environment.groups import COMMAND_GROUPS
from studyguide.environment.virtual_environment import WINDOWS, VirtualEnvironment, repository_root
from studyguide.failure import Failure


def main(arguments: list[str]) -> int:
    """Run one command line of the guide; returns the exit code when it did not become another process."""
    try:
        return _start(arguments)
    except Failure as failure:
        print(failure.line(), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("guide: interrupted; run the same command again, it continues where it can", file=sys.stderr)
        return 130


def _start(arguments: list[str]) -> int:
    group = COMMAND_GROUPS.get(arguments[0]) if arguments else None
    if group is None or asks_for_help(arguments):
        return _answer_without_environment(arguments)
    environment = VirtualEnvironment.from_variables(repository_root())
    if not environment.is_current(group):
        _prepare(environment, group, arguments)
    return _hand_over(environment, arguments)


def asks_for_help(arguments: list[str]) -> bool:
    """Whether the guide's own help is wanted: what stands behind `--` belongs to another program."""
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "-h" in own or "--help" in own


def _answer_without_environment(arguments: list[str]) -> int:
    """Help and mistyped commands need nothing installed."""
    from studyguide import cli

    return cli.main(arguments)


def _prepare(environment: VirtualEnvironment, group: str, arguments: list[str]) -> None:
    """Refuse a command line that cannot work before anybody waits for an installation. Slow imports only here."""
    from studyguide import cli
    from studyguide.environment.set_up import set_up

    cli.parse(arguments)
    set_up(environment, group)


def _hand_over(environment: VirtualEnvironment, arguments: list[str]) -> int:
    # -P: a folder named like a package in the reader's working directory must not be imported instead of it.
    command = [str(environment.python), "-P", "-m", "studyguide", *arguments]
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(command[0], command)
    import subprocess

    return subprocess.run(command, check=False).returncode
