"""Evaluates estimates once for all rules: it is most of what they cost."""

from __future__ import annotations

from functools import lru_cache

from studyguide.estimate import EstimateError, Evaluated, evaluate_block


@lru_cache(maxsize=4096)
def evaluated(block: str) -> Evaluated | None:
    """The values of a block (the lines inside the fence); None when it has a mistake."""
    try:
        return evaluate_block(block)
    except EstimateError:
        return None
