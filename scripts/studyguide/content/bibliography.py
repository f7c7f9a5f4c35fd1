"""The bibliography: one BibTeX file, read into references."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pybtex.backends.plaintext import Backend
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from studyguide.content.source import Source, read_source
from studyguide.problem import Problem

# BibTeX's own word for authors that an entry does not name.
OTHERS = "others"
BIBLIOGRAPHY = "docs/reference/bibliography.bib"
_ENTRY = re.compile(r"^[ \t]*@(?P<type>\w+)[ \t]*[{(][ \t]*(?P<key>[^\s,{}()=]*)", re.MULTILINE)
# `render_as("text")` would look through every installed package for this class, each time.
_PLAIN_TEXT = Backend()
_KEY_AND_COMMA = re.compile(r"\s*@\w+\s*[{(][^\n,]*,")
_LATEX_ADVICE = "look for unbalanced braces and for commands other than accents"
_NOT_ENTRIES = {"comment", "preamble", "string"}
_VENUES = ("journal", "booktitle", "publisher", "howpublished", "organization")
_PARSER_PLACE = re.compile(r"^syntax error in line \d+: | in line \d+(?=: )")


@dataclass(frozen=True)
class Reference:
    """One entry, its LaTeX already turned into plain text.

    authors: family names first as they are shown ("He, X."); venue: journal, proceedings or site.
    address: where a reader finds it, DOI before arXiv before URL; empty when there is none.
    """

    key: str
    kind: str
    authors: tuple[str, ...]
    title: str
    venue: str
    year: str
    address: str
    identifier: str
    accessed: str
    line: int

    @property
    def short_authors(self) -> str:
        """Up to three authors; more, and an entry that ends in "and others", become "et al."."""
        if len(self.authors) > 3 or OTHERS in self.authors:
            return f"{self.authors[0]} et al."
        if len(self.authors) == 1:
            return self.authors[0]
        return ", ".join(self.authors[:-1]) + f" and {self.authors[-1]}" if self.authors else ""


@dataclass(frozen=True)
class Bibliography:
    """All references by key, and what is wrong with the file."""

    references: Mapping[str, Reference] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_bibliography(root: Path) -> Bibliography:
    """Read the bibliography of the guide; a missing file is an empty one."""
    if not (root / BIBLIOGRAPHY).exists():
        return Bibliography()
    return parse_bibliography(read_source(root, BIBLIOGRAPHY))


def parse_bibliography(source: Source) -> Bibliography:
    """Read references from BibTeX. Entries that cannot be read become problems, the others are kept."""
    problems: list[Problem] = list(source.problems)
    references: dict[str, Reference] = {}
    starts = list(_ENTRY.finditer(source.text))
    for index, match in enumerate(starts):
        end = starts[index + 1].start() if index + 1 < len(starts) else len(source.text)
        if match["type"].lower() in _NOT_ENTRIES:
            continue
        key = match["key"]
        line, _ = source.position(match.start())
        try:
            reference = _read_entry(key, source.text[match.start() : end], line)
        except ValueError as error:
            problems.append(Problem(source.path, line, 1, "bibliography", str(error)))
            continue
        if key in references:
            message = f'entry "{key}" stands twice (first on line {references[key].line}); delete one'
            problems.append(Problem(source.path, line, 1, "bibliography", message))
        else:
            references[key] = reference
    return Bibliography(references, tuple(problems))


def _read_entry(key: str, text: str, line: int) -> Reference:
    """Read one entry by itself, so that a broken one hides neither the others nor their lines. Raises ValueError."""
    if not _KEY_AND_COMMA.match(text):
        raise ValueError(f'entry "{key}" cannot be read: a comma is missing after the key; add it')
    try:
        data: BibliographyData = Parser(encoding="utf-8").parse_string(text)
        entry = data.entries[key]
    except (PybtexError, KeyError, IndexError, RecursionError) as error:
        # The parser counts lines from the entry and not from the file: leave out what it says of them.
        reason = _PARSER_PLACE.sub("", str(error).strip().split("\n")[0]) or "not valid BibTeX"
        message = f'entry "{key}" cannot be read: {reason}; look for a missing brace or comma'
        raise ValueError(message) from error
    try:
        return _reference(key, entry, line)
    except (PybtexError, ValueError, RecursionError) as error:
        message = f'entry "{key}" has LaTeX that cannot be read: {error}; {_LATEX_ADVICE}'
        raise ValueError(message) from error


def _reference(key: str, entry: Entry, line: int) -> Reference:
    fields = entry.fields
    doi, eprint, url = (fields.get(name, "").strip() for name in ("doi", "eprint", "url"))
    if doi:
        address, identifier = f"https://doi.org/{doi}", f"doi:{doi}"
    elif eprint:
        address, identifier = f"https://arxiv.org/abs/{eprint}", f"arXiv:{eprint}"
    else:
        address, identifier = url, ""
    venue = next((_plain(entry, name) for name in _VENUES if name in fields), "")
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    return Reference(
        key=key,
        kind=entry.type,
        authors=tuple(_name(person) for person in people),
        title=_plain(entry, "title") if "title" in fields else "",
        venue=venue,
        year=fields.get("year", "").strip(),
        address=address,
        identifier=identifier,
        accessed=(fields.get("accessed") or fields.get("urldate") or "").strip(),
        line=line,
    )


def _plain(entry: Entry, name: str) -> str:
    text: str = Text.from_latex(entry.fields[name]).render(_PLAIN_TEXT)
    if "\\" in text:
        raise ValueError(f"{name} keeps a backslash")
    return re.sub(r"\s+", " ", text).strip()


def _name(person: Person) -> str:
    def plain(parts: list[object]) -> str:
        return " ".join(str(part.render(_PLAIN_TEXT)) for part in parts)  # type: ignore[attr-defined]

    family = plain([*person.rich_prelast_names, *person.rich_last_names])
    given = [*person.rich_first_names, *person.rich_middle_names]
    initials = " ".join(f"{str(part.render(_PLAIN_TEXT))[:1]}." for part in given)
    return f"{family}, {initials}" if initials else family
