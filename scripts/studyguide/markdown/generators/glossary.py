"""The glossary page: every term by letter, with its abbreviation, relatives and the chapter that explains it."""

from __future__ import annotations

import html
from itertools import groupby

from studyguide.content.glossary import Term
from studyguide.markdown.context import Context


def generate(context: Context) -> str:
    """Letters as headings, terms as a definition list."""
    terms = sorted(context.site.glossary.terms, key=lambda term: term.term.lower())
    by_name = {name.lower(): term for term in terms for name in (term.term, term.short) if name}
    blocks: list[str] = []
    for letter, group in groupby(terms, key=_letter):
        entries = "\n".join(_entry(context, term, by_name) for term in group)
        blocks.append(f'## {letter}\n\n<dl class="glossary">\n{entries}\n</dl>\n')
    return "\n".join(blocks)


def _letter(term: Term) -> str:
    first = term.term[0].upper()
    return first if first.isalpha() else "0–9"


def _entry(context: Context, term: Term, by_name: dict[str, Term]) -> str:
    names = html.escape(term.term)
    extra = [name for name in (term.short, *term.aliases) if name]
    if extra:
        names += f' <span class="glossary-also">({html.escape(", ".join(extra))})</span>'
    definition = html.escape(term.definition)
    see = [by_name[name.lower()] for name in term.see if name.lower() in by_name]
    if see:
        links = ", ".join(f'<a href="#{other.anchor}">{html.escape(other.term)}</a>' for other in see)
        definition += f' <span class="glossary-see">See {links}.</span>'
    page = context.site.pages.get(term.page)
    if page is not None:
        definition += f' <a class="glossary-page" href="{context.url(term.page)}">{html.escape(page.title)}</a>.'
    return f'<dt id="{term.anchor}">{names}</dt>\n<dd>{definition}</dd>'
