"""The whole guide as one value."""

import pytest


def test_pages_are_in_order_of_path_and_folders_are_none(small_site):
    site = small_site({"docs/b.md": "", "docs/a/c.md": "", "docs/d.md/e.txt": ""})
    assert list(site.pages) == ["a/c.md", "b.md", "index.md"]
    assert site.files == {"a/c.md", "b.md", "index.md", "d.md/e.txt"}


def test_reading_order_is_that_of_the_navigation_and_each_page_once(small_site):
    site = small_site({"docs/a.md": "", "docs/b.md": "", "mkdocs.yml": "nav: [b.md, index.md, b.md, gone.md]\n"})
    assert [page.docs_path for page in site.in_reading_order()] == ["b.md", "index.md", "a.md"]


@pytest.mark.parametrize(
    ("link", "resolved"),
    [
        ("", "part/a.md"),
        ("b.md", "part/b.md"),
        ("./b.md", "part/b.md"),
        ("../b.md", "b.md"),
        ("../part/../b.md", "b.md"),
        ("../../b.md", "../b.md"),
        ("../../../b.md", "../../b.md"),
        ("sub/", "part/sub"),
        ("..", ""),
    ],
)
def test_relative_links_are_resolved_from_the_folder_of_the_page(small_site, link, resolved):
    site = small_site({"docs/part/a.md": ""})
    assert site.resolve(site.pages["part/a.md"], link) == resolved
