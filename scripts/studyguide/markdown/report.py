"""How an extension says that it could not render something.

An exception inside a Markdown extension ends in a traceback, and inside a fence it is swallowed. So extensions show
the error in the page and log a warning: a strict build then fails, and the live preview shows where.
"""

from __future__ import annotations

import html
import logging

from studyguide.markdown.context import current

# MkDocs counts warnings below its own logger; that is what makes `--strict` fail.
_LOGGER = logging.getLogger("mkdocs.studyguide")


def report(message: str) -> None:
    """Log a problem of the page being rendered.

    Where the checks have found something on the page they have said it better, with line and column: then this is
    only a detail.
    """
    page = current().page
    place = f"docs/{page}" if page else "a page"
    level = logging.INFO if place in current().unsound else logging.WARNING
    _LOGGER.log(level, "%s: %s", place, message)


def error_box(message: str) -> str:
    """The same message as HTML, for the place where the result would have stood."""
    return f'<div class="guide-error" role="alert"><p>{html.escape(message)}</p></div>'
