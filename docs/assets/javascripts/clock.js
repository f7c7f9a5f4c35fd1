// Marks in a case study's clock the step that is being read.
(() => {
  let links = [];
  let due = false;

  const mark = () => {
    due = false;
    const line = innerHeight / 3;
    const passed = links.filter(([, heading]) => heading.getBoundingClientRect().top < line);
    const current = passed.length ? passed[passed.length - 1][0] : null;
    for (const [link] of links) {
      if (link === current) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
  };
  const start = () => {
    links = [...document.querySelectorAll("[data-clock] a")]
      .map((link) => [link, document.getElementById(link.hash.slice(1))])
      .filter(([, heading]) => heading);
    mark();
  };
  addEventListener("scroll", () => {
    if (links.length && !due) due = requestAnimationFrame(mark);
  }, { passive: true });
  // document$ reports every page of the theme's instant navigation; on file:// it never does.
  if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
  else start();
})();
