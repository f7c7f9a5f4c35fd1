"""The ```` ```estimate {#ads title="Serving"} ```` fence: evaluates a block and renders its table.

A mistake does not raise, because superfences would silently turn the block into code: it is shown in the page and
reported, which fails a strict build.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any, TypeVar

from markdown import Markdown

from studyguide.estimate import Evaluated, diagnose, evaluate_block
from studyguide.markdown.estimate_table import Cite, estimate_table
from studyguide.markdown.report import error_box, report

_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")
_UNKNOWN = "unknown"
_Kept = TypeVar("_Kept")


def validator(
    _language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    _attrs: dict[str, str],
    _md: Markdown,
) -> bool:
    """Take the title from the header; other words are kept for `fence` to report, not refused in silence."""
    for key, value in inputs.items():
        if key == "title":
            options[key] = value
        else:
            options.setdefault(_UNKNOWN, []).append(key)
    return True


def fence(
    source: str,
    _language: str,
    _css_class: str,
    options: dict[str, Any],
    md: Markdown,
    id_value: str = "",
    **_: Any,
) -> str:
    """Return the HTML of a block, an error box for a wrong one. Keeps the values as `md.guide_estimates[id]`."""
    errors = _header_errors(options, id_value, estimates_of(md))
    errors += [f"estimate {id_value or '(without an id)'}, {error}" for error in diagnose(source)]
    if errors:
        broken_estimates_of(md).add(id_value)
        for message in errors:
            report(message)
        return "\n".join(map(error_box, errors))
    evaluated = evaluate_block(source)
    estimates_of(md)[id_value] = evaluated
    return estimate_table(id_value, options["title"], evaluated, _cite(md))


def _header_errors(options: dict[str, Any], identifier: str, known: dict[str, Evaluated]) -> list[str]:
    errors = []
    if not _IDENTIFIER.fullmatch(identifier):
        errors.append('an estimate needs an id of lower-case letters, digits and -: {#ads title="Serving"}')
    if identifier in known:
        errors.append(f"estimate {identifier}: the id is already taken on this page")
    if not options.get("title", "").strip():
        errors.append(f'estimate {identifier}: the title is missing: {{#{identifier or "ads"} title="…"}}')
    errors += [f'estimate {identifier}: unknown word "{word}" in its header' for word in options.get(_UNKNOWN, [])]
    return errors


def estimates_of(md: Markdown) -> dict[str, Evaluated]:
    """Return the evaluated blocks of the page by id; an attribute of `md`, so that other extensions find them."""
    return _kept(md, "guide_estimates", dict)


def broken_estimates_of(md: Markdown) -> set[str]:
    """Return the ids of the blocks that have a mistake: links into them are not reported again."""
    return _kept(md, "guide_broken_estimates", set)


def _kept(md: Markdown, name: str, make: Callable[[], _Kept]) -> _Kept:
    if not hasattr(md, name):
        setattr(md, name, make())
    kept: _Kept = getattr(md, name)
    return kept


def _cite(md: Markdown) -> Cite:
    """Return the citation extension's function, or one that shows the bare key without it."""
    cite: Cite | None = getattr(md, "guide_cite", None)
    return cite or (lambda key, place: escape(f"[{key}, {place}]" if place else f"[{key}]"))
