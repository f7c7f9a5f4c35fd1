"""What configuration promises: workflows that are safe for forks, word lists that are in use."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAY_WRITE = {("publish.yml", "publish"), ("links.yml", "links")}


def load(path: Path) -> dict:
    # YAML reads the key `on` as true; nothing here asks for it.
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_grant_nothing_by_default(path):
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for name, job in workflow["jobs"].items():
        writes = "write" in job["permissions"].values()
        assert writes == ((path.name, name) in MAY_WRITE)
        assert "uses" in job or job["timeout-minutes"] <= 30


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_safe_for_forks(path):
    text = path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    # Text of a pull request must not become part of a script.
    assert not re.search(r"\$\{\{\s*github\.(?:event|head_ref)[^}]*\}\}", text.replace("github.event_name", ""))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_have_a_release(path):
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+|\./\.github/workflows/check\.yml", action) for action in used)


def test_continuous_integration_runs_the_command_that_contributors_run():
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert text.splitlines()[-1] == "exec ./scripts/guide test"
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_accepted_words_are_sorted_and_still_in_use():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    words = list(project["tool"]["typos"]["default"]["extend-identifiers"])
    assert words == sorted(words)
    files = [path for path in (ROOT / "docs").rglob("*") if path.suffix in {".md", ".yml"}]
    text = " ".join(path.read_text(encoding="utf-8") for path in files)
    assert [word for word in words if not re.search(rf"\b{re.escape(word)}\b", text)] == []
