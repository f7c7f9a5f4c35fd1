"""What is cited is in the bibliography, and the page has a place for its sources."""

RULE = "citations"
BIBLIOGRAPHY = {"docs/reference/bibliography.bib": "@misc{he2014practical,\n  title = {T}\n}\n"}


def page(text):
    return {**BIBLIOGRAPHY, "docs/page.md": text}


def test_a_known_key_on_a_page_with_sources(found):
    assert found(page("NE is lower [@he2014practical, section 6].\n\n## Sources\n")) == []


def test_a_misspelled_key_gets_the_nearest_one(found):
    assert found(page("One. [@he2014practicl]\n\n## Sources\n")) == [
        'docs/page.md:1:7: [citations] "he2014practicl" is not in docs/reference/bibliography.bib; '
        'did you mean "he2014practical"?'
    ]


def test_each_key_of_a_group_is_looked_up(found):
    assert found(page("One. [@he2014practical; @zzz]\n\n## Sources\n")) == [
        'docs/page.md:1:25: [citations] "zzz" is not in docs/reference/bibliography.bib; add the entry, or mend the key'
    ]


def test_a_key_inside_an_estimate_is_looked_up(found):
    estimate = '```estimate {#a title="T"}\nx = 1 | Share [published: he2015practical]\n```\n\n## Sources\n'
    assert found(page(estimate)) == [
        'docs/page.md:2:27: [citations] "he2015practical" is not in docs/reference/bibliography.bib; '
        'did you mean "he2014practical"?'
    ]


def test_a_page_that_cites_needs_the_section_sources(found):
    assert found(page("One.\n\nTwo [@he2014practical].\n")) == [
        'docs/page.md:3:6: [citations] the page cites sources but has no "## Sources" section; '
        "add the heading at the end"
    ]


def test_citations_in_code_are_examples(found):
    assert found(page("Write `[@nobody]`.\n\n```markdown\n[@nobody]\n```\n")) == []
