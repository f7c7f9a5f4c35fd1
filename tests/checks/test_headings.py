"""Headings form an outline."""

RULE = "headings"


def test_an_outline(found):
    assert found("## One\n\n### Part\n\n## Two\n\n### Part\n") == []


def test_a_first_level_heading(found):
    assert found("# Title\n") == [
        "docs/page.md:1:1: [headings] a page has no # heading; its title comes from the front matter. Use ##"
    ]


def test_a_skipped_level(found):
    assert found("## One\n\n#### Deep\n") == ["docs/page.md:3:1: [headings] the level jumps from 2 to 4; use ###"]


def test_an_empty_heading(found):
    assert found("## \n") == ["docs/page.md:1:1: [headings] the heading is empty; give it words or delete it"]


def test_two_sections_of_one_name(found):
    assert found("## Same\n\n## Same\n") == ['docs/page.md:1:1: [headings] two sections are called "Same"; rename one']


def test_an_id_that_is_used_twice(found):
    assert found('## One {#a}\n\n<div id="a"></div>\n') == [
        'docs/page.md:3:10: [headings] the id "a" is used twice on this page (first on line 1); rename one'
    ]


def test_headings_in_code_and_comments_are_none(found):
    assert found("```\n# x\n```\n\n<!--\n# y\n-->\n") == []
