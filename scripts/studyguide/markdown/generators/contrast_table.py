"""How the cases differ: one row per finished case, from the fields of its front matter."""

from __future__ import annotations

import html

from studyguide.content.case_study import CONTRAST_FIELDS
from studyguide.markdown.context import Context


def generate(context: Context) -> str:
    """A table; cases that do not fill their fields yet are not shown."""
    pages = [
        page
        for page in context.site.in_reading_order()
        if page.kind == "case-study"
        and not page.is_outline
        and all(page.front_matter.fields.get(name) for name in CONTRAST_FIELDS)
    ]
    if not pages:
        return "<p>No case is finished yet.</p>"
    head = "".join(f'<th scope="col">{html.escape(label)}</th>' for label in CONTRAST_FIELDS.values())
    rows = []
    for page in pages:
        cells = "".join(f"<td>{html.escape(str(page.front_matter.fields[name]))}</td>" for name in CONTRAST_FIELDS)
        link = f'<a href="{context.url(page.docs_path)}">{html.escape(page.title)}</a>'
        rows.append(f'<tr><th scope="row">{link}</th>{cells}</tr>')
    return (
        '<div class="table-scroll contrast" tabindex="0" role="region" aria-label="How the cases differ">\n'
        f'<table>\n<thead><tr><th scope="col">Case</th>{head}</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + "\n</tbody>\n</table>\n</div>"
    )
