"""The built files themselves: what search engines, previews and other programs read."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from studyguide.commands._built_links import site_address

from .built_pages import BuiltPage, built_pages, page_paths


@pytest.fixture
def pages(built_site: Path) -> list[BuiltPage]:
    return built_pages(built_site)


@pytest.fixture
def real_pages(pages: list[BuiltPage]) -> list[BuiltPage]:
    """Without 404.html, which has no address of its own."""
    return [page for page in pages if page.path != "404.html"]


def test_every_page_has_one_heading_of_the_first_rank(pages: list[BuiltPage]) -> None:
    assert {page.path: len(page.all("h1")) for page in pages if len(page.all("h1")) != 1} == {}
    assert [page.path for page in pages if not page.all("h1")[0].text.strip()] == []


def test_every_page_has_a_title_of_its_own(pages: list[BuiltPage]) -> None:
    titles = {page.path: [title.text.strip() for title in page.all("title") if title.text.strip()] for page in pages}
    assert {path: found for path, found in titles.items() if len(found) != 1} == {}
    counted = Counter(found[0] for found in titles.values())
    assert [title for title, count in counted.items() if count > 1] == []


def test_no_title_says_the_same_twice(pages: list[BuiltPage]) -> None:
    parts = {page.path: page.all("title")[0].text.strip().split(" - ") for page in pages}
    assert [path for path, found in parts.items() if len(set(found)) != len(found)] == []


def test_every_page_is_described(real_pages: list[BuiltPage]) -> None:
    described = {page.path: page.content("meta", name="description") for page in real_pages}
    assert [path for path, text in described.items() if len(text) < 20] == []
    assert [text for text, count in Counter(described.values()).items() if count > 1] == []


def test_every_page_names_its_own_address(real_pages: list[BuiltPage], built_site: Path) -> None:
    home = site_address(built_site)
    assert {
        page.path: page.content("link", rel="canonical")
        for page in real_pages
        if page.content("link", rel="canonical") != home + page.path
    } == {}


def test_every_page_has_a_preview(real_pages: list[BuiltPage], built_site: Path) -> None:
    home = site_address(built_site)
    for page in real_pages:
        assert page.content("meta", property="og:title"), page.path
        assert page.content("meta", property="og:description"), page.path
        image = page.content("meta", property="og:image")
        assert image.startswith(home), page.path
        assert (built_site / image.removeprefix(home)).is_file(), image


def test_every_page_says_its_language(pages: list[BuiltPage]) -> None:
    assert [page.path for page in pages if not page.all("html", lang="en")] == []


def test_every_icon_exists(pages: list[BuiltPage], built_site: Path) -> None:
    for page in pages:
        icons = [link.attributes["href"] for link in page.all("link") if "icon" in link.attributes.get("rel", "")]
        assert icons, page.path
        for icon in icons:
            assert resolve(built_site, page, icon).is_file(), f"{page.path}: {icon}"


def test_robots_name_the_sitemap(built_site: Path) -> None:
    lines = (built_site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {site_address(built_site)}sitemap.xml" in lines
    assert "Allow: /" in lines


def test_the_sitemap_names_every_page_and_no_other(built_site: Path) -> None:
    home = site_address(built_site)
    tree = ElementTree.parse(built_site / "sitemap.xml")
    named = [(element.text or "").strip() for element in tree.iter() if element.tag.endswith("}loc")]
    assert sorted(named) == sorted(home + path for path in page_paths(built_site))


def test_ids_are_unique(pages: list[BuiltPage]) -> None:
    repeated = {page.path: [name for name, count in Counter(page.ids).items() if count > 1] for page in pages}
    assert {path: names for path, names in repeated.items() if names} == {}


def test_images_have_a_text(pages: list[BuiltPage]) -> None:
    assert [
        (page.path, image.attributes) for page in pages for image in page.all("img") if "alt" not in image.attributes
    ] == []


def test_links_within_a_page_have_a_target(pages: list[BuiltPage]) -> None:
    for page in pages:
        # The theme's own "#" leads to the top.
        wanted = {
            unquote(link.attributes.get("href", "")[1:]) for link in page.all("a") if is_fragment(link.attributes)
        }
        assert wanted - set(page.ids) == set(), page.path


def test_labels_and_references_have_a_target(pages: list[BuiltPage]) -> None:
    for page in pages:
        wanted: set[str] = set()
        for element in page.elements:
            for name in (
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
                *(["for"] if element.tag == "label" else []),
            ):
                wanted |= set(element.attributes.get(name, "").split())
        # The theme's title of a table of contents is a label of the drawer's switch, which some pages do without.
        assert wanted - set(page.ids) - {"__toc"} == set(), page.path


def test_search_knows_the_words_but_not_the_machinery(built_site: Path) -> None:
    entries = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    # These pages quote the source of diagrams and estimates for those who write them.
    for_authors = ("contributing/", "reference/diagrams/")
    text = " ".join(entry["text"] for entry in entries if not entry["location"].startswith(for_authors))
    assert "calibration" in text
    for word in (
        "flowchart",
        "accTitle",
        "accDescr",
        "--&gt;",
        "estimate-value",
        "data-tree",
        "aria-",
    ):
        assert word not in text, word
    assert not re.search(r"<(?:input|output|button|svg|form)\b", text)


def is_fragment(attributes: dict[str, str]) -> bool:
    return attributes.get("href", "").startswith("#") and attributes["href"] != "#"


def resolve(site: Path, page: BuiltPage, link: str) -> Path:
    """The file behind a link of a page."""
    home = site_address(site)
    # The page that is missing may stand at any depth: only absolute links are right there.
    assert page.path != "404.html" or link.startswith("/")
    path = urlsplit(urljoin(home + page.path, link)).path
    return site / path.removeprefix(urlsplit(home).path)
