/* Macros: `m` opens a window where one is found as one types; Enter shows what it would do, Enter again does it. */
(() => {
  "use strict";
  const $ = (selector) => document.querySelector(selector);
  const picks = () => [...document.querySelectorAll("#macros .picks a")];

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-macros]")) {
      const window_ = $("#macros"), field = $("#macros-asked");
      if (!window_) return;
      event.preventDefault();
      field.value = "";
      window_.showModal();
      field.focus();
      htmx.trigger(field, "look");
    }
    if (event.target.closest("[data-again]")) $("#macros-asked")?.focus();
    if (event.target === $("#macros")) $("#macros").close(); // beside it
  });
  document.addEventListener("keydown", (event) => {
    const links = picks();
    if (!$("#macros")?.open || !links.length || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = links.indexOf(document.activeElement), isTyping = event.target.id === "macros-asked";
    if (event.key === "Enter" && isTyping) { event.preventDefault(); links[0].click(); }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || !(isTyping || at >= 0)) return;
    event.preventDefault();
    (links[at + by] ?? (by < 0 ? $("#macros-asked") : links[at] ?? links[0])).focus();
  });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target?.id === "macros-shown") $("#macros #do-it")?.focus();
  });
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target?.id === "composer" && $("#macros")?.open) $("#macros").close();
  });
})();
