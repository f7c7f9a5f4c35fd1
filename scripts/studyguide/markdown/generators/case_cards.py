"""The case studies as a list of cards: name, prompt, what only this problem has, minutes."""

from __future__ import annotations

import html

from studyguide.content.page import Page
from studyguide.markdown.context import Context


def generate(context: Context) -> str:
    """Cards in the order of the navigation."""
    pages = [page for page in context.site.in_reading_order() if page.kind == "case-study"]
    if not pages:
        return ""
    cards = "\n".join(_card(context, page) for page in pages)
    return f'<ul class="case-cards">\n{cards}\n</ul>'


def _card(context: Context, page: Page) -> str:
    fields = page.front_matter.fields

    def text(name: str) -> str:
        return html.escape(str(fields.get(name, "")))

    meta = [f"{text('minutes')} minutes", text("difficulty")]
    if page.front_matter.fields.get("status"):
        meta.append(text("status"))
    return (
        '<li class="case-card">'
        f'<h3><a href="{context.url(page.docs_path)}">{html.escape(page.title)}</a></h3>'
        f'<p class="case-prompt">“{text("prompt")}”</p>'
        f'<p class="case-only">{text("only_here")}</p>'
        f'<p class="case-meta">{" · ".join(meta)}</p>'
        "</li>"
    )
