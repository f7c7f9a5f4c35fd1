"""The seven steps and their minutes: one YAML file for the pages, the clock and the pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

STEPS = "docs/framework/steps.yml"
LENGTHS = (45, 60)


@dataclass(frozen=True)
class Step:
    """One step, or the close, which has the number 0 and no page.

    question: the one question it answers. output: what stands on the board at its end.
    minutes: length of the interview -> minutes of this step.
    """

    number: int
    name: str
    page: str
    purpose: str
    question: str
    output: str
    minutes: Mapping[int, int]


@dataclass(frozen=True)
class Phase:
    """Several steps under one name, for those who prefer four; steps by number, 0 for the close."""

    name: str
    steps: tuple[int, ...]
    go_on_when: str


@dataclass(frozen=True)
class Framework:
    """The steps in order, the close, and the same as phases."""

    steps: tuple[Step, ...]
    close: Step
    phases: tuple[Phase, ...]

    def minutes(self, phase: Phase, length: int) -> int:
        """Minutes of a phase in an interview of this length."""
        return sum(step.minutes[length] for step in (*self.steps, self.close) if step.number in phase.steps)


def read_framework(root: Path) -> Framework:
    """Read the steps. Raises ValueError, which names the file, when it is missing or not of the expected form."""
    path = root / STEPS
    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        steps = tuple(_step(value) for value in values["steps"])
        close = _step({"number": 0, "page": "", **values["close"]})
        phases = tuple(
            Phase(str(v["name"]), tuple(int(n) for n in v["steps"]), str(v["go_on_when"])) for v in values["phases"]
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{STEPS} is not of the expected form: {error!r}") from error
    if [step.number for step in steps] != [1, 2, 3, 4, 5, 6, 7]:
        raise ValueError(f"{STEPS} must name the steps 1 to 7, in order")
    for length in LENGTHS:
        total = sum(step.minutes[length] for step in (*steps, close))
        if total != length:
            raise ValueError(f"{STEPS}: the minutes of {length} add up to {total}")
    return Framework(steps, close, phases)


def _step(value: Mapping[str, Any]) -> Step:
    minutes = {int(length): int(minute) for length, minute in value["minutes"].items()}
    if not set(LENGTHS) <= set(minutes):
        raise ValueError(f"{value['name']} has no minutes for {LENGTHS}")
    return Step(
        number=int(value["number"]),
        name=str(value["name"]),
        page=str(value["page"]),
        purpose=str(value["purpose"]),
        question=str(value["question"]),
        output=str(value["output"]),
        minutes=minutes,
    )
