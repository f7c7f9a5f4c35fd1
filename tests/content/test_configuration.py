"""What the checks read of mkdocs.yml."""

import pytest

from studyguide.content.configuration import read_configuration


def read(small_site, text):
    return read_configuration(small_site({"mkdocs.yml": text}).root)


def test_the_navigation_with_lines(small_site):
    entries = read(
        small_site, "nav:\n  - Home: index.md\n  - Part:\n      - a/index.md\n      - B: a/b.md\n"
    ).navigation
    assert [(e.title, e.target, e.line, e.column) for e in entries] == [
        ("Home", "index.md", 2, 11),
        (None, "a/index.md", 4, 9),
        ("B", "a/b.md", 5, 12),
    ]


def test_assets_in_both_forms(small_site):
    assets = read(
        small_site, "extra_css: [a.css]\nextra_javascript:\n  - path: b.js\n    defer: true\n  - c.js\n"
    ).assets
    assert [(asset.target, asset.line) for asset in assets] == [("a.css", 1), ("b.js", 3), ("c.js", 5)]


def test_tags_of_mkdocs_are_looked_at_and_never_run(small_site):
    text = "site_url: !ENV [X, y]\nx: !!python/name:os.system\nz: !!python/object/apply:os.abort []\nnav: [a.md]\n"
    assert [entry.target for entry in read(small_site, text).navigation] == ["a.md"]


@pytest.mark.parametrize("text", ["", "- a\n", "nav: 5\n", "nav:\n", "nav: [[a.md], {b: {c: d.md}}]\n", "? [a]\n: b\n"])
def test_strange_configuration_does_not_raise(small_site, text):
    assert read(small_site, text).problems == ()


def test_a_missing_file_is_empty(tmp_path):
    assert read_configuration(tmp_path).navigation == ()
