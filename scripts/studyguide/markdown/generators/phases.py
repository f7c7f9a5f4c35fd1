"""The seven steps as four phases, with the same minutes."""

from __future__ import annotations

import html

from studyguide.content.framework import LENGTHS, Framework, Phase
from studyguide.markdown.context import Context


def generate(context: Context) -> str:
    """One row per phase."""
    framework = context.site.framework
    lengths = "".join(f'<th scope="col" class="align-right">of {length}</th>' for length in LENGTHS)
    rows = "\n".join(_row(framework, phase) for phase in framework.phases)
    return (
        '<div class="table-scroll" tabindex="0" role="region" aria-label="The steps as four phases">\n'
        f'<table>\n<thead><tr><th scope="col">Phase</th><th scope="col">Steps</th>{lengths}'
        '<th scope="col">You may go on when</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(framework: Framework, phase: Phase) -> str:
    names = ", ".join(str(number) if number else framework.close.name.lower() for number in phase.steps)
    minutes = "".join(f'<td class="align-right">{framework.minutes(phase, length)}</td>' for length in LENGTHS)
    return (
        f'<tr><th scope="row">{html.escape(phase.name)}</th><td>{html.escape(names)}</td>{minutes}'
        f"<td>{html.escape(phase.go_on_when)}</td></tr>"
    )
