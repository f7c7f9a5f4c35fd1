"""A page as a value."""

import pytest

from studyguide.content.page import Page, count_words
from studyguide.content.source import Source


def page(text, docs_path="a.md"):
    return Page(docs_path, Source(f"docs/{docs_path}", text))


@pytest.mark.parametrize(
    ("docs_path", "matter", "kind"),
    [
        ("case-studies/ads.md", "", "case-study"),
        ("case-studies/index.md", "", "page"),
        ("framework/data.md", "step: 3\n", "framework-step"),
        ("framework/clock.md", "", "page"),
        ("concepts/ann.md", "", "concept"),
        ("index.md", "", "page"),
    ],
)
def test_the_kind_follows_from_the_folder(docs_path, matter, kind):
    assert page(f"---\ntitle: A\n{matter}---\n", docs_path).kind == kind


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[@a]", ["a"]),
        ("[@a; @b,  section 6]", ["a", "b"]),
        ("[@a, table 2; @b]", ["a", "b"]),
        ("[@a:b.c-d_e]", ["a:b.c-d_e"]),
        ("[@a](b.md)", []),
        (r"\[@a]", []),
        ("[see @a]", []),
        ("mail@example.com", []),
        ("`[@a]` $[@b]$ <!-- [@c] -->", []),
        ("[@a\n]", []),
        ("[@a,\nsection 6]", ["a"]),
    ],
)
def test_citations(text, keys):
    assert [citation.key for citation in page(text).citations] == keys


def test_sources_of_estimates_are_cited_in_their_place():
    text = "[@a]\n\n```estimate {#x}\ny = 1 | Share [published: b]\n```\n\n[@c]\n"
    assert [citation.key for citation in page(text).all_citations] == ["a", "b", "c"]
    assert [text[c.offset :].split()[0] for c in page(text).all_citations] == ["@a]", "b]", "@c]"]


def test_generated_blocks():
    text = "<!-- generate: glossary -->\n\n```\n<!-- generate: no -->\n```\n"
    assert page(text).generated == [("glossary", 15)]


def test_anchors_of_headings_ids_estimates_and_sources():
    text = '## One\n\n<div id="two"></div>\n\n```estimate {#three}\n```\n\n[@four]\n'
    assert page(text).anchors == {"one", "two", "three", "source-four"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two, three.", 3),
        ("don’t well-known 86,800 1.5", 4),
        ("A [link text](some/long_(target).md) here", 4),
        ("<span class='a b'>one</span> {#id .class} two", 2),
        ("---\n***\n| a | b |\n", 2),
        ("größe 日本", 2),
    ],
)
def test_words_are_what_is_read(text, words):
    assert count_words(text) == words


def test_words_of_a_page_leave_out_blocks():
    details = "<details>\n<summary>Q?</summary>\n\na b\n\n</details>\n"
    text = f"---\ntitle: A b c\n---\none `two` $x y$\n\n```\na b\n```\n{details}"
    assert page(text).words == 1
    assert page(text).reading_minutes == 1


def test_a_section_by_its_title():
    text = "## One\n\nA.\n\n### Part\n\nB.\n\n## Two\nC.\n"
    assert page(text).section("One") == "\nA.\n\n### Part\n\nB.\n\n"
    assert (page(text).section("Two"), page(text).section("Three")) == ("C.\n", "")
