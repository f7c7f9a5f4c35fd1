"""Collapsible blocks and the questions among them."""

from studyguide.content.page import Page
from studyguide.content.source import Source

QUESTION = """<details id="q-ads-unit" class="question" data-level="staff" markdown="1">
<summary>Why split by advertiser?</summary>

Because `budgets` are shared.

</details>
"""


def page(text):
    return Page("a.md", Source("docs/a.md", text))


def test_a_question():
    (question,) = page("Text.\n\n" + QUESTION).questions
    assert (question.identifier, question.level, question.offset) == ("q-ads-unit", "staff", 7)
    assert (question.text, question.answer) == ("Why split by advertiser?", "Because `budgets` are shared.")


def test_single_quotes_and_capitals():
    text = QUESTION.replace('"', "'").replace("details", "DETAILS").replace("summary", "Summary")
    assert [question.identifier for question in page(text).questions] == ["q-ads-unit"]


def test_other_blocks_are_no_questions():
    text = QUESTION.replace('class="question"', 'class="note"')
    assert (page(text).questions, len(page(text).details)) == ([], 1)


def test_a_block_that_is_never_closed_spoils_only_itself():
    text = "<details>\n\n" + QUESTION + QUESTION.replace("unit", "two")
    assert [details.attributes.get("id") for details in page(text).details] == [None, "q-ads-two"]


def test_a_summary_that_is_missing_or_open():
    for wrong in ("", "<summary>Why?"):
        (details,) = page(f'<details class="question">\n{wrong}\n\nText.\n\n</details>\n').details
        assert (details.summary, "Text." in details.body) == ("", True)


def test_a_question_in_code_is_an_example():
    assert page(f"```html\n{QUESTION}```\n").questions == []
