"""The glossary file as terms."""

import pytest

from studyguide.content.glossary import parse_glossary
from studyguide.content.source import Source


def read(text):
    return parse_glossary(Source("docs/reference/glossary.yml", text))


def problems(text):
    return [problem.text() for problem in read(text).problems]


def test_a_term_with_everything():
    glossary = read(
        "# Terms\n\n- term: Log loss\n  short: LL\n  definition: The mean\n    of something.\n"
        "  aliases: [cross-entropy]\n  see: [Calibration]\n  page: a.md\n"
    )
    (term,) = glossary.terms
    assert (term.term, term.short, term.definition, term.line) == ("Log loss", "LL", "The mean of something.", 3)
    assert (term.aliases, term.see, term.page, term.anchor) == (
        ("cross-entropy",),
        ("Calibration",),
        "a.md",
        "term-log-loss",
    )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("just words", "expected `term:` and `definition:`"),
        ("term: A", "`definition` is missing or not text; quote values such as Yes, No and numbers"),
        ("{term: No, definition: D}", "`term` is missing or not text; quote values such as Yes, No and numbers"),
        ("{term: A, definition: D, short: 5}", "`short` is not text; quote it"),
        ("{term: A, definition: D, short: }", "`short` is not text; quote it"),
        ("{term: A, definition: D, see: B}", "`see` must be a list of texts; quote them"),
        ("{term: A, definition: D, see: 5}", "`see` must be a list of texts; quote them"),
        ("{term: A, definition: D, aliases: [1]}", "`aliases` must be a list of texts; quote them"),
        ("{term: A, defn: D}", 'unknown field "defn"; fields are aliases, definition, page, see, short, term'),
    ],
)
def test_an_entry_of_the_wrong_form_keeps_the_others(entry, message):
    text = f"- term: First\n  definition: D\n- {entry}\n- term: Last\n  definition: D\n"
    assert [term.term for term in read(text).terms] == ["First", "Last"]
    assert problems(text) == [f"docs/reference/glossary.yml:3:1: [glossary] {message}"]


@pytest.mark.parametrize("text", ["", "term: A\n", "# nothing\n"])
def test_a_file_that_is_no_list(text):
    assert problems(text) == ["docs/reference/glossary.yml:1:1: [glossary] expected a list of `- term: …` entries"]


def test_broken_yaml_is_told_with_its_place():
    assert problems("- term: A: b\n") == [
        "docs/reference/glossary.yml:1:10: [glossary] YAML: mapping values are not allowed here; mend the syntax"
    ]


def test_a_date_that_does_not_exist():
    assert problems("- term: 2026-02-30\n  definition: D\n") == [
        "docs/reference/glossary.yml:1:1: [glossary] YAML: not valid YAML; mend the syntax"
    ]


def test_a_missing_file_is_an_empty_glossary(small_site):
    assert small_site({}).glossary.terms == ()
