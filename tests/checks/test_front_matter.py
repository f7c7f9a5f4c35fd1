"""The fields at the top of a page: present, of the right kind, spelled right."""

import pytest

from studyguide.content.case_study import CONTRAST_FIELDS

from ..small_site import DESCRIPTION, chapter

RULE = "front-matter"
CASE = {
    "prompt": "Design the system that predicts clicks.",
    "difficulty": "senior",
    "minutes": 45,
    "aliases": "[CTR]",
    "only_here": "The score is a factor of the price.",
} | dict.fromkeys(CONTRAST_FIELDS, "some words")


def test_a_title_and_a_description_are_enough(found):
    assert found(chapter("")) == []


def test_a_page_without_front_matter(found):
    assert found("Text.\n") == [
        "docs/page.md:1:1: [front-matter] `description` is missing; "
        "add `description: …` (text of 50 to 160 characters)",
        "docs/page.md:1:1: [front-matter] `title` is missing; add `title: …` (text of 3 to 80 characters)",
    ]


def test_an_unknown_field_gets_the_nearest_one(found):
    assert found(chapter("", stauts="outline")) == [
        'docs/page.md:4:1: [front-matter] unknown field `stauts`; did you mean "status"?'
    ]


def test_an_unknown_field_like_no_other_gets_the_list(found):
    assert found(chapter("", zzz="1")) == [
        "docs/page.md:4:1: [front-matter] unknown field `zzz`; fields of this page are "
        "aliases, description, diagrams, hide, reviewed, status, template, title"
    ]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("title", "2026", "`title` must be text of 3 to 80 characters"),
        ("title", "AB", "`title` must be text of 3 to 80 characters; it has 2"),
        ("description", "Short.", "`description` must be text of 50 to 160 characters; it has 6"),
        ("aliases", "CTR", "`aliases` must be a list of texts such as [CTR, click-through rate]"),
        ("aliases", "[]", "`aliases` must be a list of texts such as [CTR, click-through rate]"),
        ("status", "finished", "`status` must be one of: draft, outline"),
        ("reviewed", "yesterday", "`reviewed` must be a date such as 2026-11-20"),
    ],
)
def test_a_value_of_the_wrong_kind(found, field, value, message):
    (problem,) = found(chapter("", **{field: value}))
    assert problem.endswith(f": [front-matter] {message}")


def test_a_case_study_has_fields_of_its_own(found):
    assert found({"docs/case-studies/ads.md": chapter("", **CASE)}) == []
    problems = found({"docs/case-studies/ads.md": chapter("", **(CASE | {"minutes": "true", "label": None}))})
    assert problems == [
        "docs/case-studies/ads.md:1:1: [front-matter] `label` is missing; add `label: …` (text of 3 to 120 characters)",
        "docs/case-studies/ads.md:6:1: [front-matter] `minutes` must be a whole number from 30 to 90",
    ]


def test_an_outline_has_its_fields_all_the_same(found):
    assert found({"docs/concepts/ann.md": chapter("", status="outline")}) == [
        "docs/concepts/ann.md:1:1: [front-matter] `aliases` is missing; add `aliases: …` "
        "(a list of texts such as [CTR, click-through rate])"
    ]


def test_a_framework_step_is_one_of_seven(found):
    assert found({"docs/framework/data.md": chapter("", step=8)}) == [
        "docs/framework/data.md:4:1: [front-matter] `step` must be a whole number from 1 to 7"
    ]


def test_broken_yaml_is_told_with_its_place(found):
    assert found(f"---\ntitle: Ads: clicks\ndescription: {DESCRIPTION}\n---\n") == [
        "docs/page.md:2:11: [front-matter] YAML: mapping values are not allowed here; "
        "quote values that contain `: ` or start with a symbol"
    ]
