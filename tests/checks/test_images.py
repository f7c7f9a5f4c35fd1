"""Images say in words what they show."""

RULE = "images"


def test_described_images(found):
    assert found('![A curve](a.svg)\n\n<img src="a.svg" alt="A curve">\n') == []


def test_an_image_without_words(found):
    assert found("See ![](a.svg).\n") == [
        "docs/page.md:1:5: [images] the image has no alternative text; write what it shows between the brackets"
    ]


def test_a_linked_image_without_words(found):
    assert found("[![ ](a.svg)](b.md)\n") == [
        "docs/page.md:1:2: [images] the image has no alternative text; write what it shows between the brackets"
    ]


def test_a_raw_image_without_words(found):
    assert found('<img src="a.svg" alt="">\n') == [
        'docs/page.md:1:1: [images] the image has no alternative text; add alt="…"'
    ]


def test_an_image_in_code_is_an_example(found):
    assert found("`![](a.svg)`\n") == []
