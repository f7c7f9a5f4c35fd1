"""Marks the headings of a case study that belong to one of the seven steps, for the badge and its color.

Attributes and not text: the number is drawn by the style sheet, and stays out of the contents and the search index.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from studyguide.content.case_study import STEP_SECTIONS
from studyguide.markdown.context import current
from studyguide.markdown.report import report


class StepHeadingTreeprocessor(Treeprocessor):
    """Adds `data-step` and `data-minutes` to the h2 headings of case studies."""

    def run(self, root: ElementTree.Element) -> None:
        state = current()
        page = state.site.pages.get(state.page)
        if page is None or page.kind != "case-study":
            return
        minutes = _minutes()
        for heading in root.iter("h2"):
            number = STEP_SECTIONS.get((heading.text or "").strip())
            if number is not None:
                heading.set("data-step", str(number))
                if number in minutes:
                    heading.set("data-minutes", str(minutes[number]))


def _minutes() -> dict[int, int]:
    try:
        return {step.number: step.minutes[45] for step in current().site.framework.steps}
    except ValueError as error:
        report(str(error))
        return {}


class StepHeadingExtension(Extension):
    """Badges of the seven steps."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(StepHeadingTreeprocessor(md), "guide_step_headings", 9)


def makeExtension(**kwargs: Any) -> StepHeadingExtension:
    """Entry point for Python-Markdown."""
    return StepHeadingExtension(**kwargs)
