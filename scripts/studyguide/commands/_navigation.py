"""Adds a page to the navigation in mkdocs.yml as text, so that comments, tags and layout stay as they are."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

NAV = re.compile(r"^nav:\s*(#.*)?$")
PLAIN = re.compile(r"[A-Za-z0-9][\w ,.()/&+'’-]*", re.ASCII)
YAML_WORDS = re.compile(r"(?i)yes|no|on|off|true|false|null|y|n|[\d.,_]+")
# A section that is missing is made behind this one.
AFTER = "Case studies"


class NavigationError(Exception):
    """mkdocs.yml has no navigation that a line can be added to."""


@dataclass(frozen=True)
class Section:
    """Lines of one section: its heading, its first entry (or None) and the line behind its last entry."""

    heading: int
    first: int | None
    end: int
    indent: str


def add_page(text: str, section: str, title: str, target: str) -> str:
    """The configuration with one entry more, at the end of the section; a missing section is made.

    Raises NavigationError when there is no `nav:`, or neither the section nor the one it would follow.
    """
    lines = text.splitlines()
    found = find_section(lines, section)
    entry = f"- {quoted(title)}: {target}"
    if found is not None:
        indent = _indent(lines[found.first]) if found.first is not None else found.indent + "    "
        new = [f"{indent}{entry}"]
    else:
        found = find_section(lines, AFTER)
        if found is None:
            raise NavigationError(f'mkdocs.yml has no section "{section}" in its nav')
        indent = _indent(lines[found.first]) if found.first is not None else found.indent + "    "
        new = [f"{found.indent}- {section}:", f"{indent}{entry}"]
    return "\n".join([*lines[: found.end], *new, *lines[found.end :]]) + "\n"


def find_section(lines: list[str], name: str) -> Section | None:
    """Where a section of the navigation stands; None when it is missing. Raises NavigationError without a `nav:`."""
    start = next((number for number, line in enumerate(lines) if NAV.match(line)), None)
    if start is None:
        raise NavigationError("mkdocs.yml has no nav")
    heading_line = re.compile(rf"^(?P<indent>\s*)- ([\"']?){re.escape(name)}\2:\s*(#.*)?$")
    for number in range(start + 1, len(lines)):
        if _is_content(lines[number]) and not lines[number].startswith((" ", "-")):
            return None
        if match := heading_line.match(lines[number]):
            entries = _entries(lines, number, len(match["indent"]))
            end = entries[-1] + 1 if entries else number + 1
            return Section(number, entries[0] if entries else None, end, match["indent"])
    return None


def quoted(title: str) -> str:
    """The title as a YAML key, in quotes only when it needs them."""
    if PLAIN.fullmatch(title) and not YAML_WORDS.fullmatch(title):
        return title
    return json.dumps(title, ensure_ascii=False)


def _entries(lines: list[str], heading: int, depth: int) -> list[int]:
    """The lines below a heading that stand deeper than it; a comment or an empty line does not end them."""
    entries = []
    for number in range(heading + 1, len(lines)):
        if not _is_content(lines[number]):
            continue
        if len(_indent(lines[number])) <= depth:
            break
        entries.append(number)
    return entries


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
