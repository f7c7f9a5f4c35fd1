"""Links into estimates: `[86,800 requests per second](#ads.qps_peak)` must say what the row says.

Marks them with a class, and tells MkDocs which anchors the tables bring: it looks for ids in the Markdown and in the
element tree, and a fence's HTML is in neither. Links into other pages are marked here and compared by the checks.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from studyguide.estimate import disagreement
from studyguide.estimate.error import suggestion
from studyguide.markdown.estimate_fence import broken_estimates_of, estimates_of
from studyguide.markdown.report import report

LINK_CLASS = "estimate-link"

_LINK = re.compile(r"(?P<page>[^#?:]*\.md)?#(?P<block>[a-z][a-z0-9-]*)\.(?P<name>[a-z][a-z0-9_]*)")
_EXPERIMENT = "exp-"
_ANCHORS = "guide-estimate-anchors"


class EstimateLinkTreeprocessor(Treeprocessor):
    """Compares and marks the links of a page."""

    def run(self, root: Element) -> None:
        """Report every link of the page that disagrees with its row."""
        for link in root.iter("a"):
            match = _LINK.fullmatch(link.get("href", ""))
            if match is None or match["block"].startswith(_EXPERIMENT):
                continue
            link.set("class", f"{link.get('class', '')} {LINK_CLASS}".strip())
            if match["page"] is None:
                self._compare(link, match["block"], match["name"])

    def _compare(self, link: Element, block: str, name: str) -> None:
        # An unknown block is left to the validation of anchors.
        evaluated = estimates_of(self.md).get(block)
        if evaluated is None or block in broken_estimates_of(self.md):
            return
        named = evaluated.named
        if name not in named:
            report(f'link #{block}.{name}: estimate {block} has no row "{name}"{suggestion(name, named)}')
            return
        message = disagreement("".join(link.itertext()), named[name])
        if message is not None:
            report(f"link #{block}.{name}: {message}")


class AnchorTreeprocessor(Treeprocessor):
    """Puts the rows' ids into the tree for as long as MkDocs looks for them (it does at priority 5)."""

    def run(self, root: Element) -> None:
        """Add one empty element for each row, all in one container."""
        estimates = estimates_of(self.md)
        if estimates:
            container = SubElement(root, "div", {"class": _ANCHORS})
            for block, evaluated in estimates.items():
                for identifier in (block, *(f"{block}.{name}" for name in evaluated.named)):
                    SubElement(container, "span", {"id": identifier})


class AnchorRemovalTreeprocessor(Treeprocessor):
    """Takes the container out again."""

    def run(self, root: Element) -> None:
        """Remove what AnchorTreeprocessor added."""
        for container in root.findall(f"./div[@class='{_ANCHORS}']"):
            root.remove(container)


class EstimateLinkExtension(Extension):
    """Registers the processors."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.registerExtension(self)
        self._md = md
        # Before MkDocs turns x.md into an address (priority 0), after attr_list (8).
        md.treeprocessors.register(EstimateLinkTreeprocessor(md), "guide_estimate_links", 7)
        md.treeprocessors.register(AnchorTreeprocessor(md), "guide_estimate_anchors", 6)
        md.treeprocessors.register(AnchorRemovalTreeprocessor(md), "guide_estimate_anchors_removed", 4)

    def reset(self) -> None:
        """Forget the blocks of the page before."""
        estimates_of(self._md).clear()
        broken_estimates_of(self._md).clear()


def makeExtension(**kwargs: Any) -> EstimateLinkExtension:
    """Return the extension; called by Python-Markdown."""
    return EstimateLinkExtension(**kwargs)
