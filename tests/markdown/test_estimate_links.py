"""Links into estimates."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from studyguide.markdown import estimate_fence, estimate_links

BLOCK = """
```estimate {#ads title="T"}
qps = 86.8k request/s | Requests
choose where = "one host" if qps < 1M request/s; else "many" | Hosts
```
"""


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    messages: list[str] = []
    monkeypatch.setattr(estimate_fence, "report", messages.append)
    monkeypatch.setattr(estimate_links, "report", messages.append)
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
        extensions=["attr_list", "pymdownx.superfences", "studyguide.markdown.estimate_links"],
        extension_configs={"pymdownx.superfences": {"custom_fences": fences}},
    )


@pytest.mark.parametrize(
    "link",
    [
        "[87 thousand](#ads.qps)",
        "[*86.8k* requests `per` second](#ads.qps)",
        "[One host](#ads.where)",
        "[one host](#ads.where){ .special }",
    ],
)
def test_right_links_are_marked(reported: list[str], link: str) -> None:
    html = converter().convert(f"{link}\n{BLOCK}")
    assert "estimate-link" in html.split("<form")[0]
    assert reported == []


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("[86k](#ads.qps)", 'link #ads.qps: "86k" does not agree: qps is 86.8k request/s'),
        ("[many](#ads.where)", 'where is "one host"'),
        ("[86.8k](#ads.qsp)", 'estimate ads has no row "qsp"; did you mean "qps"?'),
    ],
)
def test_wrong_links_are_reported(reported: list[str], link: str, message: str) -> None:
    converter().convert(f"{BLOCK}\n{link}\n")
    assert len(reported) == 1
    assert message in reported[0]


@pytest.mark.parametrize(
    ("link", "marked"),
    [
        ("[1 core](other.md#eta.cores)", True),
        ("[1 core](../case-studies/other.md#eta.cores)", True),
        ("[0.06](#exp-calibration.mean)", False),
        ("[a](https://example.com/x#ads.qps)", False),
        ("[a](#ads)", False),
        ("[a](#section)", False),
    ],
)
def test_other_links_are_left_to_others(reported: list[str], link: str, marked: bool) -> None:
    html = converter().convert(f"{BLOCK}\n{link}\n")
    assert ("estimate-link" in html) is marked
    assert reported == []


def test_a_broken_block_is_reported_once(reported: list[str]) -> None:
    converter().convert(f"{BLOCK.replace('request/s |', 'requests |')}\n[1k](#ads.qps)\n")
    assert len(reported) == 1


def test_rows_are_anchors_to_mkdocs_and_leave_no_trace(reported: list[str]) -> None:
    seen: set[str] = set()

    class LikeMkDocs(Treeprocessor):
        """Collects ids where MkDocs does, at priority 5."""

        def run(self, root: Element) -> None:
            seen.update(identifier for element in root.iter() if (identifier := element.get("id")))

    md = converter()
    md.treeprocessors.register(LikeMkDocs(md), "mkdocs_extract_anchors", 5)
    html = md.convert(BLOCK)
    assert seen == {"ads", "ads.qps", "ads.where"}
    assert "guide-estimate-anchors" not in html


def test_mkdocs_itself_finds_the_rows(reported: list[str], tmp_path: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    pages = tmp_path / "docs"
    pages.mkdir()
    (pages / "index.md").write_text(f"# A\n\n[87k](#ads.qps), [b](b.md#ads.qps)\n{BLOCK}", encoding="utf-8")
    (pages / "b.md").write_text(f"# B\n\n[87k](index.md#ads.qps)\n{BLOCK}", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        """\
site_name: Test
strict: true
theme: mkdocs
plugins: []
validation: {anchors: warn}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: estimate
          class: estimate
          format: !!python/name:studyguide.markdown.estimate_fence.fence
          validator: !!python/name:studyguide.markdown.estimate_fence.validator
  - studyguide.markdown.estimate_links
""",
        encoding="utf-8",
    )
    # A strict build raises at the first warning.
    build(load_config(str(tmp_path / "mkdocs.yml")))
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert page.count('id="ads.qps"') == 1
    assert 'class="estimate-link" href="b/#ads.qps"' in page or 'href="b/#ads.qps" class="estimate-link"' in page


def test_reset_forgets_the_page_before(reported: list[str]) -> None:
    md = converter()
    md.convert(BLOCK)
    md.reset()
    md.convert(BLOCK)
    assert reported == []
