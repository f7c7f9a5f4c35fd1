"""The rules, the list of rules and the contributor page name the same things."""

import importlib
import pkgutil
import re

from studyguide import checks
from studyguide.checks.registry import WITH_TOOLS


def modules():
    names = [module.name for module in pkgutil.iter_modules(checks.__path__)]
    found = [importlib.import_module(f"studyguide.checks.{name}") for name in names]
    return [module for module in found if hasattr(module, "NAME")]


def test_every_module_with_a_name_is_a_rule():
    assert {module.NAME for module in modules()} == set(checks.RULES)
    assert all(checks.RULES[module.NAME] is module.check for module in modules())


def test_a_rule_is_called_like_its_file():
    assert [m.NAME for m in modules() if m.__name__.rpartition(".")[2].replace("_", "-") != m.NAME] == []


def test_rules_are_sorted():
    assert list(checks.RULES) == sorted(checks.RULES)


def test_a_rule_says_why_it_exists():
    assert [module.NAME for module in modules() if not (module.__doc__ or "").strip()] == []


def test_quick_rules_and_rules_with_tools_are_all_rules():
    assert set(checks.QUICK) | WITH_TOOLS == set(checks.RULES)
    assert set(checks.QUICK) & WITH_TOOLS == set()


def test_every_rule_that_can_mend_is_a_rule():
    assert {module.NAME for module in modules() if hasattr(module, "fix")} == set(checks.FIXES)


def test_every_rule_has_its_section_on_the_contributor_page(guide):
    page = guide.pages["contributing/checks.md"]
    named = re.findall(r"^### `([a-z-]+)`$", page.unfenced, re.MULTILINE)
    assert sorted(named) == list(checks.RULES)
    assert len(named) == len(set(named))


def test_every_rule_has_its_test(guide):
    tests = {path.stem.removeprefix("test_") for path in (guide.root / "tests/checks").glob("test_*.py")}
    assert {name.replace("-", "_") for name in checks.RULES} <= tests
