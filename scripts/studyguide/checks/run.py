"""Runs rules over a site and collects what they find."""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from studyguide.checks.registry import FIXES, RULES, WITH_TOOLS
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem


class UnknownRule(ValueError):
    """A rule was asked for that does not exist."""


@dataclass(frozen=True)
class CheckResult:
    """What was found, and what was looked at. fixed: paths that were rewritten."""

    problems: list[Problem]
    pages: int
    rules: int
    seconds: float
    fixed: list[str]


def run(root: Path, paths: list[Path] | None = None, rules: list[str] | None = None, fix: bool = False) -> CheckResult:
    """Check the guide below `root`.

    paths: report only problems of these files and folders; rules need the whole site all the same.
    rules: names of rules, all when empty. Raises UnknownRule.
    """
    started = time.perf_counter()
    names = list(rules or RULES)
    for name in names:
        if name not in RULES:
            hint = did_you_mean(name, RULES) or f"; the rules are {', '.join(RULES)}"
            raise UnknownRule(f'there is no rule "{name}"{hint}')
    site = Site(root)
    fixed: list[str] = []
    if fix:
        fixed = sorted(path for name in names if name in FIXES for path in FIXES[name](site))
        site = Site(root)
    problems = [problem for problem in find_problems(site, names) if _selected(root, problem, paths or [])]
    return CheckResult(problems, len(site.pages), len(names), time.perf_counter() - started, fixed)


def find_problems(site: Site, names: Iterable[str]) -> list[Problem]:
    """Run rules by name and return what they find, sorted by place.

    The rules that leave the work to other programs wait for them beside the others, which share one thread: Python
    would only lose time by switching between them.
    """
    names = list(names)
    with ThreadPoolExecutor(max_workers=len(WITH_TOOLS)) as pool:
        waiting = [pool.submit(_find, name, site) for name in names if name in WITH_TOOLS]
        found = {problem for name in names if name not in WITH_TOOLS for problem in RULES[name](site)}
        return sorted(found.union(*(rule.result() for rule in waiting)))


def _find(name: str, site: Site) -> list[Problem]:
    return list(RULES[name](site))


def _selected(root: Path, problem: Problem, paths: list[Path]) -> bool:
    if not paths:
        return True
    place = (root / problem.path).resolve()
    return any(place == path.resolve() or place.is_relative_to(path.resolve()) for path in paths)
