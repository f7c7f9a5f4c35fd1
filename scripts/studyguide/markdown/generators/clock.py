"""The clock: what each step answers, its minutes, and what stands on the board at its end."""

from __future__ import annotations

import html

from studyguide.content.framework import LENGTHS, Step
from studyguide.markdown.context import Context


def generate(context: Context) -> str:
    """One row per step and one for the close."""
    framework = context.site.framework
    lengths = "".join(f'<th scope="col" class="align-right">of {length}</th>' for length in LENGTHS)
    rows = "\n".join(_row(context, step) for step in (*framework.steps, framework.close))
    return (
        '<div class="table-scroll clock-table" tabindex="0" role="region" aria-label="Minutes and results of steps">\n'
        f'<table>\n<thead><tr><th scope="col">Step</th><th scope="col">The question it answers</th>{lengths}'
        '<th scope="col">On the board when you leave it</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _row(context: Context, step: Step) -> str:
    name = html.escape(f"{step.number} {step.name}" if step.number else step.name)
    if step.page:
        name = f'<a href="{context.url(step.page)}">{name}</a>'
    minutes = "".join(f'<td class="align-right">{step.minutes[length]}</td>' for length in LENGTHS)
    return (
        f'<tr><th scope="row">{name}</th><td>{html.escape(step.question)}</td>{minutes}'
        f"<td>{html.escape(step.output)}</td></tr>"
    )
