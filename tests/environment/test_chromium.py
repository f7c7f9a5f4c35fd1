from pathlib import Path

import pytest

from studyguide.environment import chromium
from studyguide.failure import Failure


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine without any browser on PATH."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    monkeypatch.setattr(chromium, "_playwright_browser", lambda: None)
    return tmp_path


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_takes_the_one_that_is_named(bare, monkeypatch):
    program(bare, "chromium")
    named = program(bare, "my-browser")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert chromium.find_chromium() == named


def test_a_wrong_name_is_not_passed_over(bare, monkeypatch):
    program(bare, "chromium")
    monkeypatch.setenv("CHROMIUM", str(bare / "gone"))
    with pytest.raises(Failure, match=r"gone, which cannot be run; correct the path"):
        chromium.find_chromium()


def test_looks_on_the_path(bare):
    assert chromium.find_chromium() is None
    assert program(bare, "google-chrome") == chromium.find_chromium()


def test_never_goes_on_without_one(bare, monkeypatch):
    tried = []
    monkeypatch.setattr(chromium, "_run", lambda command, log: bool(tried.append(command[0])))
    with pytest.raises(Failure, match="no Chromium was found and none could be installed; install Chromium"):
        chromium.require_chromium(bare / "log")
    assert tried


def test_as_root_debian_comes_before_playwright(bare, monkeypatch):
    program(bare, "apt-get")
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 0)
    tried = []

    def run(command, log):
        tried.append(command[:2])
        if command[1] == "install":
            program(bare, "chromium")
        return True

    monkeypatch.setattr(chromium, "_run", run)
    assert chromium.require_chromium(bare / "log") == bare / "chromium"
    assert tried == [["apt-get", "update"], ["apt-get", "install"]]
