"""Spelling, American, by the real program with the guide's settings."""

import pytest

from studyguide.checks import spelling

RULE = "spelling"
pytestmark = pytest.mark.usefixtures("configured")


def test_well_spelled_words(found):
    assert found("The behavior of a catalog.\n") == []


def test_a_misspelled_word_after_wide_characters(found):
    assert found("Text.\n“Über” is recieved.\n") == [
        'docs/page.md:2:11: [spelling] "recieved" is misspelled or British; write "received"'
    ]


def test_a_british_word(found):
    assert found("The behaviour.\n") == [
        'docs/page.md:1:5: [spelling] "behaviour" is misspelled or British; write "behavior"'
    ]


def test_the_files_beside_the_pages_are_read_when_they_exist(found):
    assert found({"README.md": "Recieved.\n"}) == [
        'README.md:1:1: [spelling] "Recieved" is misspelled or British; write "Received"'
    ]


def test_a_line_can_be_left_alone(found):
    assert found("The behaviour. <!-- typos: ignore -->\n") == []


def test_a_program_that_fails_is_a_problem_and_not_a_traceback(found, tmp_path, monkeypatch):
    program = tmp_path / "typos"
    program.write_text("#!/bin/sh\necho out of order >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(spelling, "find_tool", lambda name: str(program))
    assert found("Text.\n") == ["pyproject.toml:1:1: [spelling] typos failed: out of order"]
