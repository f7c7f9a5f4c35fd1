"""Every Mermaid block parses. Checked without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "diagram-syntax"


def check(site: Site) -> Iterator[Problem]:
    """Parse every diagram."""
    # Imported late: it is part of the check set, not of the light set that builds the site. Not kept either: a parser
    # that is still there when Python ends complains.
    import merman

    parser = merman.Merman()
    for page in site.pages.values():
        for fence in page.fences_of("mermaid"):
            message = _syntax_error(parser, fence.body)
            if message:
                first, _ = page.source.position(fence.body_offset)
                line = first + _faulty_line(parser, fence.body)
                yield Problem(page.path, line, 1, NAME, f"Mermaid cannot read this: {message}")


def _syntax_error(parser: Any, source: str) -> str:
    result = parser.validate(source, None)
    return "" if result.valid else str(result.error or "unknown syntax")


def _faulty_line(parser: Any, source: str) -> int:
    """Number, from 0, of the first line without which the diagram parses: the parser itself names none."""
    lines = source.split("\n")
    without = ("\n".join([*lines[:number], "", *lines[number + 1 :]]) for number in range(len(lines)))
    return next((number for number, rest in enumerate(without) if not _syntax_error(parser, rest)), 0)
