"""A page fresh from `guide new` has no problem: a contributor's first check is green."""

import argparse
import shutil

import pytest

from studyguide import checks
from studyguide.cli import ROOT
from studyguide.commands import new

TITLES = {"case-study": "A case: “quoted”", "concept": "Approximate search & friends"}


@pytest.mark.parametrize("kind", sorted(TITLES))
def test_a_new_page_passes_every_rule(tmp_path, kind):
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("vendor", "fonts", "images"))
    for name in ("mkdocs.yml", "pyproject.toml", "README.md", "CONTRIBUTING.md"):
        shutil.copy(ROOT / name, tmp_path)
    new.run(argparse.Namespace(kind=kind, title=TITLES[kind], slug=None), tmp_path)
    page = tmp_path / "docs" / new.FOLDERS[kind] / f"{new.slug_of(TITLES[kind])}.md"
    result = checks.run(tmp_path, [page], [], fix=False)
    assert [problem.text() for problem in result.problems] == []
