"""Links and images, in every way they can be written."""

import pytest

from studyguide.content.links import find_ids, find_links


def targets(text):
    return [(link.text, link.target) for link in find_links(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [("a", "b.md")]),
        ("[a](b_(c).md)", [("a", "b_(c).md")]),
        ("[a](b(c)d(e).md#f)", [("a", "b(c)d(e).md#f")]),
        ("[a](<b c.md>)", [("a", "b c.md")]),
        ('[a](b.md "Title (with) parentheses")', [("a", "b.md")]),
        ("[a](b.md 'Title')", [("a", "b.md")]),
        ("[a [b] c](d.md)", [("a [b] c", "d.md")]),
        ("[a [b [c]]](d.md)", [("a [b [c]]", "d.md")]),
        ("[ [a](b.md)", [("a", "b.md")]),
        (r"[a \] b](c.md)", [(r"a \] b", "c.md")]),
        (r"\[a](b.md)", []),
        ("[a\nb](c.md)", [("a\nb", "c.md")]),
        ("[a\n\nb](c.md)", []),
        ("[a] (b.md)", []),
        ("[a](b.md", []),
        ("[](b.md)", [("", "b.md")]),
        ("[a]()", [("a", "")]),
        ("[größe](größe.md#maß)", [("größe", "größe.md#maß")]),
        ("[a]: b.md", [("a", "b.md")]),
        ("[a]: <b c.md>", [("a", "b c.md")]),
        ("[^1]: not a link", []),
        ("<https://example.com/a>", [("https://example.com/a", "https://example.com/a")]),
    ],
)
def test_links(text, expected):
    assert targets(text) == expected


def test_an_image_inside_a_link():
    link, image = find_links("[![alt](a.png)](b.md)")
    assert (link.text, link.target, link.is_image, link.offset) == ("![alt](a.png)", "b.md", False, 0)
    assert (image.text, image.target, image.is_image, image.offset) == ("alt", "a.png", True, 1)


def test_a_target_with_a_space():
    (link,) = find_links("[a](b c.md)")
    assert (link.target, link.has_space, link.target_offset) == ("b c.md", True, 4)


@pytest.mark.parametrize(
    ("text", "target", "is_image"),
    [
        ('<a href="b.md">', "b.md", False),
        ("<a class='x'\n  href='b.md'>", "b.md", False),
        ('<img alt="x" SRC="b.png">', "b.png", True),
    ],
)
def test_raw_html(text, target, is_image):
    (link,) = find_links(text)
    assert (link.target, link.is_html, link.is_image) == (target, True, is_image)


def test_path_and_fragment_are_decoded():
    (link,) = find_links("[a](b%20c/gr%C3%B6%C3%9Fe.md?x=1#ma%C3%9F)")
    assert (link.path, link.fragment, link.is_external) == ("b c/größe.md", "maß", False)


@pytest.mark.parametrize("target", ["https://a", "mailto:a", "//a", "JavaScript:a", "http://["])
def test_external_addresses_have_no_path(target):
    (link,) = find_links(f"[a]({target})")
    assert (link.is_external, link.path) == (True, "")


def test_ids_written_by_hand():
    assert find_ids('<div class="x" id="a"></div>\n\n## B {#b .c}\n\n{: #d }\n') == [("a", 19), ("b", 37), ("d", 48)]
