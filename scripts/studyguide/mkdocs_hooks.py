"""The only file that MkDocs imports as a hook: a thin adapter between its events and our modules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from studyguide import site_events


def on_config(config: Any) -> Any:
    """Find the root of the guide."""
    site_events.begin(Path(config.config_file_path).parent, config.use_directory_urls)
    # The theme's template draws the clock of a chapter from these.
    config.extra["steps"] = site_events.steps()
    return config


def on_pre_build(config: Any) -> None:
    """Run the checks that need no tools; a strict build fails on what they find."""
    site_events.check()


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Tell the extensions which page follows, and the template what it shows of it."""
    site_events.enter_page(page.file.src_uri, page.meta)
    return markdown
