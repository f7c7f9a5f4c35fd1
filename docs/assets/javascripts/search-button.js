// A link marked data-open-search opens the theme's search instead of leading to the list of chapters.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-open-search]");
  const toggle = document.getElementById("__search");
  if (!button || !toggle || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation(); // or instant navigation would follow the link
  if (!toggle.checked) toggle.click();
  document.querySelector("[data-md-component=search-query]")?.focus();
}, true);

// Escape closes the search; the theme then leaves the focus nowhere. It goes back to where it was before.
(() => {
  const SEARCH = "[data-md-component=search]";
  let before = null;
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (target.closest?.(SEARCH) && !relatedTarget?.closest(SEARCH)) before = relatedTarget;
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !document.getElementById("__search")?.checked) return;
    setTimeout(() => { // after the theme
      const lost = document.activeElement === document.body || document.activeElement?.closest(SEARCH);
      if (lost && before?.isConnected) before.focus();
    });
  }, true);
})();
