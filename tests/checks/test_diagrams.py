"""Diagrams say in words what they show, have a caption, and are small enough."""

import pytest

RULE = "diagrams"
WORDS = "  accTitle: Request path\n  accDescr: A request goes to the ranker, which calls the model.\n"


def page(body="  a --> b\n", words=WORDS, head="flowchart TB", after="\n\nFigure: One request.\n"):
    return f"```mermaid\n{head}\n{words}{body}```{after}"


def test_a_described_diagram_with_a_caption(found):
    assert found(page()) == []


def test_a_diagram_without_words(found):
    assert found(page(words="")) == [
        "docs/page.md:1:1: [diagrams] the diagram has no description for screen readers; add a line `accDescr: …`",
        "docs/page.md:1:1: [diagrams] the diagram has no title for screen readers; add a line `accTitle: …`",
    ]


def test_a_description_that_describes_nothing(found):
    assert found(page(words="  accTitle: Path\n  accDescr: A picture.\n")) == [
        "docs/page.md:1:1: [diagrams] accDescr has 10 characters; say in words what the picture says"
    ]


def test_a_diagram_without_a_caption(found):
    assert found(page(after="\n\nAnd so on.\n")) == [
        "docs/page.md:1:1: [diagrams] the diagram has no caption; add a paragraph after it that begins with `Figure: `"
    ]


def test_a_caption_glued_to_its_diagram(found):
    assert found(page(after="\nFigure: Glued.\n")) == [
        "docs/page.md:1:1: [diagrams] leave one blank line between the diagram and its caption"
    ]


def test_more_nodes_than_fit_on_a_board(found):
    chain = "".join(f"  n{number} --> n{number + 1}\n" for number in range(14))
    assert found(page(chain)) == [
        "docs/page.md:1:1: [diagrams] the diagram has 15 nodes; at most 14 can be drawn on a board. Split it"
    ]
    assert found(page(chain.replace("  n13 --> n14\n", ""))) == []


def test_a_long_row_is_unreadable_on_a_phone(found):
    assert found(page("  a --> b --> c --> d --> e --> f\n", head="flowchart LR")) == [
        "docs/page.md:1:1: [diagrams] 6 nodes from left to right are unreadable on a phone; write `flowchart TB`"
    ]


@pytest.mark.parametrize(
    ("line", "color", "column"),
    [
        ("  style a fill:#ff0000\n", "#ff0000", 16),
        ("  classDef hot stroke:rgb(1, 2, 3)\n", "rgb(1, 2, 3)", 23),
        ("  style a fill:red\n", "fill:red", 11),
    ],
)
def test_a_literal_color_is_named_where_it_stands(found, line, color, column):
    problems = found(page(f"  a --> b\n{line}"))
    expected = f'docs/page.md:6:{column}: [diagrams] the literal color "{color}" ignores dark mode and print; delete it'
    assert expected in problems


def test_a_hash_in_a_label_is_no_color(found):
    assert found(page('  a["Case #123 and #fff"] --> b\n')) == []
