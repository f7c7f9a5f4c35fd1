"""Links within the guide lead somewhere: the page exists, the anchor exists, the asset exists.

Addresses outside the guide are not opened here: that is done every night and never blocks a pull request.
Links into estimates have a rule of their own, `estimate-links`.
"""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.content.links import Link
from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.problem import Problem

NAME = "links"
_SCHEMES = ("https:", "http:", "mailto:")


def check(site: Site) -> Iterator[Problem]:
    """Check every link of every page, and the assets that mkdocs.yml names."""
    for page in site.pages.values():
        for link in page.links:
            message = _message(site, page, link)
            if message:
                yield page.source.problem(link.target_offset, NAME, message)
    configuration = site.configuration
    for asset in configuration.assets:
        if not asset.target.startswith(("https:", "http:")) and asset.target not in site.files:
            message = f'"{asset.target}" does not exist below docs/{did_you_mean(asset.target, site.files)}'
            yield Problem(configuration.path, asset.line, asset.column, NAME, message)


def _message(site: Site, page: Page, link: Link) -> str:
    if not link.target.strip():
        return "the link has no target; write [text](page.md)"
    if link.is_external:
        return _external_message(link)
    if link.is_html:
        return _html_message(site, link)
    if link.target.startswith("/"):
        return f'"{link.target}" is absolute and breaks where the guide is not at the root; write a relative path'
    if link.has_space:
        return f'the target "{link.target}" has a space; rename the file, or write %20'
    path = site.resolve(page, link.path)
    if path not in site.files:
        return _missing_message(site, link, path)
    if link.fragment and path in site.pages and not is_estimate_link(link):
        anchors = site.pages[path].anchors | generated_anchors(site, site.pages[path])
        if link.fragment not in anchors:
            return f'there is no "#{link.fragment}" on {path}{did_you_mean(link.fragment, anchors)}'
    return ""


def is_estimate_link(link: Link) -> bool:
    """True for `#block.name` and `#block` of experiments: rules of their own look at these."""
    return "." in link.fragment and not link.is_external


def generated_anchors(site: Site, page: Page) -> set[str]:
    """Anchors of the blocks that are made from the guide's own data."""
    anchors: set[str] = set()
    for name, _ in page.generated:
        if name == "glossary":
            anchors.update(term.anchor for term in site.glossary.terms)
        elif name == "bibliography":
            anchors.update(f"reference-{key}" for key in site.bibliography.references)
    anchors.update(f"fig-{number}" for number, _ in enumerate(page.fences_of("mermaid"), start=1))
    return anchors


def _external_message(link: Link) -> str:
    if link.target.startswith("//"):
        return f'"{link.target}" has no scheme; write https:'
    if not link.target.lower().startswith(_SCHEMES):
        return f'"{link.target}" is not a web address; write https://…'
    return ""


def _html_message(site: Site, link: Link) -> str:
    if link.target.startswith("#"):
        return ""
    if link.path.endswith(".md") or link.path in site.files:
        return "a link in raw HTML is not rewritten when the site is built; write it in Markdown"
    return f'"{link.target}" in raw HTML cannot be checked; write it in Markdown'


def _missing_message(site: Site, link: Link, path: str) -> str:
    if path.startswith(".."):
        return f'"{link.target}" leads out of docs/; link to the repository with its https address'
    hint = did_you_mean(path, site.files)
    if not hint and f"{path.rstrip('/')}.md" in site.files:
        hint = f'; did you mean "{link.path.rstrip("/")}.md"?'
    if not hint and f"{path.rstrip('/')}/index.md" in site.files:
        hint = f'; did you mean "{link.path.rstrip("/")}/index.md"?'
    return f'"{link.target}" does not exist (looked for docs/{path}){hint}'
