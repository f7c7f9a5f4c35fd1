"""Every formula is TeX that can be turned into MathML."""

from __future__ import annotations

from collections.abc import Iterator

from math_core import LatexError, LatexToMathML

from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "math"


def check(site: Site) -> Iterator[Problem]:
    """Convert every formula and report those that fail."""
    converter = LatexToMathML(fancy_error=False)
    for page in site.pages.values():
        for formula in page.formulas:
            try:
                converter.convert_with_local_state(formula.tex.strip(), displaystyle=formula.display)
            except LatexError as error:
                yield page.source.problem(formula.offset, NAME, f"TeX: {error}; in {formula.tex.strip()!r}")
