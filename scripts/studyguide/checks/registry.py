"""All rules by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from studyguide.checks import (
    bibliography,
    citations,
    diagram_syntax,
    diagrams,
    encoding,
    estimate_links,
    estimates,
    fences,
    front_matter,
    glossary,
    headings,
    images,
    links,
    markdown_lint,
    math,
    naked_numbers,
    navigation,
    phrases,
    questions,
    raw_html,
    sections,
    sizes,
    spelling,
)
from studyguide.content.site import Site
from studyguide.problem import Problem

_MODULES = (
    bibliography,
    citations,
    diagram_syntax,
    diagrams,
    encoding,
    estimate_links,
    estimates,
    fences,
    front_matter,
    glossary,
    headings,
    images,
    links,
    markdown_lint,
    math,
    naked_numbers,
    navigation,
    phrases,
    questions,
    raw_html,
    sections,
    sizes,
    spelling,
)

RULES: Mapping[str, Callable[[Site], Iterator[Problem]]] = {module.NAME: module.check for module in _MODULES}

# Rules whose tools are not in the light set are left to `guide check`: a build needs only what it imports.
WITH_TOOLS = frozenset({diagram_syntax.NAME, markdown_lint.NAME, spelling.NAME})
QUICK: tuple[str, ...] = tuple(name for name in RULES if name not in WITH_TOOLS)

FIXES: Mapping[str, Callable[[Site], list[str]]] = {estimates.NAME: estimates.fix}
