"""Every page can be reached from the navigation, once, and every entry of the navigation is a page."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem

NAME = "navigation"
# Reached without a link to it.
_NOT_IN_NAVIGATION = {"404.md"}


def check(site: Site) -> Iterator[Problem]:
    """Compare the navigation of mkdocs.yml with the files below docs/."""
    configuration = site.configuration
    yield from configuration.problems
    if configuration.problems or not configuration.navigation:
        return
    first: dict[str, int] = {}
    for entry in configuration.navigation:
        if entry.target in first:
            message = f'"{entry.target}" stands twice (first on line {first[entry.target]}); delete one'
            yield Problem(configuration.path, entry.line, entry.column, NAME, message)
        elif not entry.target.startswith(("https:", "http:")) and entry.target not in site.pages:
            message = f'"{entry.target}" does not exist below docs/{did_you_mean(entry.target, site.pages)}'
            yield Problem(configuration.path, entry.line, entry.column, NAME, message)
        first.setdefault(entry.target, entry.line)
    for path, page in site.pages.items():
        if path not in first and path not in _NOT_IN_NAVIGATION:
            message = f"the page is not in the navigation; add `- {path}` to `nav:` in mkdocs.yml"
            yield Problem(page.path, 1, 1, NAME, message)
