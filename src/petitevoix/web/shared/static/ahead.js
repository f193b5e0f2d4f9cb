/* The next case is there before one asks for it: sealed, so that nobody has looked at it. Showing it sends its opening, which
   is recorded, and what comes back is its key. Where a browser cannot unseal, the link is followed as any other. */
(() => {
  "use strict";
  const can = globalThis.crypto?.subtle && "DecompressionStream" in window && !navigator.connection?.saveData;
  const FRESH = 120000; // older ones are fetched anew
  const sealed = new Map(); // address → { at, octets }
  const token = () => JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const links = () => [...document.querySelectorAll(".beside a")];
  const hex = (octets) => [...octets].map((one) => one.toString(16).padStart(2, "0")).join("");
  const bytes = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

  async function fetchAhead({ href }) {
    if (Date.now() - (sealed.get(href)?.at ?? 0) < FRESH) return;
    const url = new URL(href);
    sealed.set(href, { at: Date.now() });
    try {
      const answer = await fetch(`${url.pathname}ahead/${url.search}`, { headers: { "HX-Request": "true" }, priority: "low" });
      if (!answer.ok || answer.redirected || answer.headers.get("HX-Redirect")) throw new Error("not there");
      sealed.set(href, { at: Date.now(), octets: new Uint8Array(await answer.arrayBuffer()) });
    } catch { sealed.delete(href); }
  }
  /* The one a reader goes to next; the other way once they have gone that way. */
  let way = "next";
  function look() {
    if (!can) return;
    const wanted = links().filter((link) => link.rel === way || link.rel === "next");
    const rest = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
    if (wanted.length) rest(() => wanted.forEach(fetchAhead), { timeout: 1000 });
    for (const [href, { at }] of sealed) if (Date.now() - at > FRESH) sealed.delete(href);
  }

  async function show(link) {
    const { octets } = sealed.get(link.href), url = new URL(link.href), nonce = octets.slice(0, 12), body = new FormData();
    sealed.delete(link.href);
    body.append("nonce", hex(nonce));
    const answer = await fetch(`${url.pathname}opening/`, { method: "POST", body, headers: { "X-CSRFToken": token() } });
    if (!answer.ok || answer.redirected) throw new Error("not opened");
    const { key, tabs } = await answer.json();
    const known = await crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["decrypt"]);
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, known, octets.slice(12));
    const html = await new Response(new Blob([plain]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const drawn = html.replace(/<noscript>[^]*?<\/noscript>/g, ""), main = document.getElementById("main");
    document.dispatchEvent(new CustomEvent("pv:leaving"));
    history.pushState({ htmx: true }, "", link.href);
    htmx.swap(main, drawn + tabs, { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 0 }, {
      select: "#main", selectOOB: "#person,#tabs", eventInfo: { target: main, requestConfig: { boosted: true, verb: "get" } },
    });
    document.title = `${document.getElementById("title").textContent} · Petite Voix`;
    const topic = `pv:case:${document.querySelector("main[data-case]").dataset.case}`;
    setTimeout(() => document.body.dispatchEvent(new CustomEvent(topic)), 50); // what came while it lay sealed
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".beside a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    way = link.rel;
    if (!sealed.get(link.href)?.octets) return; // followed by htmx
    event.preventDefault();
    event.stopImmediatePropagation();
    show(link).catch(() => { location.href = link.href; });
  }, true);
  document.addEventListener("htmx:afterSettle", look);
  look();
})();
