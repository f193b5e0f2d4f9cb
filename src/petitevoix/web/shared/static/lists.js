/* Choosing cases in a list: by x, by a click, several with Shift; the bar says how many, and Escape lets them go. */
(() => {
  "use strict";
  const picks = () => [...document.querySelectorAll("#rows .pick")];
  const chosen = document.getElementById("chosen"), all = document.getElementById("pick-all"), form = document.getElementById("bulk");
  if (!form) return;
  let before = null;
  function say() {
    const many = picks().filter((pick) => pick.checked).length;
    chosen.textContent = many > 1 ? chosen.dataset.many.replace("#", many) : many ? chosen.dataset.one : "";
    form.classList.toggle("some", many > 0 || all.checked);
  }
  function range(pick) {
    const every = picks(), [from, to] = [every.indexOf(before), every.indexOf(pick)].sort((a, b) => a - b);
    if (from >= 0) for (const one of every.slice(from, to + 1)) one.checked = pick.checked;
  }
  document.addEventListener("click", (event) => {
    const pick = event.target.closest("#rows .pick");
    if (!pick) return;
    if (event.shiftKey) range(pick);
    before = pick;
    say();
  });
  all.addEventListener("change", () => { for (const pick of picks()) pick.checked = all.checked; say(); });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const row = event.target.closest?.("#rows li");
    if (event.key.toLowerCase() === "x" && row) {
      const pick = row.querySelector(".pick");
      if (!pick) return;
      pick.checked = !pick.checked;
      if (event.shiftKey) range(pick);
      before = pick;
      event.preventDefault();
      say();
    }
    if (event.key === "Escape" && form.classList.contains("some") && !document.querySelector("details.drop[open]")) clear();
  });
  /* On a row, s says that it is spam: what the bar does with the chosen, with this one alone where none is. */
  addEventListener("keydown", (event) => {
    const pick = event.key.toLowerCase() === "s" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey && event.target.closest?.("#rows li")?.querySelector(".pick");
    if (pick && !form.classList.contains("some")) { pick.checked = true; say(); }
  }, true);
  function clear() {
    for (const pick of [all, ...picks()]) pick.checked = false;
    say();
  }
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.elt !== form || !detail.successful) return;
    for (const drop of form.querySelectorAll("details[open]")) drop.open = false;
    clear();
  });
  /* What was pressed is gone with what it did: back to the row one was at. */
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    say();
    const lost = document.activeElement === document.body || form.contains(document.activeElement);
    if (lost && target.closest?.("#bulk-told")) ((before?.isConnected && before.closest("li")) || document).querySelector("a[id^=open-]")?.focus({ preventScroll: true });
  });
  say();
})();
