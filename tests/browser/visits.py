"""One visit of one page, and everything that is noted during it.

Every page is opened twice: by day on a phone, by night on a laptop. Tests then ask what was noted, so that each fact
has its own test and its own message, while a page loads only twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urljoin

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

Scheme = Literal["light", "dark"]
PHONE, LAPTOP = 360, 1280
MISSING = "no/such/page/here/"

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OF_COLORS = ["color-contrast", "link-in-text-block"]
# Returns at once, so that the other page can load while this one is examined. To look at the colors of every element
# takes three times as long as all else; `sampled` looks at three of those that are of one kind and color.
START_AXE = """
({ sampled, rules, colors }) => {
  if (sampled) {
    const name = (element) => element ? `${element.tagName}.${element.getAttribute("class") ?? ""}` : "";
    const counts = new Map();
    for (const element of document.querySelectorAll("body, body *")) {
      const { color, backgroundColor, fontSize, fontWeight, opacity } = getComputedStyle(element);
      const parent = element.parentElement;
      const kind = [name(element), name(parent), name(parent?.parentElement),
        color, backgroundColor, fontSize, fontWeight, opacity].join("|");
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (counts.get(kind) <= 3) element.setAttribute("data-examined", "");
    }
    const selectors = ["[data-examined]", "a[data-examined]"];
    axe.configure({ rules: colors.map((id, index) => ({ id, selector: selectors[index] })) });
  }
  window.examined = new Promise((resolve) => {
    setTimeout(() => resolve(axe.run({ runOnly: rules, resultTypes: ["violations"] })));
  });
}
"""
END_AXE = """
async () => (await window.examined).violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, any, all, none }) => `${id}: ${target.join(" ")}: ${[...any, ...all, ...none][0]?.message}`))
"""

# Fonts are there, pictures are drawn: nothing moves any more.
SETTLED = """
() => document.readyState === "complete" && document.fonts.status === "loaded" &&
  document.querySelectorAll("div.mermaid:not([data-state=drawn], [data-state=failed])").length === 0
"""

MEASURE = """
() => {
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\\d.]+/g).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((left, right) => left - right);
    return (high + 0.05) / (low + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const ground = (text) => {
    const shape = text.closest(".node, .cluster, .edgeLabel, .actor, .note")
      ?.querySelector("rect, polygon, circle, ellipse, path");
    const fill = shape ? getComputedStyle(shape).fill : "none";
    return fill.startsWith("rgb(") ? fill : paper;
  };
  const figures = [...document.querySelectorAll("figure.diagram, div.mermaid")]
    .filter((element) => !element.parentElement.closest("figure.diagram"));
  const diagrams = figures.map((figure) => {
    const svg = figure.querySelector("svg");
    const texts = svg ? [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim()) : [];
    return {
      name: `${figure.id}, “${figure.querySelector("[aria-label]")?.getAttribute("aria-label") ?? ""}”`,
      message: figure.querySelector(".diagram-error")?.textContent ?? "",
      box: svg ? [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height] : null,
      labels: texts.length,
      standIn: svg ? /#a1b00\\d|rgba?\\(161, ?176, ?\\d/i.test(svg.outerHTML) : false,
      faint: texts.filter((text) => contrast(getComputedStyle(text).fill, ground(text)) < 4.5)
        .map((text) => text.textContent),
    };
  });
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const describe = (element) => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”`;
  const cut = [];
  let boxes = 0;
  for (const element of document.querySelectorAll("article *")) {
    if (scrolls(element) && element.scrollWidth > element.clientWidth) boxes += 1;
    const { right, width: own, height } = element.getBoundingClientRect();
    if (right <= width + 1 || own <= 2 || height <= 2 || element.closest("svg svg, svg *")) continue;
    let box = element.parentElement;
    while (box && !scrolls(box)) box = box.parentElement;
    if (!box || box.getBoundingClientRect().right > width + 1) cut.push(describe(element));
  }
  return { diagrams, cut, boxes, scrollWidth: document.documentElement.scrollWidth };
}
"""


@dataclass(frozen=True)
class Diagram:
    """One drawn figure: size of its drawing, number of its labels, and what is wrong with it."""

    name: str
    message: str
    box: tuple[float, float] | None
    labels: int
    standIn: bool  # noqa: N815 - as the script above writes it
    faint: list[str]


@dataclass
class Visit:
    """What was noted while one page was open."""

    path: str
    scheme: Scheme
    width: int
    errors: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    diagrams: list[Diagram] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    boxes: int = 0
    scroll_width: int = 0

    @property
    def name(self) -> str:
        """Where this was, for a message."""
        return f"/{self.path} ({self.scheme}, {self.width} px)"


class Visitor:
    """A browser window of one width and one color scheme that opens page after page."""

    def __init__(self, browser: Browser, scheme: Scheme, width: int, *, sampled: bool) -> None:
        self.scheme, self.width, self.sampled = scheme, width, sampled
        self.context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
        self.page: Page = self.context.new_page()
        self.visit = Visit("", scheme, width)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.visit.errors.append(str(error)))
        self.page.on("response", self._response)
        # Of the context, so that requests of workers are among them.
        self.context.on("request", lambda request: self.visit.requested.append(request.url))
        self.context.on("requestfailed", self._request_failed)

    def begin(self, site: str, path: str) -> None:
        """Open the page and start to examine it."""
        self.visit = Visit(path, self.scheme, self.width)
        self.page.goto(urljoin(site, path))
        self.page.wait_for_function(SETTLED)
        measured: dict[str, Any] = self.page.evaluate(MEASURE)
        self.visit.diagrams = [Diagram(**diagram) for diagram in measured["diagrams"]]
        self.visit.cut, self.visit.boxes = measured["cut"], measured["boxes"]
        self.visit.scroll_width = measured["scrollWidth"]
        start_examination(self.page, sampled=self.sampled)

    def end(self) -> Visit:
        """Wait for the end of the examination; returns the notes."""
        self.visit.violations = end_examination(self.page)
        return self.visit

    def _console(self, message: ConsoleMessage) -> None:
        # The page that is missing answers with 404, which the browser reports as well.
        own = self.visit.path == MISSING and message.location["url"].endswith(MISSING)
        if message.type in {"error", "warning"} and not own:
            self.visit.errors.append(message.text)

    def _response(self, response: Response) -> None:
        own = self.visit.path == MISSING and response.url.endswith(MISSING)
        if response.status >= 400 and not own:
            self.visit.failed.append(f"{response.url}: {response.status}")

    def _request_failed(self, request: Request) -> None:
        # Leaving a page breaks off what it still wanted.
        if request.failure != "net::ERR_ABORTED":
            self.visit.failed.append(f"{request.url}: {request.failure}")


def visit_all(
    browser: Browser, site: str, paths: Iterable[str], windows: list[tuple[Scheme, int]], *, sampled: bool = True
) -> list[Visit]:
    """Open every page in every window, the windows side by side."""
    visitors = [Visitor(browser, scheme, width, sampled=sampled) for scheme, width in windows]
    visits = []
    for path in paths:
        for visitor in visitors:
            visitor.begin(site, path)
        visits += [visitor.end() for visitor in visitors]
    for visitor in visitors:
        visitor.context.close()
    return visits


def start_examination(page: Page, *, sampled: bool = True) -> None:
    """Let axe-core look at the page as it is now."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(START_AXE, {"sampled": sampled, "rules": STANDARD, "colors": OF_COLORS})


def end_examination(page: Page) -> list[str]:
    """Return what it found, one line for each element and rule."""
    found: list[str] = page.evaluate(END_AXE)
    return found
