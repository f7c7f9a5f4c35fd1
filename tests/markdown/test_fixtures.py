"""Markdown in, HTML out: one pair of files per fact, in `fixtures/<extension>/<name>.md` and `.html`.

`pytest tests/markdown --update-fixtures` writes the HTML as it is now.
"""

from __future__ import annotations

import logging
from difflib import unified_diff
from pathlib import Path

import pytest

from .site_of_fixtures import converter, enter_small_site

FIXTURES = Path(__file__).parent / "fixtures"
PAIRS = sorted(FIXTURES.glob("*/*.md"))


@pytest.fixture(scope="module", autouse=True)
def small(tmp_path_factory):
    enter_small_site(tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("source", PAIRS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_fixture(source, request, caplog):
    caplog.set_level(logging.WARNING, "mkdocs.studyguide")
    html = converter(source.parent.name).convert(source.read_text(encoding="utf-8")) + "\n"
    # What is reported is part of what an extension does.
    html += "".join(f"<!-- reported: {record.getMessage()} -->\n" for record in caplog.records)
    target = source.with_suffix(".html")
    if request.config.getoption("update_fixtures"):
        target.write_text(html, encoding="utf-8")
    expected = target.read_text(encoding="utf-8").splitlines()
    difference = list(
        unified_diff(expected, html.splitlines(), str(target.relative_to(FIXTURES)), "rendered", lineterm="")
    )
    assert not difference, "\n".join(["the rendered HTML differs", *difference])


def test_no_html_is_left_without_its_markdown():
    assert [path.name for path in FIXTURES.glob("*/*.html") if not path.with_suffix(".md").exists()] == []


def test_every_extension_has_a_fixture():
    package = Path(converter.__globals__["diagram"].__file__).parent
    extensions = {path.stem for path in package.glob("*.py") if "def makeExtension" in path.read_text(encoding="utf-8")}
    # Links into estimates are tested beside the estimates.
    assert extensions - {path.parent.name for path in PAIRS} == {"estimate_links"}
