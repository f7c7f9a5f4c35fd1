"""Abbreviations in chapters are explained in the glossary, and the glossary itself is sound.

Looks for words of capitals such as CTR; it cannot know which ordinary words are terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.content import blocks
from studyguide.content.glossary import GLOSSARY, Glossary, Term
from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem

NAME = "glossary"

# What every engineer reads without help, and marks of licenses and places. Sorted.
# Versions of a design (V0, V1) and norms (L1, L2) are left alone as well.
# fmt: off
KNOWN_TO_ALL = (
    "AI", "API", "ASCII", "BY", "CC", "CD", "CI", "CPU", "CSS", "CSV", "DNS", "EU", "GB", "GPU", "HTML",
    "HTTP", "HTTPS", "ID", "IDE", "IO", "IP", "JSON", "KB", "MB", "MIT", "ML", "OK", "OS", "PB", "PC", "PDF",
    "PR", "RAM", "RPC", "SA", "SDK", "SQL", "SSD", "SVG", "TB", "TCP", "TLS", "UI", "UK", "URL", "US", "UTC",
    "UTF", "UX", "VM", "YAML",
)
# fmt: on
_NOT_READ = re.compile(r"\[[@^][^\[\]]*\]|\{[^{}\n]*\}")
_ACRONYM = re.compile(r"(?<![\w@#/$.\-&;])(?P<name>(?!V\d\b|L[12]\b)[A-Z][A-Z0-9]{1,6}(?:@k)?)(?=s?(?![\w/]))")


def check(site: Site) -> Iterator[Problem]:
    """Check the file, then the abbreviations of every page that is not a contributor page."""
    yield from site.glossary.problems
    yield from _check_terms(site)
    names = _names(site.glossary)
    for page in site.pages.values():
        if not page.docs_path.startswith("contributing/"):
            yield from _check_page(page, names)


def _check_terms(site: Site) -> Iterator[Problem]:
    terms = site.glossary.terms
    owners: dict[str, Term] = {}
    known = _names(site.glossary)
    previous = ""
    for term in terms:
        for name in filter(None, (term.term, term.short, *term.aliases)):
            owner = owners.setdefault(name.lower(), term)
            if owner is not term:
                message = f'"{name}" is also the name of "{owner.term}"; keep one'
                yield Problem(GLOSSARY, term.line, 1, NAME, message)
        for other in term.see:
            if other not in known and other.lower() not in {name.lower() for name in known}:
                message = f'"{term.term}" refers to "{other}", which is not a term{did_you_mean(other, known)}'
                yield Problem(GLOSSARY, term.line, 1, NAME, message)
        if term.page and term.page not in site.pages:
            message = f'the page "{term.page}" of "{term.term}" does not exist{did_you_mean(term.page, site.pages)}'
            yield Problem(GLOSSARY, term.line, 1, NAME, message)
        if term.term.lower() < previous:
            yield Problem(GLOSSARY, term.line, 1, NAME, f'"{term.term}" is out of order; sort the terms by name')
        previous = term.term.lower()


def _names(glossary: Glossary) -> set[str]:
    return {name for term in glossary.terms for name in (term.term, term.short, *term.aliases) if name}


def _check_page(page: Page, names: set[str]) -> Iterator[Problem]:
    defined = {word for name in names for word in re.split(r"[\s,/()-]+", name)}
    reported: set[str] = set()
    for name, offset in abbreviations(page):
        if name in defined or name in KNOWN_TO_ALL or name in reported:
            continue
        reported.add(name)
        message = f'"{name}" is not in the glossary; add it to {GLOSSARY}, or write it out'
        yield page.source.problem(offset, NAME, message + did_you_mean(name, defined))


def abbreviations(page: Page) -> list[tuple[str, int]]:
    """Every word of capitals that a reader meets on a page, with its offset."""
    return [(match["name"], match.start()) for match in _ACRONYM.finditer(_readable(page))]


def _readable(page: Page) -> str:
    """The prose without link targets, citations, tags and attributes."""
    return blocks.blank_matches(blocks.blank_markup(page.prose), _NOT_READ)
