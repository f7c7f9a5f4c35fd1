"""The estimate language: back-of-envelope arithmetic with units. Knows no Markdown and no HTML."""

from studyguide.estimate.error import EstimateError
from studyguide.estimate.evaluate import (
    Assumption,
    Check,
    Choice,
    Derived,
    Evaluated,
    Group,
    Named,
    Row,
    diagnose,
    evaluate_block,
    refresh,
)
from studyguide.estimate.reference import disagreement
from studyguide.estimate.syntax import Source

__all__ = [
    "Assumption",
    "Check",
    "Choice",
    "Derived",
    "EstimateError",
    "Evaluated",
    "Group",
    "Named",
    "Row",
    "Source",
    "diagnose",
    "disagreement",
    "evaluate_block",
    "refresh",
]
