"""Splits a page into front matter and body, and remembers where each key stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from studyguide.content.source import Source
from studyguide.problem import Problem

_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_BLOCK = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """The fields at the top of a page.

    body_offset: where the Markdown begins in the text.
    lines: the line of each top-level key.
    problems: why it could not be read, if so; then `fields` is empty.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    body_offset: int = 0
    problems: tuple[Problem, ...] = ()

    def line(self, key: str) -> int:
        """Line of a key; the first line of the file for a key that is missing."""
        return self.lines.get(key, 1)


def read_front_matter(source: Source) -> FrontMatter:
    """Read the YAML between the `---` lines of a page. A page without any is fine here."""
    match = _BLOCK.match(source.text)
    if match is None:
        if _OPENING.match(source.text):
            message = "the front matter is not closed; end it with a `---` line"
            return FrontMatter(problems=(Problem(source.path, 1, 1, "front-matter", message),))
        return FrontMatter()
    text = match["yaml"]
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        fields = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        return FrontMatter(body_offset=match.end(), problems=(_yaml_problem(source.path, error),))
    except (ValueError, OverflowError, RecursionError) as error:  # such as the date 2026-13-45
        problem = Problem(source.path, 2, 1, "front-matter", f"a value cannot be read: {error}; quote it")
        return FrontMatter(body_offset=match.end(), problems=(problem,))
    if node is None:
        return FrontMatter(body_offset=match.end())
    if not isinstance(node, yaml.MappingNode) or not isinstance(fields, dict):
        problem = Problem(source.path, 2, 1, "front-matter", "the front matter is not a list of `key: value` lines")
        return FrontMatter(body_offset=match.end(), problems=(problem,))
    # The YAML begins on the second line of the file, and marks count from 0.
    lines: dict[str, int] = {}
    for key, _ in node.value:
        name, line = str(key.value), key.start_mark.line + 2
        if name in lines:
            # YAML would silently take the last one.
            message = f"`{name}` stands twice (first on line {lines[name]}); delete one"
            problem = Problem(source.path, line, 1, "front-matter", message)
            return FrontMatter(body_offset=match.end(), problems=(problem,))
        lines[name] = line
    return FrontMatter({str(key): value for key, value in fields.items()}, lines, match.end())


def _yaml_problem(path: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 2, mark.column + 1) if mark else (2, 1)
    reason = getattr(error, "problem", None) or "not valid YAML"
    message = f"YAML: {reason}; quote values that contain `: ` or start with a symbol"
    return Problem(path, line, column, "front-matter", message)
