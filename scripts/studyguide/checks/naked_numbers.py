"""In chapters, every quantity says where it comes from.

A quantity is a number with a unit, a percent sign, a currency or a scale such as M. Its sentence must show that it is
published (a citation), derived (a link into an estimate), measured (a link to an experiment), assumed (words such as
"assume" or "say"), or plain arithmetic shown in full ("4 × 25 ms = 100 ms"). It cannot know whether the source says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.content import blocks
from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "naked-numbers"

_UNITS = (
    "ms|µs|us|ns|s|sec|seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
    "[kMGTP]i?B|bytes?|bits?|[kMGT]?flops?|[KMGTP]?FLOPs?|QPS|qps|"
    "requests?|users?|candidates?|impressions?|clicks?|conversions?|rows?|examples?|items?|vectors?|"
    "cores?|GPUs?|accelerators?|servers?|machines?|hosts?|shards?|dollars?|cents?|points?|"
    "ads?|videos?|events?|posts?|listings?|photos?|images?|frames?|faces?|tiles?|queries|edges?|friends?|"
    "transactions?|labels?|reviews?|reviewers?|documents?|chunks?|tokens?|times"
)
_DIGIT = re.compile(r"\d")
_NUMBER = r"\d[\d,_]*(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?<![\w.,@#/–-])(?P<quantity>[$€£]{_NUMBER}(?:[kMB]|bn|tn)?|{_NUMBER}[ ]?%|{_NUMBER}[ ]?percent\b|"
    rf"{_NUMBER}[ ]?(?:k|M|bn|tn|thousand|million|billion|trillion)\b|"
    rf"{_NUMBER}[ -](?:more |fewer )?(?:{_UNITS})\b)"
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?])[\"”*)]*\s+(?=[\"“*(\[]*[A-Z0-9$])|\n[ \t]*(?:[-*+]|\d+\.)[ \t]+|"
    r"\n(?=[ \t]*\|)|\n[ \t]*\n|(?<=\|)\n|^>[ \t]?",
    re.MULTILINE,
)
_CITATION = re.compile(r"\[@[\w:.-]+")
_ESTIMATE_LINK = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\((?:[^()\s]*)#[\w-]+\.[\w]+\)")
_ASSUMED = re.compile(
    r"\b(?:assum\w+|say|suppose|imagine|for example|for instance|pretend|hypothetical\w*|"
    r"our (?:own )?(?:choice|target|rule|default|budget|limit|threshold)\w*|"
    r"we (?:choose|set|pick|allow|take)|illustrat\w+)\b",
    re.IGNORECASE,
)
# A sum shown in full: a number, an operator, an equals sign and a number, in one line, in this order or turned round.
_ARITHMETIC = (
    re.compile(r"\D*+\d[^×*/÷+−–-]*+[×*/÷+−–-][^=]*+=\D*+\d"),
    re.compile(r"\D*+\d[^=]*+=\D*+\d[^×*/÷+−]*+[×*/÷+−]"),
)
_PART_OF_LINE = re.compile(r"\.(?!\d)|\n")
# The length of the interview is the reader's own, not a claim.
_INTERVIEW = re.compile(r"\b\d+[ -]minutes?\b", re.IGNORECASE)
_KINDS = {"case-study", "framework-step", "concept"}


def check(site: Site) -> Iterator[Problem]:
    """Look at the prose of every finished chapter, answers included."""
    for page in site.pages.values():
        if page.kind in _KINDS and not page.is_outline:
            yield from _check_page(page)


def _check_page(page: Page) -> Iterator[Problem]:
    for start, end in _sentences(page.prose):
        sentence = page.prose[start:end]
        if not _DIGIT.search(sentence) or sentence.lstrip().startswith("#") or _has_source(sentence):
            continue
        bare = blocks.blank_markup(blocks.blank_matches(sentence, _ESTIMATE_LINK))
        for match in _QUANTITY.finditer(bare):
            if _INTERVIEW.fullmatch(match["quantity"]) and "interview" in sentence.lower():
                continue
            message = (
                f'"{match["quantity"]}" does not say where it comes from; cite it [@key], link it to an estimate, '
                "or say that it is assumed"
            )
            yield page.source.problem(start + match.start(), NAME, message)


def _has_source(sentence: str) -> bool:
    return bool(_CITATION.search(sentence) or _ASSUMED.search(sentence) or _is_arithmetic(sentence))


def _is_arithmetic(sentence: str) -> bool:
    parts = (part for part in _PART_OF_LINE.split(sentence) if "=" in part)
    return any(pattern.match(part) for part in parts for pattern in _ARITHMETIC)


def _sentences(prose: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(prose):
        yield start, match.start()
        start = match.end()
    yield start, len(prose)
