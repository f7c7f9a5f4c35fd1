"""Every source of the guide, with the pages that cite it."""

from __future__ import annotations

import html

from studyguide.content.page import Page
from studyguide.markdown.citation import reference_html
from studyguide.markdown.context import Context


def generate(context: Context) -> str:
    """A list sorted by first author and year."""
    cited_on: dict[str, list[Page]] = {}
    for page in context.site.in_reading_order():
        for key in dict.fromkeys(citation.key for citation in page.all_citations):
            cited_on.setdefault(key, []).append(page)
    references = sorted(
        context.site.bibliography.references.values(), key=lambda r: (r.short_authors.lower(), r.year, r.title)
    )
    items = []
    for reference in references:
        pages = ", ".join(
            f'<a href="{context.url(page.docs_path, f"source-{reference.key}")}">{html.escape(page.title)}</a>'
            for page in cited_on.get(reference.key, [])
        )
        where = f' <span class="cited-on">Cited in: {pages}.</span>' if pages else ""
        items.append(f'<li id="reference-{reference.key}">{reference_html(reference)}{where}</li>')
    return '<ul class="bibliography">\n' + "\n".join(items) + "\n</ul>"
