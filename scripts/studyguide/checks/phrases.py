"""Words that say nothing.

Each phrase stands with the reason or with what to write instead. Quoted examples of what not to say belong in `code`
or in a blockquote, which this rule does not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from studyguide.content import blocks
from studyguide.content.site import Site
from studyguide.problem import Problem

NAME = "phrases"

# Sorted; a test holds that and that none repeats another.
FORBIDDEN: Mapping[str, str] = {
    "at the end of the day": "delete it",
    "best practices": "name the practice and why it helps",
    "cutting-edge": "say what is new about it",
    "delve": "say what the section does",
    "delves": "say what the section does",
    "delving": "say what the section does",
    "ever-evolving": "delete it",
    "game changer": "say what changed, with a number",
    "game-changer": "say what changed, with a number",
    "harness the power": "say what it does",
    "in conclusion": "delete it",
    "in the realm of": "delete it",
    "in today's world": "delete it",
    "it goes without saying": "then do not say it",
    "it is important to note": "say the fact",
    "it is worth noting": "say the fact",
    "it's important to note": "say the fact",
    "it's worth noting": "say the fact",
    "last but not least": "delete it",
    "leverage": "write use",
    "leveraged": "write used",
    "leverages": "write uses",
    "leveraging": "write using",
    "needless to say": "then do not say it",
    "plays a crucial role": "say what it does",
    "plays a vital role": "say what it does",
    "seamless": "say what does not break",
    "seamlessly": "say what does not break",
    "state-of-the-art": "name the model and its date",
    "the landscape of": "delete it",
    "utilize": "write use",
    "utilized": "write used",
    "utilizes": "write uses",
    "utilizing": "write using",
    "when it comes to": "begin with the subject",
}
_QUOTATION = re.compile(r"^[ ]{0,3}>.*$", re.MULTILINE)
_PATTERN = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in FORBIDDEN) + r")(?!\w)", re.IGNORECASE)


def check(site: Site) -> Iterator[Problem]:
    """Look for the phrases in the prose of every page."""
    for page in site.pages.values():
        own = blocks.blank_matches(page.prose.replace("’", "'"), _QUOTATION)
        # A phrase may go on over the end of a line.
        text = own.replace("\n", " ")
        lowered = text.lower()
        if not any(phrase in lowered for phrase in FORBIDDEN):
            continue
        for match in _PATTERN.finditer(text):
            advice = FORBIDDEN[match[0].lower()]
            yield page.source.problem(match.start(), NAME, f'"{match[0]}" says nothing; {advice}')
