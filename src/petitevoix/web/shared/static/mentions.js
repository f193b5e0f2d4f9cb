/* Mentions: `@` and some letters in a note open a list of colleagues who may see the case; the chosen name stands there. */
(() => {
  "use strict";
  const said = () => document.getElementById("note-form").dataset;
  window.offering({
    id: "mention", field: "note-words", path: "colleagues/", widest: 384,
    asked: /(?:^|[^\p{L}\p{N}._+@/-])(@([\p{L}\p{N}_’'-]{0,40}(?: [\p{L}\p{N}_’'-]{1,40})?))$/u,
    label: () => said().colleagues,
    drawn: ({ name, team }) => [name, team ? said().team : ""],
    words: ({ name }) => `@${name} `,
    taken: () => true, // a name may go on with another word: it is not looked for again
  });
})();
