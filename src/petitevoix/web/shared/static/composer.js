/* Writing in a case: words kept as one types, files by button, drop and paste, and who else is here. */
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const main = () => $("main[data-base]");
  const base = () => main().dataset.base;
  const token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const post = (path, fields, signal) => {
    const body = new FormData();
    for (const [name, value] of Symbol.iterator in fields ? fields : Object.entries(fields)) body.append(name, value);
    return fetch(path, { method: "POST", body, headers: { "X-CSRFToken": token(), Accept: "application/json" }, signal });
  };

  /* Drafts: of the case their form was drawn for, whichever is on the page by the time they leave */
  const draftOf = (form) => new URL("../draft/", form.action).pathname;
  const waiting = new Map(); // form → timer
  const kept = new WeakMap(); // form → the words the server has said it keeps
  const isUnsaved = (form, area = $("textarea", form)) => area.value !== (kept.get(form) ?? area.defaultValue);
  let saving = Promise.resolve();
  const status = (form, words) => { const place = $(".saved", form); if (place) place.textContent = words; };

  function keepSoon(form, wait = 700) {
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => keep(form), wait));
  }
  function keep(form) {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    if (form.dataset.stopped) return saving;
    saving = saving.then(() => send(form)).catch(() => {
      status(form, $("#composer").dataset.saving);
      if (form.isConnected) keepSoon(form, 5000);
    });
    return saving;
  }
  const READERS = /^(readers|cc|also|bcc)$/;
  const fieldsOf = (form, leaving = form.dataset.leaving ?? "") => [
    ["mode", form.dataset.mode], ["words", $("textarea", form).value], ["known", form.dataset.known ?? ""], ["leaving", leaving],
    ...[...new FormData(form)].filter(([name]) => READERS.test(name)),
  ];
  async function send(form) {
    const words = $("textarea", form).value;
    const answer = await post(draftOf(form), fieldsOf(form));
    if (answer.status >= 500 || answer.redirected) throw new Error("not kept");
    const said = await answer.json();
    if (answer.status === 409) return offer(form, said);
    if (said.known) { form.dataset.known = said.known; kept.set(form, words); }
    if ($("textarea", form).value === words) status(form, said.said);
  }
  /* Two windows wrote: nothing is written over; the writer chooses, and until then their words stay as they are. Whoever
     leaves without choosing has these words below the others. */
  const unkept = () => new Set([...waiting.keys(), ...document.querySelectorAll(".writing[data-stopped]")]);
  function offer(form, said) {
    form.dataset.stopped = "1";
    const words = $("#composer").dataset;
    const box = document.createElement("div");
    box.className = "elsewhere";
    box.setAttribute("role", "alert");
    const line = document.createElement("p"), quote = document.createElement("blockquote"), bar = document.createElement("p");
    line.textContent = `${said.said} (${said.at})`;
    quote.textContent = said.words;
    bar.className = "bar";
    const choose = (label, add) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", () => {
        const area = $("textarea", form);
        if (add) area.value = `${area.value.trimEnd()}\n\n${said.words}`;
        form.dataset.known = said.known;
        delete form.dataset.stopped;
        box.remove();
        area.focus();
        keep(form);
      });
      bar.append(button);
    };
    choose(words.both, true);
    choose(words.mine, false);
    box.append(line, quote, bar);
    form.prepend(box);
  }
  document.addEventListener("input", ({ target }) => {
    const form = target.closest(".writing");
    if (form && (target.matches("textarea") || READERS.test(target.name))) { status(form, ""); keepSoon(form); here("writing"); } // "saved" is said of every word, or not at all
    if (target.form?.id === "reply-form") lookSoon();
  });
  /* A draft still on its way must not arrive behind the reply it became, and what has left is not written on. */
  document.addEventListener("htmx:confirm", (event) => {
    const form = event.target.matches?.(".writing") && event.target, reply = $("#reply-form"); // a field of it that asks by itself sends nothing
    if (event.detail.verb === "post" && reply && event.target.matches?.("[data-behind-draft]")) {
      event.preventDefault(); // what it adds to the draft comes behind all that was typed
      if (isUnsaved(reply)) keep(reply);
      saving.finally(() => event.detail.issueRequest(true));
      return;
    }
    if (!form || event.detail.verb !== "post") return;
    event.preventDefault();
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    clearTimeout(looking);
    asking?.abort();
    $("textarea", form).readOnly = true;
    Promise.allSettled([saving, uploading]).then(() => event.detail.issueRequest(true));
  });
  document.addEventListener("htmx:afterRequest", ({ target }) => { if (target.matches?.(".writing")) $("textarea", target).readOnly = false; });

  /* Where one writes may be drawn again by another act, a reply taken back or an act refused: what was being typed goes
     over, below what has come into its place since. */
  let typed = [];
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.shouldSwap && detail.target?.id === "composer") typed = [...document.querySelectorAll(".writing")].filter((form) => isUnsaved(form) && !$("textarea", form).readOnly);
  });
  function carryTyped() {
    for (const old of typed) {
      const area = $(`#${old.id} textarea`), mine = $("textarea", old).value, came = area?.value.trim();
      if (!area || came.endsWith(mine.trim())) continue;
      area.value = came && area.form.dataset.known !== old.dataset.known ? `${came}\n\n${mine}` : mine;
      clearTimeout(waiting.get(old));
      waiting.delete(old);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    typed = [];
  }

  /* While one writes, the draft is looked at: what to read again, and which questions it seems to answer. A tick of ours
     is soft; the writer's own choice is never touched again. */
  let looking = 0, asking;
  function lookSoon(wait = 600) {
    clearTimeout(looking);
    asking?.abort();
    looking = setTimeout(look, wait);
  }
  async function look() {
    const form = $("#reply-form");
    if (!form || !main()) return;
    const fields = [...new FormData(form)].filter(([name]) => /^(words|mark-|due-|reason-)/.test(name) || READERS.test(name));
    const mine = asking = new AbortController();
    try {
      const answer = await post(`${base()}draft/review/`, fields, mine.signal);
      if (!answer.ok || answer.redirected) return;
      const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("findings");
      if (mine.signal.aborted || !form.isConnected || !drawn) return;
      tick(drawn.dataset.answered.split(" "));
      showFound(drawn);
    } catch { /* the next words ask again */ }
  }
  function tick(answered) {
    for (const question of document.querySelectorAll("#questions [data-question]:not([data-chosen])")) {
      const box = $("[value=answered]", question), seems = answered.includes(question.dataset.question);
      if (!seems && !question.dataset.soft) continue;
      box.checked = seems;
      if (seems) question.dataset.soft = "1"; else delete question.dataset.soft;
    }
  }
  function showFound(drawn) {
    const now = $("#findings");
    if (now.contains(document.activeElement) && now.open) return;
    if (now.innerHTML === drawn.innerHTML) return;
    for (const field of now.querySelectorAll("input")) for (const same of drawn.querySelectorAll("input")) if (same.name === field.name) same.value = field.value;
    now.className = drawn.className;
    now.replaceChildren(...drawn.childNodes);
  }
  function insert({ dataset: { insert: words, at } }) {
    const area = $("#reply-words"), text = [...area.value], trimmed = area.value.length - area.value.trimStart().length;
    const place = Math.min(Number(at) + trimmed, text.length), head = text.slice(0, place).join(""), tail = text.slice(place).join("");
    area.setRangeText(`${/\s$/.test(head) ? "" : " "}${words}`, head.length, head.length, "end");
    if (tail === "") area.setSelectionRange(area.value.length, area.value.length);
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function choose(question) {
    question.dataset.chosen = "1";
    delete question.dataset.soft;
    lookSoon();
  }

  /* Focus unfolds the composer, and its going folds it: before the click, either would draw away what is under the pointer. */
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest(".modes, .draft-files")) event.preventDefault();
    else if (!event.target.closest("#composer")) hold();
  });
  /* Nor does it fold when what had the focus is drawn anew. */
  const SETTLED = 60; // longer than htmx settles: another place that settles meanwhile does not let go of this one
  let letting = 0;
  const hold = () => { clearTimeout(letting); $("#composer:focus-within")?.classList.add("held"); };
  const holdDrawn = ({ detail }) => { if (detail.shouldSwap) hold(); }; // an answer that draws nothing settles nothing, and would hold for good
  const letGo = () => { clearTimeout(letting); letting = setTimeout(() => $("#composer.held")?.classList.remove("held"), SETTLED); }; // after its click, after it has the focus again
  for (const [name, does] of [["mouseup", letGo], ["htmx:beforeSwap", holdDrawn], ["htmx:afterSettle", letGo]]) document.addEventListener(name, does);

  /* Files */
  let uploading = Promise.resolve();
  function upload(form, files) {
    if (!files.length) return;
    const body = new FormData();
    body.append("mode", form.dataset.mode);
    for (const file of files) body.append("files", file, file.name || "image.png");
    status(form, "…");
    uploading = uploading.then(async () => {
      const answer = await fetch(`${draftOf(form)}attachments/`, { method: "POST", body, headers: { "X-CSRFToken": token() } });
      const said = await answer.json();
      status(form, said.said ?? "");
      for (const file of said.files ?? []) show(form, file);
    }).catch(() => status(form, $("#composer").dataset.saving));
  }
  function show(form, file) {
    const list = $(".draft-files", form), line = document.createElement("li");
    const name = document.createElement("span"), size = document.createElement("span"), button = document.createElement("button");
    line.dataset.file = file.id;
    name.textContent = file.name;
    size.textContent = file.size;
    size.className = "meta";
    button.className = "link";
    button.textContent = list.dataset.remove;
    button.setAttribute("formaction", `${draftOf(form)}attachments/${file.id}/removal/`);
    line.append(name, " ", size, " ", button);
    list.append(line);
  }
  document.addEventListener("change", ({ target }) => {
    if (target.matches(".attach input")) { upload(target.form, [...target.files]); target.value = ""; }
    if (target.matches("[name=mode]")) $(`#${target.value}-words`).focus();
    const question = target.matches("[name^=mark-]") && target.closest("[data-question]");
    if (question) choose(question);
    if (question && target.value === "promised") $("[type=date]", question).focus();
    if (question && target.value === "declined") $("[name^=reason-]", question).focus();
    if (target.matches("[name=news_date]")) $("[name=news][value=date]", target.form).checked = true;
  });
  document.addEventListener("click", async (event) => {
    const remove = event.target.closest("[data-file] button");
    if (remove) {
      event.preventDefault();
      await post(remove.getAttribute("formaction"), {});
      const form = remove.form;
      remove.closest("li").remove();
      $("textarea", form).focus();
    }
    const toggle = event.target.closest("[data-preview]");
    if (toggle) preview(toggle);
    const dated = event.target.closest("[data-insert]");
    if (dated) insert(dated);
    const question = event.target.closest("[data-unmark]")?.closest("[data-question]");
    if (question) {
      for (const box of question.querySelectorAll("[name^=mark-]")) box.checked = false;
      choose(question);
      $("[name^=mark-]", question).focus();
    }
    const soft = event.target.closest("[data-soft]");
    if (soft && event.target.matches("[value=answered]")) choose(soft); // the same, and now it is the writer's
  });
  document.addEventListener("htmx:afterRequest", ({ target, detail }) => {
    if (!detail.successful || !target.matches?.("[data-empties]")) return;
    target.reset();
    target.parentElement.open = false;
    $("summary", target.parentElement).focus(); // the field is folded away
  });
  const writing = () => [...document.querySelectorAll(".writing")].find((form) => form.offsetParent);
  document.addEventListener("paste", (event) => {
    const form = event.target.closest(".writing");
    if (form && event.clipboardData.files.length) { event.preventDefault(); upload(form, [...event.clipboardData.files]); }
  });
  for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, (event) => {
    const inside = event.target.closest?.("main.case");
    if (!inside || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    inside.classList.toggle("dropping", kind === "dragover");
    if (kind === "drop" && writing()) { upload(writing(), [...event.dataTransfer.files]); $("textarea", writing()).focus(); }
  });

  async function preview(toggle) {
    const form = toggle.form, area = $("textarea", form), drawn = $(".preview", form), on = drawn.hidden;
    if (on) drawn.innerHTML = await (await post(`${base()}draft/preview/`, { words: area.value })).text();
    drawn.hidden = !on;
    area.hidden = on;
    toggle.setAttribute("aria-pressed", on);
    if (!on) area.focus();
  }
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest?.(".writing") ?? (event.target.form?.matches(".writing") && event.target.form);
    if (form && event.key === "Enter" && event.target.matches("input:not([type=file])") && !event.ctrlKey && !event.metaKey) event.preventDefault();
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit($(".send button", form)); }
    if (form && event.key === "Escape") { event.target.blur(); main().focus(); }
  });

  /* What was on the screen long enough to be read is seen; a reply over anything else is stopped. */
  const reads = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(target.reading);
      if (isIntersecting) target.reading = setTimeout(() => { if (!document.hidden) see(Number(target.dataset.message)); }, 1000);
    }
  });
  function see(message) {
    for (const field of document.querySelectorAll("[data-seen]")) field.value = Math.max(Number(field.value), message);
  }

  /* Presence */
  let doing = "reading", wrote = 0;
  function here(what) {
    if (what === "writing") { wrote = Date.now(); if (doing === "writing") return; }
    doing = what;
    say();
  }
  function say() {
    if (!main() || document.hidden) return;
    if (doing === "writing" && Date.now() - wrote > 30000) doing = "reading";
    htmx.ajax("POST", `${base()}presence/`, { target: "#presence", swap: "innerHTML", values: { doing } });
  }
  function left(from = main()) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", token());
    body.append("doing", "");
    navigator.sendBeacon(`${from.dataset.base}presence/`, body);
  }
  setInterval(say, 20000);
  document.addEventListener("visibilitychange", say);
  addEventListener("pagehide", () => {
    for (const form of unkept()) {
      const body = new FormData();
      for (const [name, value] of [...fieldsOf(form, "1"), ["csrfmiddlewaretoken", token()]]) body.append(name, value);
      navigator.sendBeacon(draftOf(form), body);
    }
    if (main()) left();
  });
  document.body.addEventListener("pv:listening", say); // a whisper is told once, and not to who does not listen yet
  document.body.addEventListener("pv:whisper", ({ detail }) => {
    if (main() && detail.topic === `case:${main().dataset.case}` && String(detail.advisor) !== main().dataset.me) say();
  });

  /* Each time a case comes onto the page */
  let shown = main();
  const leaving = () => { for (const form of unkept()) { form.dataset.leaving = "1"; delete form.dataset.stopped; keep(form); } left(); };
  document.addEventListener("htmx:beforeSwap", ({ detail }) => { if (detail.target?.id === "main") leaving(); });
  document.addEventListener("pv:leaving", leaving);
  function ready() {
    for (const message of document.querySelectorAll("[data-message]")) reads.observe(message);
    for (const input of document.querySelectorAll(".attach input")) input.dataset.live = "1";
    for (const toggle of document.querySelectorAll("[data-preview]")) toggle.hidden = false;
    if (main() !== shown) { shown = main(); doing = "reading"; say(); }
    for (const chosen of document.querySelectorAll("#questions [data-question]:not([data-soft]):has([type=radio]:checked)")) chosen.dataset.chosen = "1";
  }
  /* Whoever has gone elsewhere while an act was on its way is not called back from there. */
  let place = "", moved = 0;
  document.addEventListener("focusin", ({ target }) => {
    if (!target.id || target.id !== place) moved = performance.now();
    place = target.id;
  });
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    ready();
    const open = $("#composer.held"); // it was pressed in, and stands, whoever had it drawn anew
    if (open && document.activeElement === document.body) $(".asks", open).focus({ preventScroll: true });
    if (detail.target?.id !== "composer") return;
    carryTyped();
    if ($("#reply-words")?.value) lookSoon(); // what is owed may be another now
    // An act that left the composer as it was has nothing to say to who is in it.
    const isInside = $("#composer").contains(document.activeElement), leftIt = detail.requestConfig?.elt.getAttribute("hx-swap") === "none";
    if (open || (isInside ? leftIt : moved > detail.xhr?.began)) return;
    const first = $("#composer [autofocus]");
    if (first) first.focus();
    else ($("#stopped") ?? $("#title"))?.focus({ preventScroll: true });
  });
  ready();
  // What was typed before this script came.
  for (const form of document.querySelectorAll(".writing")) if (isUnsaved(form)) $("textarea", form).dispatchEvent(new Event("input", { bubbles: true }));
  if ($("#reply-words")?.value) lookSoon();
  say();
})();
