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
