"""General Markdown faults, found by the real program with the guide's settings."""

import pytest

from studyguide.checks import markdown_lint

RULE = "markdown-lint"
pytestmark = pytest.mark.usefixtures("configured")


def test_clean_markdown(found):
    assert found("---\ntitle: A\n---\n\n## One\n\n- first\n- second\n") == []


def test_an_undefined_reference(found):
    assert found("## One\n\nSee [this][nowhere].\n") == [
        "docs/page.md:3:5: [markdown-lint] Reference 'nowhere' not found (MD052)"
    ]


def test_an_undefined_footnote(found):
    (problem,) = found("## One\n\nA claim[^1].\n")
    assert problem.startswith("docs/page.md:3:8: [markdown-lint] ")
    assert problem.endswith("(MD066)")


def test_a_list_glued_to_a_paragraph(found):
    (problem,) = found("## One\n\nText:\n- first\n- second\n")
    assert problem.startswith("docs/page.md:4:1: [markdown-lint] ")
    assert problem.endswith("(MD032)")


def test_links_and_anchors_are_left_to_our_own_rules(found):
    assert found("## One\n\n[5 ms](#demo.qps) and [x](nowhere.md) and [y](#zzz).\n") == []


def test_a_program_that_fails_is_a_problem_and_not_a_traceback(found, tmp_path, monkeypatch):
    program = tmp_path / "rumdl"
    program.write_text("#!/bin/sh\necho out of order >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(markdown_lint, "find_tool", lambda name: str(program))
    assert found("Text.\n") == ["pyproject.toml:1:1: [markdown-lint] rumdl failed: out of order"]
