"""TeX to MathML when the page is built: no script, and real text in the page, in print and for screen readers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from math_core import LatexError, LatexToMathML

from studyguide.markdown.report import error_box, report


@lru_cache(maxsize=1)
def _converter() -> LatexToMathML:
    return LatexToMathML(fancy_error=False)


@lru_cache(maxsize=4096)
def to_mathml(tex: str, display: bool) -> str:
    """Convert one formula. Raises ValueError that says what TeX is wrong and at which character."""
    try:
        return _converter().convert_with_local_state(tex.strip(), displaystyle=display)
    except LatexError as error:
        raise ValueError(f"TeX: {error}") from error


class MathTreeprocessor(Treeprocessor):
    """Replaces the spans and divs that arithmatex (generic) leaves by MathML."""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.get("class") == "arithmatex" and element.text:
                self._convert(element, element.text)

    def _convert(self, element: ElementTree.Element, text: str) -> None:
        display = text.startswith("\\[")
        tex = _unescape(text[2:-2])
        element.set("class", "math")
        # Symbols of a formula, glued together, are noise in the search index.
        element.set("data-search-exclude", "")
        if display:
            # A long formula scrolls in its own box on a phone, so a keyboard must be able to reach it.
            for name, value in (("tabindex", "0"), ("role", "group"), ("aria-label", f"Formula: {tex.strip()}")):
                element.set(name, value)
        try:
            result = to_mathml(tex, display)
        except ValueError as error:
            message = f"{error} in {tex.strip()!r}"
            report(message)
            result = error_box(message)
        element.text = AtomicString(self.md.htmlStash.store(result))


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


class MathExtension(Extension):
    """Use together with `pymdownx.arithmatex: {generic: true}`."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After inline patterns (20) have found the formulas.
        md.treeprocessors.register(MathTreeprocessor(md), "guide_math", 15)


def makeExtension(**kwargs: Any) -> MathExtension:
    """Entry point for Python-Markdown."""
    return MathExtension(**kwargs)
