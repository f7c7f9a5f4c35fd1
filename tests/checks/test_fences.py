"""Fenced blocks are closed."""

RULE = "fences"


def test_closed_fences_of_every_kind(found):
    assert found("```python\na\n```\n\n~~~~\n```\n~~~~\n\n- item\n\n    ```\n    b\n    ```\n") == []


def test_an_open_fence(found):
    assert found("Text.\n\n```python\na = 1\n") == [
        "docs/page.md:3:1: [fences] the python block is never closed; end it with the marks that open it"
    ]


def test_a_fence_closed_by_too_few_marks(found):
    assert found("````\na\n```\n") == [
        "docs/page.md:1:1: [fences] the code block is never closed; end it with the marks that open it"
    ]
