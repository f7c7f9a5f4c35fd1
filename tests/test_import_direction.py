"""Imports point one way, so that a change in a command can never break an estimate."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "scripts" / "studyguide"

VALUES = {"problem", "failure"}
READERS = VALUES | {"content", "estimate"}
USERS = READERS | {"markdown", "diagrams", "checks"}
TOP = USERS | {"commands", "environment", "history", "cli", "site_events"}

# What each part may import, itself aside. A new part has to be given its place here.
ALLOWED = {
    "__init__": set[str](),
    "problem": set[str](),
    "failure": set[str](),
    "history": set[str](),
    "content": VALUES,
    "estimate": VALUES,
    "environment": {"failure"},
    "diagrams": READERS,
    "checks": READERS | {"diagrams"},
    "markdown": READERS | {"diagrams"},
    "site_events": USERS | {"history"},
    "commands": USERS | {"environment"},
    "cli": READERS | {"commands", "environment"},
    "start": {"cli", "environment", "failure"},
    "mkdocs_hooks": TOP,
    "__main__": {"cli"},
}

# These run, or are imported, before anything is installed.
BEFORE_INSTALLATION = ("failure", "environment", "start", "cli", "commands", "content/__init__", "content/suggest")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_names(nodes: Iterator[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "studyguide" else (module,)


def imported_parts(path: Path) -> set[str]:
    names = imported_names(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return {name.split(".")[1] for name in names if name.startswith("studyguide.")}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_module_imports_only_what_its_part_may(path):
    part = part_of(path)
    assert part in ALLOWED, f"give {part} its place in ALLOWED"
    wrong = imported_parts(path) - ALLOWED[part] - {part}
    assert not wrong, f"{part} may not import {', '.join(sorted(wrong))}"


def test_no_part_is_called_utils():
    assert not [path for path in modules() if path.stem in {"util", "utils", "helpers", "misc", "common"}]


def test_what_runs_before_installation_uses_the_standard_library_alone():
    foreign = {}
    for path in modules():
        name = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if name.startswith(BEFORE_INSTALLATION):
            # Imports inside functions and under TYPE_CHECKING happen later or never.
            names = imported_names(iter(ast.parse(path.read_text(encoding="utf-8")).body))
            roots = {imported.split(".")[0] for imported in names} - {"studyguide"}
            if outside := roots - set(sys.stdlib_module_names):
                foreign[name] = outside
    assert foreign == {}
