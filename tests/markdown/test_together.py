"""Extensions beside each other, with the guide's own settings."""

from __future__ import annotations

import logging
import re

import pytest

from studyguide.content import page
from studyguide.content.site import Site
from studyguide.content.source import Source
from studyguide.markdown import citation, context
from studyguide.markdown.context import Context
from studyguide.markdown.generators import GENERATORS

from ..small_site import ROOT
from .site_of_fixtures import converter, enter_small_site

PUBLISHED = '```estimate {{#{name} title="T"}}\nx = 1 | Share [published: {key}]\n```\n\n'


@pytest.fixture(autouse=True)
def small(tmp_path):
    return enter_small_site(tmp_path)


def test_citations_inside_estimates_are_numbered_in_the_order_of_the_page():
    text = (
        PUBLISHED.format(name="one", key="he2014")
        + "Then [@guo].\n\n"
        + PUBLISHED.format(name="two", key="guo")
        + "## Sources\n"
    )
    html = converter("citation", "estimate_links").convert(text)
    assert re.findall(r'href="#source-(\w+)" id="cite-\w+-(\d)"[^>]*>\[(\d)\]', html) == [
        ("he2014", "1", "1"),
        ("guo", "1", "2"),
        ("guo", "2", "2"),
    ]
    assert re.findall(r'<li id="source-(\w+)">', html) == ["he2014", "guo"]


def test_an_abbreviation_in_a_caption_a_citation_and_a_question_is_left_alone():
    text = (
        "```mermaid\nflowchart TB\n  a[CTR] --> b\n```\n\nFigure: The CTR.\n\n"
        '<details class="question" markdown="1">\n<summary>Why CTR?</summary>\n\nThe CTR.\n\n</details>\n'
    )
    html = converter("citation", "diagram", "glossary", "question").convert(text)
    assert html.count("<abbr") == 1
    assert '<p>The <abbr title="Click-through rate: Clicks per view.">CTR</abbr>.</p>' in html


def test_a_citation_in_a_caption():
    text = "```mermaid\nflowchart TB\n  a --> b\n```\n\nFigure: As in [@guo].\n"
    assert 'href="#source-guo"' in converter("citation", "diagram").convert(text)


def test_the_same_converter_starts_each_page_anew():
    pages = converter("citation", "diagram", "math", "glossary")
    text = "CTR [@guo] $x$\n\n```mermaid\nflowchart TB\n  a --> b\n```\n"
    assert pages.convert(text) == pages.reset().convert(text)


def test_broken_steps_are_reported_and_not_raised(small, caplog):
    (small.root / "docs/framework/steps.yml").write_text("steps: 5\n")
    context.begin(Context(Site(small.root), page="case-studies/ads.md"))
    caplog.set_level(logging.WARNING, "mkdocs.studyguide")
    html = converter("step_heading", "generated").convert("## Evaluate\n\n<!-- generate: seven-steps -->\n")
    assert '<h2 data-step="5" id="evaluate">' in html
    assert 'class="guide-error"' in html
    assert all("docs/framework/steps.yml" in record.getMessage() for record in caplog.records)
    assert caplog.records


@pytest.mark.parametrize("name", GENERATORS)
def test_every_generator_works_on_the_guide_itself(name, caplog):
    caplog.set_level(logging.WARNING, "mkdocs.studyguide")
    context.begin(Context(Site(ROOT), page="index.md"))
    html = converter("generated").convert(f"Before.\n\n<!-- generate: {name} -->\n\nAfter.\n")
    assert caplog.messages == []
    assert len(html) > len("<p>Before.</p>\n<p>After.</p>")
    assert "&lt;" not in html.replace("&lt;ads&gt;", "")


@pytest.mark.parametrize(
    ("page", "target", "directory_urls", "address"),
    [
        ("index.md", "case-studies/ads.md", True, "case-studies/ads/#x"),
        ("case-studies/ads.md", "case-studies/feed.md", True, "../feed/#x"),
        ("case-studies/ads.md", "case-studies/index.md", True, "../#x"),
        ("case-studies/index.md", "case-studies/ads.md", True, "ads/#x"),
        ("case-studies/ads.md", "index.md", True, "../../#x"),
        ("case-studies/ads.md", "case-studies/ads.md", True, "./#x"),
        ("case-studies/ads.md", "reference/glossary.md", False, "../reference/glossary.html#x"),
        ("index.md", "case-studies/ads.md", False, "case-studies/ads.html#x"),
    ],
)
def test_addresses_are_relative_to_the_page(small, page, target, directory_urls, address):
    assert Context(small, page=page, directory_urls=directory_urls).url(target, "x") == address


def test_without_a_build_the_working_directory_is_the_site(small, monkeypatch):
    monkeypatch.setattr(context._Build, "context", None)
    monkeypatch.chdir(small.root)
    assert context.current().site.root == small.root


def test_checks_and_site_see_the_same_citations():
    assert page._CITATION.pattern == r"(?<!\\)" + citation._PATTERN


@pytest.mark.parametrize(
    "text",
    [
        "$a$ and $b + c$",
        "$$a$$",
        "$$\na\n$$",
        "$a\n+ b$",
        "from $5 to $6",
        "between $5-$6",
        r"\$5 and $a$",
        r"$\$5$",
        "$ a $",
        "$$a\n\nb$$ c",
        "$a\n\nb$",
        "`$a$` $b$",
        "| $a$ | $b$ |\n|---|---|\n| $c$ | $d$ |",
    ],
)
def test_checks_and_site_see_the_same_formulas(text):
    html = converter().convert(text)
    rendered = re.findall(r'class="arithmatex">\s*\\[(\[](.*?)\\[)\]]', html, re.DOTALL)
    found = page.Page("a.md", Source("docs/a.md", text)).formulas
    assert [formula.tex.strip() for formula in found] == [tex.strip() for tex in rendered]
