"""The whole guide as one value: what rules and generated blocks read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from studyguide.content.bibliography import Bibliography, read_bibliography
from studyguide.content.configuration import Configuration, read_configuration
from studyguide.content.framework import Framework, read_framework
from studyguide.content.glossary import Glossary, read_glossary
from studyguide.content.page import Page, read_page


@dataclass(frozen=True)
class Site:
    """Everything below a repository root. Parts are read when first asked for."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Pages by path below `docs/`, in order of path."""
        docs = self.root / "docs"
        paths = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.is_file())
        return {path: read_page(self.root, path) for path in paths}

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file below `docs/`, by path."""
        docs = self.root / "docs"
        return frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())

    @cached_property
    def configuration(self) -> Configuration:
        """What mkdocs.yml names."""
        return read_configuration(self.root)

    @cached_property
    def bibliography(self) -> Bibliography:
        """The references."""
        return read_bibliography(self.root)

    @cached_property
    def glossary(self) -> Glossary:
        """The terms."""
        return read_glossary(self.root)

    @cached_property
    def framework(self) -> Framework:
        """The seven steps. Raises ValueError when their file is missing or broken."""
        return read_framework(self.root)

    def in_reading_order(self) -> list[Page]:
        """Pages in the order of the navigation, then those that are not in it."""
        named = [entry.target for entry in self.configuration.navigation if entry.target in self.pages]
        return [self.pages[path] for path in dict.fromkeys([*named, *self.pages])]

    def resolve(self, page: Page, link_path: str) -> str:
        """Path below `docs/` that a relative link of a page leads to; may climb above `docs/` with `..`."""
        if not link_path:
            return page.docs_path
        parts: list[str] = list(PurePosixPath(page.docs_path).parent.parts)
        for part in link_path.split("/"):
            if part == "..":
                parts = parts[:-1] if parts and parts[-1] != ".." else [*parts, ".."]
            elif part not in (".", ""):
                parts.append(part)
        return "/".join(parts)
