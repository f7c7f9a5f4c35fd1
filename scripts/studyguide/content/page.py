"""One page of the guide as a value: its fields, its blocks, its prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Literal

from studyguide.content import blocks
from studyguide.content.blocks import Fence, Formula
from studyguide.content.front_matter import FrontMatter, read_front_matter
from studyguide.content.headings import Heading, find_headings
from studyguide.content.links import Link, find_ids, find_links
from studyguide.content.question import Details, Question, find_details, to_question
from studyguide.content.source import Source, read_source

Kind = Literal["case-study", "framework-step", "concept", "page"]

_CITATION = re.compile(r"(?<!\\)\[(?P<inside>@[\w:.-]+(?:,[^\[\];@]*)?(?:;[ ]*@[\w:.-]+(?:,[^\[\];@]*)?)*)\](?!\()")
_CITATION_KEY = re.compile(r"@(?P<key>[\w:.-]+)")
_PUBLISHED = re.compile(r"\[published:[ \t]*(?P<key>[^\]\s]+)[ \t]*\]")
_WORD = re.compile(r"[^\W_](?:[\w'’.,-]*[^\W_])?")
_GENERATED = re.compile(r"^<!-- generate: (?P<name>[a-z-]+) -->[ \t]*$", re.MULTILINE)
# Average silent reading speed of adults for English non-fiction: 238 words a minute (Brysbaert 2019).
WORDS_PER_MINUTE = 238


@dataclass(frozen=True)
class Citation:
    """One key inside a `[@key]`."""

    key: str
    offset: int


@dataclass(frozen=True)
class Page:
    """A page of `docs/`.

    docs_path: path below `docs/`, such as `case-studies/ad-click-prediction.md`.
    """

    docs_path: str
    source: Source

    @property
    def path(self) -> str:
        """Path from the repository root, as shown in problems."""
        return self.source.path

    @cached_property
    def front_matter(self) -> FrontMatter:
        """The fields at the top."""
        return read_front_matter(self.source)

    @cached_property
    def kind(self) -> Kind:
        """What kind of page this is; it follows from the folder."""
        folder = PurePosixPath(self.docs_path)
        if folder.name == "index.md":
            return "page"
        match folder.parts[0]:
            case "case-studies":
                return "case-study"
            case "framework" if "step" in self.front_matter.fields:
                return "framework-step"
            case "concepts":
                return "concept"
            case _:
                return "page"

    @property
    def title(self) -> str:
        """The title from the front matter, or the file name."""
        return str(self.front_matter.fields.get("title") or PurePosixPath(self.docs_path).stem)

    @property
    def is_outline(self) -> bool:
        """True for a page that says of itself that it is not finished."""
        return self.front_matter.fields.get("status") == "outline"

    @property
    def text(self) -> str:
        """The whole file."""
        return self.source.text

    @cached_property
    def fences(self) -> list[Fence]:
        """Fenced blocks of the body."""
        return blocks.find_fences(self.text, self.front_matter.body_offset)

    def fences_of(self, language: str) -> list[Fence]:
        """Fenced blocks of one language."""
        return [fence for fence in self.fences if fence.language == language]

    @cached_property
    def unfenced(self) -> str:
        """The text with front matter, fenced blocks and comments blanked; inline code stays."""
        text = blocks.blank(self.text, 0, self.front_matter.body_offset)
        text = blocks.blank_spans(text, [(fence.start, fence.end) for fence in self.fences])
        return blocks.blank_comments(text)

    @cached_property
    def uncoded(self) -> str:
        """`unfenced` with inline code blanked as well; formulas stay."""
        return blocks.blank_inline_code(self.unfenced)

    @cached_property
    def prose(self) -> str:
        """`uncoded` with formulas blanked as well."""
        return blocks.blank_math(self.uncoded)

    @cached_property
    def headings(self) -> list[Heading]:
        """Headings of the body, in order."""
        return find_headings(self.unfenced, taken=[identifier for identifier, _ in self.explicit_ids])

    @cached_property
    def links(self) -> list[Link]:
        """Links and images of the body."""
        return find_links(self.prose)

    @cached_property
    def formulas(self) -> list[Formula]:
        """Formulas of the body."""
        return blocks.find_formulas(self.uncoded)

    @cached_property
    def details(self) -> list[Details]:
        """Collapsible blocks."""
        return find_details(self.uncoded, self.text)

    @cached_property
    def questions(self) -> list[Question]:
        """Questions of the page."""
        return [to_question(details) for details in self.details if details.is_question]

    @cached_property
    def citations(self) -> list[Citation]:
        """Every cited key, in order, with repetitions."""
        return [
            Citation(key["key"], match.start("inside") + key.start())
            for match in _CITATION.finditer(self.prose)
            for key in _CITATION_KEY.finditer(match["inside"])
        ]

    @cached_property
    def all_citations(self) -> list[Citation]:
        """`citations`, and the sources that estimates name for their assumptions: `[published: key]`."""
        published = [
            Citation(match["key"], fence.body_offset + match.start("key"))
            for fence in self.fences_of("estimate")
            for match in _PUBLISHED.finditer(fence.body)
        ]
        return sorted([*self.citations, *published], key=lambda citation: citation.offset)

    @cached_property
    def generated(self) -> list[tuple[str, int]]:
        """Names of the `<!-- generate: … -->` lines with their offsets."""
        text = blocks.blank_spans(self.text, [(fence.start, fence.end) for fence in self.fences])
        return [(match["name"], match.start("name")) for match in _GENERATED.finditer(text)]

    @cached_property
    def explicit_ids(self) -> list[tuple[str, int]]:
        """Ids written by hand, headings and collapsible blocks included."""
        return find_ids(self.prose)

    @cached_property
    def anchors(self) -> set[str]:
        """Every fragment that a link to this page may have, but for rows of estimates."""
        anchors = {heading.anchor for heading in self.headings}
        anchors.update(identifier for identifier, _ in self.explicit_ids)
        anchors.update(fence.identifier for fence in self.fences if fence.identifier)
        anchors.update(f"source-{citation.key}" for citation in self.citations)
        return anchors

    @cached_property
    def outside_details(self) -> str:
        """`prose` with collapsible blocks blanked: what counts as the length of a chapter."""
        spans = [(details.start, details.end) for details in self.details]
        return blocks.blank_spans(self.prose, spans)

    @cached_property
    def words(self) -> int:
        """Words outside collapsible blocks, code, estimates and diagrams."""
        return count_words(self.outside_details)

    @property
    def reading_minutes(self) -> int:
        """Minutes of silent reading, collapsible blocks included, rounded up to whole minutes."""
        return max(1, -(-count_words(self.prose) // WORDS_PER_MINUTE))

    def section(self, title: str) -> str:
        """The text of an h2 section, without its heading; empty when there is none."""
        for index, heading in enumerate(self.headings):
            if heading.level == 2 and heading.text == title:
                end = next((h.offset for h in self.headings[index + 1 :] if h.level <= 2), len(self.text))
                _, _, body = self.text[heading.offset : end].partition("\n")
                return body
        return ""


def count_words(prose: str) -> int:
    """Count words; link targets, attribute lists and HTML tags are not words."""
    return len(_WORD.findall(blocks.blank_markup(prose)))


def read_page(root: Path, docs_path: str) -> Page:
    """Read one page below `root/docs`."""
    return Page(docs_path, read_source(root, f"docs/{docs_path}"))
