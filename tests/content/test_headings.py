"""Headings have the anchors that the built page gives them."""

import pytest
from markdown import Markdown

from studyguide.content.headings import find_headings, plain_text
from studyguide.content.page import Page
from studyguide.content.source import Source

TRICKY = [
    "Plain words",
    "Twice",
    "Twice",
    "Twice",
    "With `code_name` and `*args`",
    "The `__init__` method",
    "*Emphasis*, **strong** and _both_",
    "snake_case and _private",
    "2 * 3 * 4",
    "A [link](data.md#x) here",
    "A [link with `code`](data.md)",
    "C#",
    "Closed ##",
    "Ends in spaces   ",
    "Own id {#mine}",
    "Own class {.wide}",
    "Own id and more {: #also .wide }",
    "Braces {not attributes, are they} here",
    "A &amp; B",
    "A & B < C",
    r"Escaped \* and \_ and \#",
    "Über Größe: naïve café",
    "Don’t – do — “this”",
    "100% of 5.5, or 1/2?",
    "H<sub>2</sub>O",
    "日本",
    "Mine",
    "Own id",
    "a" * 200,
]


@pytest.mark.parametrize("order", [TRICKY, TRICKY[::-1]], ids=["forward", "backward"])
def test_anchors_equal_those_of_python_markdown(order):
    text = (
        "".join(f"## {title}\n\nText.\n\n" for title in order)
        + '<details id="later" markdown="1">\n\n</details>\n\n## Later\n'
    )
    converter = Markdown(extensions=["toc", "attr_list", "md_in_html"])
    converter.convert(text)
    built = [token["id"] for token in converter.toc_tokens]
    page = Page("a.md", Source("docs/a.md", text))
    assert [heading.anchor for heading in page.headings] == built


def test_level_text_and_place():
    (one, two) = find_headings("## One\n\n### Two `x` ###\n")
    assert (one.level, one.text, one.offset) == (2, "One", 0)
    assert (two.level, two.text, two.offset) == (3, "Two x", 8)


@pytest.mark.parametrize("text", ["#hash\n", "####### Seven\n", "a # b\n", "    # code\n"])
def test_what_is_no_heading(text):
    assert find_headings(text) == []


def test_headings_in_fences_and_comments_are_not_found():
    text = "```\n# a\n```\n\n<!--\n# b\n-->\n\n## C\n"
    assert [heading.text for heading in Page("a.md", Source("docs/a.md", text)).headings] == ["C"]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [("**A** `b_c`", "A b_c"), ("![alt](a.svg) A", "![alt](a.svg) A"), ("A &lt; B", "A < B"), ("``a ` b``", "a ` b")],
)
def test_the_words_of_a_heading(markdown, text):
    assert plain_text(markdown) == text
