"""Marks the passages that a case study sets apart: the dialogue, what only this problem has, links that leave."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

ONLY_HERE = "The part that only this problem has"
_SPEAKERS = ("You:", "Interviewer:")
_EXTERNAL = re.compile(r"https?://")


class PassageTreeprocessor(Treeprocessor):
    """Adds classes; moves nothing."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag == "blockquote" and _begins_with(element, _SPEAKERS):
                _add_class(element, "dialogue")
            elif element.tag == "p" and _bold_start(element).startswith(ONLY_HERE):
                _add_class(element, "only-here")
            elif element.tag == "a" and _EXTERNAL.match(element.get("href", "")):
                # Set while building: instant navigation makes every address absolute at run time.
                _add_class(element, "external")


def _bold_start(paragraph: ElementTree.Element) -> str:
    if (paragraph.text or "").strip() or not len(paragraph) or paragraph[0].tag != "strong":
        return ""
    return "".join(paragraph[0].itertext())


def _begins_with(blockquote: ElementTree.Element, speakers: tuple[str, ...]) -> bool:
    return any(_bold_start(paragraph) in speakers for paragraph in blockquote.iter("p"))


def _add_class(element: ElementTree.Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


class PassageExtension(Extension):
    """Classes for passages."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(PassageTreeprocessor(md), "guide_passages", 10)


def makeExtension(**kwargs: Any) -> PassageExtension:
    """Entry point for Python-Markdown."""
    return PassageExtension(**kwargs)
