import argparse

import pytest

from studyguide import checks
from studyguide.checks import CheckResult
from studyguide.commands import check
from studyguide.failure import Failure
from studyguide.problem import Problem

LATER = Problem("docs/b.md", 2, 1, "links", "broken; mend it")
EARLIER = Problem("docs/a.md", 10, 3, "math", "bad\nformula; mend it")


def options(**changes):
    return argparse.Namespace(**({"paths": [], "rule": [], "format": "text", "fix": False} | changes))


@pytest.fixture
def result(monkeypatch):
    """Let the checks find what the test wants; returns the arguments they were called with."""
    calls = []

    def answer(problems, fixed=()):
        def run(*arguments):
            calls.append(arguments)
            return CheckResult(list(problems), 3, 1, 0.25, list(fixed))

        monkeypatch.setattr(checks, "run", run)
        return calls

    return answer


def test_problems_are_sorted_and_counted(result, tmp_path, capsys):
    result([LATER, EARLIER])
    assert check.run(options(), tmp_path) == 1
    assert capsys.readouterr().out == (
        "docs/a.md:10:3: [math] bad\nformula; mend it\n"
        "docs/b.md:2:1: [links] broken; mend it\n"
        "2 problems: 3 pages checked by 1 rule in 0.2 s\n"
    )


def test_nothing_found_is_said_and_counted(result, tmp_path, capsys):
    result([])
    assert check.run(options(), tmp_path) == 0
    assert capsys.readouterr().out == "no problem: 3 pages checked by 1 rule in 0.2 s\n"


def test_annotations_for_github(result, tmp_path, capsys):
    result([LATER])
    assert check.run(options(format="github"), tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "::error file=docs/b.md,line=2,col=1,title=links::broken; mend it"
    )


def test_what_was_mended_is_said(result, tmp_path, capsys):
    calls = result([], fixed=["docs/a.md"])
    assert check.run(options(fix=True, rule=["estimates"]), tmp_path) == 0
    assert calls == [(tmp_path, [], ["estimates"], True)]
    assert capsys.readouterr().out.startswith("docs/a.md: rewrote stale results\n")


def test_an_unknown_rule_names_the_closest(tmp_path):
    with pytest.raises(Failure, match=r'there is no rule "estimate"; did you mean "estimates"\?'):
        check.run(options(rule=["estimate"]), tmp_path)
    with pytest.raises(Failure, match='there is no rule "zzz"; the rules are bibliography, citations'):
        check.run(options(rule=["zzz"]), tmp_path)


def test_a_path_that_is_not_there(tmp_path):
    with pytest.raises(Failure, match=r"gone\.md does not exist; give a page or folder"):
        check.run(options(paths=[tmp_path / "gone.md"]), tmp_path)
