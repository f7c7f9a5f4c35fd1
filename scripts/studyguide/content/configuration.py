"""What the checks need to know of mkdocs.yml, with line numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from studyguide.content.source import read_source
from studyguide.problem import Problem


@dataclass(frozen=True)
class NavigationEntry:
    """One page in the navigation; target is its path below `docs/`."""

    title: str | None
    target: str
    line: int
    column: int


@dataclass(frozen=True)
class Asset:
    """One entry of `extra_css` or `extra_javascript`."""

    target: str
    line: int
    column: int


@dataclass(frozen=True)
class Configuration:
    """The parts of mkdocs.yml that name files."""

    path: str = "mkdocs.yml"
    navigation: tuple[NavigationEntry, ...] = ()
    assets: tuple[Asset, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_configuration(root: Path) -> Configuration:
    """Read mkdocs.yml. Its own tags (`!ENV`, `!!python/name`) are looked at, never run."""
    try:
        source = read_source(root, "mkdocs.yml")
    except FileNotFoundError:
        return Configuration()
    try:
        node = yaml.compose(source.text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or "not valid YAML"
        problem = Problem("mkdocs.yml", line, column, "navigation", f"YAML: {reason}; mend the syntax")
        return Configuration(problems=(*source.problems, problem))
    entries: list[NavigationEntry] = []
    assets: list[Asset] = []
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "nav":
                _collect_navigation(value, None, entries)
            elif key.value in ("extra_css", "extra_javascript") and isinstance(value, yaml.SequenceNode):
                assets.extend(_asset(item) for item in value.value)
    return Configuration(navigation=tuple(entries), assets=tuple(assets), problems=source.problems)


def _collect_navigation(node: yaml.Node, title: str | None, entries: list[NavigationEntry]) -> None:
    if isinstance(node, yaml.ScalarNode):
        mark = node.start_mark
        entries.append(NavigationEntry(title, node.value, mark.line + 1, mark.column + 1))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _collect_navigation(item, None, entries)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _collect_navigation(value, key.value, entries)


def _asset(node: yaml.Node) -> Asset:
    scalar = node
    if isinstance(node, yaml.MappingNode):
        scalar = next((value for key, value in node.value if key.value == "path"), node)
    value = scalar.value if isinstance(scalar, yaml.ScalarNode) else ""
    return Asset(value, scalar.start_mark.line + 1, scalar.start_mark.column + 1)
