"""Words that say nothing."""

import re

from studyguide.checks.phrases import FORBIDDEN

RULE = "phrases"


def test_words_that_say_something(found):
    assert found("Use a lever. We measure at the end of each day.\n") == []


def test_a_phrase_that_says_nothing(found):
    assert found("First line.\nWe Leverage it.\n") == ['docs/page.md:2:4: [phrases] "Leverage" says nothing; write use']


def test_a_phrase_over_the_end_of_a_line_and_with_a_curly_apostrophe(found):
    assert found("They follow best\npractices. It’s worth noting.\n") == [
        'docs/page.md:1:13: [phrases] "best practices" says nothing; name the practice and why it helps',
        'docs/page.md:2:12: [phrases] "It\'s worth noting" says nothing; say the fact',
    ]


def test_code_and_quotations_are_examples(found):
    assert found("Not `leverage`.\n\n> I leverage it.\n\n```\nleverage\n```\n") == []


def test_the_list_is_sorted_and_no_phrase_holds_another():
    phrases = list(FORBIDDEN)
    assert phrases == sorted(phrases)
    assert [(a, b) for a in phrases for b in phrases if a != b and re.search(rf"\b{re.escape(a)}\b", b)] == []
