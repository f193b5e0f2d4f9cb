/* What is at the hand on every page: what was just done is undone, tabs are walked, a reference is taken along. */
(() => {
  "use strict";
  const $ = (selector) => document.querySelector(selector);
  const say = (words) => { $("#said").textContent = words; };

  /* What can be undone says so for as long as it can, takes no focus, and does not go from under it. */
  const toast = $("#toast");
  let going = 0, last = "";
  function leave() {
    if (!toast.matches(":focus-within, :hover")) { toast.replaceChildren(); return; }
    going = setTimeout(leave, 500);
  }
  function watch() {
    clearTimeout(going);
    const form = toast.querySelector("form");
    if (!form) { last = ""; return; }
    going = setTimeout(leave, Number(form.dataset.seconds) * 1000);
    const words = `${form.querySelector(".did").textContent} ${form.querySelector("button").textContent}: u`;
    if (words !== last) say(words);
    last = words;
  }
  new MutationObserver(watch).observe(toast, { childList: true });
  watch();
  /* What is undone by the same button again needs no line of its own, but is said: as it read when it was pressed. */
  const saying = new WeakMap();
  addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (detail.elt.matches("form")) saying.set(detail.xhr, detail.elt.querySelector("[data-says]")?.dataset.says);
  });
  addEventListener("htmx:afterRequest", ({ detail }) => {
    const words = detail.successful && saying.get(detail.xhr);
    if (words) say(words);
  });

  /* Tabs */
  function walk(by) {
    const tabs = [...document.querySelectorAll("#tabs li > a")], here = tabs.findIndex((tab) => tab.hasAttribute("aria-current"));
    if (tabs.length) tabs[here < 0 ? (by > 0 ? 0 : tabs.length - 1) : (here + by + tabs.length) % tabs.length].click();
  }
  /* Words that were begun show on the tab of their case before the server says so. */
  document.addEventListener("input", ({ target }) => {
    const tab = target.closest?.(".writing") && $("#tabs a[aria-current]");
    if (!tab || tab.querySelector(".begun") || !target.value) return;
    const mark = document.createElement("i");
    mark.className = "begun";
    tab.append(mark);
  });

  /* `.` takes the reference along, `..` its title as well, `...` its address as well. */
  let dots = 0, dotted = 0;
  async function take() {
    const reference = $("main.case .reference")?.dataset.copy;
    if (!reference) return;
    dots = Date.now() - dotted < 800 ? Math.min(dots + 1, 3) : 1;
    dotted = Date.now();
    const words = [reference, $("#title").textContent.trim(), `${location.origin}/desk/cases/${reference}/`].slice(0, dots).join(dots < 3 ? " " : "\n");
    try { await navigator.clipboard.writeText(words); } catch { return; }
    const button = $("main.case .reference");
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 1500);
    say(`${button.title}: ${words}`);
  }
  const press = (selector) => [...document.querySelectorAll(selector)].at(-1)?.click();
  const keys = { h: () => walk(-1), l: () => walk(1), w: () => press('[data-key="w"]'), C: () => press('[data-key="C"]'), ".": take };
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || typing || $("dialog[open]")) return;
    const act = keys[event.shiftKey ? event.key : event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  });
})();
