"""The master checklist: the *Checklist* section of each step, one under the other."""

from __future__ import annotations

from studyguide.markdown.context import Context


def generate(context: Context) -> str:
    """Markdown with one heading and one list per step, in a box. Raises ValueError when a step has no checklist."""
    blocks: list[str] = []
    for step in context.site.framework.steps:
        page = context.site.pages.get(step.page)
        items = page.section("Checklist").strip() if page else ""
        if not items:
            raise ValueError(f'docs/{step.page} has no "## Checklist" section')
        blocks.append(f"## {step.number} {step.name}\n\n{items}\n")
    return '<div class="checklist" markdown="1">\n\n' + "\n".join(blocks) + "\n</div>"
