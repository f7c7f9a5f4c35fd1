"""Citations: `[@key]`, `[@key, section 6]`, `[@a; @b]` become numbered links, and *Sources* lists what was cited.

Numbers follow the order of the finished page, estimates included, so they are given in the last step.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor

from studyguide.content.bibliography import Reference
from studyguide.content.suggest import did_you_mean
from studyguide.markdown.context import current
from studyguide.markdown.report import report

_PATTERN = r"\[(?P<inside>@[\w:.-]+(?:,[^\[\];@]*)?(?:;[ ]*@[\w:.-]+(?:,[^\[\];@]*)?)*)\](?!\()"
_PLACE = re.compile(r'<span class="citation" data-cite="(?P<key>[^"]+)"(?: data-place="(?P<place>[^"]*)")?></span>')
_SOURCES = re.compile(r'<h2 id="sources".*?</h2>', re.DOTALL)


def placeholder(key: str, place: str = "") -> str:
    """HTML that the last step turns into a numbered link; for code that renders HTML of its own."""
    where = f' data-place="{html.escape(place)}"' if place else ""
    return f'<span class="citation" data-cite="{html.escape(key)}"{where}></span>'


class CitationInlineProcessor(InlineProcessor):
    """Finds citations in running text and leaves placeholders."""

    # The base class types the first argument as Match[str] as well.
    def handleMatch(  # type: ignore[override]
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ElementTree.Element | str, int, int]:
        group = ElementTree.Element("span", {"class": "citations"})
        for part in m["inside"].split(";"):
            key, _, place = part.strip().removeprefix("@").partition(",")
            # Not yet a link: MkDocs insists that every link has an address.
            link = ElementTree.SubElement(group, "span", {"class": "citation", "data-cite": key.strip()})
            if place.strip():
                link.set("data-place", place.strip())
        return group, m.start(0), m.end(0)


class CitationPostprocessor(Postprocessor):
    """Numbers the placeholders and writes the list of sources."""

    def run(self, text: str) -> str:
        references = current().site.bibliography.references
        numbers: dict[str, int] = {}
        uses: dict[str, int] = {}

        def number(match: re.Match[str]) -> str:
            key, place = html.unescape(match["key"]), html.unescape(match["place"] or "")
            if key not in references:
                report(f'source "{key}" is not in the bibliography{did_you_mean(key, references)}')
                return f'<span class="guide-error">[{html.escape(key)}?]</span>'
            numbers.setdefault(key, len(numbers) + 1)
            uses[key] = uses.get(key, 0) + 1
            shown = f"{numbers[key]}, {place}" if place else str(numbers[key])
            label = html.escape(f"Source {shown}: {references[key].short_authors}, {references[key].year}")
            place_id = f"cite-{key}-{uses[key]}"
            attributes = f'class="citation" href="#source-{key}" id="{place_id}" aria-label="{label}"'
            return f"<a {attributes}>[{html.escape(shown, quote=False)}]</a>"

        text = _PLACE.sub(number, text)
        if not numbers:
            return text
        items = [source_item(references[key], uses[key]) for key in numbers]
        return _insert_sources(text, '<ol class="sources">\n' + "\n".join(items) + "\n</ol>\n")


def _insert_sources(text: str, sources: str) -> str:
    heading = _SOURCES.search(text)
    if heading is None:
        return f'{text}\n<section class="sources-unplaced" aria-label="Sources">\n{sources}</section>\n'
    following = text.find("<h2", heading.end())
    end = following if following >= 0 else len(text)
    return text[:end].rstrip() + "\n" + sources + text[end:]


def source_item(reference: Reference, uses: int) -> str:
    """One entry of a list of sources, with links back to where it is cited."""
    back = "".join(
        f' <a class="source-back" href="#cite-{reference.key}-{n}" aria-label="Back to citation {n}">↩</a>'
        for n in range(1, uses + 1)
    )
    return f'<li id="source-{reference.key}"><span class="source-text">{reference_html(reference)}</span>{back}</li>'


def reference_html(reference: Reference) -> str:
    """A reference as readers know it: authors (year). Title. Venue. Address."""
    escape: Callable[[str], str] = html.escape
    parts = [f"{escape(reference.short_authors)} ({escape(reference.year)})."]
    parts.append(f"<cite>{escape(reference.title)}</cite>.")
    if reference.venue:
        parts.append(f"{escape(reference.venue)}.")
    if reference.address:
        shown = reference.identifier or re.sub(r"^https?://(www\.)?", "", reference.address).rstrip("/")
        parts.append(f'<a class="external" href="{escape(reference.address)}">{escape(shown)}</a>')
    if reference.accessed:
        parts.append(f"(read {escape(reference.accessed)})")
    return " ".join(parts)


class CitationExtension(Extension):
    """Citations and the list of sources."""

    def extendMarkdown(self, md: Markdown) -> None:
        # Before reference links (170), after code (190).
        md.inlinePatterns.register(CitationInlineProcessor(_PATTERN, md), "guide_citation", 175)
        # After raw HTML (30) has been put back, so that estimates are numbered as well.
        md.postprocessors.register(CitationPostprocessor(md), "guide_citation", 3)
        md.guide_cite = placeholder  # type: ignore[attr-defined]


def makeExtension(**kwargs: Any) -> CitationExtension:
    """Entry point for Python-Markdown."""
    return CitationExtension(**kwargs)
