"""Diagrams say in words what they show, have a caption, and are small enough to read on a phone and on paper.

Judged from the source; that each one draws and prints legibly is a browser test.
"""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.content.blocks import Fence
from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.diagrams.source import read_diagram
from studyguide.problem import Problem

NAME = "diagrams"
MOST_NODES = 14
# A row of more boxes than this is wider than the column.
MOST_NODES_IN_A_ROW = 5
SHORTEST_DESCRIPTION = 30


def check(site: Site) -> Iterator[Problem]:
    """Check every Mermaid block."""
    for page in site.pages.values():
        for fence in page.fences_of("mermaid"):
            for message in _messages(page, fence):
                yield page.source.problem(fence.start, NAME, message)
            for color, offset in read_diagram(fence.body).colors:
                message = f'the literal color "{color}" ignores dark mode and print; delete it'
                yield page.source.problem(fence.body_offset + offset, NAME, message)


def _messages(page: Page, fence: Fence) -> Iterator[str]:
    diagram = read_diagram(fence.body)
    if not diagram.title:
        yield "the diagram has no title for screen readers; add a line `accTitle: …`"
    if not diagram.description:
        yield "the diagram has no description for screen readers; add a line `accDescr: …`"
    elif len(diagram.description) < SHORTEST_DESCRIPTION:
        yield f"accDescr has {len(diagram.description)} characters; say in words what the picture says"
    count = len(diagram.nodes)
    if count > MOST_NODES:
        yield f"the diagram has {count} nodes; at most {MOST_NODES} can be drawn on a board. Split it"
    if diagram.direction in ("LR", "RL") and count > MOST_NODES_IN_A_ROW:
        yield f"{count} nodes from left to right are unreadable on a phone; write `flowchart TB`"
    after = page.text[fence.end :].lstrip("\n")
    if not after.startswith("Figure: "):
        yield "the diagram has no caption; add a paragraph after it that begins with `Figure: `"
    elif page.text[fence.end : fence.end + 2] != "\n\n":
        yield "leave one blank line between the diagram and its caption"
