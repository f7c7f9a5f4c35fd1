"""Reading files: whatever the bytes, clean lines and a place for what was unclean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.content.source import LONGEST_LINE, Source, decode_source


def texts(data):
    return [problem.text() for problem in decode_source("docs/a.md", data).problems]


def test_a_byte_order_mark_is_dropped_and_line_ends_are_made_equal():
    source = decode_source("docs/a.md", b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert (source.text, source.problems) == ("one\ntwo\nthree\n", ())


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff", "1:1"),
        (b"one\ntw\xe9", "2:3"),
        (b"one\r\ntw\xe9", "2:3"),
        (b"one\rtw\xe9", "2:3"),
        ("ééé".encode() + b"\xe9", "1:4"),
        (b"\xef\xbb\xbfab\xe9", "1:3"),
        (b"ab\xc3", "1:3"),
    ],
)
def test_the_first_byte_that_is_not_utf8_is_told_by_line_and_character(data, place):
    bad = next(text for text in texts(data))
    assert bad.startswith(f"docs/a.md:{place}: [encoding] byte 0x")
    assert bad.endswith(" is not UTF-8; save the file as UTF-8")


def test_a_utf16_file_is_one_problem_and_not_one_per_line():
    assert len(texts("One\ntwo\nthree\n".encode("utf-16"))) == 1


def test_each_line_with_control_characters_is_told_once():
    assert texts(b"a\x00\x01\nfine\tfine\n\x7f") == [
        "docs/a.md:1:2: [encoding] control character U+0000; delete it",
        "docs/a.md:3:1: [encoding] control character U+007F; delete it",
    ]


def test_a_line_far_too_long_is_told_and_cut():
    source = decode_source("docs/a.md", b"x" * 2_000_000 + b"\nnext\n")
    assert [problem.message for problem in source.problems] == [
        "the line has 2,000,000 characters; break it below 20,000"
    ]
    assert source.text == "x" * LONGEST_LINE + "\nnext\n"


def test_positions_count_from_one():
    source = Source("docs/a.md", "ab\n\ncd")
    assert [source.position(offset) for offset in range(6)] == [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2)]


@given(st.binary())
def test_no_bytes_raise(data):
    source = decode_source("docs/a.md", data)
    assert "\r" not in source.text
    for problem in source.problems:
        assert problem.line >= 1
        assert problem.column >= 1
