"""Wide tables scroll inside a box of their own, which a keyboard can reach; alignment is a class, not a style.

Inline styles would need an exception in a content security policy.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

_ALIGN = re.compile(r"text-align:[ ]*(?P<side>left|center|right);?")


class TableTreeprocessor(Treeprocessor):
    """Wraps every Markdown table and turns alignment styles into classes."""

    def run(self, root: ElementTree.Element) -> None:
        for parent in list(root.iter()):
            if parent.get("class") == "table-scroll":
                continue
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    _align(child)
                    _scope(child)
                    _wrap(parent, child, index)


def _align(table: ElementTree.Element) -> None:
    for cell in table.iter():
        match = _ALIGN.fullmatch(cell.get("style", "").strip())
        if match:
            del cell.attrib["style"]
            cell.set("class", f"{cell.get('class', '')} align-{match['side']}".strip())


def _scope(table: ElementTree.Element) -> None:
    for heading in table.findall("./thead/tr/th"):
        if "".join(heading.itertext()).strip():
            heading.set("scope", "col")
        else:
            # An empty corner is no heading.
            heading.tag = "td"


def _wrap(parent: ElementTree.Element, table: ElementTree.Element, index: int) -> None:
    names = ["".join(th.itertext()).strip() for th in table.findall("./thead/tr/th")]
    label = "Table: " + ", ".join(name for name in names if name)
    box = ElementTree.Element("div", {"class": "table-scroll", "tabindex": "0", "role": "region", "aria-label": label})
    parent.remove(table)
    box.append(table)
    box.tail, table.tail = table.tail, None
    parent.insert(index, box)


class TableExtension(Extension):
    """Use together with `tables`."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(TableTreeprocessor(md), "guide_tables", 11)


def makeExtension(**kwargs: Any) -> TableExtension:
    """Entry point for Python-Markdown."""
    return TableExtension(**kwargs)
