"""What can be known of a Mermaid diagram from its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.diagrams.source import accessible_title, read_diagram


def nodes(body):
    return sorted(read_diagram(f"flowchart TB\n{body}\n").nodes)


def test_kind_direction_title_and_description():
    diagram = read_diagram("flowchart LR\n  accTitle: A path\n  accDescr: From a to b.\n  a --> b\n")
    assert (diagram.kind, diagram.direction, diagram.title, diagram.description) == (
        "flowchart",
        "LR",
        "A path",
        "From a to b.",
    )


def test_a_description_of_several_lines():
    assert read_diagram("flowchart TB\n  accDescr {\n    From a\n    to b.\n  }\n").description == "From a to b."


def test_comments_and_configuration_before_the_kind():
    diagram = read_diagram("---\ntitle: x\n---\n%% flowchart LR\nsequenceDiagram\n  A->>B: ask\n")
    assert (diagram.kind, diagram.nodes) == ("sequenceDiagram", frozenset())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a --> b", ["a", "b"]),
        ("a[One] -->|yes, --> no| b(Two)", ["a", "b"]),
        ("a -- some text --> b", ["a", "b"]),
        ("a & b --> c & d", ["a", "b", "c", "d"]),
        ("a --> b --> c; d --> e", ["a", "b", "c", "d", "e"]),
        ('a["x --> y"] -.-> b[(Store)]', ["a", "b"]),
        ("a{{Model}} ==> b[/Stream/]", ["a", "b"]),
        ("a --- b ~~~ c", ["a", "b", "c"]),
        ("foo--bar\nfoo --o bar", ["bar", "foo"]),
        ("ad-log --> ad-server", ["ad-log", "ad-server"]),
        ("1 --> 2", ["1", "2"]),
        ("a:::wide --> b\nclassDef wide stroke-width:2px\nclass b wide", ["a", "b"]),
        ("subgraph s[Online]\n  direction TB\n  a --> b\nend", ["a", "b"]),
        ("%% x --> y\na --> b", ["a", "b"]),
        ("a --> b %% c", ["a", "b"]),
        ("accTitle: c --> d\naccDescr: e --> f\na --> b", ["a", "b"]),
        ("a", ["a"]),
        ("", []),
    ],
)
def test_nodes_of_a_flowchart(body, expected):
    assert nodes(body) == expected


def test_colors_are_found_where_they_stand():
    source = "flowchart TB\n  style a fill:#abc,stroke:blue\n"
    colors = read_diagram(source).colors
    assert [color for color, _ in colors] == ["#abc", "stroke:blue"]
    assert all(source.startswith(color, offset) for color, offset in colors)


@pytest.mark.parametrize("line", ["a[#1 of 3]", "style a fill:var(--x)", "accTitle: Case #123", 'a["#fff"]'])
def test_what_is_no_color(line):
    assert read_diagram(f"flowchart TB\n  {line}\n").colors == ()


def test_the_title_alone():
    assert (accessible_title("  accTitle:  A path \n"), accessible_title("a")) == ("A path", "")


@given(st.text(alphabet="flowchart TBab-=.>|[](){}&;%:\"'#\n", max_size=100))
def test_no_source_raises(text):
    read_diagram(f"flowchart TB\n{text}")
    read_diagram(text)
