"""The one value that every check reports."""

from studyguide.problem import Problem

PROBLEM = Problem("docs/a.md", 3, 7, "links", "broken; mend it")


def test_a_line_for_a_terminal():
    assert PROBLEM.text() == "docs/a.md:3:7: [links] broken; mend it"


def test_an_annotation_for_github():
    assert PROBLEM.github() == "::error file=docs/a.md,line=3,col=7,title=links::broken; mend it"


def test_an_annotation_stays_one_line():
    problem = Problem("docs/a.md", 1, 1, "math", "100%\r\nof: a, b")
    assert problem.github() == "::error file=docs/a.md,line=1,col=1,title=math::100%25%0D%0Aof: a, b"


def test_signs_that_would_end_a_field_of_an_annotation_are_escaped():
    problem = Problem("docs/a,b:c%.md", 1, 1, "math", "m")
    assert problem.github() == "::error file=docs/a%2Cb%3Ac%25.md,line=1,col=1,title=math::m"


def test_problems_sort_by_place():
    assert sorted([Problem("b", 1, 1, "r", "m"), Problem("a", 10, 1, "r", "m"), Problem("a", 9, 2, "r", "m")]) == [
        Problem("a", 9, 2, "r", "m"),
        Problem("a", 10, 1, "r", "m"),
        Problem("b", 1, 1, "r", "m"),
    ]
