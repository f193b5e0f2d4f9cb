/* A first visit brought its files within the page: once it rests, they are fetched, and the next page has them. */
addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => {
  for (const file of document.getElementById("later").dataset.files.split(" ")) fetch(file).catch(() => {});
}));
