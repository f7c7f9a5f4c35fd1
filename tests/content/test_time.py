"""Every reader takes time in proportion to the text, whatever is in it."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyguide import checks
from studyguide.content import blocks
from studyguide.content.bibliography import parse_bibliography
from studyguide.content.headings import find_headings, plain_text
from studyguide.content.links import find_ids, find_links
from studyguide.content.page import Page, count_words
from studyguide.content.site import Site
from studyguide.content.source import Source
from studyguide.diagrams.source import read_diagram

# Far above what a linear scan of so many characters takes, far below what a quadratic one does.
LARGE, LARGE_SECONDS = 200_000, 4
SMALL, SMALL_SECONDS = 40_000, 0.4
PIECES = [
    "[", "(", "](", "[](", "[]( ", "[x](y ", '[x](y "', "[x](#a", "[^", "[@", "[@a;", "[@a,", "![", "[a [x] ", "<",
    "<a ", "<a href='", "<details", "<details>", "<details><summary>", "<img ", "<!--", "`", "` ", "`` ` ", "$",
    "$a ", "$$", "$$ ", "\\$", "|", "| a ", "#", "# ", "## ", "#a", "{", "{#a", "{:", "_", "_a ", "__a", "*", "* ",
    "**a", "~~~", "```", "```\n", "> ```\n", ">", "> ", "\n", " ", " \n", "\t", "-", "- ", "1", "1,", "1-", "1 × ",
    "1 =", "=", ".", ". ", "?) ", "a", "a.", "A", "A1 ", "é", "&amp;", "@", "---\n", "accDescr {\n", "rgb(", "a>",
    "--", "-- a ", "a-->b\n", "\\", '"', "'", "“",
]  # fmt: skip
HEADS = {"alone": "", "heading": "## ", "tag": "<a ", "brace": "{", "link": "[x](", "bracket": "[", "number": "5 ms = "}


def shapes(size):
    for piece in PIECES:
        yield piece, piece * (size // len(piece))
        # One letter at the end makes a pattern that has come so far fail, and turn back.
        yield f"{piece} x", piece * (size // len(piece)) + "x"
    for name, head in HEADS.items():
        for piece in ("#a", "# ", " ", "a ", "_a", "](", "1"):
            yield f"{name} {piece}", head + piece * (size // len(piece)) + "x"


def seconds(read, text):
    started = time.process_time()
    read(text)
    return time.process_time() - started


READERS = {
    "comments": blocks.blank_comments,
    "code": blocks.blank_inline_code,
    "math": blocks.blank_math,
    "formulas": blocks.find_formulas,
    "markup": blocks.blank_markup,
    "fences": blocks.find_fences,
    "headings": find_headings,
    "plain": plain_text,
    "links": find_links,
    "ids": find_ids,
    "words": count_words,
    "diagram": read_diagram,
    "diagram nodes": lambda text: read_diagram(f"flowchart TB\n{text}"),
    "bibliography": lambda text: parse_bibliography(Source("a.bib", text)),
    "details": lambda text: Page("a.md", Source("docs/a.md", text)).details,
    "citations": lambda text: Page("a.md", Source("docs/a.md", text)).all_citations,
}


@pytest.mark.parametrize("name", READERS)
def test_no_reader_takes_more_than_linear_time(name):
    slow = []
    for shape, text in shapes(SMALL):
        taken = seconds(READERS[name], text)
        if taken > SMALL_SECONDS:
            slow.append(f"{shape!r}: {taken:.1f} s")
    assert slow == []


@pytest.mark.parametrize("piece", ["[", "(", "`", "$", "<", "|", "#", "```", "```\n", "[@a;", "](", "<!--"])
def test_a_large_page_of_one_sign_is_read_quickly(piece):
    text = piece * (LARGE // len(piece))
    assert sum(seconds(read, text) for read in READERS.values()) < LARGE_SECONDS


class OnePage(Site):
    """A site of one chapter that is on no disk."""

    def __init__(self, text):
        super().__init__(None)
        self.__dict__.update(
            pages={"concepts/a.md": Page("concepts/a.md", Source("docs/concepts/a.md", text))},
            files=frozenset(),
        )


OF_TEXT = [
    name for name in checks.QUICK if name not in ("bibliography", "navigation", "citations", "glossary", "links")
]


@pytest.mark.parametrize("name", OF_TEXT)
def test_no_rule_takes_more_than_linear_time(name):
    slow = []
    for shape, text in shapes(SMALL // 2):
        taken = seconds(lambda text: list(checks.RULES[name](OnePage(text))), text)
        if taken > SMALL_SECONDS:
            slow.append(f"{shape!r}: {taken:.1f} s")
    assert slow == []


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(alphabet="`~$<>!-#*_|[](){}@;:=\"'\\/ \n\tab1é.?", max_size=300))
def test_no_page_raises(text):
    site = OnePage(text)
    (page,) = site.pages.values()
    assert page.words >= 0
    assert page.anchors is not None
    for name in OF_TEXT:
        for problem in checks.RULES[name](site):
            assert problem.line >= 1
            assert problem.column >= 1
