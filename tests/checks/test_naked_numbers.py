"""In chapters, every quantity says where it comes from."""

import pytest

from ..small_site import chapter

RULE = "naked-numbers"


def case(body, **fields):
    return {"docs/case-studies/ads.md": chapter(body, **fields)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Assume the ranker takes 45 ms.",
        "The ranker takes [45 ms](#budget.ranker) of the budget.",
        "They serve 100,000 requests per second [@anil2022factory].",
        "Sums are shown: 4 × 25 ms = 100 ms.",
        "In decimals as well: 1.5 × 2.5 ms = 3.75 ms.",
        "We have a 45-minute interview.",
        "There are three requests and 3 reasons.",
        "Code is `45 ms`, math is $45$, and a link is [x](a-45%.md).",
        "### The 45 ms budget",
    ],
)
def test_numbers_that_say_where_they_come_from(found, sentence):
    assert found(case(f"{sentence}\n")) == []


@pytest.mark.parametrize(
    ("sentence", "quantity", "column"),
    [
        ("The ranker takes 45 ms.", "45 ms", 18),
        ("It saves 3% of cost.", "3%", 10),
        ("It costs $5M.", "$5M", 10),
        ("We index 200 million photos.", "200 million", 10),
        ("| Stage | 20 ms |", "20 ms", 11),
    ],
)
def test_a_naked_number(found, sentence, quantity, column):
    assert found(case(f"{sentence}\n")) == [
        f'docs/case-studies/ads.md:6:{column}: [naked-numbers] "{quantity}" does not say where it comes from; '
        "cite it [@key], link it to an estimate, or say that it is assumed"
    ]


def test_a_source_covers_its_own_sentence_only(found):
    problems = found(case("Assume 5 ms. The rest takes 45 ms.\n"))
    assert [problem.split(": ")[0] for problem in problems] == ["docs/case-studies/ads.md:6:29"]


def test_outlines_and_other_pages_are_exempt(found):
    assert found(case("It takes 45 ms.\n", status="outline")) == []
    assert found({"docs/case-studies/ads.md": chapter(""), "docs/page.md": chapter("It takes 45 ms.\n")}) == []
