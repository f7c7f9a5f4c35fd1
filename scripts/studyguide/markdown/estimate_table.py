"""An evaluated estimate as HTML: a captioned table in a form, complete without JavaScript.

estimate.js reads the `data-` attributes, which carry the expression trees with every unit already resolved.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from html import escape

from studyguide.estimate import Assumption, Check, Choice, Derived, Evaluated, Group, Row, Source
from studyguide.estimate.evaluate import Option
from studyguide.estimate.format import Scale, format_unit
from studyguide.estimate.notation import Piece, pieces
from studyguide.estimate.syntax import Expression

Cite = Callable[[str, str], str]
"""Key and place of a source -> HTML of its citation."""

_HEAD = (
    '<thead data-search-exclude><tr><th scope="col">Quantity</th><th scope="col">How</th>'
    '<th scope="col" class="estimate-value">Value</th><th scope="col">Unit</th></tr></thead>'
)
# Both are of use with JavaScript only: the script shows the button and fills the notice.
_FOOT = (
    '<p class="estimate-foot" data-search-exclude><span class="estimate-notice" role="status"></span>'
    '<button type="reset" class="estimate-reset" hidden>Reset</button></p>'
)


def estimate_table(block: str, title: str, evaluated: Evaluated, cite: Cite) -> str:
    """Return the form of a block; rows are `block.name`, so that a link lands on its row."""
    bodies = "\n".join(_body(block, rows, cite) for rows in _groups(evaluated.rows))
    return (
        f'<form class="estimate" id="{escape(block)}" autocomplete="off">\n<table class="estimate-table">\n'
        f"<caption>{escape(title)}</caption>\n{_HEAD}\n{bodies}\n</table>\n{_FOOT}\n</form>"
    )


def _groups(rows: Iterable[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for row in rows:
        if isinstance(row, Group) or not groups:
            groups.append([])
        groups[-1].append(row)
    return groups


def _body(block: str, rows: list[Row], cite: Cite) -> str:
    return "<tbody>\n" + "\n".join(_row(block, row, cite) for row in rows) + "\n</tbody>"


def _row(block: str, row: Row, cite: Cite) -> str:
    match row:
        case Group():
            return f'<tr class="estimate-group"><th colspan="4" scope="rowgroup">{escape(row.title)}</th></tr>'
        case Assumption():
            return _assumption(block, row, cite)
        case Derived():
            return _derived(block, row)
        case Choice():
            return _choice(block, row)
        case Check():
            return _check(block, row)


def _attribute(data: object) -> str:
    return escape(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _open(identifier: str, kind: str, label: str, name: str) -> str:
    shown_name = f' <code class="estimate-name" data-search-exclude>{escape(name)}</code>' if name else ""
    return (
        f'<tr id="{identifier}" class="estimate-{kind}">'
        f'<th scope="row"><label for="{identifier}.value">{escape(label)}</label>{shown_name}</th>\n'
    )


def _assumption(block: str, row: Assumption, cite: Cite) -> str:
    identifier = f"{block}.{row.name}"
    unit = format_unit(row.unit)
    described = f' aria-describedby="{identifier}.unit"' if unit else ""
    return (
        f"{_open(identifier, row.kind, row.label, row.name)}"
        f'<td class="estimate-how" data-search-exclude>{_origin(row.source, cite)}</td>\n'
        f'<td class="estimate-value" data-search-exclude><input id="{identifier}.value" type="text" readonly '
        f'value="{escape(row.text)}" size="{max(len(row.text), 4)}" spellcheck="false" autocapitalize="off"{described} '
        f'data-name="{row.name}" data-factor="{row.unit.factor!r}"></td>\n'
        f'<td class="estimate-unit" id="{identifier}.unit" data-search-exclude>'
        f"{escape(unit)}</td></tr>"
    )


def _origin(source: Source | None, cite: Cite) -> str:
    return f"published {cite(source.key, source.place)}" if source else "assumed"


def _derived(block: str, row: Derived) -> str:
    identifier = f"{block}.{row.name}"
    return (
        f"{_open(identifier, row.kind, row.label, row.name)}"
        f'<td class="estimate-how" data-search-exclude>{_expression(row.formula)}</td>\n'
        f'<td class="estimate-value" data-search-exclude><output id="{identifier}.value" aria-live="off" '
        f'data-name="{row.name}" data-tree="{_attribute(row.tree)}" data-scales="{_scales(row.scales)}">'
        f"{escape(row.shown.number)}</output></td>\n"
        f'<td class="estimate-unit" data-search-exclude>{escape(row.shown.unit)}</td></tr>'
    )


def _scales(scales: Iterable[Scale]) -> str:
    return _attribute([[scale.factor, scale.text] for scale in scales])


def _choice(block: str, row: Choice) -> str:
    identifier = f"{block}.{row.name}"
    options = "".join(_option(option, row.chosen) for option in row.options)
    return (
        f"{_open(identifier, row.kind, row.label, row.name)}"
        f'<td class="estimate-how" data-search-exclude><ul class="estimate-options">{options}</ul></td>\n'
        f'<td class="estimate-verdict" colspan="2"><output id="{identifier}.value" aria-live="off" data-choice>'
        f"{escape(row.chosen)}</output></td></tr>"
    )


def _option(option: Option, chosen: str) -> str:
    condition = f"if {_expression(option.condition)}" if option.condition is not None else "otherwise"
    tree = f' data-tree="{_attribute(option.tree)}"' if option.tree is not None else ""
    hidden = "" if option.text == chosen else " hidden"
    return (
        f'<li data-option="{escape(option.text)}"{tree}><span class="estimate-chosen"{hidden}>chosen: </span>'
        f"<strong>{escape(option.text)}</strong> {condition}</li>"
    )


def _check(block: str, row: Check) -> str:
    identifier = f"{block}.check-{row.line}"
    return (
        f"{_open(identifier, row.kind, row.label or 'Check', '')}"
        f'<td class="estimate-how" data-search-exclude>{_expression(row.condition)}</td>\n'
        f'<td class="estimate-verdict" colspan="2" data-search-exclude><output id="{identifier}.value" aria-live="off" '
        f'data-check="holds" data-tree="{_attribute(row.tree)}">holds</output></td></tr>'
    )


def _expression(expression: Expression) -> str:
    return f'<span class="estimate-formula">{"".join(map(_piece, pieces(expression)))}</span>'


def _piece(piece: Piece) -> str:
    text = escape(piece.text)
    # <wbr>: a long name may break at an underscore on a phone.
    return f"<var>{text.replace('_', '_<wbr>')}</var>" if piece.kind == "name" else text
