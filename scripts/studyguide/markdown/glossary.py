"""Explains abbreviations where they first appear in a section.

Once per section and not everywhere: a page full of dotted lines is hard to read.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from studyguide.content.glossary import Term
from studyguide.markdown.context import current

_SKIP = {
    "a",
    "abbr",
    "code",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "script",
    "style",
    "summary",
    "figcaption",
    "button",
}


class GlossaryTreeprocessor(Treeprocessor):
    """Wraps the first use of each abbreviation in an `abbr` with its meaning."""

    def run(self, root: ElementTree.Element) -> None:
        terms = {term.short: term for term in current().site.glossary.terms if term.short}
        if not terms:
            return
        names = sorted(terms, key=len, reverse=True)
        pattern = re.compile(rf"(?<![\w-])(?P<short>{'|'.join(re.escape(name) for name in names)})(?=s?(?![\w-]))")
        seen: set[str] = set()
        for child in list(root):
            if child.tag == "h2":
                seen = set()
            _explain(child, pattern, terms, seen)


def _explain(element: ElementTree.Element, pattern: re.Pattern[str], terms: dict[str, Term], seen: set[str]) -> None:
    if element.tag in _SKIP or element.get("class") in ("math", "mermaid"):
        return
    children = list(element)
    if element.text and not isinstance(element.text, AtomicString):
        before, made = _split(element.text, pattern, terms, seen)
        element.text = before
        for position, abbreviation in enumerate(made):
            element.insert(position, abbreviation)
    for child in children:
        _explain(child, pattern, terms, seen)
        if child.tail and not isinstance(child.tail, AtomicString):
            before, made = _split(child.tail, pattern, terms, seen)
            child.tail = before
            index = list(element).index(child)
            for position, abbreviation in enumerate(made, start=index + 1):
                element.insert(position, abbreviation)


def _split(
    text: str, pattern: re.Pattern[str], terms: dict[str, Term], seen: set[str]
) -> tuple[str, list[ElementTree.Element]]:
    """Cut a text at new abbreviations: what comes before the first, then the elements with their tails."""
    made: list[ElementTree.Element] = []
    before, last = text, 0
    for match in pattern.finditer(text):
        short = match["short"]
        if short in seen:
            continue
        seen.add(short)
        _attach(made, text[last : match.start()])
        if not made:
            before = text[: match.start()]
        abbreviation = ElementTree.Element("abbr", {"title": _meaning(terms[short])})
        abbreviation.text = AtomicString(short)
        made.append(abbreviation)
        last = match.end()
    if made:
        _attach(made, text[last:])
    return before, made


def _attach(made: list[ElementTree.Element], text: str) -> None:
    if made:
        made[-1].tail = text


def _meaning(term: Term) -> str:
    return f"{term.term}: {term.definition}"


class GlossaryExtension(Extension):
    """Tooltips from the glossary."""

    def extendMarkdown(self, md: Markdown) -> None:
        # Last of the tree processors that read text; patterns and figures are done.
        md.treeprocessors.register(GlossaryTreeprocessor(md), "guide_glossary", 5)


def makeExtension(**kwargs: Any) -> GlossaryExtension:
    """Entry point for Python-Markdown."""
    return GlossaryExtension(**kwargs)
