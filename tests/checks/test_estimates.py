"""Estimates compute, and their ids are unique in the guide."""

import pytest

from studyguide import checks

RULE = "estimates"
GOOD = (
    "users = 50M user | Users\nrate = 10 request/user/day | Requests\nqps = users * rate -> request/s ≈ 5.79k | Mean\n"
)


def block(body=GOOD, header='{#demo title="Requests"}'):
    return f"```estimate {header}\n{body}```\n"


def test_an_estimate_that_computes(found):
    assert found(block()) == []


def test_a_stale_value_is_named_where_it_stands(found):
    assert found("Text.\n\n" + block(GOOD.replace("5.79k", "5.97k"))) == [
        'docs/page.md:6:35: [estimates] qps is 5.79k request/s, not 5.97k; write "≈ 5.79k"'
    ]


def test_columns_are_right_inside_a_quotation(found):
    quoted = "".join(f"> {line}\n" for line in block(GOOD.replace("5.79k", "5.97k")).splitlines())
    assert found(quoted) == ['docs/page.md:4:37: [estimates] qps is 5.79k request/s, not 5.97k; write "≈ 5.79k"']


def test_every_mistake_of_a_block_is_told(found):
    problems = found(block("a = 1 zork | A\nb = 2 ms + | B\n"))
    assert [problem.partition(" [")[0] for problem in problems] == ["docs/page.md:2:7:", "docs/page.md:3:12:"]


def test_an_estimate_without_a_title(found):
    assert found(block(header="{#demo}")) == ['docs/page.md:1:1: [estimates] the estimate has no title; add title="…"']


@pytest.mark.parametrize(("header", "identifier"), [('title="T"', ""), ('{#Demo_1 title="T"}', "Demo_1")])
def test_an_estimate_without_a_proper_id(found, header, identifier):
    assert found(block(header=header)) == [
        f'docs/page.md:1:1: [estimates] the estimate has the id "{identifier}"; '
        'write ```estimate {#name title="…"} in small letters'
    ]


def test_an_id_is_taken_once_in_the_whole_guide(found):
    assert found({"docs/a.md": block(), "docs/b.md": block()}) == [
        'docs/b.md:1:1: [estimates] the id "demo" is taken (docs/a.md); choose another'
    ]


def test_fix_rewrites_stale_values_and_nothing_else(small_site):
    before = "\ufeffText  \r\n\r\n" + block(GOOD.replace("5.79k", "5.97k")).replace("\n", "\r\n") + "end"
    site = small_site({"docs/page.md": before, "docs/good.md": block(header='{#good title="T"}')})
    result = checks.run(site.root, fix=True, rules=["estimates"])
    assert (result.fixed, result.problems) == (["docs/page.md"], [])
    assert (site.root / "docs/page.md").read_bytes() == before.replace("5.97k", "5.79k").encode()


def test_fix_leaves_a_page_alone_that_cannot_be_read(small_site):
    before = block(GOOD.replace("5.79k", "5.97k")).encode() + b"caf\xe9\n"
    site = small_site({"docs/page.md": before})
    assert checks.run(site.root, fix=True, rules=["estimates"]).fixed == []
    assert (site.root / "docs/page.md").read_bytes() == before
