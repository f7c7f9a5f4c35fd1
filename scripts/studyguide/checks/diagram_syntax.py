"""Every Mermaid block parses. Checked without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "diagram-syntax"
_LINE = re.compile(r"line (?P<line>\d+)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _parser() -> Any:
    # Imported late: it is part of the check set, not of the light set that builds the site.
    import merman

    return merman.Merman()


def check(site: Site) -> Iterator[Problem]:
    """Parse every diagram."""
    for page in site.pages.values():
        for fence in page.fences_of("mermaid"):
            message = _syntax_error(fence.body)
            if message:
                found = _LINE.search(message)
                line, column = page.source.position(fence.body_offset)
                line += int(found["line"]) - 1 if found else 0
                yield Problem(page.path, line, column, NAME, f"Mermaid cannot read this: {message}")


def _syntax_error(source: str) -> str:
    result = _parser().validate(source, None)
    return "" if result.valid else str(result.error or "unknown syntax")
