"""Mermaid fences become figures: the diagram, numbered, with the caption that follows it.

    ```mermaid
    flowchart TB
      accTitle: …
      accDescr: …
    ```

    Figure: why the picture is here, with links where they help.

The source stays readable on GitHub, which draws the fence and shows the caption as a paragraph.
"""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from studyguide.diagrams.source import accessible_title

CAPTION = "Figure:"
_MARK = '<div class="mermaid"'


def fence(source: str, *_: Any, **__: Any) -> str:
    """Format one fence. `div.mermaid` is what the mermaid2 plugin looks for."""
    return f"{_MARK} data-search-exclude>{html.escape(source, quote=False)}</div>"


class FigureTreeprocessor(Treeprocessor):
    """Wraps each diagram and its caption in a figure."""

    def run(self, root: ElementTree.Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        # In the order of the page, diagrams inside collapsible blocks and lists included.
        found = [(child, source) for child in root.iter() if (source := self._diagram_source(child)) is not None]
        for number, (child, source) in enumerate(found, start=1):
            _wrap(parents[child], child, source, number)

    def _diagram_source(self, element: ElementTree.Element) -> str | None:
        placeholder = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip())
        if element.tag != "p" or placeholder is None or len(element):
            return None
        block = self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]
        return block if isinstance(block, str) and block.startswith(_MARK) else None


def _wrap(parent: ElementTree.Element, element: ElementTree.Element, source: str, number: int) -> None:
    index = list(parent).index(element)
    figure = ElementTree.Element("figure", {"class": "diagram", "id": f"fig-{number}"})
    title = accessible_title(html.unescape(source)) or f"Figure {number}"
    # The box scrolls by itself on a phone, so a keyboard must be able to reach it.
    scroll = ElementTree.SubElement(
        figure, "div", {"class": "diagram-scroll", "tabindex": "0", "role": "group", "aria-label": title}
    )
    parent.remove(element)
    figure.tail, element.tail = element.tail, None
    scroll.append(element)
    following = parent[index] if index < len(parent) else None
    if following is not None and following.tag == "p" and (following.text or "").lstrip().startswith(CAPTION):
        parent.remove(following)
        figure.append(_caption(following, number))
    parent.insert(index, figure)


def _caption(paragraph: ElementTree.Element, number: int) -> ElementTree.Element:
    caption = ElementTree.Element("figcaption")
    label = ElementTree.SubElement(caption, "span", {"class": "figure-number"})
    label.text = f"Figure {number}."
    label.tail = " " + re.sub(rf"^\s*{CAPTION}\s*", "", paragraph.text or "")
    caption.extend(list(paragraph))
    return caption


class DiagramExtension(Extension):
    """Figures from Mermaid fences."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After inline patterns (20), so that captions hold links.
        md.treeprocessors.register(FigureTreeprocessor(md), "guide_figures", 12)


def makeExtension(**kwargs: Any) -> DiagramExtension:
    """Entry point for Python-Markdown."""
    return DiagramExtension(**kwargs)
