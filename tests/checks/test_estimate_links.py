"""A number in a sentence that links to an estimate is the number that the estimate computes."""

RULE = "estimate-links"
BLOCK = """
```estimate {#demo title="Requests"}
qps = 5.79k request/s | Requests
choose store = "one host" if qps < 1M request/s; else "many" | Hosts
```
"""


def test_the_number_of_the_estimate_at_fewer_digits(found):
    assert found(f"On average [5,800 requests per second](#demo.qps).\n{BLOCK}") == []


def test_another_number(found):
    (problem,) = found(f"On average [5,100 requests per second](#demo.qps).\n{BLOCK}")
    assert problem.startswith("docs/page.md:1:12: [estimate-links] ")
    assert "5.79k request/s" in problem


def test_a_choice_is_named_as_it_was_chosen(found):
    assert found(f"It fits on [one host](#demo.store).\n{BLOCK}") == []
    (problem,) = found(f"It needs [many](#demo.store) hosts.\n{BLOCK}")
    assert problem.startswith("docs/page.md:1:10: [estimate-links] ")


def test_a_misspelled_row(found):
    assert found(f"[5,790 requests](#demo.qsp)\n{BLOCK}") == [
        'docs/page.md:1:1: [estimate-links] the estimate "demo" has no "qsp"; did you mean "qps"?'
    ]


def test_a_misspelled_estimate(found):
    assert found(f"[5,790 requests](#deme.qps)\n{BLOCK}") == [
        'docs/page.md:1:1: [estimate-links] there is no estimate "deme" on page.md; did you mean "demo"?'
    ]


def test_an_estimate_of_another_page(found):
    assert found({"docs/a.md": "[5,790 requests](#demo.qps)\n", "docs/b.md": BLOCK}) == [
        'docs/a.md:1:1: [estimate-links] there is no estimate "demo" on a.md; it is on b.md'
    ]
    assert found({"docs/a.md": "[5,790 requests per second](b.md#demo.qps)\n", "docs/b.md": BLOCK}) == []


def test_a_broken_estimate_and_a_missing_page_are_left_to_their_own_rules(found):
    assert found('[5](#demo.qps) [5](no.md#demo.qps)\n\n```estimate {#demo title="T"}\nqps = zork\n```\n') == []
