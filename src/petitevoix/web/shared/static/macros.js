/* Macros: `m` opens a window where one is found as one types; Enter shows what it would do, Enter again does it. */
(() => {
  "use strict";
  const $ = (selector) => document.querySelector(selector);
  const picks = () => [...document.querySelectorAll("#macros .picks a")];
  let timer = 0, asked = 0;

  /* What was asked last is shown; an answer that another question has overtaken is let go. */
  async function ask(path) {
    clearTimeout(timer);
    const mine = ++asked, shown = $("#macros-shown");
    const answer = await fetch(path, { headers: { "HX-Request": "true", "HX-Target": "macros-shown" } }).catch(() => null);
    const drawn = await answer?.text();
    if (mine !== asked) return;
    // Refused, signed out, away from the line: said as it ever is.
    if (!answer?.ok || answer.headers.has("HX-Redirect")) { htmx.ajax("GET", path, { target: shown, swap: "innerHTML" }); return; }
    htmx.swap(shown, drawn, { swapStyle: "innerHTML", swapDelay: 0, settleDelay: 0 }, { eventInfo: { target: shown } });
  }
  const look = () => ask(`${$("#macros-asked").dataset.path}?q=${encodeURIComponent($("#macros-asked").value)}`);
  const show = (link) => ask(link.getAttribute("href"));

  document.addEventListener("input", ({ target }) => {
    if (target.id === "macros-asked") { clearTimeout(timer); timer = setTimeout(look, 80); }
  });
  document.addEventListener("click", (event) => {
    const shown = $("#macros"), link = event.target.closest("[data-macros], #macros [data-again], #macros .picks a");
    if (shown && event.target === shown) shown.close(); // beside it
    if (!shown || !link) return;
    event.preventDefault();
    if (link.matches(".picks a")) { show(link); return; }
    if (!shown.open) shown.showModal();
    $("#macros-asked").value = "";
    $("#macros-asked").focus();
    look();
  });
  document.addEventListener("keydown", (event) => {
    if (!$("#macros")?.open || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.id === "macros-asked";
    if (event.key === "Enter" && isTyping) { event.preventDefault(); look().then(() => { const [first] = picks(); if (first) show(first); }); }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key], links = picks(), at = links.indexOf(document.activeElement);
    if (!by || !links.length || !(isTyping || at >= 0)) return;
    event.preventDefault();
    (links[at + by] ?? (by < 0 ? $("#macros-asked") : links[at])).focus();
  });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target?.id === "macros-shown") $("#macros #do-it")?.focus();
  });
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target?.id === "composer" && $("#macros")?.open) $("#macros").close();
  });
})();
