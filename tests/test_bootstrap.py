"""scripts/guide and scripts/bootstrap.py from the outside, as on a fresh machine."""

import ast
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOOTSTRAP = ROOT / "scripts" / "bootstrap.py"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="scripts/guide is a POSIX shell script")


def run(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "GUIDE_", "PYTHON"))
    }
    # No configuration of this machine may rescue a package that the test wants to be missing.
    environment |= {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0"} | variables
    command = ["sh", str(root / "scripts" / "guide"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    """A checkout with everything but the packages: its locks are empty."""
    root = tmp_path_factory.mktemp("fresh") / "a guide"
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "requirements").mkdir()
    for group in ("site", "check", "dev"):
        (root / "requirements" / f"{group}.txt").write_text("# empty\n")
    return root


def test_a_fresh_machine(fresh):
    first = run(fresh, "new", "concept", "Caching")
    assert (first.returncode, first.stderr) == (0, "")
    assert (fresh / "docs" / "concepts" / "caching.md").exists()
    assert first.stdout.startswith("guide: making .venv with Python 3.")
    assert "guide: installing 0 packages of requirements/site.txt ..." in first.stdout
    assert first.stdout.count("\n") < 10

    started = time.monotonic()
    second = run(fresh, "new", "concept", "Batching")
    assert time.monotonic() - started < 2  # 0.1 s on an idle machine
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout.startswith("wrote docs/concepts/batching.md")


def test_no_network_is_one_line(fresh):
    lock = fresh / "requirements" / "site.txt"
    lock.write_text(f"no-such-package==1.0 --hash=sha256:{'0' * 64}\n")
    result = run(fresh, "build", PIP_INDEX_URL="http://127.0.0.1:9/simple")
    assert result.returncode == 2
    assert result.stderr == (
        "guide: the package index cannot be reached; check the network or proxy and run the same command again "
        "(details: .venv/setup.log)\n"
    )
    assert "no-such-package" in (fresh / ".venv" / "setup.log").read_text()
    lock.write_text("# empty again\n")
    assert run(fresh, "new", "concept", "Sharding").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chekc"], 'guide: there is no command "chekc"; did you mean "check"?\n'),
        (["serve", "--port", "0"], 'guide: argument --port: "0" is not a port; choose a number from 1 to 65535'),
        (["build", "--nonsense"], "guide: unrecognized arguments: --nonsense; see: guide --help\n"),
        (["new", "poem", "Ode"], "guide: argument kind: invalid choice: 'poem'"),
    ],
)
def test_a_wrong_command_line_is_refused_before_anything_is_installed(fresh, tmp_path, arguments, message):
    result = run(fresh, *arguments, GUIDE_VENV=str(tmp_path / "venv"))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "venv").exists()


@pytest.mark.parametrize("arguments", [["--help"], [], ["serve", "--help"], ["test", "-h"]])
def test_help_installs_nothing(fresh, tmp_path, arguments):
    result = run(fresh, *arguments, GUIDE_VENV=str(tmp_path / "venv"))
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("usage: guide")
    assert not (tmp_path / "venv").exists()


def test_no_python_at_all(fresh, tmp_path):
    for name in ("dirname", "sh"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    result = run(fresh, "build", PATH=str(tmp_path), GUIDE_VENV=str(tmp_path / "none"))
    assert result.returncode == 2
    assert result.stderr.startswith("guide: no Python 3.11.5 or newer was found; install one")
    assert result.stderr.count("\n") == 1


def test_a_python_that_was_named_is_not_passed_over(fresh, tmp_path):
    result = run(fresh, "build", PYTHON=str(tmp_path / "python3"))
    assert result.returncode == 2
    assert result.stderr == (
        f"guide: PYTHON names {tmp_path}/python3, which is not Python 3.11.5 or newer; name another, or unset PYTHON\n"
    )


def test_an_old_python_is_told_so():
    script = (
        "import sys, runpy; sys.version_info = (3, 9, 1); sys.argv = ['x'];"
        f"runpy.run_path({str(BOOTSTRAP)!r}, run_name='__main__')"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert result.returncode == 2
    assert result.stderr == (
        "guide: Python 3.11.5 or newer is needed, this is 3.9.1; run ./scripts/guide, which looks for one\n"
    )


def test_an_old_python_can_read_the_bootstrap():
    tree = ast.parse(BOOTSTRAP.read_text(encoding="utf-8"), feature_version=(3, 0))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not any(argument.annotation for function in functions for argument in function.args.args)
