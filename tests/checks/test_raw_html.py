"""Raw HTML is limited to a short list of elements, without styles, scripts or event handlers."""

import pytest

RULE = "raw-html"
ALLOWED = "br, details, div, kbd, section, span, sub, summary, sup"


def test_the_short_list(found):
    assert found("H<sub>2</sub>O<br/> <kbd>Ctrl</kbd> if a < b > c, and `<script>`.\n") == []


@pytest.mark.parametrize("name", ["script", "iframe", "img", "style", "svg", "a"])
def test_other_elements(found, name):
    assert found(f"Text <{name}>\n") == [
        f"docs/page.md:1:6: [raw-html] <{name}> is not allowed; write Markdown (allowed: {ALLOWED})"
    ]


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [
        ('<div style="color: red">', "style"),
        ("<div onclick=x>", "onclick"),
        ("<div\nonclick=x>", "onclick"),
        ("<div/onclick=x>", "onclick"),
        ("<div class='a'onclick=x>", "onclick"),
        ("<div title='>' onclick=x>", "onclick"),
        ("<DIV OnClick=x>", "OnClick"),
    ],
)
def test_an_attribute_that_runs_or_styles(found, tag, attribute):
    assert found(f"{tag}\n") == [f"docs/page.md:1:1: [raw-html] the attribute `{attribute}` is not allowed; delete it"]


def test_an_address_that_runs(found):
    assert found('<div data-to="javascript:x">\n') == [
        "docs/page.md:1:1: [raw-html] only https addresses are allowed in raw HTML"
    ]


def test_a_block_that_is_never_closed(found):
    assert found("Text.\n\n<details>\n<summary>Why?</summary>\n") == [
        "docs/page.md:3:1: [raw-html] 1 <details> are opened and 0 closed; add what is missing"
    ]
