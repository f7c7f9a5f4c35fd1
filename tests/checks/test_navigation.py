"""Every page can be reached from the navigation, once."""

RULE = "navigation"
NAV = "nav:\n  - Home: index.md\n"


def test_every_page_once(found):
    assert found({"mkdocs.yml": NAV + "  - Part:\n      - a.md\n", "docs/a.md": "", "docs/404.md": ""}) == []


def test_a_page_that_is_not_in_the_navigation(found):
    assert found({"mkdocs.yml": NAV, "docs/a.md": ""}) == [
        "docs/a.md:1:1: [navigation] the page is not in the navigation; add `- a.md` to `nav:` in mkdocs.yml"
    ]


def test_an_entry_that_stands_twice(found):
    assert found({"mkdocs.yml": NAV + "  - Again: index.md\n"}) == [
        'mkdocs.yml:3:12: [navigation] "index.md" stands twice (first on line 2); delete one'
    ]


def test_an_entry_that_leads_nowhere(found):
    assert found({"mkdocs.yml": NAV + "  - indx.md\n"}) == [
        'mkdocs.yml:3:5: [navigation] "indx.md" does not exist below docs/; did you mean "index.md"?'
    ]


def test_addresses_may_stand_in_the_navigation(found):
    assert found({"mkdocs.yml": NAV + "  - Code: https://example.com\n"}) == []


def test_broken_configuration(found):
    assert found({"mkdocs.yml": "nav:\n  - [\n"}) == [
        "mkdocs.yml:3:1: [navigation] YAML: expected the node content, but found '<stream end>'; mend the syntax"
    ]


def test_configuration_that_is_not_utf8(found):
    assert found({"mkdocs.yml": b"site_name: caf\xe9\n"}) == [
        "mkdocs.yml:1:15: [encoding] byte 0xe9 is not UTF-8; save the file as UTF-8"
    ]
