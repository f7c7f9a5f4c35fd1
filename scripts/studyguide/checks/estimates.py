"""Estimates compute: units fit, names exist, shown results are right, assertions hold. Ids are unique in the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.checks.evaluation import evaluated
from studyguide.content.site import Site
from studyguide.estimate import diagnose, refresh
from studyguide.problem import Problem

NAME = "estimates"
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def check(site: Site) -> Iterator[Problem]:
    """Evaluate every estimate of every page."""
    seen: dict[str, str] = {}
    for page in site.pages.values():
        for fence in page.fences_of("estimate"):
            identifier = fence.identifier
            if not _ID.fullmatch(identifier):
                form = '```estimate {#name title="…"} in small letters'
                message = f'the estimate has the id "{identifier}"; write {form}'
                yield page.source.problem(fence.start, NAME, message)
            elif identifier in seen:
                message = f'the id "{identifier}" is taken ({seen[identifier]}); choose another'
                yield page.source.problem(fence.start, NAME, message)
            else:
                seen[identifier] = page.path
            if not fence.attributes.get("title", "").strip():
                yield page.source.problem(fence.start, NAME, 'the estimate has no title; add title="…"')
            first_line, _ = page.source.position(fence.body_offset)
            errors = diagnose(fence.body) if evaluated(fence.body) is None else []
            for error in errors:
                yield Problem(page.path, first_line + error.line - 1, error.column + fence.indent, NAME, error.message)


def fix(site: Site) -> list[str]:
    """Rewrite stale `≈` values, and nothing else; return the paths that changed."""
    changed: list[str] = []
    for page in site.pages.values():
        # The text of a page that could not be read cleanly is not what stands in the file.
        if page.source.problems:
            continue
        text = page.text
        # From the end, so that earlier offsets stay true.
        for fence in reversed(page.fences_of("estimate")):
            end = fence.body_offset + len(fence.body)
            if text[fence.body_offset : end] == fence.body:
                text = text[: fence.body_offset] + refresh(fence.body) + text[end:]
        if text != page.text:
            path = site.root / page.path
            raw = path.read_bytes()
            data = text.replace("\n", "\r\n") if b"\r\n" in raw else text
            path.write_bytes((b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b"") + data.encode("utf-8"))
            changed.append(page.path)
    return changed
