"""The "did you mean"."""

from studyguide.content.suggest import did_you_mean


def test_the_nearest_name():
    assert did_you_mean("estimats", ["links", "estimates"]) == '; did you mean "estimates"?'


def test_nothing_when_none_is_near():
    assert did_you_mean("zzz", ["links"]) == ""
