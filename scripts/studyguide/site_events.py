"""What happens at each event of a MkDocs build, free of MkDocs itself as far as that goes."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from studyguide import checks
from studyguide.content.site import Site
from studyguide.history import last_changes
from studyguide.markdown import context
from studyguide.markdown.context import Context

_LOGGER = logging.getLogger("mkdocs.studyguide")
# Pages with these problems cannot be read at all; MkDocs would end in a traceback.
_FATAL = {"encoding"}


def begin(root: Path, directory_urls: bool) -> None:
    """A build begins: forget the previous one and look at the files anew."""
    context.begin(Context(Site(root), directory_urls=directory_urls))
    _changes.cache_clear()


def check() -> None:
    """Log what the quick checks find. Raises Abort when a page cannot be read."""
    state = context.current()
    # A live preview asks again and again with the same configuration: start from the files as they are now.
    context.begin(Context(Site(state.site.root), directory_urls=state.directory_urls))
    state = context.current()
    problems = checks.find_problems(state.site, checks.QUICK)
    for problem in problems:
        state.unsound.add(problem.path)
        _LOGGER.warning("%s", problem.text())
    if any(problem.rule in _FATAL for problem in problems):
        raise Abort("A page cannot be read. Mend it as said above; nothing was built.")


def steps() -> list[dict[str, Any]]:
    """Number, name and minutes of each step, for templates; empty when their file is broken, which is reported."""
    try:
        framework = context.current().site.framework
    except ValueError as error:
        _LOGGER.warning("%s", error)
        return []
    return [{"number": s.number, "name": s.name, "minutes": dict(s.minutes)} for s in framework.steps]


def enter_page(docs_path: str, meta: dict[str, Any]) -> None:
    """A page is about to be rendered: tell the extensions, and give the template what it shows."""
    state = context.current()
    state.page = docs_path
    page = state.site.pages.get(docs_path)
    if page is None:
        return
    aliases = meta.get("aliases")
    if isinstance(aliases, list):
        # The theme's search gives the words of this field their own, high weight.
        meta["tags"] = [str(alias) for alias in aliases]
    meta["guide"] = {
        "kind": page.kind,
        "words": page.words,
        "reading_minutes": page.reading_minutes,
        "last_change": _changes(state.site.root).get(page.path, ""),
        "questions": len(page.questions),
    }


@lru_cache(maxsize=1)
def _changes(root: Path) -> dict[str, str]:
    return last_changes(root)
