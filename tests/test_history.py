"""When each file last changed, according to git."""

import os
import subprocess

import pytest

from studyguide.history import last_changes

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **{f"GIT_{who}_{what}": "someone" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@pytest.fixture
def commit(tmp_path):
    """Write files and commit them at a date."""

    def git(*arguments, date="2026-01-01"):
        when = f"{date}T12:00:00+00:00"
        environment = ENVIRONMENT | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        subprocess.run(["git", *arguments], cwd=tmp_path, env=environment, check=True, capture_output=True)

    def run(date, **files):
        for name, content in files.items():
            path = tmp_path / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".md").write_text(content)
        git("add", ".")
        git("commit", "--message", "change", date=date)

    git("init", "--initial-branch", "main")
    return run


def test_each_page_has_the_date_of_its_newest_change(commit, tmp_path):
    commit("2026-01-01", docs__a="1", docs__größe="1", elsewhere="1")
    commit("2026-02-02", docs__a="2")
    assert last_changes(tmp_path) == {"docs/a.md": "2026-02-02", "docs/größe.md": "2026-01-01"}


def test_a_guide_in_a_folder_of_a_larger_repository(commit, tmp_path):
    commit("2026-01-01", guide__docs__a="1", docs__b="1")
    assert last_changes(tmp_path / "guide") == {"docs/a.md": "2026-01-01"}


def test_a_repository_without_commits(commit, tmp_path):
    assert last_changes(tmp_path) == {}


def test_outside_a_checkout_and_without_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert last_changes(tmp_path) == {}
    monkeypatch.setenv("PATH", "")
    assert last_changes(tmp_path) == {}
