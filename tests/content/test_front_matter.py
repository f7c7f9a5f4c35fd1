"""The fields at the top of a page."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.content.front_matter import read_front_matter
from studyguide.content.source import Source


def read(text):
    return read_front_matter(Source("docs/a.md", text))


def problems(text):
    return [problem.text() for problem in read(text).problems]


def test_fields_their_lines_and_where_the_body_begins():
    matter = read("---\ntitle: A\naliases:\n  - B\nreviewed: 2026-11-20\n---\nBody\n")
    assert matter.fields == {"title": "A", "aliases": ["B"], "reviewed": datetime.date(2026, 11, 20)}
    assert (matter.line("title"), matter.line("reviewed"), matter.line("missing")) == (2, 5, 1)
    assert matter.body_offset == len("---\ntitle: A\naliases:\n  - B\nreviewed: 2026-11-20\n---\n")


@pytest.mark.parametrize(
    "text", ["", "Body\n", "----\n", "\n---\ntitle: A\n---\n", "---\n---\nBody\n", "---\n# c\n---\n"]
)
def test_a_page_may_have_none(text):
    assert (read(text).fields, problems(text)) == ({}, [])


def test_three_dots_close_it_as_well():
    assert read("---\ntitle: A\n...\nBody\n").fields == {"title": "A"}


@pytest.mark.parametrize("text", ["---\ntitle: A\n\nBody\n", "--- \ntitle: A\n", "---"])
def test_one_that_is_not_closed(text):
    assert problems(text) == ["docs/a.md:1:1: [front-matter] the front matter is not closed; end it with a `---` line"]


@pytest.mark.parametrize("text", ["---\n- a\n- b\n---\n", "---\njust words\n---\n"])
def test_a_list_or_words_instead_of_fields(text):
    assert problems(text) == ["docs/a.md:2:1: [front-matter] the front matter is not a list of `key: value` lines"]


@pytest.mark.parametrize(
    ("yaml", "place"),
    [("title: A: b\n", "2:9"), ("title: A\nlist: [a\n", "4:1"), ("title: @a\n", "2:8"), ("\ta: b\n", "2:1")],
)
def test_broken_yaml_is_told_with_its_place(yaml, place):
    (problem,) = problems(f"---\n{yaml}---\n")
    assert problem.startswith(f"docs/a.md:{place}: [front-matter] YAML: ")
    assert problem.endswith("; quote values that contain `: ` or start with a symbol")


def test_a_date_that_does_not_exist():
    assert problems("---\ntitle: A\nreviewed: 2026-02-30\n---\n") == [
        "docs/a.md:2:1: [front-matter] a value cannot be read: day is out of range for month; quote it"
    ]


def test_a_field_that_stands_twice():
    assert problems("---\ntitle: A\nminutes: 45\ntitle: B\n---\n") == [
        "docs/a.md:4:1: [front-matter] `title` stands twice (first on line 2); delete one"
    ]


def test_nesting_without_end_is_a_problem_and_not_a_crash():
    assert len(problems(f"---\na: {'[' * 5000}\n---\n")) == 1


@given(st.text(alphabet="-abc: \n\t'\"[]{}&*!|>%@#0129.é\u2028\x85"))
def test_no_text_raises(yaml):
    read(f"---\n{yaml}\n---\n")
