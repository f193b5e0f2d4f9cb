/* A list over the words one writes: some letters open it, arrows walk it, Enter or Tab puts what is chosen in their place.

   `asked` finds what opens it, as its first group, and the letters to look for, as its second; `drawn` gives the name of
   an offer and what stands small beside it; `words` what stands in the letters' place; `taken` may keep the list shut. */
"use strict";
window.offering = ({ id, field: name, asked: opens, path, label, widest = Infinity, drawn, words, taken, heard = () => {}, closed = () => {} }) => {
  let list = null, area = null, at = -1, asking = null, timer = 0, dismissed = -1;
  const asked = (field) => {
    if (field.selectionStart !== field.selectionEnd) return null;
    const found = opens.exec(field.value.slice(0, field.selectionStart));
    return found && { from: field.selectionStart - found[1].length, words: found[2] };
  };

  function look(field) {
    clearTimeout(timer);
    asking?.abort();
    const now = asked(field);
    if (!now || now.from === dismissed) { if (!now) dismissed = -1; close(); return; }
    timer = setTimeout(() => ask(field, now.words), 80);
  }
  async function ask(field, letters) {
    const mine = asking = new AbortController();
    const where = `${document.querySelector("main[data-base]").dataset.base}${path}?q=${encodeURIComponent(letters)}`;
    try {
      const answer = await fetch(where, { headers: { Accept: "application/json" }, signal: mine.signal });
      if (!answer.ok || answer.redirected) return;
      const told = await answer.json();
      if (!mine.signal.aborted && field.isConnected && document.activeElement === field && asked(field)?.words === letters) show(field, told);
    } catch { /* the next letter asks again */ }
  }

  function show(field, told) {
    close();
    heard(told);
    if (!told.offers.length) return;
    area = field;
    list = document.createElement("ul");
    list.id = `${id}-list`;
    list.className = "offered-list plain";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", label());
    told.offers.forEach((offer, number) => {
      const option = document.createElement("li"), called = document.createElement("b"), beside = document.createElement("span");
      option.id = `${id}-${number}`;
      option.setAttribute("role", "option");
      option.offer = offer;
      [called.textContent, beside.textContent] = drawn(offer);
      beside.className = "meta";
      option.append(called, " ", beside);
      list.append(option);
    });
    field.after(list);
    place();
    moved.observe(field.form);
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", list.id);
    point(0);
  }
  /* Over the words where there is room, else under their top: inside the window, whatever its size. */
  function place() {
    const box = area.getBoundingClientRect(), above = box.top > Math.min(innerHeight * 0.35, list.scrollHeight + 16);
    list.style.insetInlineStart = `${Math.max(box.left, 8)}px`;
    list.style.inlineSize = `${Math.min(box.width, innerWidth - 16, widest)}px`;
    list.style.insetBlockEnd = above ? `${innerHeight - box.top + 4}px` : "auto";
    list.style.insetBlockStart = above ? "auto" : `${Math.max(box.top, 0) + 36}px`;
    list.style.maxBlockSize = `${Math.max(above ? box.top - 12 : innerHeight - Math.max(box.top, 0) - 48, 120)}px`;
  }
  const moved = new ResizeObserver(() => { if (list) place(); }); // what comes or goes around the words moves them
  function point(number) {
    const options = list.children;
    at = (number + options.length) % options.length;
    [...options].forEach((option, one) => option.setAttribute("aria-selected", one === at));
    options[at].scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", options[at].id);
  }
  function close() {
    list?.remove();
    moved.disconnect();
    for (const said of ["aria-autocomplete", "aria-controls", "aria-activedescendant"]) area?.removeAttribute(said);
    list = area = null;
    closed();
  }
  function take({ offer }) {
    const field = area, { from } = asked(field) ?? { from: field.selectionStart };
    close();
    field.setSelectionRange(from, field.selectionEnd);
    type(field, words(offer));
    if (taken(offer, field, from)) dismissed = from;
  }
  /* As if typed, so that the browser's own undo knows it. */
  function type(field, letters) {
    if (document.execCommand("insertText", false, letters)) return;
    field.setRangeText(letters, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("input", (event) => {
    if (event.target.id === name && !event.isComposing) look(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (!list || event.target !== area || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const act = {
      ArrowDown: () => point(at + 1), ArrowUp: () => point(at - 1), Enter: () => take(list.children[at]), Tab: () => take(list.children[at]),
      Escape: () => { dismissed = asked(area)?.from ?? -1; close(); },
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // else Escape leaves what is written as well
    act();
  }, true);
  // A press must not take the focus out of the words, which would close what is pressed.
  document.addEventListener("mousedown", (event) => { if (list?.contains(event.target)) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const option = list?.contains(event.target) && event.target.closest("[role=option]");
    if (option) take(option);
    else if (list && event.target !== area) close();
  });
  document.addEventListener("focusout", ({ target }) => { if (target === area) close(); });
  addEventListener("resize", () => { if (list) place(); });

  /* Open it from elsewhere: what opens it is typed, where it does not stand there yet. */
  return (field, letters) => {
    field.focus();
    dismissed = -1;
    if (asked(field)) { look(field); return; }
    const before = field.value.slice(0, field.selectionStart);
    type(field, before && !/\s$/.test(before) ? ` ${letters}` : letters);
  };
};
