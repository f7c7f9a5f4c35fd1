"""Check the words: structure, estimates, references, links, diagrams, questions and spelling.

Each problem is one line, `path:line:column: [rule] what is wrong; how to mend it`.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.content.suggest import did_you_mean
from studyguide.failure import Failure

if TYPE_CHECKING:
    from studyguide.checks import CheckResult
    from studyguide.problem import Problem

HELP = "check every page and say where each problem is and how to mend it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `guide check`."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="pages or folders (default: all)")
    parser.add_argument("--rule", action="append", default=[], metavar="RULE", help="only this rule; may be repeated")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations on the diff")
    parser.add_argument("--fix", action="store_true", help="rewrite stale results of estimates, and nothing else")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Check; returns 0 without problems and 1 with some. Raises Failure for an unknown rule or path."""
    from studyguide import checks
    from studyguide.checks.tool import ToolMissing

    require_known_rules(arguments.rule, checks.RULES)
    paths = [path.absolute() for path in arguments.paths]
    require_existing(paths)
    try:
        result = checks.run(root, paths, arguments.rule, arguments.fix)
    except ToolMissing as error:
        what, _, remedy = str(error).partition("; ")
        raise Failure(what, remedy) from error
    print_result(result, arguments.format)
    return 1 if result.problems else 0


def require_known_rules(wanted: Sequence[str], known: Collection[str]) -> None:
    """Raise Failure for the first rule that does not exist, with the closest name."""
    for rule in wanted:
        if rule not in known:
            remedy = did_you_mean(rule, known).removeprefix("; ") or f"the rules are {', '.join(sorted(known))}"
            raise Failure(f'there is no rule "{rule}"', remedy)


def require_existing(paths: Sequence[Path]) -> None:
    """Raise Failure for the first path that is not there."""
    for path in paths:
        if not path.exists():
            raise Failure(f"{path} does not exist", "give a page or folder, as in guide check docs/case-studies")


def print_result(result: CheckResult, form: str) -> None:
    """Print what was mended, the problems in order of place, and what was looked at."""
    for path in result.fixed:
        print(f"{path}: rewrote stale results")
    for problem in sorted(result.problems):
        print(problem.github() if form == "github" else problem.text())
    print(summary(result.problems, result.pages, result.rules, result.seconds))


def summary(problems: Sequence[Problem], pages: int, rules: int, seconds: float) -> str:
    """The closing line: how many problems, and what was checked."""
    found = "no problem" if not problems else count(len(problems), "problem")
    return f"{found}: {count(pages, 'page')} checked by {count(rules, 'rule')} in {seconds:.1f} s"


def count(number: int, noun: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
