import pytest

from studyguide.commands import test as command
from studyguide.commands.test import Step


def test_steps_stop_at_the_first_that_fails(capsys):
    ran = []

    def step(name, code):
        return Step(name, lambda: ran.append(name) or code)

    assert command.run_steps([step("one", 0), step("two", 3), step("three", 0)]) == 1
    assert ran == ["one", "two"]
    out = capsys.readouterr().out
    assert "== one ==" in out
    assert out.endswith("guide: failed at: two\n")


def test_all_well_is_said(capsys):
    assert command.run_steps([Step("one", lambda: 0)]) == 0
    assert "guide: all 1 steps passed in" in capsys.readouterr().out


def test_the_quick_steps_come_first(tmp_path):
    names = [step.name for step in command.steps(tmp_path, tmp_path)]
    assert names == ["ruff check", "ruff format --check", "mypy", "guide check", "guide build", "lychee", "pytest"]


@pytest.mark.parametrize("arguments", [["tests/checks"], ["-k", "x"]])
def test_with_arguments_only_pytest_runs(monkeypatch, tmp_path, arguments):
    ran = []
    monkeypatch.setattr(command, "require_chromium", lambda log: tmp_path / "chromium")
    monkeypatch.setattr(command, "_python", lambda root, *words: ran.append(words) or 0)
    monkeypatch.setattr(command, "steps", lambda *_: pytest.fail("nothing else runs"))
    monkeypatch.setenv("CHROMIUM", "restored afterwards")
    options = command.argparse.Namespace(pytest_arguments=arguments)
    assert command.run(options, tmp_path) == 0
    assert ran == [("pytest", *arguments)]
    assert command.os.environ["CHROMIUM"] == str(tmp_path / "chromium")
