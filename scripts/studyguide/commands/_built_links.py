"""The links of the built site, followed by lychee without a network.

MkDocs checks links between Markdown files. This sees what a reader's browser sees: links in raw HTML, in templates, in
generated blocks, and every fragment. Links to other sites are left to the nightly run.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from studyguide.failure import Failure

CANONICAL = re.compile(r'<link\b[^>]*\brel="?canonical"?[^>]*?\bhref="([^"]+)"')


def site_address(site: Path) -> str:
    """The address that the site was built for, as its home page states it. Raises Failure when it states none."""
    home = site / "index.html"
    found = CANONICAL.search(home.read_text(encoding="utf-8")) if home.exists() else None
    if found is None:
        raise Failure("the home page has no canonical address", "set site_url in mkdocs.yml, and keep docs/index.md")
    return found.group(1)


def place_below_base(site: Path, root: Path) -> Path:
    """Move the site to where a server would have it below `root` (`/guide/` of the address); returns the new place.

    Absolute links, as on the 404 page, only resolve there.
    """
    base = urlsplit(site_address(site)).path.strip("/")
    target = root / base if base else root / "site"
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(site, target)
    return target


def broken_links(site: Path, root: Path, repository: Path) -> list[str]:
    """One line for each broken link of the site that stands at its base below `root`.

    Raises Failure when lychee itself fails.
    """
    result = subprocess.run(lychee_command(site, root), capture_output=True, text=True, check=False, cwd=root)
    try:
        report = json.loads(result.stdout)
    except json.JSONDecodeError:
        reason = " ".join(result.stderr.split())[:200]
        raise Failure(f"lychee failed: {reason}", "run guide test again; if it persists, report it") from None
    return describe(report, site, repository)


def lychee_command(site: Path, root: Path) -> list[str]:
    """lychee over the whole site: fragments too; a folder means its index.html, the site's address its files."""
    program = Path(sys.executable).with_name("lychee.exe" if sys.platform == "win32" else "lychee")
    return [
        *(str(program), "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"),
        *("--root-dir", str(root), "--remap", f"{re.escape(site_address(site))} {site.as_uri()}/"),
        *("--format", "json", str(site)),
    ]


def describe(report: dict[str, Any], site: Path, repository: Path) -> list[str]:
    """The errors of lychee's report, sorted, each with the page it stands on and the place in the built HTML."""
    lines = []
    for source, errors in report.get("error_map", {}).items():
        built = Path(source).relative_to(site)
        for error in errors:
            span = error.get("span") or {}
            link = error["url"].removeprefix(f"{site.as_uri()}/")
            place = f"{built.as_posix()}:{span.get('line', 1)}:{span.get('column', 1)}"
            lines.append(
                f"{source_page(built, repository)}: link to {link}: {error['status']['text']} (built: {place})"
            )
    return sorted(lines)


def source_page(built: Path, repository: Path) -> str:
    """The Markdown file behind a built page, or the built file where there is none (a page of the theme)."""
    folder = built.parent if built.name == "index.html" else built.with_suffix("")
    for candidate in (Path("docs", f"{folder}.md"), Path("docs", folder, "index.md")):
        if (repository / candidate).exists():
            return candidate.as_posix()
    return built.as_posix()
