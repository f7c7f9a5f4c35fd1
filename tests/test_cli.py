"""The command line: what is listed, what exists and what is set up are the same."""

import pkgutil
import re

import pytest

from studyguide import cli, commands
from studyguide.environment.groups import COMMAND_GROUPS, GROUPS
from studyguide.failure import Failure
from studyguide.start import asks_for_help

COMMAND_MODULES = {module.name for module in pkgutil.iter_modules(commands.__path__) if not module.name.startswith("_")}


def test_every_command_module_is_a_command_and_knows_its_packages():
    assert set(cli.COMMANDS) == COMMAND_MODULES
    assert set(COMMAND_GROUPS) == COMMAND_MODULES
    assert set(COMMAND_GROUPS.values()) <= set(GROUPS)


def test_help_lists_every_command_with_one_line():
    text = cli.build_parser().format_help()
    listed = re.findall(r"^    (\w+) +\S", text, re.MULTILINE)
    assert set(listed) == COMMAND_MODULES
    assert all(0 < len(module.HELP) < 72 and "\n" not in module.HELP for module in cli.COMMANDS.values())


def test_the_readme_lists_every_command():
    readme = (cli.ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)", readme, re.MULTILINE)) == COMMAND_MODULES


@pytest.mark.parametrize("command", sorted(COMMAND_MODULES))
def test_each_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as end:
        cli.parse([command, "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: guide {command}")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["biuld"], 'guide: there is no command "biuld"; did you mean "build"?'),
        (["xyzzy"], 'guide: there is no command "xyzzy"; the commands are serve, build, check, test, new, lock'),
        (["check", "--format", "xml"], "guide: argument --format: invalid choice: 'xml' (choose from"),
        (
            ["serve", "--port", "abc"],
            'guide: argument --port: "abc" is not a port; choose a number from 1 to 65535; see',
        ),
        (["new", "concept"], "guide: the following arguments are required: title; see: guide new --help"),
    ],
)
def test_a_wrong_command_line_is_one_line_and_exit_code_2(arguments, line, capsys):
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(line)
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "passed_on"),
    [
        (["test"], []),
        (["test", "tests/checks", "-k", "x"], ["tests/checks", "-k", "x"]),
        (["test", "-x", "--lf"], ["-x", "--lf"]),
        (["test", "--", "--help"], ["--help"]),
    ],
)
def test_arguments_of_test_belong_to_pytest(arguments, passed_on):
    assert cli.parse(arguments).pytest_arguments == passed_on


def test_help_behind_two_dashes_belongs_to_another_program():
    assert asks_for_help(["test", "-h"])
    assert not asks_for_help(["test", "--", "-h"])


def test_an_error_of_the_system_is_one_line(monkeypatch, capsys):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cli.COMMANDS["build"], "run", full)
    assert cli.main(["build"]) == 2
    assert capsys.readouterr().err.startswith("guide: the disk is full; free about")


def test_a_failure_is_one_line_whatever_it_holds():
    assert Failure("a\nb", "c\n d").line() == "guide: a b; c d"
