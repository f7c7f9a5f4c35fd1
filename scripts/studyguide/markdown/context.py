"""What an extension may know beyond the text of its page: the site it belongs to, and which page it is.

Set by the thin MkDocs adapter; without it the working directory is the site and the page is unknown.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from studyguide.content.site import Site


@dataclass
class Context:
    """The state of one build.

    page: path below `docs/` of the page being rendered, or empty.
    unsound: paths (from the repository root) of files of which the checks have already said what is wrong.
    """

    site: Site = field(default_factory=lambda: Site(Path.cwd()))
    page: str = ""
    directory_urls: bool = True
    unsound: set[str] = field(default_factory=set)

    def url(self, docs_path: str, fragment: str = "") -> str:
        """Relative address of another page, as seen from the page being rendered."""
        here = self._address(self.page or "index.md")
        there = self._address(docs_path)
        base = here if here.endswith("/") or not here else posixpath.dirname(here)
        relative = posixpath.relpath(there or ".", base.rstrip("/") or ".")
        if there.endswith("/") or not there:
            relative += "/"
        return relative + (f"#{fragment}" if fragment else "")

    def _address(self, docs_path: str) -> str:
        path = PurePosixPath(docs_path)
        if not self.directory_urls:
            return str(path.with_suffix(".html"))
        folder = path.parent if path.name == "index.md" else path.with_suffix("")
        return "" if str(folder) == "." else f"{folder}/"


class _Build:
    """Holds the context, because extensions cannot be handed anything by the generator that runs them."""

    context: Context | None = None


def current() -> Context:
    """The context of the build that is running."""
    if _Build.context is None:
        _Build.context = Context()
    return _Build.context


def begin(context: Context) -> None:
    """Start a build with this context."""
    _Build.context = context
