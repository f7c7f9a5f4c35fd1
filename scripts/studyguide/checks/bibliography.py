"""The bibliography is complete and in use: a reader can find every source, and none is listed for show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.content.bibliography import BIBLIOGRAPHY, Reference
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "bibliography"
_YEAR = re.compile(r"(?:19|20)\d\d")


def check(site: Site) -> Iterator[Problem]:
    """Check every entry of the BibTeX file."""
    bibliography = site.bibliography
    yield from bibliography.problems
    used = {citation.key for page in site.pages.values() for citation in page.all_citations}
    by_address: dict[str, Reference] = {}
    for key, reference in bibliography.references.items():
        for message in _messages(reference):
            yield Problem(BIBLIOGRAPHY, reference.line, 1, NAME, f'"{key}" {message}')
        if key not in used:
            yield Problem(BIBLIOGRAPHY, reference.line, 1, NAME, f'"{key}" is cited nowhere; cite it or delete it')
        twin = by_address.setdefault(reference.address.lower(), reference)
        if reference.address and twin is not reference:
            message = f'"{key}" has the same address as "{twin.key}"; keep one of them'
            yield Problem(BIBLIOGRAPHY, reference.line, 1, NAME, message)


def _messages(reference: Reference) -> Iterator[str]:
    if not reference.authors:
        yield "has no author; add `author = {…}` (an organization goes in double braces)"
    if not reference.title:
        yield "has no title; add `title = {…}`"
    # A web page that names no date says so, and says when it was read.
    undated = reference.year == "n.d." and reference.accessed
    if not _YEAR.fullmatch(reference.year) and not undated:
        yield f'has the year "{reference.year}"; write four digits, or n.d. with `accessed`'
    if not reference.address:
        yield "has no doi, eprint or url; add one, so that a reader can find it"
    elif not reference.address.startswith("https://") or " " in reference.address:
        yield f'leads to "{reference.address}"; write a bare doi, an arXiv number, or an https address'
    if reference.kind == "misc" and not reference.identifier and not reference.accessed:
        yield "is a web page without `accessed = {YYYY-MM-DD}`; say when it was read"
