/* The palette (Ctrl or Cmd K): what can be done here, where one can go, and whom one may find, by a few letters of any of
   their names, in either language. It does nothing of its own: it presses the buttons and follows the links of the page. */
(() => {
  "use strict";
  const dialog = document.getElementById("palette");
  if (!dialog) return;
  const field = document.getElementById("palette-field"), list = document.getElementById("palette-options");
  const none = document.getElementById("palette-none"), said = dialog.dataset;
  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/[’']/g, " ").toLowerCase();
  /* The same act in other words: whoever says one of a line finds what is called any other of it. */
  const SAME = [
    "snooze|mettre de cote|reporter|rappeler|remind|later|plus tard", "wake|reveiller|ramener",
    "close|clore|cloturer|fermer|terminer|resolve|solve|resoudre", "hand over|confier|passer|transmettre|assign|attribuer|assigner",
    "take|prendre|m attribuer|assign to me", "whose turn|a qui le tour|a qui|state|status|etat|statut|pending|attente",
    "join|reunir|joindre|merge|fusionner", "split|make a case|faire un dossier|separer|scinder", "link|lier|lien|relier",
    "note|interne|internal|comment|commentaire", "reply|repondre|answer|reponse", "tag|etiquette|label",
    "ready answer|reponses pretes|reponse prete|macro|template|modele|canned", "search|chercher|recherche|find|trouver",
    "settings|reglages|parametres|preferences", "my account|mon compte|profil|profile|password|mot de passe",
    "sign out|se deconnecter|deconnexion|logout|quitter", "keys|touches|raccourcis|shortcuts|help|aide",
    "waiting for us|nous attend|qui attend|inbox|accueil|today|aujourd hui|home", "mine|les miens|a moi|my cases",
    "nobody|a personne|unassigned|non attribue", "drafts|brouillons", "views|vues|filter|filtre", "promises|promesses|parole tenue",
    "closed|clos|fermes", "measures|mesures|statistics|statistiques|reports|rapports", "undo|annuler|take it back|reprendre|retirer",
    "attach|joindre|piece jointe|file|fichier", "send|envoyer", "copy|copier", "next|suivant", "previous|precedent",
    "away|absent|conges|holiday|leave", "person|personne|client|customer|contact", "third party|a l exterieur|quelqu un d autre|outside|relais|relay",
    "person outside|forward|transferer", "fault|faute|erreur|error", "outbox|boite d envoi|envois",
  ].map((line) => line.split("|"));
  const also = (words) => SAME.filter((line) => line.some((one) => ` ${words} `.includes(` ${one}`))).flat().join(" ");

  /* What the page has: each act is a button, a link or a summary of it. */
  const text = (element) => {
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll("kbd, script, [data-countdown]")) other.remove();
    return (element.getAttribute("aria-label") || copy.textContent).replace(/\s+/g, " ").trim();
  };
  const ACTS = "main button, main summary, main a.button, .acts a, .modes label, .beside a, #person button, #person summary, #toast button, .rail .foot button, [data-key]";
  function acts() {
    const found = new Map();
    for (const element of document.querySelectorAll(ACTS)) {
      const closed = element.parentElement.closest("details:not([open])"), drop = element.closest(".drop");
      const reach = closed && !(element.matches("summary") && closed === element.parentElement) ? drop ?? closed : element;
      if (element.disabled || element.closest("dialog, [hidden], noscript") || element.matches("[data-palette]")) continue;
      if (reach !== element && reach !== drop) continue; // folded away for another reason than to be at hand
      const seen = reach === drop && drop ? drop.querySelector("summary") : element;
      if (!seen.getClientRects().length || getComputedStyle(seen).visibility === "hidden") continue;
      if (element.closest("#more-acts") && element.matches("summary") || element.closest("#hand-over") && element.matches("a")) continue;
      let name = text(element);
      if (element.title && element.dataset.copy) name = `${element.title} › ${name}`;
      if (!name || name === "×") continue;
      const group = element.matches("summary") ? "" : drop && drop.id !== "more-acts" ? text(drop.querySelector("summary")) : element.closest("#person") ? text(element.closest("div")?.querySelector("h3") ?? element).replace(name, "") : "";
      if (group) name = `${group} › ${name}`;
      if (!found.has(name)) found.set(name, { name, key: keyOf(element), element, group: said.acts });
    }
    return [...found.values()].sort((one, other) => rank(one.element) - rank(other.element));
  }
  const ORDER = ["#toast", ".acts", ".modes, .send", ".beside, .head", "main", "#person"];
  const rank = (element) => { const at = ORDER.findIndex((place) => element.closest(place)); return at < 0 ? ORDER.length : at; };
  const keyOf = (element) => element.dataset.go ? `g ${element.dataset.go}` : element.dataset.key ?? element.getAttribute("aria-keyshortcuts") ?? "";
  function links(selector, group) {
    return [...document.querySelectorAll(selector)].map((element) => {
      const number = element.querySelector("b"), name = text(element);
      return { name: number ? name.slice(0, name.length - number.textContent.length).trim() : name, about: number?.textContent ?? "", key: keyOf(element), element, path: element.getAttribute("href"), group };
    });
  }
  let known = [], found = [], shown = [], at = 0, asking = null, timer = 0;
  function gather() {
    known = [...acts(), ...links("#tabs li > a", said.tabs), ...links(".rail nav:not(#tabs) a, #palette-places a", said.places)];
    for (const one of known) {
      one.folded = fold(one.name);
      one.all = ` ${one.folded} ${also(one.folded)}`.replace(/[:«»“”"().,]/g, " ");
    }
  }
  function fits(one, words) {
    if (!words.every((word) => one.all.includes(` ${word}`))) return 0;
    return one.folded.startsWith(words[0]) ? 3 : words.every((word) => ` ${one.folded}`.includes(` ${word}`)) ? 2 : 1;
  }
  function filter() {
    const typed = field.value.trim(), words = fold(typed).split(/\s+/).filter(Boolean);
    const fit = words.length ? known.map((one) => [fits(one, words), one]).filter(([how]) => how).sort(([one], [other]) => other - one).map(([, one]) => one) : known;
    const best = fit.slice(0, words.length ? 12 : 60);
    // In the order of what fits best, and each kind together.
    const kinds = [...new Set(best.map((one) => one.group))];
    shown = kinds.flatMap((kind) => best.filter((one) => one.group === kind));
    shown.push(...found);
    if (typed) shown.push({ name: said.search.replace("#", () => typed), key: "/", path: `/desk/search/?q=${encodeURIComponent(typed)}`, group: said.found });
    draw();
    none.textContent = typed && shown.length === 1 ? said.none : "";
  }
  function draw() {
    list.replaceChildren();
    let group = null, box = null;
    shown.forEach((one, number) => {
      if (one.group !== group) {
        group = one.group;
        box = document.createElement("div");
        const name = document.createElement("p");
        name.className = "kind";
        name.id = `palette-kind-${number}`;
        name.textContent = group;
        box.setAttribute("role", "group");
        box.setAttribute("aria-labelledby", name.id);
        box.append(name);
        list.append(box);
      }
      const option = document.createElement("div"), name = document.createElement("span"), about = document.createElement("span"), key = document.createElement("span");
      option.id = `palette-${number}`;
      option.setAttribute("role", "option");
      name.textContent = one.name;
      about.className = "meta";
      about.textContent = one.about ?? "";
      key.className = "keyed";
      for (const letter of (one.key ?? "").split(" ").filter(Boolean)) {
        const cap = document.createElement("kbd");
        cap.textContent = letter;
        key.append(cap);
      }
      option.append(name, about, key);
      box.append(option);
    });
    point(0);
  }
  function point(number) {
    at = shown.length ? (number + shown.length) % shown.length : 0;
    field.removeAttribute("aria-activedescendant");
    shown.forEach((_one, which) => {
      const option = document.getElementById(`palette-${which}`);
      option.setAttribute("aria-selected", which === at);
      if (which !== at) return;
      field.setAttribute("aria-activedescendant", option.id);
      if (which) option.scrollIntoView({ block: "nearest" }); else list.scrollTop = 0;
    });
  }
  /* Cases, persons and ready answers: the suggestions of the search. */
  function ask() {
    clearTimeout(timer);
    asking?.abort();
    found = [];
    const typed = field.value.trim();
    if (typed.length > 1) timer = setTimeout(() => look(typed), 100);
  }
  async function look(typed) {
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(`/desk/search/suggestions/?with=answers&q=${encodeURIComponent(typed)}`, { headers: { "HX-Request": "true" }, signal: mine.signal });
      if (!answer.ok || answer.redirected) return;
      const drawn = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine.signal.aborted) return;
      found = [...drawn.querySelectorAll("[role=option][data-path]")].map((option) => ({
        name: option.firstElementChild.textContent, about: option.children[1]?.textContent ?? "", path: option.dataset.path, answer: option.dataset.answer, group: said.found,
      }));
      const kept = at;
      filter();
      point(kept < shown.length ? kept : 0);
    } catch { /* the next letter asks again */ }
  }

  function open() {
    if (dialog.open || document.querySelector("dialog[open]")) return;
    gather();
    found = [];
    field.value = "";
    dialog.showModal();
    filter();
    field.focus();
  }
  function take(one) {
    if (!one) return;
    dialog.close();
    if (one.answer && document.getElementById("reply-words")) { put(one.answer); return; }
    if (!one.element?.isConnected) { if (one.path) location.href = one.path; return; }
    for (let fold = one.element.parentElement.closest("details"); fold; fold = fold.parentElement.closest("details")) if (!fold.open && !(one.element.matches("summary") && fold === one.element.parentElement)) fold.open = true;
    one.element.focus();
    one.element.click();
    if (one.element.matches("summary")) one.element.parentElement.querySelector("input:not([type=hidden]), select, textarea, button")?.focus();
  }
  async function put(name) {
    const words = document.getElementById("reply-words");
    document.getElementById("mode-reply").checked = true;
    words.focus();
    const answer = await fetch(`${document.querySelector("main[data-base]").dataset.base}ready-answers/?q=${encodeURIComponent(name)}`, { headers: { Accept: "application/json" } });
    const offer = answer.ok && !answer.redirected && (await answer.json()).offers.find((one) => one.name === name);
    if (!offer) return;
    words.setRangeText(`${words.value && !/\s$/.test(words.value.slice(0, words.selectionStart)) ? "\n\n" : ""}${offer.words}`, words.selectionStart, words.selectionEnd, "end");
    words.dispatchEvent(new Event("input", { bubbles: true }));
  }

  field.addEventListener("input", () => { ask(); filter(); });
  field.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (by) { event.preventDefault(); point(at + by); }
    else if (event.key === "Enter") { event.preventDefault(); take(shown[at]); }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(shown[Number(option.id.slice(8))]);
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      if (dialog.open) dialog.close(); else open();
    }
  });
  addEventListener("click", (event) => {
    if (event.target.closest?.("[data-palette]")) open();
    else if (event.target === dialog) dialog.close(); // beside it
  });
})();
