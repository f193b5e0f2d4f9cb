/* Mentions: `@` and some letters in a note open a list of colleagues who may see the case; the chosen name stands there. */
(() => {
  "use strict";
  const ASKED = /(?:^|[^\p{L}\p{N}._+@/-])(@([\p{L}\p{N}_’'-]{0,40}(?: [\p{L}\p{N}_’'-]{1,40})?))$/u;
  let list = null, area = null, at = -1, asking = null, timer = 0, dismissed = -1;
  const form = () => document.getElementById("note-form");
  const asked = (field) => {
    if (field.selectionStart !== field.selectionEnd) return null;
    const found = ASKED.exec(field.value.slice(0, field.selectionStart));
    return found && { from: field.selectionStart - found[1].length, words: found[2] };
  };

  function look(field) {
    clearTimeout(timer);
    asking?.abort();
    const now = asked(field);
    if (!now || now.from === dismissed) { if (!now) dismissed = -1; close(); return; }
    timer = setTimeout(() => ask(field, now.words), 80);
  }
  async function ask(field, words) {
    const mine = asking = new AbortController();
    const path = `${document.querySelector("main[data-base]").dataset.base}colleagues/?q=${encodeURIComponent(words)}`;
    try {
      const answer = await fetch(path, { headers: { Accept: "application/json" }, signal: mine.signal });
      if (!answer.ok || answer.redirected) return;
      const told = await answer.json();
      if (!mine.signal.aborted && field.isConnected && document.activeElement === field && asked(field)?.words === words) show(field, told.offers);
    } catch { /* the next letter asks again */ }
  }

  function show(field, offers) {
    close();
    if (!offers.length) return;
    area = field;
    list = document.createElement("ul");
    list.id = "mention-list";
    list.className = "ready-list plain";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form().dataset.colleagues);
    offers.forEach((one, number) => {
      const option = document.createElement("li"), name = document.createElement("b"), kind = document.createElement("span");
      option.id = `mention-${number}`;
      option.setAttribute("role", "option");
      option.called = one.name;
      name.textContent = one.name;
      kind.className = "meta";
      kind.textContent = one.team ? form().dataset.team : "";
      option.append(name, " ", kind);
      list.append(option);
    });
    field.after(list);
    place();
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", "mention-list");
    point(0);
  }
  /* Over the words where there is room, else under their top: inside the window, whatever its size. */
  function place() {
    const box = area.getBoundingClientRect(), above = box.top > innerHeight * 0.35;
    list.style.insetInlineStart = `${Math.max(box.left, 8)}px`;
    list.style.inlineSize = `${Math.min(box.width, innerWidth - 16, 384)}px`;
    list.style.insetBlockEnd = above ? `${innerHeight - box.top + 4}px` : "auto";
    list.style.insetBlockStart = above ? "auto" : `${Math.max(box.top, 0) + 36}px`;
    list.style.maxBlockSize = `${Math.max(above ? box.top - 12 : innerHeight - Math.max(box.top, 0) - 48, 120)}px`;
  }
  function point(number) {
    const options = list.children;
    at = (number + options.length) % options.length;
    [...options].forEach((option, one) => option.setAttribute("aria-selected", one === at));
    options[at].scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", options[at].id);
  }
  function close() {
    list?.remove();
    for (const name of ["aria-autocomplete", "aria-controls", "aria-activedescendant"]) area?.removeAttribute(name);
    list = area = null;
  }
  function take({ called }) {
    const field = area, { from } = asked(field) ?? { from: field.selectionStart }, words = `@${called} `;
    close();
    field.setSelectionRange(from, field.selectionEnd);
    // As if typed, so that the browser's own undo knows it.
    if (!document.execCommand("insertText", false, words)) {
      field.setRangeText(words, from, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    dismissed = from;
  }

  document.addEventListener("input", (event) => {
    if (event.target.id === "note-words" && !event.isComposing) look(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (!list || event.target !== area || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const act = {
      ArrowDown: () => point(at + 1), ArrowUp: () => point(at - 1), Enter: () => take(list.children[at]), Tab: () => take(list.children[at]),
      Escape: () => { dismissed = asked(area)?.from ?? -1; close(); },
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // else Escape leaves the note as well
    act();
  }, true);
  document.addEventListener("click", (event) => {
    const option = list?.id === "mention-list" && event.target.closest("#mention-list [role=option]");
    if (option) take(option);
    else if (list && event.target !== area) close();
  });
  document.addEventListener("focusout", ({ target }) => { if (target === area) close(); });
  addEventListener("resize", () => { if (list) place(); });
})();
