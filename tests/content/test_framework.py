"""The file of the seven steps."""

import re

import pytest
import yaml

from studyguide.content.framework import STEPS, read_framework

from ..small_site import ROOT

GOOD = (ROOT / STEPS).read_text(encoding="utf-8")


def changed(change):
    values = yaml.safe_load(GOOD)
    change(values)
    return yaml.safe_dump(values)


def test_the_guide_has_seven_steps_and_a_close_that_fill_the_interview():
    framework = read_framework(ROOT)
    assert [step.number for step in framework.steps] == [1, 2, 3, 4, 5, 6, 7]
    for length in (45, 60):
        assert sum(step.minutes[length] for step in (*framework.steps, framework.close)) == length
        assert sum(framework.minutes(phase, length) for phase in framework.phases) == length


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "docs/framework/steps.yml is not of the expected form: "),
        ("steps: [\n", "docs/framework/steps.yml is not of the expected form: "),
        ("other: 1\n", "docs/framework/steps.yml is not of the expected form: KeyError('steps')"),
        (
            changed(lambda v: v["steps"][0].pop("name")),
            "docs/framework/steps.yml is not of the expected form: KeyError('name')",
        ),
        (changed(lambda v: v["steps"].pop()), "docs/framework/steps.yml must name the steps 1 to 7, in order"),
        (
            changed(lambda v: v["steps"][0]["minutes"].update({45: 6})),
            "docs/framework/steps.yml: the minutes of 45 add up to 46",
        ),
        (changed(lambda v: v["steps"][0]["minutes"].pop(45)), "docs/framework/steps.yml is not of the expected form: "),
    ],
)
def test_a_broken_file_is_told_with_its_name(small_site, text, reason):
    site = small_site({STEPS: text})
    with pytest.raises(ValueError, match="^" + re.escape(reason)):
        read_framework(site.root)


def test_a_file_that_is_not_utf8(small_site):
    site = small_site({STEPS: b"caf\xe9"})
    with pytest.raises(ValueError, match=re.escape(STEPS)):
        read_framework(site.root)
