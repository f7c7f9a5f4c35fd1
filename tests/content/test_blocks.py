"""Fences, code, comments and formulas, found without moving a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.content import blocks
from studyguide.content.blocks import find_fences, find_formulas

MARKDOWN = st.text(alphabet="`~$<>!-#*_|[](){}@;=\"'\\ \n\tab1é.", max_size=200)


def only(text):
    (fence,) = find_fences(text)
    return fence


def test_a_fence_its_language_and_its_body():
    fence = only("Text.\n\n```python\na = 1\n```\nMore.\n")
    assert (fence.language, fence.body, fence.closed) == ("python", "a = 1\n", True)
    assert (fence.start, fence.body_offset, fence.end) == (7, 17, 26)


def test_attributes_and_an_id():
    fence = only('```estimate {#ads-1 title="Serving #2 of 3" rows=4}\n```\n')
    assert (fence.language, fence.identifier) == ("estimate", "ads-1")
    assert fence.attributes == {"title": "Serving #2 of 3", "rows": "4"}


def test_a_hash_in_a_title_is_no_id():
    assert only('```estimate {title="Case #5"}\n```\n').identifier == ""


def test_longer_marks_hold_shorter_ones():
    assert only("````\n```\na\n```\n````\n").body == "```\na\n```\n"


def test_tildes_hold_backticks():
    assert only("~~~ text\n```\n~~~\n").body == "```\n"


def test_closing_marks_may_be_longer_but_carry_no_words():
    assert only("```\na\n``` b\n`````\n").body == "a\n``` b\n"


def test_a_fence_that_is_not_closed_goes_on_to_the_end():
    fence = only("```\na\n")
    assert (fence.closed, fence.body, fence.end) == (False, "a\n", 6)


def test_a_fence_in_a_quotation_loses_its_marks():
    fence = only("> ```text\n> a\n>\n>   b\n> ```\n")
    assert (fence.body, fence.indent) == ("a\n\n  b\n", 2)


def test_a_fence_in_a_list_loses_its_indentation():
    fence = only("- item\n\n    ```text\n    a\n\n      b\n    ```\n")
    assert (fence.body, fence.indent) == ("a\n\n  b\n", 4)


@pytest.mark.parametrize("text", ["a ``` b\n", "`` a ``\n", "```a`b\n", "\t\n", "``\n"])
def test_what_is_no_fence(text):
    assert find_fences(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("- a `b\n- c` d", "- a `b\n- c` d"),
        ("| a `b |\n| c` |", "| a `b |\n| c` |"),
        (r"a \`b` c", r"a \`b` c"),
        ("a `b", "a `b"),
        ("``` a `b` c", "``` a     c"),
    ],
)
def test_inline_code_is_blanked(text, expected):
    assert blocks.blank_inline_code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- b --> c", "a            c"),
        ("<!-- a\nb -->", "      \n     "),
        ("a <!-- b", "a <!-- b"),
        ("<!-->", "<!-->"),
    ],
)
def test_comments_are_blanked(text, expected):
    assert blocks.blank_comments(text) == expected


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("$a$ and $b + c$", ["a", "b + c"]),
        ("$$a$$", ["a"]),
        ("$$\na\n$$", ["\na\n"]),
        ("$a\n+ b$", ["a\n+ b"]),
        ("from $5 to $6", []),
        (r"\$5 and $a$", ["a"]),
        (r"$\$5$", [r"\$5"]),
        ("$ a $", []),
        ("$$a\n\nb$$ c", []),
        ("$a\n\nb$", []),
    ],
)
def test_formulas(text, formulas):
    found = find_formulas(text)
    assert [formula.tex for formula in found] == formulas
    assert all(text.startswith(formula.tex, formula.offset) for formula in found)


def test_what_is_written_but_not_read():
    assert blocks.blank_markup("a [b](c(d) e) <f g> {#h} {i}").split() == ["a", "[b", "{i}"]


@given(MARKDOWN)
def test_blanking_keeps_length_and_lines(text):
    for blanked in (
        blocks.blank_comments(text),
        blocks.blank_inline_code(text),
        blocks.blank_math(text),
        blocks.blank_markup(text),
        blocks.blank(text, len(text) // 4, len(text) // 2),
    ):
        assert [len(line) for line in blanked.split("\n")] == [len(line) for line in text.split("\n")]
        assert all(new in (old, " ") for new, old in zip(blanked, text, strict=True))


@given(MARKDOWN)
def test_fences_are_in_order_and_inside_the_text(text):
    end = 0
    for fence in find_fences(text):
        assert end <= fence.start <= fence.body_offset <= len(text)
        assert fence.start < fence.end <= len(text)
        end = fence.end
