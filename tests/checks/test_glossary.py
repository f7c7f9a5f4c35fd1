"""Abbreviations are explained, and the glossary is sound."""

from studyguide.checks.glossary import KNOWN_TO_ALL

RULE = "glossary"
AUC = "- term: Area under the curve\n  short: AUC\n  definition: A number.\n"
CTR = "- term: Click-through rate\n  short: CTR\n  definition: Clicks per view.\n"


def glossary(text, page=""):
    return {"docs/reference/glossary.yml": text, "docs/page.md": page}


def test_explained_abbreviations(found):
    assert found(glossary(AUC + CTR, "CTR and AUCs, on a CPU.\n")) == []


def test_an_abbreviation_that_is_not_explained_is_told_once(found):
    assert found(glossary(AUC, "AUC and then PCTR, PCTR.\n")) == [
        'docs/page.md:1:14: [glossary] "PCTR" is not in the glossary; '
        "add it to docs/reference/glossary.yml, or write it out"
    ]


def test_a_mistyped_abbreviation_gets_the_nearest_one(found):
    (problem,) = found(glossary(CTR, "The CTTR.\n"))
    assert problem.endswith('; did you mean "CTR"?')


def test_code_links_citations_and_contributor_pages_are_not_read(found):
    page = "`QQQ` [x](QQQ.md) [@QQQ2014] $QQQ$ <span id='QQQ'></span>\n\n## A {#QQQ}\n"
    assert found({**glossary(AUC, page), "docs/contributing/a.md": "QQQ\n"}) == []


def test_two_terms_of_one_name(found):
    assert found(glossary(AUC + "- term: auc\n  definition: Again.\n")) == [
        'docs/reference/glossary.yml:4:1: [glossary] "auc" is also the name of "Area under the curve"; keep one'
    ]


def test_an_alias_is_a_name_as_well(found):
    assert found(glossary(AUC + "- term: Bee\n  definition: B.\n  aliases: [AUC]\n")) == [
        'docs/reference/glossary.yml:4:1: [glossary] "AUC" is also the name of "Area under the curve"; keep one'
    ]


def test_terms_are_sorted(found):
    assert found(glossary(CTR + AUC)) == [
        'docs/reference/glossary.yml:4:1: [glossary] "Area under the curve" is out of order; sort the terms by name'
    ]


def test_a_relative_that_does_not_exist(found):
    assert found(glossary(AUC + "- term: Bee\n  definition: B.\n  see: [Area under a curve]\n")) == [
        'docs/reference/glossary.yml:4:1: [glossary] "Bee" refers to "Area under a curve", which is not a term; '
        'did you mean "Area under the curve"?'
    ]


def test_a_page_that_does_not_exist(found):
    assert found(glossary("- term: Bee\n  definition: B.\n  page: pge.md\n")) == [
        'docs/reference/glossary.yml:1:1: [glossary] the page "pge.md" of "Bee" does not exist; did you mean "page.md"?'
    ]


def test_an_entry_of_the_wrong_form_hides_no_other(found):
    assert found(glossary(AUC + "- term: Bee\n  defintion: B.\n" + CTR, "AUC, CTR")) == [
        'docs/reference/glossary.yml:4:1: [glossary] unknown field "defintion"; '
        "fields are aliases, definition, page, see, short, term"
    ]


def test_the_list_of_what_everyone_knows_is_sorted():
    assert list(KNOWN_TO_ALL) == sorted(set(KNOWN_TO_ALL))
