import threading
import time

import pytest

from studyguide.environment import set_up as set_up_module
from studyguide.environment.exclusive import exclusive
from studyguide.environment.set_up import set_up
from studyguide.failure import Failure

from .conftest import make_hand_made


def test_makes_an_environment_that_can_import_the_package(environment, quick):
    set_up(environment, "site")
    assert environment.is_current("site")
    link = next(environment.folder.rglob("studyguide.pth"))
    assert link.read_text() == "../../../../scripts\n"
    assert (link.parent / link.read_text().strip()).resolve() == environment.root / "scripts"


def test_a_larger_group_completes_the_smaller_ones(environment, quick):
    set_up(environment, "dev")
    assert [environment.is_current(group) for group in ("site", "check", "dev")] == [True, True, True]
    (environment.root / "requirements" / "dev.txt").write_text("# another\n")
    assert [environment.is_current(group) for group in ("site", "check", "dev")] == [True, True, False]


def test_does_nothing_when_current(environment, quick, monkeypatch):
    set_up(environment, "site")
    monkeypatch.setattr(set_up_module, "_run", lambda *_: pytest.fail("something was run"))
    set_up(environment, "site")
    assert quick == [".venv"]


def test_a_changed_lock_is_installed_into_the_same_environment(environment, quick):
    set_up(environment, "site")
    (environment.root / "requirements" / "site.txt").write_text("# changed\n")
    assert not environment.is_current("site")
    set_up(environment, "site")
    assert environment.is_current("site")
    assert quick == [".venv"]


def interrupted_making(environment):
    """Ctrl-C while venv was at work: a marker and little else."""
    environment.folder.mkdir()
    environment.marker.touch()


def interrupted_installation(environment):
    set_up(environment, "site")
    environment.stamp.unlink()
    environment.marker.touch()


def vanished_python(environment):
    set_up(environment, "site")
    environment.python.unlink()
    environment.python.symlink_to("/nowhere/python3")


def python_of_another_version(environment):
    set_up(environment, "site")
    environment.stamp.write_text(environment.stamp.read_text().replace("python 3.", "python 2."))
    next(environment.folder.rglob("pip")).rename(environment.folder / "pip-of-another-version")


def empty_folder(environment):
    environment.folder.mkdir()


@pytest.mark.parametrize(
    "damage",
    [interrupted_making, interrupted_installation, vanished_python, python_of_another_version, empty_folder],
    ids=lambda damage: damage.__name__,
)
def test_rebuilds_what_is_broken(environment, quick, damage):
    damage(environment)
    leftover = environment.folder / "leftover"
    if damage is not empty_folder:
        leftover.touch()
    quick.clear()
    assert not environment.is_current("site")
    set_up(environment, "site")
    assert environment.is_current("site")
    assert quick == [".venv"]
    assert not leftover.exists()


def test_completes_an_environment_made_by_hand(environment, quick):
    make_hand_made(environment.folder)
    set_up(environment, "site")
    assert environment.is_current("site")
    assert quick == []


def test_mends_the_link_after_the_repository_moved_away_from_its_environment(environment, quick):
    environment.folder = environment.folder.parent.parent / "elsewhere"
    elsewhere = type(environment)(environment.folder, environment.root)
    set_up(elsewhere, "site")
    moved = elsewhere.root.rename(elsewhere.root.with_name("moved"))
    after = type(environment)(elsewhere.folder, moved)
    assert not after.is_current("site")
    set_up(after, "site")
    assert next(after.folder.rglob("studyguide.pth")).read_text() == f"{moved}/scripts\n"


@pytest.mark.parametrize("what", ["folder", "file"])
def test_refuses_to_delete_what_is_not_an_environment(environment, quick, what):
    if what == "folder":
        environment.folder.mkdir()
        (environment.folder / "thesis.txt").write_text("years of work")
    else:
        environment.folder.write_text("years of work")
    with pytest.raises(Failure, match="is not a virtual environment; move it away"):
        set_up(environment, "site")
    assert environment.folder.is_file() or (environment.folder / "thesis.txt").exists()


def test_an_interruption_leaves_a_state_that_the_next_run_mends(environment, quick, monkeypatch):
    run = set_up_module._run

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(set_up_module, "_run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        set_up(environment, "site")
    assert not environment.is_current("site")
    monkeypatch.setattr(set_up_module, "_run", run)
    set_up(environment, "site")
    assert environment.is_current("site")
    assert quick == [".venv", ".venv"]


def test_without_a_network_nothing_is_spoiled(environment, quick, monkeypatch):
    set_up(environment, "site")
    (environment.root / "requirements" / "site.txt").write_text("# changed\n")
    monkeypatch.setattr(set_up_module, "_run", lambda *_: (1, "ERROR: Temporary failure in name resolution"))
    with pytest.raises(Failure, match=r"cannot be reached; .*details: \.venv/setup\.log"):
        set_up(environment, "site")
    monkeypatch.undo()
    assert not environment.marker.exists()


def test_a_missing_lock_is_one_line(environment, quick):
    (environment.root / "requirements" / "site.txt").unlink()
    with pytest.raises(Failure, match=r"requirements/site\.txt is missing; restore it"):
        environment.is_current("site")


def test_an_unwritable_place_is_one_line(environment, quick):
    environment.root.parent.joinpath("file").touch()
    blocked = type(environment)(environment.root.parent / "file" / ".venv", environment.root)
    with pytest.raises(Failure) as failure:
        set_up(blocked, "site")
    assert "\n" not in failure.value.line()


def test_the_second_run_waits_for_the_first(tmp_path):
    events = []

    def second():
        with exclusive(tmp_path / "lock", lambda: events.append("waiting")):
            events.append("second")

    with exclusive(tmp_path / "lock", lambda: pytest.fail("nobody holds it")):
        thread = threading.Thread(target=second)
        thread.start()
        deadline = time.monotonic() + 5
        while not events and time.monotonic() < deadline:
            time.sleep(0.01)
        events.append("first")
    thread.join(5)
    assert events == ["waiting", "first", "second"]
