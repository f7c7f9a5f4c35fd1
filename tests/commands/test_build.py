import argparse
import re

import pytest

from studyguide.commands import build


@pytest.fixture
def root(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Hello\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: A guide\nvalidation: {links: {not_found: warn}}\n")
    return tmp_path


def test_says_what_was_built(root, capfd):
    assert build.run(argparse.Namespace(site_dir=None), root) == 0
    out, err = capfd.readouterr()
    assert re.fullmatch(r"site: 2 pages, \d\.\d MB, \d+\.\d s\n", out)
    assert "MkDocs 2" not in err


def test_a_warning_is_an_error(root, capfd):
    (root / "docs" / "index.md").write_text("[gone](gone.md)\n")
    assert build.run(argparse.Namespace(site_dir=root / "out"), root) == 1
    out, err = capfd.readouterr()
    assert "pages" not in out
    assert "gone.md" in err
