"""`<!-- generate: name -->` on a line of its own becomes a block made from the guide's own data.

A comment, so that GitHub shows nothing instead of noise. One generator, one file, in `generators/`.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from studyguide.content.suggest import did_you_mean
from studyguide.markdown.context import current
from studyguide.markdown.generators import GENERATORS
from studyguide.markdown.report import error_box, report

_LINE = re.compile(r"^<!-- generate: (?P<name>[a-z-]+) -->[ \t]*$")


class GeneratedPreprocessor(Preprocessor):
    """Replaces the comments by HTML."""

    def run(self, lines: list[str]) -> list[str]:
        output: list[str] = []
        for line in lines:
            match = _LINE.match(line)
            if match is None:
                output.append(line)
            else:
                output.extend(["", *self._generate(match["name"]).split("\n"), ""])
        return output

    def _generate(self, name: str) -> str:
        generator = GENERATORS.get(name)
        if generator is None:
            message = f'no generated block is called "{name}"{did_you_mean(name, GENERATORS)}'
            report(message)
            return error_box(message)
        try:
            return generator(current())
        except ValueError as error:
            report(str(error))
            return error_box(str(error))


class GeneratedExtension(Extension):
    """Generated blocks."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After fences (25) have been taken out of the way, before raw HTML (20) is.
        md.preprocessors.register(GeneratedPreprocessor(md), "guide_generated", 22)


def makeExtension(**kwargs: Any) -> GeneratedExtension:
    """Entry point for Python-Markdown."""
    return GeneratedExtension(**kwargs)
