"""Files are UTF-8 with sane lines."""

import time

from studyguide import checks
from studyguide.content.source import LONGEST_LINE

RULE = "encoding"


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(found):
    assert found({"docs/page.md": b"\xef\xbb\xbf## One\r\n\r\nText.\r\n"}) == []


def test_a_byte_that_is_not_utf8(found):
    assert found({"docs/page.md": "Fine: é\nBad: é, ".encode() + b"caf\xe9\n"}) == [
        "docs/page.md:2:12: [encoding] byte 0xe9 is not UTF-8; save the file as UTF-8"
    ]


def test_a_control_character(found):
    assert found("One\ttab.\nTwo\x08.\n") == ["docs/page.md:2:4: [encoding] control character U+0008; delete it"]


def test_a_line_that_no_person_wrote(found):
    assert found("x" * (LONGEST_LINE + 1)) == [
        "docs/page.md:1:1: [encoding] the line has 20,001 characters; break it below 20,000"
    ]


def test_a_page_of_one_two_megabyte_line_is_checked_in_less_than_a_second(small_site):
    site = small_site({"docs/page.md": "[x](`$<|#* " * 190_000})
    started = time.process_time()
    problems = checks.find_problems(site, checks.QUICK)
    assert time.process_time() - started < 1
    assert any("the line has 2,090,000 characters" in problem.message for problem in problems)
