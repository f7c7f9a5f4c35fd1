"""Chapters are long enough to be useful and short enough to be read."""

from studyguide.checks.sizes import BOUNDS

from ..small_site import chapter

RULE = "sizes"
CONCEPT = BOUNDS["concept"]
ENOUGH = (
    "```mermaid\nflowchart TB\n```\n\n" * CONCEPT.diagrams
    + '<details class="question">\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n' * CONCEPT.questions
    + " ".join(f"[@source{number}]" for number in range(CONCEPT.sources))
    + "\n\n```estimate\n```\n\n"
)


def concept(words, rest=ENOUGH, **fields):
    return {"docs/concepts/ann.md": chapter("word " * words + "\n\n" + rest, **fields)}


def test_a_chapter_within_its_bounds(found):
    assert found(concept(2500)) == []


def test_a_short_and_a_long_chapter(found):
    (short,) = found(concept(1900))
    assert short.startswith("docs/concepts/ann.md:1:1: [sizes] the chapter has 1,9")
    assert short.endswith(" words; write at least 2,000")
    (long,) = found(concept(3600))
    assert long.endswith(" words; cut it to 3,500, or move detail into questions")


def test_words_in_collapsible_blocks_code_and_comments_do_not_count(found):
    hidden = (
        "<details>\n\n" + "word " * 2000 + "\n\n</details>\n\n```\n" + "word " * 2000 + "\n```\n<!-- word word -->\n"
    )
    (problem,) = found(concept(0, hidden + ENOUGH))
    assert problem.startswith("docs/concepts/ann.md:1:1: [sizes] the chapter has ")
    assert "write at least" in problem


def test_what_a_chapter_needs_besides_words(found):
    assert found(concept(2500, "")) == [
        "docs/concepts/ann.md:1:1: [sizes] the chapter has 0 diagrams; it needs at least 2",
        "docs/concepts/ann.md:1:1: [sizes] the chapter has 0 estimates; it needs at least 1",
        "docs/concepts/ann.md:1:1: [sizes] the chapter has 0 questions; it needs at least 8",
        "docs/concepts/ann.md:1:1: [sizes] the chapter has 0 sources; it needs at least 4",
    ]


def test_what_a_case_study_needs_besides(found):
    body = "## When things go wrong\n\n## Follow-up questions\n"
    problems = found({"docs/case-studies/ads.md": chapter(body)})
    messages = [problem.removeprefix("docs/case-studies/ads.md:1:1: [sizes] ") for problem in problems]
    # Beside the words, diagrams, questions, sources and estimates of every chapter.
    assert [message for message in messages if "the chapter has" not in message] == [
        '"Follow-up questions" has 0 questions; write at least 10',
        '"When things go wrong" has 0 questions; write 3 to 5',
        "no estimate has a `choose`; let a number decide something",
        "no estimate has an `assert`; state a limit that the design must keep",
        "the main estimate has 0 quantities; it needs at least 12",
        "there is no latency budget; add an estimate whose id ends in `-latency`",
    ]


def test_outlines_are_exempt(found):
    assert found(concept(1, "", status="outline")) == []
