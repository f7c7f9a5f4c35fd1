"""Real builds of tiny sites: what MkDocs does with our hooks, checks and extensions."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from studyguide import mkdocs_hooks
from studyguide.content.framework import STEPS

from .small_site import DESCRIPTION, ROOT, chapter

CONFIGURATION = f"""
site_name: Guide
strict: true
theme:
  name: material
  font: false
plugins: [search]
hooks: [{mkdocs_hooks.__file__}]
markdown_extensions:
  - attr_list
  - md_in_html
  - pymdownx.arithmatex: {{generic: true}}
  - studyguide.markdown.citation
  - studyguide.markdown.generated
  - studyguide.markdown.math
"""


STEPS_OF_THE_GUIDE = (ROOT / STEPS).read_text(encoding="utf-8")


@pytest.fixture
def build_site(small_site, caplog, monkeypatch):
    """Build a site of the given files as `guide build` does; returns its folder."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    caplog.set_level(logging.INFO, "mkdocs")

    def run(files) -> Path:
        root = small_site({"mkdocs.yml": CONFIGURATION, STEPS: STEPS_OF_THE_GUIDE, **files}).root
        configuration = load_config(str(root / "mkdocs.yml"))
        build(configuration)
        return root / "site"

    return run


def warnings(caplog):
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_good_site_builds(build_site, caplog):
    page = chapter("Clicks are $x$.\n", aliases="[CTR, click rate]")
    site = build_site({"docs/ads.md": page})
    assert warnings(caplog) == []
    html = (site / "ads/index.html").read_text(encoding="utf-8")
    assert "<math>" in html
    documents = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [document["tags"] for document in documents if document["location"] == "ads/"] == [["CTR", "click rate"]]


def test_a_page_that_is_not_utf8_ends_the_build_in_words(build_site, caplog):
    with pytest.raises(Abort, match=r"^A page cannot be read\. Mend it as said above; nothing was built\.$"):
        build_site({"docs/ads.md": b"---\ntitle: Ads\n---\ncaf\xe9\n"})
    assert "docs/ads.md:4:4: [encoding] byte 0xe9 is not UTF-8; save the file as UTF-8" in warnings(caplog)
    assert all(record.exc_info is None for record in caplog.records)


def test_broken_front_matter_ends_the_build_in_words(build_site, caplog):
    with pytest.raises(Abort, match="in strict mode"):
        build_site({"docs/ads.md": f"---\ntitle: Ads: clicks\ndescription: {DESCRIPTION}\n---\nText.\n"})
    (message,) = warnings(caplog)
    assert message.startswith("docs/ads.md:2:11: [front-matter] YAML: ")
    assert all(record.exc_info is None for record in caplog.records)


def test_what_an_extension_reports_ends_a_strict_build(build_site, caplog):
    with pytest.raises(Abort, match="Aborted with 1 warnings in strict mode"):
        build_site({"docs/ads.md": chapter("<!-- generate: glosary -->\n")})
    assert warnings(caplog) == ['docs/ads.md: no generated block is called "glosary"; did you mean "glossary"?']


def test_what_the_checks_have_said_is_not_said_again_by_the_extensions(build_site, caplog):
    with pytest.raises(Abort, match="in strict mode"):
        build_site({"docs/ads.md": chapter("Wrong: $\\frac{a$\n")})
    (message,) = warnings(caplog)
    assert message.startswith("docs/ads.md:6:9: [math] TeX: ")


def test_each_problem_of_each_file_is_told(build_site, caplog):
    with pytest.raises(Abort):
        build_site(
            {
                "docs/ads.md": chapter("[x](gone.md)\n"),
                "docs/feed.md": chapter("$\\zork$\n"),
                "docs/reference/glossary.yml": "- term: A: b\n",
            }
        )
    places = [message.partition(": [")[0] for message in warnings(caplog) if ": [" in message]
    assert places == ["docs/ads.md:6:5", "docs/feed.md:6:2", "docs/reference/glossary.yml:1:10"]


def test_broken_steps_are_told_and_raise_nothing(build_site, caplog):
    with pytest.raises(Abort, match="in strict mode"):
        build_site({STEPS: "steps: 5\n"})
    assert all("docs/framework/steps.yml" in message for message in warnings(caplog))


def test_a_second_build_sees_the_files_as_they_are_now(build_site, small_site, caplog):
    site = build_site({"docs/ads.md": chapter("Before.\n")})
    configuration = load_config(str(site.parent / "mkdocs.yml"))
    build(configuration)
    (site.parent / "docs/ads.md").write_text(chapter("[x](gone.md)\n"), encoding="utf-8")
    with pytest.raises(Abort):
        build(configuration)
    assert "docs/ads.md:6:5: [links]" in "\n".join(warnings(caplog))
