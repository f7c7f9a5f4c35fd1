"""Every test of a rule reads: this page, this problem."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from studyguide.checks import RULES
from studyguide.content.site import Site

from ..small_site import ROOT, write_site

Found = Callable[[str | Mapping[str, str | bytes]], list[str]]


@pytest.fixture
def found(request: pytest.FixtureRequest, tmp_path: Path) -> Found:
    """What the rule named by RULE in the test's module says of one page (`docs/page.md`) or of several files."""
    rule = RULES[request.module.RULE]

    def run(files: str | Mapping[str, str | bytes]) -> list[str]:
        site = write_site(tmp_path, {"docs/page.md": files} if isinstance(files, str) else files)
        return [problem.text() for problem in sorted(rule(site))]

    return run


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    """The root of the site with the guide's own settings of the programs that rules run."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def guide() -> Site:
    """The guide itself."""
    return Site(ROOT)
