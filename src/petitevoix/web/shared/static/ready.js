/* Ready answers: `::` and some letters in a reply open a list; what is chosen stands in their place. */
(() => {
  "use strict";
  const say = (words) => { const place = document.getElementById("ready-said"); if (place) place.textContent = words; };
  const open = window.offering({
    id: "ready", field: "reply-words", path: "ready-answers/", asked: /(?:^|[\s(«"“])(::([\p{L}\p{N}_’'-]{0,40}))$/u,
    label: () => document.querySelector("[data-ready]")?.textContent ?? "",
    drawn: ({ name, note, words }) => [name, (note ? `(${note}) ` : "") + words.slice(0, 120).replace(/\s+/g, " ")],
    words: ({ words }) => words,
    taken({ words, note }, field, from) {
      const empty = /\{[^{}\n]+\}/.exec(words);
      if (empty) field.setSelectionRange(from + empty.index, from + empty.index + empty[0].length);
      say(note);
    },
    heard: ({ said }) => say(said),
    closed: () => say(""),
  });
  document.addEventListener("mousedown", (event) => { if (event.target.closest("[data-ready]")) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-ready]");
    if (!button) return;
    event.preventDefault();
    // Enter in a line of the form presses its first button: who has written a copy's address asks for no answer.
    if (event.detail || document.activeElement === button) open(document.getElementById("reply-words"), "::");
  });
})();
