"""The small site that fixtures are rendered in, and how."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown

from studyguide.content.case_study import CONTRAST_FIELDS
from studyguide.content.site import Site
from studyguide.markdown import context, diagram, estimate_fence
from studyguide.markdown.context import Context

from ..small_site import ROOT, chapter, write_site

PAGE = "case-studies/ads.md"
FIELDS = {
    "title": "Ads & clicks",
    "prompt": "Predict clicks.",
    "difficulty": "senior",
    "minutes": 45,
    "only_here": "The score is a price.",
} | {name: f"{name} of <ads>" for name in CONTRAST_FIELDS}
FILES = {
    "docs/case-studies/ads.md": chapter("NE falls [@he2014].\n", **FIELDS),
    "docs/case-studies/feed.md": chapter("", title="Feed", status="outline", minutes=60, difficulty="mid"),
    "docs/framework/evaluate.md": chapter("", title="Evaluate", step=5),
    "docs/framework/steps.yml": (ROOT / "docs/framework/steps.yml").read_text(encoding="utf-8"),
    "docs/reference/bibliography.bib": (
        "@article{he2014,\n  author = {He, Xinran and {Kaggle Inc}},\n  title = {Practical <Lessons>},\n"
        "  journal = {ADKDD},\n  year = {2014},\n  doi = {10.1145/1},\n}\n\n"
        "@misc{guo,\n  author = {Guo, Chuan},\n  title = {Calibration},\n  year = {n.d.},\n"
        "  url = {https://www.example.com/a/},\n  accessed = {2026-11-20},\n}\n"
    ),
    "docs/reference/glossary.yml": (
        "- term: A/B test\n  definition: A comparison of two versions.\n\n"
        "- term: Click-through rate\n  short: CTR\n  aliases: [click rate]\n  definition: Clicks per view.\n"
        "  see: [A/B test]\n  page: framework/evaluate.md\n\n"
        "- term: Predicted click-through rate\n  short: pCTR\n  definition: What a model says.\n"
    ),
}
FENCES = [
    {"name": "mermaid", "class": "mermaid", "format": diagram.fence},
    {
        "name": "estimate",
        "class": "estimate",
        "format": estimate_fence.fence,
        "validator": estimate_fence.validator,
    },
]


def enter_small_site(root: Path) -> Site:
    """Make the small site the one that extensions see, with a case study as the page being rendered."""
    site = write_site(root, FILES)
    context.begin(Context(site, page=PAGE))
    return site


def converter(*extensions: str) -> Markdown:
    """Python-Markdown as the site sets it up, with only these extensions of ours."""
    configuration: dict[str, dict[str, Any]] = {
        "pymdownx.arithmatex": {"generic": True},
        "pymdownx.superfences": {"custom_fences": FENCES},
    }
    standard = ["attr_list", "footnotes", "md_in_html", "tables", "toc", *configuration]
    ours = [f"studyguide.markdown.{name}" for name in extensions]
    return Markdown(extensions=[*standard, *ours], extension_configs=configuration)
