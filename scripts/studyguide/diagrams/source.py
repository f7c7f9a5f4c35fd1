"""What can be known of a Mermaid diagram from its text, without drawing it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLE = re.compile(r"^[ \t]*accTitle[ \t]*:[ \t]*(?P<text>.+)$", re.MULTILINE)
_DESCRIPTION = re.compile(r"^[ \t]*accDescr[ \t]*(?::[ \t]*(?P<line>.+)|\{(?P<block>[^{}]*)\})", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*%%.*$", re.MULTILINE)
_CONFIGURATION = re.compile(r"\A---\n.*?^---$", re.MULTILINE | re.DOTALL)
_KIND = re.compile(r"^[ \t]*(?P<kind>[A-Za-z][\w-]*)(?:[ \t]+(?P<direction>TB|TD|BT|LR|RL))?", re.MULTILINE)
_LITERAL_COLOR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b(?=[\s,;\"')]|$)|\brgba?\([^()]*\)|\bhsla?\([^()]*\)|"
    r"(?:fill|stroke|color)[ \t]*:[ \t]*(?!(?:var|rgba?|hsla?)\b)[a-zA-Z]+"
)
_NOT_NODES = {"subgraph", "end", "flowchart", "graph", "direction", "classDef", "class", "style", "linkStyle", "click"}
_QUOTED = re.compile(r'"[^"\n]*"')
_EDGE_LABEL = re.compile(r"\|[^|\n]*\|")
_ARROW = re.compile(r"(?:<|(?<=\s)[ox])?(?:-{2,}|={2,}|-\.+-|~{3,})(?:>|o(?=\s)|x(?=\s))?|&")
_NODE = re.compile(r"^[ \t]*(?P<id>\w+(?:-\w+)*)")


@dataclass(frozen=True)
class Diagram:
    """What the rules ask about a diagram.

    nodes: ids of the nodes of a flowchart, empty for other kinds.
    colors: literal colors in the source, with their offsets.
    """

    kind: str
    direction: str
    title: str
    description: str
    nodes: frozenset[str]
    colors: tuple[tuple[str, int], ...]


def accessible_title(source: str) -> str:
    """The `accTitle` of a diagram, or an empty string."""
    match = _TITLE.search(source)
    return match["text"].strip() if match else ""


def read_diagram(source: str) -> Diagram:
    """Read a diagram; never raises, whatever the text."""
    description = _DESCRIPTION.search(source)
    text = (description["line"] or description["block"] or "") if description else ""
    kind = _KIND.search(_without_comments(source))
    name = kind["kind"] if kind else ""
    return Diagram(
        kind=name,
        direction=(kind["direction"] or "") if kind else "",
        title=accessible_title(source),
        description=" ".join(text.split()),
        nodes=frozenset(_flowchart_nodes(source)) if name in ("flowchart", "graph") else frozenset(),
        colors=tuple((match[0], match.start()) for match in _LITERAL_COLOR.finditer(_without_prose(source))),
    )


def _without_comments(source: str) -> str:
    for pattern in (_COMMENT, _CONFIGURATION):
        source = _blank(source, pattern)
    return source


def _without_prose(source: str) -> str:
    """Blank titles, descriptions and quoted labels, where a `#` is only a word."""
    blanked = source
    for pattern in (_TITLE, _DESCRIPTION, _QUOTED):
        blanked = _blank(blanked, pattern)
    return blanked


def _blank(source: str, pattern: re.Pattern[str]) -> str:
    """Replace matches by spaces, line ends kept, so that offsets and lines stay true."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source)


def _flowchart_nodes(source: str) -> set[str]:
    nodes: set[str] = set()
    text = _EDGE_LABEL.sub(" ", _without_prose(_without_comments(source)))
    # Labels in brackets may hold anything, arrows included.
    for _ in range(3):
        text = re.sub(r"(?<=\w)(?:\([^()\n]*\)|\[[^\[\]\n]*\]|\{[^{}\n]*\}|>[^\]>\n]*\])", "", text)
    for line in text.splitlines():
        for part in re.split(r";", line):
            first = _NODE.match(part)
            if first is None or first["id"] in _NOT_NODES:
                continue
            for piece in _ARROW.split(re.sub(r"--[ \t][^-\n]+?[ \t]--", "--", part)):
                match = _NODE.match(piece)
                if match:
                    nodes.add(match["id"])
    return nodes
