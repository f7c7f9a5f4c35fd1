"""What stands in the built files, read without a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html.parser import HTMLParser
from pathlib import Path

Attributes = dict[str, str]


@dataclass
class Element:
    """One start tag: its name, its attributes, and the text up to its end tag where that is of use."""

    tag: str
    attributes: Attributes
    text: str = ""


@dataclass
class BuiltPage:
    """One HTML file of the site. `path` is its address relative to the home page, "" for the home page itself."""

    path: str
    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of this tag that have these attributes."""
        found = (element for element in self.elements if element.tag == tag)
        return [element for element in found if attributes.items() <= element.attributes.items()]

    def content(self, tag: str, **attributes: str) -> str:
        """Return the content of the only such meta element, or its href; "" when there is not exactly one."""
        found = self.all(tag, **attributes)
        return found[0].attributes.get("content", found[0].attributes.get("href", "")) if len(found) == 1 else ""

    @cached_property
    def ids(self) -> list[str]:
        """Return every id, in order, repeated ones repeatedly."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]


class _Reader(HTMLParser):
    """Collects start tags, and the text of titles and headings."""

    WITH_TEXT = ("title", "h1")

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag in self.WITH_TEXT:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data


def page_paths(site: Path) -> list[str]:
    """Return the address of every page but 404.html, the home page first."""
    return sorted(address(file.relative_to(site)) for file in site.rglob("*.html") if file.name != "404.html")


def address(file: Path) -> str:
    """framework/index.html -> "framework/"."""
    return file.as_posix().removesuffix("index.html")


@lru_cache(maxsize=1)
def built_pages(site: Path) -> list[BuiltPage]:
    """Read every HTML file of the site, 404.html included."""
    return [read_page(site, path) for path in [*page_paths(site), "404.html"]]


def read_page(site: Path, path: str) -> BuiltPage:
    """Read the page at this address."""
    file = site / path if path.endswith(".html") else site / path / "index.html"
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return BuiltPage(path, reader.elements)
