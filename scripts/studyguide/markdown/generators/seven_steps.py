"""The seven steps as a picture one can click, from the one file that names them."""

from __future__ import annotations

import html
import re
from pathlib import Path

from studyguide.markdown.context import Context

_TEMPLATE = Path(__file__).parent.parent / "templates" / "seven-steps.html"
_PLACEHOLDER = re.compile(r"\{\{[ ]*step(?P<number>[1-7])\.(?P<field>\w+)[ ]*\}\}")


def generate(context: Context) -> str:
    """Fill the template. Raises ValueError when the steps or a placeholder are wrong."""
    steps = {step.number: step for step in context.site.framework.steps}

    def fill(match: re.Match[str]) -> str:
        step = steps[int(match["number"])]
        values = {
            "href": context.url(step.page.removeprefix("docs/")),
            "name": step.name,
            "purpose": step.purpose,
            "minutes": str(step.minutes.get(45, "")),
        }
        if match["field"] not in values:
            raise ValueError(f'the steps have no field "{match["field"]}"')
        return html.escape(values[match["field"]])

    # One line, so that Markdown sees one block of raw HTML whatever the template's indentation.
    text = _PLACEHOLDER.sub(fill, _TEMPLATE.read_text(encoding="utf-8"))
    return " ".join(line.strip() for line in text.splitlines() if line.strip())
