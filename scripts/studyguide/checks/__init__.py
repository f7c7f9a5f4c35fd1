"""The rules. One rule, one file: pages in, problems out. Nothing here prints.

A rule is a module with NAME (its id on the command line and on the contributor page) and
`check(site) -> Iterator[Problem]`. A rule that can mend what it finds has `fix(site) -> list[str]` as well,
which returns the paths it rewrote.
"""

from __future__ import annotations

from studyguide.checks.registry import FIXES, QUICK, RULES
from studyguide.checks.run import CheckResult, UnknownRule, find_problems, run

__all__ = ["FIXES", "QUICK", "RULES", "CheckResult", "UnknownRule", "find_problems", "run"]
