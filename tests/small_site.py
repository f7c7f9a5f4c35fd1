"""A whole site, stated in the test that needs it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from studyguide.content.site import Site

ROOT = Path(__file__).parents[1]
DESCRIPTION = "A page of the guide whose description is long enough for the rule."
# What makes a site of one page that no rule complains about; a test overrides what it is about.
CLEAN = {
    "docs/index.md": f"---\ntitle: Home\ndescription: {DESCRIPTION}\n---\n\nWelcome.\n",
    "mkdocs.yml": "site_name: Guide\n",
}


def write_site(root: Path, files: Mapping[str, str | bytes]) -> Site:
    """Write the files, by path, over those of a clean site."""
    for path, content in {**CLEAN, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Site(root)


def chapter(body: str, **fields: object) -> str:
    """A page with front matter; a field given as None is left out."""
    values = {"title": "A page", "description": DESCRIPTION} | fields
    lines = [f"{name}: {value}" for name, value in values.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", body])
