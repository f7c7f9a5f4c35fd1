"""Running rules over a site."""

import pytest

from studyguide import checks
from studyguide.checks import UnknownRule


def test_problems_are_sorted_by_place_and_counted(small_site):
    root = small_site({"docs/b.md": "# B\n", "docs/a.md": "Text.\n\n# A\n"}).root
    result = checks.run(root, rules=["headings", "fences"])
    assert [(problem.path, problem.line) for problem in result.problems] == [("docs/a.md", 3), ("docs/b.md", 1)]
    assert (result.pages, result.rules, result.fixed) == (3, 2, [])


def test_only_what_was_asked_for_is_reported(small_site):
    root = small_site({"docs/b.md": "# B\n", "docs/part/a.md": "# A\n"}).root
    result = checks.run(root, [root / "docs/part"], ["headings"])
    assert [problem.path for problem in result.problems] == ["docs/part/a.md"]


def test_a_link_to_a_page_that_was_not_asked_for_is_no_problem(small_site):
    root = small_site({"docs/a.md": "[b](b.md)\n", "docs/b.md": ""}).root
    assert checks.run(root, [root / "docs/a.md"], ["links"]).problems == []


def test_the_same_problem_is_told_once(small_site):
    site = small_site({"docs/a.md": "# A\n"})
    assert len(checks.find_problems(site, ["headings", "headings"])) == 1


def test_an_unknown_rule_gets_the_nearest_one(small_site):
    with pytest.raises(UnknownRule, match=r'^there is no rule "link"; did you mean "links"\?$'):
        checks.run(small_site({}).root, rules=["link"])


def test_an_unknown_rule_like_no_other_gets_the_list(small_site):
    with pytest.raises(UnknownRule, match=r'^there is no rule "zzzzzz"; the rules are bibliography, citations, '):
        checks.run(small_site({}).root, rules=["zzzzzz"])


def test_a_clean_site_passes_every_rule(small_site):
    assert checks.run(small_site({}).root).problems == []
