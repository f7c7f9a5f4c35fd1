"""Every Mermaid block parses."""

RULE = "diagram-syntax"


def test_diagrams_of_several_kinds_parse(found):
    assert (
        found(
            "```mermaid\nflowchart TB\n  a[One] --> b[(Two)]\n```\n\n"
            "```mermaid\nsequenceDiagram\n  A->>B: ask\n```\n\n"
            "```mermaid\nstateDiagram-v2\n  [*] --> Live\n```\n"
        )
        == []
    )


def test_a_broken_line_is_named(found):
    (problem,) = found("Text.\n\n```mermaid\nflowchart TB\n  a --> b\n  c[never closed --> d\n```\n")
    assert problem.startswith("docs/page.md:6:1: [diagram-syntax] Mermaid cannot read this: ")


def test_a_word_that_is_no_diagram(found):
    (problem,) = found("```mermaid\nflowchrt TB\n  a --> b\n```\n")
    assert problem.startswith("docs/page.md:2:1: [diagram-syntax] Mermaid cannot read this: ")


def test_an_empty_diagram(found):
    (problem,) = found("```mermaid\n```\n")
    assert problem.startswith("docs/page.md:2:1: [diagram-syntax] Mermaid cannot read this: ")
