"""The command line: reads arguments and calls one command. What a command does stands in its own module."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from studyguide.commands import build, check, lock, new, serve, test
from studyguide.content.suggest import did_you_mean
from studyguide.environment.explain import explain_system
from studyguide.failure import Failure

COMMANDS = {"serve": serve, "build": build, "check": check, "test": test, "new": new, "lock": lock}

# What follows these commands belongs to another program and is passed on as it is.
TAKES_REST = {"test": "pytest_arguments"}

ROOT = Path(__file__).resolve().parents[2]


class OneLineParser(argparse.ArgumentParser):
    """A parser whose errors are one line that says what to do, like every other error of the guide."""

    def error(self, message: str) -> NoReturn:
        """Raise Failure instead of printing the usage."""
        raise Failure(message, f"see: {self.prog} --help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code (0 fine, 1 problems found, 2 it could not be done)."""
    try:
        options = parse(sys.argv[1:] if arguments is None else list(arguments))
        return int(COMMANDS[options.command].run(options, ROOT))
    except Failure as failure:
        print(failure.line(), file=sys.stderr)
        return 2
    except OSError as error:
        print(explain_system(error).line(), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("guide: interrupted", file=sys.stderr)
        return 130


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options of one command line. Raises Failure for a wrong one; exits with 0 after printing help."""
    parser = build_parser()
    if not arguments:
        parser.print_help()
        parser.exit()
    command = arguments[0]
    if not command.startswith("-") and command not in COMMANDS:
        raise Failure(f'there is no command "{command}"', _remedy(command))
    if command in TAKES_REST:
        return _parse_with_rest(parser, arguments)
    return parser.parse_args(arguments)


def build_parser() -> argparse.ArgumentParser:
    """The parser with one subparser for each command."""
    parser = OneLineParser(
        prog="guide",
        description="Read, check and extend the ML System Design Study Guide.",
        epilog="guide COMMAND --help says more. The first run installs what the command needs into .venv.",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, module in COMMANDS.items():
        command = commands.add_parser(
            name, help=module.HELP, description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        module.add_arguments(command)
    return parser


def _parse_with_rest(parser: argparse.ArgumentParser, arguments: list[str]) -> argparse.Namespace:
    """argparse cannot pass on arguments that begin with a dash, so they never reach it."""
    command, rest = arguments[0], arguments[1:]
    own = rest[: rest.index("--")] if "--" in rest else rest
    options = parser.parse_args([command, "--help"] if {"-h", "--help"} & set(own) else [command])
    setattr(options, TAKES_REST[command], rest[1:] if rest[:1] == ["--"] else rest)
    return options


def _remedy(command: str) -> str:
    return did_you_mean(command, COMMANDS).removeprefix("; ") or f"the commands are {', '.join(COMMANDS)}"
