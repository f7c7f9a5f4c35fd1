"""A number in a sentence that links to an estimate is the number that the estimate computes."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.checks.evaluation import evaluated
from studyguide.checks.links import is_estimate_link
from studyguide.content.links import Link
from studyguide.content.page import Page
from studyguide.content.site import Site
from studyguide.content.suggest import did_you_mean
from studyguide.estimate import Evaluated, disagreement
from studyguide.problem import Problem

NAME = "estimate-links"


def check(site: Site) -> Iterator[Problem]:
    """Compare every link into an estimate with its value. Blocks with errors of their own are left to `estimates`."""
    blocks = {path: _evaluate(page) for path, page in site.pages.items()}
    for page in site.pages.values():
        for link in page.links:
            if is_estimate_link(link):
                message = _message(site, page, link, blocks)
                if message:
                    yield page.source.problem(link.offset, NAME, message)


def _evaluate(page: Page) -> dict[str, Evaluated | None]:
    return {fence.identifier: evaluated(fence.body) for fence in page.fences_of("estimate")}


def _message(site: Site, page: Page, link: Link, blocks: dict[str, dict[str, Evaluated | None]]) -> str:
    path = site.resolve(page, link.path)
    if path not in blocks:
        return ""  # The rule `links` says that the page does not exist.
    block_name, _, name = link.fragment.partition(".")
    if block_name not in blocks[path]:
        elsewhere = [other for other, known in blocks.items() if block_name in known]
        hint = f"; it is on {elsewhere[0]}" if elsewhere else did_you_mean(block_name, blocks[path])
        return f'there is no estimate "{block_name}" on {path}{hint}'
    block = blocks[path][block_name]
    if block is None:
        return ""
    if name not in block.named:
        return f'the estimate "{block_name}" has no "{name}"{did_you_mean(name, block.named)}'
    return disagreement(link.text, block.named[name]) or ""
