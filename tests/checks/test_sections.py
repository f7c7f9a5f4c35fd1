"""Chapters of a kind have the same sections in the same order."""

from studyguide.checks.sections import REQUIRED

from ..small_site import chapter

RULE = "sections"


def case(sections, **fields):
    return {"docs/case-studies/ads.md": chapter("".join(f"## {name}\n\n" for name in sections), **fields)}


def test_a_case_study_with_all_sections(found):
    assert found(case(REQUIRED["case-study"])) == []


def test_a_missing_section(found):
    assert found(case(REQUIRED["case-study"][:-1])) == [
        'docs/case-studies/ads.md:1:1: [sections] the section "## Sources" is missing; add it'
    ]


def test_a_misnamed_section(found):
    names = [name.replace("Develop the model", "Develop a model") for name in REQUIRED["case-study"]]
    assert found(case(names)) == [
        'docs/case-studies/ads.md:1:1: [sections] the section "## Develop the model" is missing; '
        'did you mean "Develop a model"?',
        'docs/case-studies/ads.md:14:1: [sections] "Develop a model" is not a section of a case study; '
        'make it a ### heading; did you mean "Develop the model"?',
    ]


def test_a_section_in_the_wrong_place(found):
    names = list(REQUIRED["concept"])
    names[0], names[1] = names[1], names[0]
    body = "".join(f"## {name}\n\n" for name in names)
    assert found({"docs/concepts/ann.md": chapter(body)}) == [
        'docs/concepts/ann.md:8:1: [sections] "The problem it solves" stands after "The mechanism"; '
        f"the order is: {', '.join(REQUIRED['concept'])}"
    ]


def test_a_concept_may_have_more_sections(found):
    body = "".join(f"## {name}\n\n" for name in ("One more", *REQUIRED["concept"]))
    assert found({"docs/concepts/ann.md": chapter(body)}) == []


def test_outlines_are_exempt(found):
    assert found(case([], status="outline")) == []


def test_the_list_of_cases_is_no_case(found):
    assert found({"docs/case-studies/index.md": chapter("")}) == []
