"""The bibliography is complete and in use."""

RULE = "bibliography"

GOOD = """@article{he2014,
  author = {He, Xinran},
  title = {Practical Lessons},
  year = {2014},
  doi = {10.1145/1}
}
"""


def bib(text, cites="[@he2014]"):
    return {"docs/reference/bibliography.bib": text, "docs/page.md": cites}


def test_a_complete_entry_that_is_cited_is_fine(found):
    assert found(bib(GOOD)) == []


def test_an_entry_that_nobody_cites(found):
    assert found(bib(GOOD, cites="")) == [
        'docs/reference/bibliography.bib:1:1: [bibliography] "he2014" is cited nowhere; cite it or delete it'
    ]


def test_a_source_named_by_an_estimate_is_cited(found):
    estimate = '```estimate {#a title="T"}\nx = 1 | Share [published: he2014]\n```\n'
    assert found(bib(GOOD, cites=estimate)) == []


def test_everything_a_reader_needs_is_asked_for(found):
    messages = found(bib("\n@misc{he2014,\n  note = {nothing}\n}\n"))
    assert [text.partition(": [bibliography] ")[2] for text in messages] == [
        '"he2014" has no author; add `author = {…}` (an organization goes in double braces)',
        '"he2014" has no doi, eprint or url; add one, so that a reader can find it',
        '"he2014" has no title; add `title = {…}`',
        '"he2014" has the year ""; write four digits, or n.d. with `accessed`',
        '"he2014" is a web page without `accessed = {YYYY-MM-DD}`; say when it was read',
    ]
    assert all(text.startswith("docs/reference/bibliography.bib:2:1: ") for text in messages)


def test_a_web_page_without_a_date_says_when_it_was_read(found):
    entry = (
        "@misc{he2014,\n  author = {{Some Group}},\n  title = {T},\n  year = {n.d.},\n  url = {https://example.com},\n"
    )
    assert found(bib(entry + "  accessed = {2026-11-20}\n}\n")) == []


def test_an_address_that_is_not_one(found):
    assert found(bib(GOOD.replace("doi = {10.1145/1}", "url = {http://example.com/a}"))) == [
        'docs/reference/bibliography.bib:1:1: [bibliography] "he2014" leads to "http://example.com/a"; '
        "write a bare doi, an arXiv number, or an https address"
    ]


def test_two_entries_for_one_work(found):
    assert found(bib(GOOD + GOOD.replace("he2014", "he2014again"), cites="[@he2014; @he2014again]")) == [
        'docs/reference/bibliography.bib:7:1: [bibliography] "he2014again" has the same address as "he2014"; '
        "keep one of them"
    ]


def test_an_entry_that_cannot_be_read(found):
    assert found(bib(GOOD + "@article{broken,\n  title = {never closed,\n}\n")) == [
        'docs/reference/bibliography.bib:7:1: [bibliography] entry "broken" cannot be read: '
        "premature end of file; look for a missing brace or comma"
    ]
