"""Raw HTML is limited to a short list of elements, without styles, scripts or event handlers.

A chapter must read the same on the site, on GitHub, on paper and in an e-book; and a page with a strict content
security policy would drop inline styles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "raw-html"
ALLOWED = frozenset({"br", "details", "div", "kbd", "section", "span", "sub", "summary", "sup"})
# An attribute may follow a slash as well as a space, and a quoted value may hold any bracket.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[\s/](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)?)>"
)
_BAD_ATTRIBUTE = re.compile(r"(?:^|[\s/\"'])(?P<name>on\w+|style|srcdoc)\s*=", re.IGNORECASE)
_BAD_ADDRESS = re.compile(r"=\s*[\"']?\s*(?:javascript|data|vbscript):", re.IGNORECASE)


def check(site: Site) -> Iterator[Problem]:
    """Look at every tag outside code."""
    for page in site.pages.values():
        yield from _check_page(page)


def _check_page(page: Page) -> Iterator[Problem]:
    text = page.prose
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if name not in ALLOWED:
            message = f"<{name}> is not allowed; write Markdown (allowed: {', '.join(sorted(ALLOWED))})"
            yield page.source.problem(match.start(), NAME, message)
            continue
        attribute = _BAD_ATTRIBUTE.search(match["attributes"])
        if attribute:
            message = f"the attribute `{attribute['name']}` is not allowed; delete it"
            yield page.source.problem(match.start(), NAME, message)
        if _BAD_ADDRESS.search(match["attributes"]):
            yield page.source.problem(match.start(), NAME, "only https addresses are allowed in raw HTML")
    opened = len(re.findall(r"<details\b", text, re.IGNORECASE))
    closed = len(re.findall(r"</details>", text, re.IGNORECASE))
    if opened != closed:
        first = re.search(r"</?details\b", text, re.IGNORECASE)
        offset = first.start() if first else 0
        message = f"{opened} <details> are opened and {closed} closed; add what is missing"
        yield page.source.problem(offset, NAME, message)
