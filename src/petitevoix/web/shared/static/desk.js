/* The workspace, alive: one stream per browser, lists that keep their place, keys. A page works without it. */
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const tell = (name, detail) => document.body.dispatchEvent(new CustomEvent(name, { detail }));

  /* Swapping by key: what has not changed is not touched, so focus, scroll and half-written words stay. */
  const source = new WeakMap();
  const plain = (html) => html.replace(/(name="csrfmiddlewaretoken" value=")[^"]*/g, "$1").replace(/ class=""/g, "");
  const written = (element) => source.get(element) ?? plain(element.outerHTML);

  /* What was chosen or typed and not sent yet goes over to what comes in its place; so does what was open. */
  function carry(known, element) {
    for (const field of known.querySelectorAll("[id]:is(input:not([type=hidden]), textarea, select, details)")) {
      const same = $(`#${CSS.escape(field.id)}`, element);
      if (!same) continue;
      if (field.open) same.open = true;
      if (field.checked) same.checked = true;
      else if (field.value !== field.defaultValue) same.value = field.value;
    }
    for (const said of ["chosen", "soft"]) if (known.dataset[said]) element.dataset[said] = known.dataset[said];
    const lack = $(".lack", known); // why a send was stopped over it stays true until it is chosen
    if (lack && element.dataset.question && !$(".lack", element)) {
      $("legend", element).after(lack);
      for (const field of known.querySelectorAll(`[aria-describedby="${lack.id}"]`)) $(`#${CSS.escape(field.id)}`, element)?.setAttribute("aria-describedby", lack.id);
    }
  }
  /* As it was drawn, before anybody chose in it: that is what the next drawing is held against. */
  function know() {
    for (const one of document.querySelectorAll("[data-kept]")) if (!source.has(one)) source.set(one, plain(one.outerHTML));
  }
  know();

  htmx.defineExtension("keyed", {
    isInlineSwap: () => false,
    handleSwap(style, target, fragment) {
      if (style !== "keyed") return false;
      const fresh = [];
      let place = target.firstElementChild;
      for (const wanted of [...fragment.children]) {
        const html = plain(wanted.outerHTML);
        const known = wanted.id && $(`:scope > #${CSS.escape(wanted.id)}`, target);
        let element = known;
        if (!known || written(known) !== html) {
          element = wanted;
          source.set(element, html);
          fresh.push(element);
          if (known) {
            if (known === place) place = element;
            const focused = known.contains(document.activeElement) && document.activeElement.id;
            carry(known, element);
            known.replaceWith(element);
            if (focused) $(`#${CSS.escape(focused)}`)?.focus({ preventScroll: true });
          }
        }
        if (element === place) place = place.nextElementSibling;
        else if (element !== known || place) target.insertBefore(element, place);
      }
      while (place) { const gone = place; place = place.nextElementSibling; gone.remove(); }
      return fresh;
    },
  });

  /* A live refresh leaves alone what somebody has open or holds the focus of, and comes after an act on its way: what it
     would replace is what the act's answer comes back to. Nor does it take away what is being pressed. */
  const pressed = "#rows li:active, #near:active, #thread li:active, #questions li:active, #head:active, #person:active";
  const pulled = new Set(["thread", "rows", "near"]);
  let isLive = false, isLate = false, isBehind = false, isRefused = false, actor = null, acted = 0;
  addEventListener("htmx:beforeSwap", ({ detail }) => {
    // What is for browsers without a script would be parsed as if this were one.
    detail.serverResponse = detail.serverResponse.replace(/<noscript>[^]*?<\/noscript>/g, "");
    actor = detail.requestConfig?.elt;
    isLive = detail.requestConfig?.elt?.id === "thread";
    isRefused = detail.xhr.status === 422;
    if (pulled.has(detail.requestConfig?.elt?.id) && $(pressed)) {
      const again = isLive ? `pv:${openCase()}` : "pv:any";
      detail.shouldSwap = false;
      setTimeout(() => tell(again), 300);
      return;
    }
    if (isLive && $("form.htmx-request")) { detail.shouldSwap = false; isLate = true; }
    // Asked before an act was done, and told behind it: what it shows is over.
    else if (isLive && detail.xhr.began < acted) { detail.shouldSwap = false; setTimeout(() => tell(`pv:${openCase()}`)); }
  });
  addEventListener("htmx:beforeRequest", ({ detail }) => { detail.xhr.began = performance.now(); });
  addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.requestConfig?.verb === "post") {
      if (detail.elt.matches("form")) acted = performance.now();
      // Another act, or the same one put right; its own form may have been drawn anew by then.
      if (detail.requestConfig.elt.matches("form") && detail.xhr.status === 200) $("#stopped[data-act]")?.remove();
    }
    if (isLate && detail.requestConfig?.verb === "post") { isLate = false; tell(`pv:${openCase()}`); }
  });
  addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const fresh = fragment.firstElementChild ?? fragment;
    const held = document.activeElement?.closest("a, button, input, select, textarea, summary");
    const keyed = target.id === "questions"; // each of its own, and none is touched that stays as it was
    const open = [...target.querySelectorAll("details[open]:not(details:not([open]) *)")];
    const live = isLive && !keyed && (open.length || target.contains(held));
    // Opened while another act was on its way: its answer does not close it either. Nor does a refusal: all that was
    // typed stays, to be put right.
    const busy = live || (target.id === "head" && open.some((one) => isRefused || !one.contains(actor)));
    const same = fresh.outerHTML && plain(fresh.outerHTML) === plain(target.outerHTML);
    if (busy && !same) isBehind = true;
    if (busy || same) event.detail.shouldSwap = false;
  });
  for (const left of ["toggle", "focusout"]) addEventListener(left, ({ target }) => {
    if (!isBehind || target.open || !target.closest?.("#head, #person")) return;
    isBehind = false;
    setTimeout(() => tell(`pv:${openCase()}`));
  }, true);
  /* Why an act was refused is read where one did it, if that is still open; else where one writes. */
  addEventListener("htmx:afterSwap", ({ detail }) => {
    const form = detail.requestConfig?.elt, why = $("#composer > #stopped[data-act]");
    if (!why || !form?.matches(".drop[open] form")) return;
    $("#stopped", form)?.remove();
    form.prepend(why);
  });
  addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.target?.id === "rows" && detail.verb === "get") detail.parameters.rows = document.querySelectorAll("#rows > li").length;
  });
  /* What leaves the page while it asks hears no answer: that would find nothing to be put into. */
  addEventListener("htmx:beforeCleanupElement", ({ target }) => {
    if (target.matches?.(".htmx-request")) target.addEventListener("htmx:beforeOnLoad", (answer) => answer.preventDefault());
  });
  let place = ""; // what had the focus last, by its name: it may have been drawn anew
  addEventListener("focusin", ({ target }) => { place = target.id ?? ""; });
  addEventListener("htmx:afterSettle", ({ detail }) => {
    know();
    if (detail.target?.id === "rows") announce();
    if (detail.target?.id === "list") $("#rows a[aria-current]")?.scrollIntoView({ block: "center" });
    if (detail.requestConfig?.boosted) arrive(detail.xhr);
    else if (document.activeElement === document.body && detail.requestConfig?.verb === "post") {
      for (const name of [place, "title"]) {
        if (name && document.activeElement === document.body) $(`#${CSS.escape(name)}`)?.focus({ preventScroll: true });
      }
    }
  });
  for (const failure of ["htmx:sendError", "htmx:responseError"]) addEventListener(failure, () => away(true));
  addEventListener("htmx:afterOnLoad", () => { if (!lost) away(false); });

  /* A narrow window shows the person over the case; a refresh draws them anew, and `:target` would forget it. */
  const facing = () => document.body.classList.toggle("facing", location.hash === "#person");
  addEventListener("hashchange", facing);
  facing();

  function arrive(xhr) {
    // What was told while this page was on its way was told to the one before it.
    if (heard > xhr?.began) { tell("pv:any"); tell(`pv:${openCase()}`); }
    for (const link of document.querySelectorAll("#rows a[aria-current]")) link.removeAttribute("aria-current");
    const here = [...document.querySelectorAll("#rows a[id]")].find((link) => link.pathname === location.pathname);
    here?.setAttribute("aria-current", "true");
    $("#title")?.focus({ preventScroll: true });
  }

  let lastSaid = $("#counters")?.dataset.said;
  function announce() {
    const said = $("#counters")?.dataset.said;
    if (said && said !== lastSaid) $("#said").textContent = said;
    lastSaid = said;
  }

  /* Live: the first tab listens for all of them; when it closes, the next one takes over where it stopped. */
  const others = "BroadcastChannel" in window ? new BroadcastChannel("petitevoix-live") : null;
  // What the page already knows; what came between its drawing and the stream is told again.
  let last = Number(document.body.dataset.last ?? 0), heard = 0, lost = 0, tries = 0, polling = 0, leads = false;

  /* At once, then no more often than this, and never without the last: htmx's own throttle forgets what came meanwhile. */
  const resting = new Map();
  function news(name, rest) {
    if (resting.has(name)) { resting.set(name, true); return; }
    resting.set(name, false);
    setTimeout(() => { resting.set(name, false); tell(name); }, 20); // what comes together is read once
    setTimeout(() => { const more = resting.get(name); resting.delete(name); if (more) news(name, rest); }, rest);
  }

  function hear({ kind, id, facts }) {
    if (kind === "behind") { if (leads && id < last) pass({ kind: "resync" }); return; }
    if (id) last = Math.max(last, Number(id));
    if (kind === "resync") { tell("pv:any"); tell(`pv:${openCase()}`); return; }
    if (kind === "away" || kind === "back") { away(kind === "away"); return; }
    if (kind === "whisper") {
      if (facts.topic === "views" || facts.topic === "mentions") news("pv:any", 1000);
      else { tell("pv:whisper", facts); news("pv:here", 5000); }
      return;
    }
    heard = performance.now();
    news(`pv:${facts.topic}`, 300);
    news("pv:any", 1000);
  }
  const pass = (told) => { hear(told); others?.postMessage(told); };
  /* A whisper is told once: a number that was counted before this page listened is asked for. */
  setTimeout(() => { if ([...document.querySelectorAll("#rail-views b")].some((number) => number.textContent === "…")) news("pv:any", 1000); }, 1500);
  const openCase = () => `case:${$("main[data-case]")?.dataset.case}`;

  function listen() {
    leads = true;
    const stream = new EventSource(last ? `/live/?last=${last}` : "/live/");
    const parsed = (event) => { try { return JSON.parse(event.data || "{}"); } catch { return {}; } };
    stream.addEventListener("open", () => {
      if (lost && !last) pass({ kind: "resync" });
      clearTimeout(lost); lost = 0; tries = 0; pass({ kind: "back" }); tell("pv:listening");
    });
    stream.addEventListener("change", (event) => pass({ kind: "change", id: event.lastEventId, facts: parsed(event) }));
    stream.addEventListener("whisper", (event) => pass({ kind: "whisper", facts: parsed(event) }));
    stream.addEventListener("resync", () => pass({ kind: "resync" }));
    stream.addEventListener("bye", () => { stream.close(); again(1000); });
    stream.addEventListener("error", () => {
      lost ||= setTimeout(() => pass({ kind: "away" }), 30000);
      if (stream.readyState === EventSource.CLOSED) again(2000);
    });
  }
  function again(wait) {
    tries += 1;
    setTimeout(listen, Math.min(wait * tries, 30000) * (0.5 + Math.random()));
  }
  function away(is) {
    const line = $("#line");
    if (line) line.textContent = is ? document.body.dataset.offline ?? "" : "";
    clearInterval(polling);
    if (is) polling = setInterval(() => { tell("pv:any"); tell(`pv:${openCase()}`); }, 30000);
  }
  /* Once the whole page is there and htmx has read it: what is told sooner, nobody would hear. */
  if (window.EventSource && document.body.classList.contains("desk")) document.addEventListener("DOMContentLoaded", () => {
    others?.addEventListener("message", (event) => hear(event.data));
    others?.postMessage({ kind: "behind", id: last });
    if (others && navigator.locks) navigator.locks.request("petitevoix-live", () => new Promise(listen));
    else listen();
  });

  /* Keys: single letters that lie the same on every keyboard we know, and never while somebody writes. */
  const typing = (element) => element.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  let going = 0;

  function step(by) {
    const beside = document.activeElement?.closest("#rows") ? null : $(`.beside [data-key="${by > 0 ? "j" : "k"}"]`);
    if (beside) { beside.click(); return; }
    const links = [...document.querySelectorAll("#rows a[id]")];
    if (!links.length) return;
    const at = links.findIndex((link) => link === document.activeElement);
    const from = at >= 0 ? at : links.findIndex((link) => link.hasAttribute("aria-current"));
    links[Math.min(Math.max(from + by, 0), links.length - 1)].focus();
  }
  function write(mode) {
    const radio = $(`#mode-${mode}`), field = $(`#${mode}-words`);
    if (!radio) return;
    radio.checked = true;
    field.focus();
    if (!field.selectionEnd) field.setSelectionRange(field.value.length, field.value.length); // words begun earlier go on
  }
  /* What was drawn this very moment is not listened to yet, and would have the page go instead of asking. */
  const press = (selector) => {
    const button = [...document.querySelectorAll(selector)].at(-1);
    if (button) { htmx.process(button.form ?? button); button.click(); }
  };
  const ask = () => { write("reply"); ($(".question:not(:has(:checked)) [type=radio]") ?? $(".question [type=radio]"))?.focus(); };
  const keys = {
    q: ask, j: () => step(1), k: () => step(-1), r: () => write("reply"), n: () => write("note"),
    t: () => press('[data-key="t"]'), f: () => press('[data-key="f"]'),
    u: () => press($('#toast [data-key="u"]') ? '#toast [data-key="u"]' : '[data-key="u"]'), // what it names goes first
    z: () => { press('[data-key="z"]'); $("#snooze[open] button")?.focus(); }, s: () => press('[data-key="s"]'), "?": () => $("#keys")?.showModal(),
    "/": seek,
    m: () => press('[data-key="m"]'), v: () => press('[data-key="v"]'),
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") { closeDrops(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || $("dialog[open]")) return;
    const key = event.shiftKey ? event.key : event.key.toLowerCase(); // a letter is the same with Caps Lock on
    if (going) {
      going = clearTimeout(going);
      const link = /^[a-z]$/.test(key) && $(`[data-go="${key}"]`);
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    if (key === "g") { going = setTimeout(() => { going = 0; }, 1200); return; }
    const inList = event.target.closest?.("#rows");
    const act = keys[key] ?? (inList && { ArrowDown: keys.j, ArrowUp: keys.k }[event.key]);
    if (act) { event.preventDefault(); act(); }
  });

  /* The search: a field whose suggestions one walks with the arrows; Enter without one chosen asks for the words. */
  function seek() {
    const field = $("#seek");
    if (field?.checkVisibility?.() ?? field) { field.focus(); field.select(); } else location.href = "/desk/search/";
  }
  const options = () => [...document.querySelectorAll("#seek-options [role=option]")];
  function offer(is) {
    const field = $("#seek"), list = $("#seek-options");
    if (!field || !list) return;
    const open = is && options().length > 0;
    list.hidden = !open;
    field.setAttribute("aria-expanded", open);
    choose(-1);
    const { left, bottom } = field.getBoundingClientRect();
    list.style.insetInlineStart = `${Math.max(Math.min(left, innerWidth - 430), 8)}px`;
    list.style.insetBlockStart = `${bottom + 4}px`;
  }
  function choose(number) {
    const field = $("#seek");
    field.removeAttribute("aria-activedescendant");
    options().forEach((option, at) => {
      option.setAttribute("aria-selected", at === number);
      if (at !== number) return;
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }
  function take(option) {
    const field = $("#seek");
    if (option.dataset.path) { location.href = option.dataset.path; return; }
    field.value = option.dataset.fills;
    offer(false);
    field.focus();
  }
  addEventListener("htmx:afterSwap", ({ detail }) => { if (detail.target?.id === "seek-options") offer(document.activeElement?.id === "seek"); });
  addEventListener("focusout", ({ target }) => { if (target.id === "seek") offer(false); });
  addEventListener("mousedown", (event) => {
    const option = event.target.closest?.("#seek-options [role=option]");
    if (option && event.button === 0) { event.preventDefault(); take(option); } // before the field loses its focus
  });
  addEventListener("keydown", (event) => {
    if (event.target.id !== "seek" || event.isComposing) return;
    const list = options(), at = list.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && list.length) {
      event.preventDefault();
      if ($("#seek-options").hidden) offer(true);
      choose(at < 0 && by < 0 ? list.length - 1 : at + by >= list.length ? -1 : at + by);
    } else if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(list[at]); }
    else if (event.key === "Escape" && !$("#seek-options").hidden) { event.preventDefault(); event.stopPropagation(); offer(false); }
  }, true);

  function closeDrops(except) {
    for (const drop of document.querySelectorAll("details.drop[open]")) {
      if (drop === except) continue;
      if (drop.contains(document.activeElement)) $("summary", drop).focus();
      drop.open = false;
    }
  }
  addEventListener("click", async (event) => {
    const target = event.target.closest?.("[data-copy], [data-opens], .unfolds, details.drop") ?? null;
    if (target?.matches(".unfolds")) target.ariaExpanded = target.ariaExpanded !== "true";
    closeDrops(event.target.closest?.("details.drop"));
    if (target?.dataset.opens) document.getElementById(target.dataset.opens).showModal();
    if (target?.dataset.copy) {
      try { await navigator.clipboard.writeText(target.dataset.copy); target.classList.add("copied"); } catch { getSelection().selectAllChildren(target); }
      setTimeout(() => target.classList.remove("copied"), 1500);
    }
  });

  /* A reply that can still be taken back says how long. */
  setInterval(() => {
    for (const clock of document.querySelectorAll("[data-countdown]")) {
      const left = parseInt(clock.textContent, 10) - 1;
      if (left > 0) clock.textContent = `${left}\u00a0s`;
      else { clock.removeAttribute("data-countdown"); tell(`pv:${openCase()}`); }
    }
  }, 1000);
})();
