"""The locks nest, name every dependency, and tie nobody to an index."""

import itertools
import re
import tomllib

import pytest

from studyguide.cli import ROOT
from studyguide.commands.lock import compile_command, lock_variables, require_no_address
from studyguide.environment.groups import GROUPS
from studyguide.failure import Failure

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)", re.MULTILINE)


def pins(group: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / "requirements" / f"{group}.txt").read_text(encoding="utf-8")))


@pytest.mark.parametrize(("smaller", "larger"), list(itertools.pairwise(GROUPS)))
def test_each_lock_holds_the_one_before(smaller, larger):
    assert pins(smaller).items() <= pins(larger).items()


def test_what_pyproject_names_is_locked_at_that_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {"site": project["dependencies"], **project["optional-dependencies"]}
    for group, requirements in named.items():
        for name, version in (requirement.split("==") for requirement in requirements if "==" in requirement):
            assert pins(group)[name.lower()] == version


@pytest.mark.parametrize("group", GROUPS)
def test_every_package_has_hashes_and_nothing_has_an_address(group):
    path = ROOT / "requirements" / f"{group}.txt"
    require_no_address(path)
    entries = re.split(r"\n(?=[a-z0-9])", path.read_text(encoding="utf-8"))[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


@pytest.mark.parametrize(
    "line", ["--index-url x", "--find-links /wheels", "a @ https://host/a.whl", "a @ file:///a.whl"]
)
def test_an_address_in_a_lock_is_refused(tmp_path, line):
    path = tmp_path / "site.txt"
    path.write_text(f"# a lock\n{line}\n")
    with pytest.raises(Failure, match=r"requirements/site\.txt:2 names an address"):
        require_no_address(path)


def test_sources_of_this_machine_stay_out(monkeypatch):
    monkeypatch.setenv("UV_INDEX_URL", "x")
    monkeypatch.setenv("UV_EXTRA_INDEX_URL", "x")
    monkeypatch.setenv("PIP_FIND_LINKS", "x")
    monkeypatch.setenv("SSL_CERT_FILE", "kept")
    variables = lock_variables()
    assert not {"UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "PIP_FIND_LINKS"} & set(variables)
    assert variables["SSL_CERT_FILE"] == "kept"
    assert "--no-config" in compile_command(ROOT, "site", ROOT / "requirements" / "site.txt", upgrade=False)
