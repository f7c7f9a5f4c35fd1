"""Questions: adds the level, in words, to the summary of each question block."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class QuestionTreeprocessor(Treeprocessor):
    """Splits the summary into the question and its level."""

    def run(self, root: ElementTree.Element) -> None:
        for details in root.iter("details"):
            if "question" in details.get("class", "").split():
                summary = details.find("summary")
                if summary is not None:
                    _dress(summary, details.get("data-level", ""))


def _dress(summary: ElementTree.Element, level: str) -> None:
    question = ElementTree.Element("span", {"class": "question-text"})
    question.text, summary.text = (summary.text or "").strip(), ""
    for child in list(summary):
        summary.remove(child)
        question.append(child)
    question.tail = " "
    summary.append(question)
    if level:
        label = ElementTree.SubElement(summary, "span", {"class": "question-level"})
        label.text = level


class QuestionExtension(Extension):
    """Use together with `md_in_html`."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(QuestionTreeprocessor(md), "guide_questions", 14)


def makeExtension(**kwargs: Any) -> QuestionExtension:
    """Entry point for Python-Markdown."""
    return QuestionExtension(**kwargs)
