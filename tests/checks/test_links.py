"""Links within the guide lead somewhere."""

import pytest

RULE = "links"
OTHER = {"docs/framework/data.md": "## Labels and negatives\n", "docs/assets/a b.svg": "<svg/>"}


def page(text):
    return {**OTHER, "docs/page.md": text}


@pytest.mark.parametrize(
    "link",
    [
        "[x](framework/data.md)",
        "[x](framework/data.md#labels-and-negatives)",
        "[x](./framework/../framework/data.md)",
        "[x](#here)\n\n## Here",
        "[x](assets/a%20b.svg)",
        "[x](https://example.com/a_(b))",
        "[x](mailto:a@example.com)",
        "[x][y]\n\n[y]: framework/data.md",
        "[x](#fig-1)\n\n```mermaid\nflowchart TB\n```",
        "`[x](nowhere.md)`",
        "<!-- [x](nowhere.md) -->",
        "$f[x](y)$",
    ],
)
def test_links_that_lead_somewhere(found, link):
    assert found(page(link + "\n")) == []


@pytest.mark.parametrize(
    ("link", "column", "message"),
    [
        (
            "[x](framework/dat.md)",
            5,
            '"framework/dat.md" does not exist (looked for docs/framework/dat.md); did you mean "framework/data.md"?',
        ),
        (
            "[x](framework/data)",
            5,
            '"framework/data" does not exist (looked for docs/framework/data); did you mean "framework/data.md"?',
        ),
        (
            "[x](framework/data.md#labels-negatives)",
            5,
            'there is no "#labels-negatives" on framework/data.md; did you mean "labels-and-negatives"?',
        ),
        ("[x](#nowhere)", 5, 'there is no "#nowhere" on page.md'),
        (
            "[x](/framework/data.md)",
            5,
            '"/framework/data.md" is absolute and breaks where the guide is not at the root; write a relative path',
        ),
        ("[x](../README.md)", 5, '"../README.md" leads out of docs/; link to the repository with its https address'),
        ("[x](assets/a b.svg)", 5, 'the target "assets/a b.svg" has a space; rename the file, or write %20'),
        ("[x]()", 5, "the link has no target; write [text](page.md)"),
        ("[x](//example.com)", 5, '"//example.com" has no scheme; write https:'),
        ("[x](javascript:alert)", 5, '"javascript:alert" is not a web address; write https://…'),
        ("[x](file:///etc/passwd)", 5, '"file:///etc/passwd" is not a web address; write https://…'),
        (
            '<a href="framework/data.md">x</a>',
            10,
            "a link in raw HTML is not rewritten when the site is built; write it in Markdown",
        ),
        ('<a href="there">x</a>', 10, '"there" in raw HTML cannot be checked; write it in Markdown'),
        ("[y]: nowhere.md", 6, '"nowhere.md" does not exist (looked for docs/nowhere.md)'),
    ],
)
def test_a_link_that_leads_nowhere(found, link, column, message):
    assert found(page(f"First line.\n\n{link}\n")) == [f"docs/page.md:3:{column}: [links] {message}"]


def test_links_into_generated_blocks(found):
    files = {
        "docs/reference/glossary.md": "<!-- generate: glossary -->\n",
        "docs/reference/glossary.yml": "- term: Log loss\n  definition: A number.\n",
    }
    assert found({**files, "docs/page.md": "[x](reference/glossary.md#term-log-loss)\n"}) == []
    assert found({**files, "docs/page.md": "[x](reference/glossary.md#term-log-los)\n"}) == [
        'docs/page.md:1:5: [links] there is no "#term-log-los" on reference/glossary.md; did you mean "term-log-loss"?'
    ]


def test_an_asset_of_the_configuration(found):
    assert found({"mkdocs.yml": "extra_css:\n  - assets/guide.cs\n", "docs/assets/guide.css": ""}) == [
        'mkdocs.yml:2:5: [links] "assets/guide.cs" does not exist below docs/; did you mean "assets/guide.css"?'
    ]


def test_links_into_estimates_are_left_to_their_own_rule(found):
    assert found("[5](#demo.qps)\n") == []
