// Niceties of the person's side; every page works without them.

const main = document.querySelector("#main");

keepWords();
noteBeginning();
watchFiles();
if (main?.dataset.live) listen(main.dataset.live);

// Words typed here survive a change of language, a wrong turn, a closed lid: in this tab only, until they are sent.
function keepWords() {
  const sent = main?.dataset.sent;
  const form = document.querySelector("form[data-keep]");
  const justSent = document.querySelector(".notice[data-written]");
  if (sent && (justSent || !form)) sessionStorage.removeItem(`words:${sent}`);
  if (!form) return;
  const key = `words:${form.dataset.keep}`;
  const fields = [...form.querySelectorAll("textarea, input[name=name], input[name=email]")];
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const field of fields) if (!field.value && kept[field.name]) field.value = kept[field.name];
  form.addEventListener("input", () => {
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
  });
}

// That somebody began is counted, with no word of theirs; their words go along only where they ask to be written to.
function noteBeginning() {
  const form = document.querySelector("form[data-begun]");
  if (!form) return;
  for (const part of form.querySelectorAll("[data-scripted]")) part.hidden = false;
  const wanted = ["stamp", "csrfmiddlewaretoken"];
  let noting = null;
  let isSent = false;
  const note = () => {
    clearTimeout(noting);
    noting = null;
    const said = new FormData();
    const names = form.elements.word.checked ? [...wanted, "word", "words", "email", "name"] : wanted;
    for (const name of names) said.set(name, form.elements[name].value);
    navigator.sendBeacon(form.dataset.begun, said);
  };
  form.addEventListener("input", () => { noting ??= setTimeout(note, 5000); });
  form.addEventListener("submit", () => { isSent = true; clearTimeout(noting); noting = null; });
  addEventListener("pagehide", () => { if (noting && !isSent) note(); });
}

// A form with files chosen stays open; files too large are said before the wait, not after.
function watchFiles() {
  for (const input of document.querySelectorAll("input[type=file][data-limit]")) {
    input.addEventListener("change", () => {
      const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
      input.setCustomValidity(size > Number(input.dataset.limit) ? input.dataset.tooLarge : "");
      input.reportValidity();
      input.form.classList.toggle("used", input.files.length > 0);
    });
    input.form.addEventListener("submit", (event) => {
      if (!input.checkValidity()) {
        event.preventDefault();
        input.reportValidity();
      }
    });
  }
}

// When something is said in this case, the page reads itself again and puts in what is new; nothing else moves.
function listen(address) {
  let reading = null;
  let source = null;
  const read = () => {
    clearTimeout(reading);
    reading = setTimeout(refresh, 100);
  };
  const open = () => {
    source?.close();
    source = new EventSource(address);
    source.addEventListener("change", read);
    source.addEventListener("resync", read);
    source.addEventListener("bye", () => setTimeout(open, 3000));
    source.addEventListener("error", () => {
      // The browser comes back by itself unless it was refused; then we look once a minute.
      if (source.readyState === EventSource.CLOSED) setTimeout(() => { read(); open(); }, 60000);
    });
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && read());
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", (event) => event.persisted && (read(), open()));
  open();
}

// A part that changed takes the place of the old one; never under a hand, and what is typed or unfolded there stays so.
function putInPlace(old, part) {
  if (!old || !part || old.textContent === part.textContent) return;
  if (old.matches(":active")) return void setTimeout(refresh, 200); // it is being pressed
  if (old.contains(document.activeElement)) {
    old.addEventListener("focusout", () => setTimeout(refresh), { once: true });
    return;
  }
  for (const field of old.querySelectorAll("input[id]")) {
    const same = part.querySelector(`#${field.id}`);
    if (same) same.value = field.value;
  }
  for (const fold of old.querySelectorAll("details[id]")) part.querySelector(`#${fold.id}`)?.toggleAttribute("open", fold.open);
  old.replaceWith(part);
}

let asked = 0;

async function refresh() {
  const mine = ++asked;
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, cache: "no-store" }).catch(() => null);
  const drawn = answer?.ok && (await answer.text());
  if (!drawn || mine !== asked) return; // one that was asked later is on its way, or there already
  const page = new DOMParser().parseFromString(drawn, "text/html");
  for (const part of ["now", "questions", "promises"]) putInPlace(document.getElementById(part), page.getElementById(part));
  const thread = document.querySelector("#thread");
  const arrived = [...(page.querySelector("#thread")?.children ?? [])].filter((letter) => !document.getElementById(letter.id));
  if (!arrived.length) return;
  for (const letter of arrived) letter.classList.add("fresh");
  thread.prepend(...arrived);
  const fromUs = arrived.find((letter) => letter.classList.contains("us"));
  const news = document.querySelector("[data-news]");
  if (!fromUs || !news) return;
  news.querySelector("a").href = `#${fromUs.id}`;
  news.hidden = false;
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    // Long enough for a screen reader to say it, gone once the eye is there.
    setTimeout(() => (news.hidden = true), 4000);
    seen.disconnect();
  }, { threshold: 0.3 });
  seen.observe(fromUs);
}
