"""The estimate fence: what a page gets, and what is reported."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from markdown import Markdown

from studyguide.markdown import estimate_fence

HEADER = '{#ads title="Serving"}'
BLOCK = """\
# Traffic & more
dau = 200M user | Daily <active> users [published: he2014practical, section 6]
rate = 15 request/user/day | Requests per user
qps = dau * rate -> request/s ≈ 34.7k | Mean requests
choose where = "here" if qps < 10k request/s; else "there & back" | Place
assert qps > 1 request/s | busy
"""


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    messages: list[str] = []
    monkeypatch.setattr(estimate_fence, "report", messages.append)
    return messages


def converter() -> Markdown:
    fences = [
        {
            "name": "estimate",
            "class": "estimate",
            "format": estimate_fence.fence,
            "validator": estimate_fence.validator,
        }
    ]
    return Markdown(
        extensions=["attr_list", "pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": fences}},
    )


def convert(block: str, header: str = HEADER, md: Markdown | None = None) -> str:
    return (md or converter()).convert(f"```estimate {header}\n{block}```\n")


class Elements(HTMLParser):
    """Collects start tags with their attributes, and insists on balance."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in {"input", "wbr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_a_block_becomes_a_form_with_a_captioned_table(reported: list[str]) -> None:
    html = convert(BLOCK)
    elements = Elements(html)
    assert reported == []
    [form] = elements.all("form")
    assert (form["id"], form["class"], form["autocomplete"]) == ("ads", "estimate", "off")
    assert "<caption>Serving</caption>" in html
    rows = [row["id"] for row in elements.all("tr") if "id" in row]
    assert rows == ["ads.dau", "ads.rate", "ads.qps", "ads.where", "ads.check-6"]
    assert [head["scope"] for head in elements.all("th")] == ["col"] * 4 + ["rowgroup"] + ["row"] * 5


def test_every_input_and_output_is_labeled(reported: list[str]) -> None:
    elements = Elements(convert(BLOCK))
    labeled = [label["for"] for label in elements.all("label")]
    assert labeled == [field["id"] for name, field in elements.found if name in {"input", "output"}]
    identifiers = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    for field in elements.all("input"):
        assert field["aria-describedby"] in identifiers


def test_text_is_escaped(reported: list[str]) -> None:
    html = convert(BLOCK, '{#ads title="A < B & C"}')
    assert "Daily &lt;active&gt; users" in html
    assert "Traffic &amp; more" in html
    assert "there &amp; back" in html
    assert "<caption>A &lt; B &amp; C</caption>" in html


def test_trees_travel_with_units_resolved(reported: list[str]) -> None:
    outputs = Elements(convert(BLOCK)).all("output")
    assert json.loads(outputs[0]["data-tree"] or "") == ["*", "dau", "rate"]
    assert json.loads(outputs[0]["data-scales"] or "") == [[1.0, "request/s"]]
    inputs = Elements(convert(BLOCK)).all("input")
    assert [float(field["data-factor"] or "") for field in inputs] == [1.0, 1 / 86400]
    assert json.loads(outputs[2]["data-tree"] or "") == [">", "qps", 1.0]


def test_the_chosen_option_is_marked_in_words(reported: list[str]) -> None:
    html = convert(BLOCK)
    assert '<li data-option="there &amp; back"><span class="estimate-chosen">chosen: </span>' in html
    assert '<span class="estimate-chosen" hidden>chosen: </span><strong>here</strong> if ' in html


def test_citations_come_from_the_citation_extension(reported: list[str]) -> None:
    assert "published [he2014practical, section 6]" in convert(BLOCK)
    md = converter()
    md.guide_cite = lambda key, place: f"<b>{key}/{place}</b>"  # type: ignore[attr-defined]
    assert "published <b>he2014practical/section 6</b>" in convert(BLOCK, md=md)


def test_formulas_stay_out_of_the_search_index(reported: list[str]) -> None:
    from material.plugins.search.plugin import Parser

    parser = Parser()
    parser.feed(convert(BLOCK))
    parser.close()
    text = " ".join("".join(section.text) for section in parser.data)
    found = re.sub(r"<[^>]*>|\s+", " ", text)
    for searchable in ("Serving", "Traffic &amp; more", "Mean requests", "busy"):
        assert searchable in found
    for hidden in ("×", "assumed", "Quantity", "34.7k", "chosen"):
        assert hidden not in found


def test_values_are_kept_for_the_link_checker(reported: list[str]) -> None:
    md = converter()
    convert(BLOCK, md=md)
    assert list(estimate_fence.estimates_of(md)["ads"].named) == ["dau", "rate", "qps", "where"]


def test_every_mistake_is_shown_and_reported(reported: list[str]) -> None:
    html = convert("a = 5 <cores> | a\nb = 5 usr | b\n")
    assert html.count('<div class="guide-error" role="alert">') == 2
    assert "&lt;" in html
    assert "<cores>" not in html
    assert reported[0].startswith("estimate ads, line 1, column ")
    assert 'did you mean "user"' in reported[1]
    assert "<code>" not in html


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ('{title="T"}', "needs an id"),
        ('{#Ads title="T"}', "needs an id"),
        ("{#ads}", "the title is missing"),
        ('{#ads title="T" shade="red"}', 'unknown word "shade"'),
        ("", "needs an id"),
    ],
)
def test_a_wrong_header_is_reported(reported: list[str], header: str, message: str) -> None:
    html = convert(BLOCK, header)
    assert any(message in line for line in reported)
    assert "guide-error" in html


def test_an_id_is_unique_in_its_page(reported: list[str]) -> None:
    converter().convert(f"```estimate {HEADER}\n{BLOCK}```\n\n```estimate {HEADER}\n{BLOCK}```\n")
    assert reported == ["estimate ads: the id is already taken on this page"]
