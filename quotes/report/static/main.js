"use strict";
// The address says which view is drawn and with what.
const VIEWS = { "": overview, quotes: list, quote: quoteView, speaker: speakerView, articles, article: articleView };

function draw() {
  const [path, query] = location.hash.replace(/^#\/?/u, "").split("?");
  const state = Object.fromEntries(new URLSearchParams(query || ""));
  const view = Object.hasOwn(VIEWS, path) ? VIEWS[path] : overview;
  const main = document.getElementById("main");
  main.replaceChildren(...make("div", null, view(state)).childNodes);
  for (const one of document.querySelectorAll("nav a")) {
    if (one.getAttribute("href") === `#/${path}`) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
  const at = state.at && document.getElementById(`at-${state.at}`);
  if (at) at.scrollIntoView();
  else window.scrollTo(0, 0);
}

window.addEventListener("hashchange", () => {
  draw();
  document.getElementById("main").focus({ preventScroll: true });
});
draw();
