"""The BibTeX file as references."""

import pytest

from studyguide.content.bibliography import parse_bibliography
from studyguide.content.source import Source

GOOD = "@article{good,\n  author = {He, Xinran},\n  title = {T},\n  year = {2014},\n}\n"


def read(text):
    return parse_bibliography(Source("docs/reference/bibliography.bib", text))


def only(fields, kind="article"):
    bibliography = read(f"@{kind}{{key,\n  {fields}\n}}\n")
    assert bibliography.problems == ()
    return bibliography.references["key"]


def problems(text):
    return [problem.text().partition(".bib:")[2] for problem in read(text).problems]


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        ("He, Xinran", "He, X."),
        ("Xinran He", "He, X."),
        (r"Bottou, L{\'e}on and Qui{\~n}onero-Candela, Joaquin", "Bottou, L. and Quiñonero-Candela, J."),
        (r"M{\"u}ller, \'Emile", "Müller, É."),
        ("{Kaggle Inc}", "Kaggle Inc"),
        ("van den Berg, Rianne", "van den Berg, R."),
        ("A, B. and C, D. and E, F.", "A, B., C, D. and E, F."),
        ("A, B. and C, D. and E, F. and G, H.", "A, B. et al."),
        ("A, B. and others", "A, B. et al."),
    ],
)
def test_authors_as_they_are_shown(author, shown):
    assert only(f"author = {{{author}}}").short_authors == shown


def test_latex_becomes_plain_text():
    assert only('title = {{LiRank}: {\\"U}ber Ranking --\n  and   more}').title == "LiRank: Über Ranking – and more"


def test_a_command_that_has_no_plain_form():
    assert problems("@article{key,\n  title = {A \\emph{bold} claim}\n}\n") == [
        '1:1: [bibliography] entry "key" has LaTeX that cannot be read: '
        "title keeps a backslash; look for unbalanced braces and for commands other than accents"
    ]


@pytest.mark.parametrize(
    ("fields", "address", "identifier"),
    [
        ("doi = {10.1/a}, eprint = {1}, url = {https://b}", "https://doi.org/10.1/a", "doi:10.1/a"),
        ("eprint = {1706.04599}, url = {https://b}", "https://arxiv.org/abs/1706.04599", "arXiv:1706.04599"),
        ("url = {https://b}", "https://b", ""),
        ("title = {T}", "", ""),
    ],
)
def test_a_doi_before_arxiv_before_an_address(fields, address, identifier):
    reference = only(fields)
    assert (reference.address, reference.identifier) == (address, identifier)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("@article{bad,\n  title = {open,\n}\n", 'entry "bad" cannot be read: premature end of file'),
        ("@article{bad\n  title = {T}\n}\n", 'entry "bad" cannot be read: a comma is missing after the key'),
        ("@article{bad,\n  title {T}\n}\n", """entry "bad" cannot be read: '=' expected"""),
        ("@article{bad,\n  month = nvoember\n}\n", 'entry "bad" cannot be read: undefined string: nvoember'),
        ("@article{bad,\n  title = {A},\n  title = {B}\n}\n", 'entry "bad" cannot be read: entry with key bad has'),
        (
            "@article{bad,\n  author = {A, B, C, D}\n}\n",
            """entry "bad" cannot be read: Too many commas in 'A, B, C, D'""",
        ),
    ],
)
def test_a_broken_entry_keeps_the_others_and_the_right_line(broken, message):
    text = GOOD + broken + GOOD.replace("good", "after")
    assert list(read(text).references) == ["good", "after"]
    (problem,) = problems(text)
    assert problem.startswith(f"6:1: [bibliography] {message}")


def test_an_entry_that_stands_twice():
    assert problems(GOOD + GOOD) == ['6:1: [bibliography] entry "good" stands twice (first on line 1); delete one']


def test_comments_and_words_between_entries_are_no_entries():
    bibliography = read(f"@comment{{a, b}}\nwords\n{GOOD}@preamble{{x}}\n")
    assert (list(bibliography.references), bibliography.problems) == (["good"], ())


def test_an_entry_without_a_key():
    assert problems("@article{\n  title = {T}\n}\n") != []


def test_a_file_that_is_not_utf8(small_site):
    site = small_site({"docs/reference/bibliography.bib": GOOD.encode() + b"% caf\xe9\n"})
    assert list(site.bibliography.references) == ["good"]
    assert [problem.text() for problem in site.bibliography.problems] == [
        "docs/reference/bibliography.bib:6:6: [encoding] byte 0xe9 is not UTF-8; save the file as UTF-8"
    ]


def test_a_missing_file_is_an_empty_bibliography(small_site):
    assert small_site({}).bibliography.references == {}
