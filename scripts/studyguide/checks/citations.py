"""What is cited is in the bibliography, and a chapter that cites has a place for its sources."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem

NAME = "citations"


def check(site: Site) -> Iterator[Problem]:
    """Check the keys of every citation, those inside estimates included."""
    references = site.bibliography.references
    for page in site.pages.values():
        for citation in page.all_citations:
            if citation.key not in references:
                message = f'"{citation.key}" is not in {"docs/reference/bibliography.bib"}'
                hint = did_you_mean(citation.key, references) or "; add the entry, or mend the key"
                yield page.source.problem(citation.offset, NAME, message + hint)
        yield from _check_place(page)


def _check_place(page: Page) -> Iterator[Problem]:
    if page.all_citations and not any(h.level == 2 and h.text == "Sources" for h in page.headings):
        message = 'the page cites sources but has no "## Sources" section; add the heading at the end'
        yield page.source.problem(page.all_citations[0].offset, NAME, message)
