"""Blocks made from the guide's own data, by name. A generator takes the context and returns Markdown or HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from studyguide.markdown.context import Context
from studyguide.markdown.generators import (
    bibliography,
    case_cards,
    checklist,
    clock,
    contrast_table,
    glossary,
    phases,
    seven_steps,
)

GENERATORS: Mapping[str, Callable[[Context], str]] = {
    "bibliography": bibliography.generate,
    "case-cards": case_cards.generate,
    "checklist": checklist.generate,
    "clock": clock.generate,
    "contrast-table": contrast_table.generate,
    "glossary": glossary.generate,
    "phases": phases.generate,
    "seven-steps": seven_steps.generate,
}
