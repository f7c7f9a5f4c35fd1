// Shows a source beside the citation that is pointed at or focused. The list of sources at the end holds the same words.
(() => {
  let note = null;
  let owner = null;
  let closing = 0;

  const close = () => {
    clearTimeout(closing);
    owner?.removeAttribute("aria-describedby");
    note?.remove();
    note = owner = null;
  };
  const closeSoon = () => {
    clearTimeout(closing);
    closing = setTimeout(close, 250); // time to move the pointer into the note
  };
  const place = () => {
    const at = owner.getBoundingClientRect();
    const box = note.getBoundingClientRect();
    const left = Math.max(16, Math.min(at.left, document.documentElement.clientWidth - box.width - 16));
    const below = at.bottom + box.height + 12 < innerHeight;
    note.style.left = `${left + scrollX}px`;
    note.style.top = `${(below ? at.bottom + 4 : at.top - box.height - 4) + scrollY}px`;
  };
  const show = (link) => {
    clearTimeout(closing);
    if (link === owner) return;
    close();
    const source = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!source) return;
    note = document.createElement("div");
    note.className = "citation-note";
    note.id = "citation-note";
    note.setAttribute("role", "tooltip");
    const copy = source.cloneNode(true);
    copy.querySelectorAll(".source-back").forEach((back) => back.remove());
    copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    note.append(...copy.childNodes);
    note.addEventListener("pointerenter", () => clearTimeout(closing));
    note.addEventListener("pointerleave", closeSoon);
    document.body.append(note);
    link.setAttribute("aria-describedby", note.id);
    owner = link;
    place();
  };
  // The theme previews every link's target. Here that would be a second note, a row torn from its table, or a heading
  // that the reader is looking at.
  for (const type of ["mouseenter", "focus"]) {
    document.addEventListener(type, (event) => {
      if (event.target.matches?.("a:is(.citation, .estimate-link, .source-back, .headerlink, .clock *)")) event.stopPropagation();
    }, true);
  }
  const citation = (event) => event.target.closest?.("a.citation[href*='#']");

  document.addEventListener("pointerover", (event) => {
    const link = event.pointerType !== "touch" && citation(event);
    if (link) show(link);
  });
  document.addEventListener("pointerout", (event) => {
    if (citation(event)) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = citation(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (!note?.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && note) close();
  });
  document.addEventListener("click", (event) => {
    if (!note?.contains(event.target)) close();
  });
  addEventListener("resize", close);
})();
