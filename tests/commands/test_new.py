import argparse
from pathlib import Path

import pytest

from studyguide.commands import new
from studyguide.commands._navigation import NavigationError, add_page
from studyguide.failure import Failure

CONFIGURATION = """\
site_url: !ENV [GUIDE_SITE_URL, "https://example.org/"]
nav:
  - Home: index.md
  # Cases are in order of difficulty.
  - Case studies:
      - case-studies/index.md   # the cards
      - Ad click prediction: case-studies/ad-click-prediction.md

  - Reference:
      - reference/index.md
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:studyguide.markdown.diagram.fence}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    return tmp_path


def make(root: Path, kind: str, title: str, slug: str | None = None) -> int:
    return new.run(argparse.Namespace(kind=kind, title=title, slug=slug), root)


def added_lines(root: Path) -> list[str]:
    after = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    before = CONFIGURATION.splitlines()
    assert [line for line in after if line in before] == before, "everything else is as it was"
    return [line for line in after if line not in before]


def test_a_case_study(root, capsys):
    assert make(root, "case-study", "Video search") == 0
    text = (root / "docs" / "case-studies" / "video-search.md").read_text(encoding="utf-8")
    assert 'title: "Video search"' in text
    assert "status: outline" in text
    assert "@@" not in text
    assert "```estimate {#video-search " in text
    assert added_lines(root) == ["      - Video search: case-studies/video-search.md"]
    lines = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert lines[7].endswith("video-search.md"), "behind the last case, before the blank line"
    assert "./scripts/guide check docs/case-studies/video-search.md" in capsys.readouterr().out


def test_the_first_concept_makes_its_section_behind_the_cases(root):
    make(root, "concept", "Calibration")
    make(root, "concept", "Negative sampling")
    assert added_lines(root) == [
        "  - Concepts:",
        "      - Calibration: concepts/calibration.md",
        "      - Negative sampling: concepts/negative-sampling.md",
    ]


def test_refuses_to_overwrite_and_changes_nothing(root):
    make(root, "concept", "Calibration")
    page, configuration = root / "docs" / "concepts" / "calibration.md", root / "mkdocs.yml"
    page.write_text("mine")
    before = configuration.read_text(encoding="utf-8")
    with pytest.raises(Failure, match=r"docs/concepts/calibration\.md exists already; choose another title"):
        make(root, "concept", "Calibration!")
    assert (page.read_text(), configuration.read_text(encoding="utf-8")) == ("mine", before)


def test_a_page_is_not_left_behind_when_the_navigation_cannot_take_it(root):
    (root / "mkdocs.yml").write_text("site_name: x\n")
    with pytest.raises(Failure, match=r'no nav; add this line to the nav of mkdocs\.yml by hand: - "Caching"'):
        make(root, "concept", "Caching")
    assert not (root / "docs" / "concepts").exists()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Video search", "video-search"),
        ("Búsqueda de vídeo", "busqueda-de-video"),
        ("Straße & Ørsted", "strasse-and-orsted"),
        ("Don't stop: A/B “tests”", "dont-stop-a-b-tests"),
        ("  spaces   and\nlines ", "spaces-and-lines"),
        ("Index", "index-page"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 16, "word-word-word-word-word-word-word-word-word-word"),
        ("x" * 80, "x" * 50),
    ],
)
def test_slugs(title, slug):
    assert new.slug_of(new.clean_title(title)) == slug


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("", "the title is empty"),
        ("   ", "the title is empty"),
        ("x" * 81, "has 81 characters; give one of at most 80"),
        ("a|b", "cannot show"),
        ("<script>", "cannot show"),
        ("a\x00b", "cannot show"),
        ("日本", 'no file name can be made from "日本"; give one: --slug'),
    ],
)
def test_titles_that_cannot_be(root, title, message):
    with pytest.raises(Failure, match=message):
        make(root, "concept", title)
    assert not (root / "docs" / "concepts").exists()


@pytest.mark.parametrize("slug", ["", "A", "a/b", "../a", "a b", "index", "-a", "x" * 51])
def test_slugs_that_cannot_be(root, slug):
    with pytest.raises(Failure, match="cannot be the file name of a page"):
        make(root, "concept", "Title", slug)


def test_a_title_in_another_script_with_a_slug(root):
    make(root, "concept", "日本", "japan")
    assert added_lines(root)[-1] == '      - "日本": concepts/japan.md'


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Video search", "Video search"),
        ("ANN: exact or not", '"ANN: exact or not"'),
        ('Say "no"', '"Say \\"no\\""'),
        ("# first", '"# first"'),
        ("Yes", '"Yes"'),
        ("2024", '"2024"'),
        ("- dash", '"- dash"'),
        ("Back\\slash", '"Back\\\\slash"'),
    ],
)
def test_titles_survive_as_yaml(title, key):
    import yaml

    text = add_page("nav:\n  - Case studies:\n    - a.md\n", "Case studies", title, "b.md")
    assert f"    - {key}: b.md\n" in text
    assert yaml.safe_load(text)["nav"][0]["Case studies"] == ["a.md", {title: "b.md"}]


@pytest.mark.parametrize(
    "text",
    ["nav:\n- Case studies:\n  - a.md\n", "nav:\n  - 'Case studies':\n", "nav: # order\n  - Case studies: # cards\n"],
)
def test_other_layouts_of_the_navigation(text):
    import yaml

    sections = yaml.safe_load(add_page(text, "Case studies", "New", "n.md"))["nav"]
    assert sections[0]["Case studies"][-1] == {"New": "n.md"}


def test_a_section_of_that_name_outside_the_navigation_does_not_count():
    with pytest.raises(NavigationError, match='no section "Concepts"'):
        add_page("nav:\n  - Home: index.md\nextra:\n  - Case studies:\n", "Concepts", "New", "n.md")


@pytest.mark.parametrize("kind", ["case-study", "concept"])
def test_templates_are_complete(kind):
    text = new.fill_template(kind, "A “quoted” title", "slug-of-it")
    for part in (
        "status: outline",
        "```estimate {#slug-of-it",
        "](#slug-of-it.",
        "```mermaid",
        "accTitle:",
        "accDescr:",
    ):
        assert part in text
    assert "\n\nFigure: " in text
    assert '<details id="q-slug-of-it-first" class="question" data-level=' in text
    assert text.rstrip().splitlines()[-3] == "## Sources"
