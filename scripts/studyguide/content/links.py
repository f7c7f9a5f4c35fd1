"""Links and images, in Markdown and in raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

# What opens or closes the text of a link; an empty line ends the paragraph and with it every open bracket.
_BRACKET = re.compile(r"\\[^\n]|!?\[|\]|\n[ \t]*+(?=\n)")
_DESTINATION = re.compile(
    r"\([ \t]*+(?P<target><[^<>\n]*>|[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)"
    r"(?P<rest>(?:[ \t][^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+)?+)\)"
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)(?P<text>[^\[\]\n]+)\]:[ \t]+(?P<target><[^<>\n]*>|\S+)", re.MULTILINE)
_HTML = re.compile(
    r"<(?P<tag>a|img|source|link|script|iframe|video|audio)\b[^<>]*?\b(?P<attribute>href|src)="
    r"(?P<quote>[\"'])(?P<target>[^\"'<>]*)(?P=quote)",
    re.IGNORECASE,
)
_AUTOLINK = re.compile(r"<(?P<target>https?://[^<>\s]+)>")
_HTML_ID = re.compile(r"<[a-zA-Z][^<>]*?\bid=[\"'](?P<id>[^\"'<>]+)[\"']")
_ATTRIBUTES = re.compile(r"\{:?(?P<inside>[^{}\n]*)\}")
_ATTRIBUTE_ID = re.compile(r"#(?P<id>[\w.-]+)")


@dataclass(frozen=True)
class Link:
    """A link or an image. `target` is as written; `text` is the link text or alternative text."""

    text: str
    target: str
    offset: int
    target_offset: int
    is_image: bool = False
    is_html: bool = False
    has_space: bool = False

    @property
    def is_external(self) -> bool:
        """True for addresses with a scheme or a host of their own."""
        return bool(re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", self.target))

    @property
    def path(self) -> str:
        """The path, decoded; empty for a link within the page."""
        return unquote(urlsplit(self.target).path) if not self.is_external else ""

    @property
    def fragment(self) -> str:
        """What follows the `#`, decoded."""
        _, _, fragment = self.target.partition("#")
        return unquote(fragment)


def find_links(prose: str, start: int = 0) -> list[Link]:
    """Find every link and image of a text from which code and comments have been blanked."""
    found = list(_inline_links(prose, start))
    for pattern in (_DEFINITION, _AUTOLINK):
        for match in pattern.finditer(prose, start):
            target = match["target"].removeprefix("<").removesuffix(">")
            found.append(Link(match.groupdict().get("text", target), target, match.start(), match.start("target")))
    for match in _HTML.finditer(prose, start):
        image = match["tag"].lower() == "img"
        found.append(Link("", match["target"], match.start(), match.start("target"), is_image=image, is_html=True))
    return sorted(found, key=lambda link: link.offset)


def _inline_links(prose: str, start: int) -> Iterator[Link]:
    """Match brackets by a stack in one pass: a text may hold brackets and images, and an open bracket costs nothing."""
    opened: list[re.Match[str]] = []
    offset = start
    while (bracket := _BRACKET.search(prose, offset)) is not None:
        offset = bracket.end()
        match bracket[0]:
            case "[" | "![":
                opened.append(bracket)
            case "]" if opened:
                opening = opened.pop()
                destination = _DESTINATION.match(prose, offset)
                if destination is not None:
                    offset = destination.end()
                    yield _inline_link(prose[opening.end() : bracket.start()], opening, destination)
            case text if text.startswith("\n"):
                opened.clear()


def _inline_link(text: str, opening: re.Match[str], destination: re.Match[str]) -> Link:
    target = destination["target"].removeprefix("<").removesuffix(">")
    rest = destination["rest"].strip()
    # What follows the target can only be a title in quotes.
    space = bool(rest) and rest[0] not in "\"'("
    shown = f"{target} {rest}" if space else target
    image = opening[0] == "!["
    return Link(text, shown, opening.start(), destination.start("target"), is_image=image, has_space=space)


def find_ids(prose: str, start: int = 0) -> list[tuple[str, int]]:
    """Find ids written by hand, in raw HTML or in attribute lists, with their offsets."""
    found = [(match["id"], match.start("id")) for match in _HTML_ID.finditer(prose, start)]
    for attributes in _ATTRIBUTES.finditer(prose, start):
        match = _ATTRIBUTE_ID.search(attributes["inside"])
        if match is not None:
            found.append((match["id"], attributes.start("inside") + match.start("id")))
    return sorted(found, key=lambda pair: pair[1])
