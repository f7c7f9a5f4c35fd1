"""What makes a page a case study: its fields and its sections."""

from __future__ import annotations

# Field -> heading of its column in the table of contrasts.
CONTRAST_FIELDS: dict[str, str] = {
    "task": "Task",
    "label": "Label",
    "negatives": "Negatives",
    "split": "Split",
    "offline_metric": "Offline metric",
    "online_metric": "Online metric",
    "calibration": "Calibration",
    "freshness": "Freshness",
    "latency": "Latency",
    "interference": "Interference",
}

SECTIONS: tuple[str, ...] = (
    "In two minutes",
    "Clarify the requirements",
    "Frame it as an ML task",
    "Prepare the data",
    "Develop the model",
    "Evaluate",
    "Serve",
    "Monitor and improve",
    "When things go wrong",
    "Follow-up questions",
    "How you are graded",
    "Sources",
)

# The sections that are the seven steps, with their numbers.
STEP_SECTIONS: dict[str, int] = {title: number for number, title in enumerate(SECTIONS[1:8], start=1)}
