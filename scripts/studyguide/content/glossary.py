"""The glossary: one YAML file that feeds the page, the tooltips and the search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from studyguide.content.source import Source, read_source
from studyguide.problem import Problem

GLOSSARY = "docs/reference/glossary.yml"
_FIELDS = {"term", "short", "definition", "see", "aliases", "page"}


@dataclass(frozen=True)
class Term:
    """One term. `short` is its abbreviation; `page` the chapter (below `docs/`) that explains it best."""

    term: str
    definition: str
    line: int
    short: str = ""
    see: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    page: str = ""

    @property
    def anchor(self) -> str:
        """Id of the entry on the glossary page."""
        return "term-" + "-".join("".join(c.lower() if c.isalnum() else " " for c in self.term).split())


@dataclass(frozen=True)
class Glossary:
    """All terms in the order of the file, and what is wrong with it."""

    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_glossary(root: Path) -> Glossary:
    """Read the glossary of the guide; a missing file is an empty one."""
    if not (root / GLOSSARY).exists():
        return Glossary()
    return parse_glossary(read_source(root, GLOSSARY))


def parse_glossary(source: Source) -> Glossary:
    """Read terms from YAML; an entry of the wrong form becomes a problem and is left out."""
    try:
        loader = yaml.SafeLoader(source.text)
        node = loader.get_single_node()
        values = loader.construct_document(node) if node is not None else None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:  # a value such as the date 2026-13-45
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or "not valid YAML"
        problem = Problem(source.path, line, column, "glossary", f"YAML: {reason}; mend the syntax")
        return Glossary(problems=(*source.problems, problem))
    if not isinstance(node, yaml.SequenceNode) or not isinstance(values, list):
        message = "expected a list of `- term: …` entries"
        return Glossary(problems=(*source.problems, Problem(source.path, 1, 1, "glossary", message)))
    terms: list[Term] = []
    problems: list[Problem] = list(source.problems)
    for item, value in zip(node.value, values, strict=True):
        line = item.start_mark.line + 1
        wrong = _shape_problem(value)
        if wrong:
            problems.append(Problem(source.path, line, 1, "glossary", wrong))
        else:
            terms.append(_term(value, line))
    return Glossary(tuple(terms), tuple(problems))


def _shape_problem(value: Any) -> str:
    if not isinstance(value, dict):
        return "expected `term:` and `definition:`"
    unknown = sorted(set(value) - _FIELDS, key=str)
    if unknown:
        return f'unknown field "{unknown[0]}"; fields are {", ".join(sorted(_FIELDS))}'
    for name in ("term", "definition"):
        if not isinstance(value.get(name), str) or not value[name].strip():
            return f"`{name}` is missing or not text; quote values such as Yes, No and numbers"
    for name in ("short", "page"):
        if not isinstance(value.get(name, ""), str):
            return f"`{name}` is not text; quote it"
    for name in ("see", "aliases"):
        parts = value.get(name) or []
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            return f"`{name}` must be a list of texts; quote them"
    return ""


def _term(value: dict[str, Any], line: int) -> Term:
    return Term(
        term=value["term"].strip(),
        definition=" ".join(value["definition"].split()),
        line=line,
        short=value.get("short", "").strip(),
        see=tuple(value.get("see") or ()),
        aliases=tuple(value.get("aliases") or ()),
        page=value.get("page", ""),
    )
