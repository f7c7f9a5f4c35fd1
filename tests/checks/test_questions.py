"""Questions can stand alone as cards."""

import pytest

RULE = "questions"


def question(
    identifier="q-ads-unit",
    level="mid",
    summary="Why split by advertiser?",
    answer="\n\nBecause budgets are shared.\n\n",
    attributes=' markdown="1"',
):
    return (
        f'<details id="{identifier}" class="question" data-level="{level}"{attributes}>\n'
        f"<summary>{summary}</summary>{answer}</details>\n"
    )


def test_a_question_that_can_stand_alone(found):
    assert found(question()) == []


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (
            question(identifier="ads_unit"),
            'the id "ads_unit" is not of the form q-chapter-subject; small letters, digits and hyphens only',
        ),
        (question(level="snior"), 'data-level is "snior"; write one of mid, senior, staff; did you mean "senior"?'),
        (question(attributes=""), 'the answer will not be rendered; add markdown="1"'),
        (question(summary=""), "there is no <summary> with the question; add it"),
        (
            question(summary="Why `x`?"),
            "the question must be plain text; take out code, formulas, emphasis and links",
        ),
        (
            question(summary="Why"),
            "the question must be a whole sentence; end it with a question mark or a full stop",
        ),
        (question(answer="\n\n\n"), "the answer is empty; write it"),
        (
            question(answer="\nBecause.\n\n"),
            "leave a blank line after </summary>, or the answer is not rendered",
        ),
        (
            question(answer=f"\n\n{'word ' * 121}\n\n"),
            "the first paragraph has 121 words; answer in at most 120, then say why",
        ),
        (
            question(answer=f"\n\nShort.\n\n{'word ' * 350}\n\n"),
            "the answer has 351 words; at most 350 can be said aloud",
        ),
    ],
)
def test_what_a_card_cannot_do_without(found, block, message):
    assert found(f"Text.\n\n{block}") == [f"docs/page.md:3:1: [questions] {message}"]


def test_an_id_is_taken_once_in_the_whole_guide(found):
    assert found({"docs/a.md": question(), "docs/b.md": question()}) == [
        'docs/b.md:1:1: [questions] the id "q-ads-unit" is taken (docs/a.md:1); choose another'
    ]


def test_other_collapsible_blocks_are_free(found):
    assert found('<details markdown="1">\n<summary>More</summary>\n\nText.\n\n</details>\n') == []
