"use strict";
// Elements from data: text is only ever set as text, never as markup.
const page = JSON.parse(document.getElementById("data").textContent);
const words = page.words;
const say = (name) => words[name] || name;

function make(tag, attributes, ...children) {
  const node = tag === "svg" || tag === "rect" ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

// A link to another place of this page, its state in the address.
function link(path, state, ...text) {
  const query = new URLSearchParams(Object.entries(state || {}).filter(([, value]) => value)).toString();
  return make("a", { href: `#/${path}${query ? `?${query}` : ""}` }, ...text);
}

// Only pages of the web are opened: never javascript: or data: addresses.
function safeAddress(url) {
  try {
    const found = new URL(url);
    return found.protocol === "http:" || found.protocol === "https:" ? found : null;
  } catch {
    return null;
  }
}

const percent = (part) => `${(100 * part).toFixed(1).replace(".", document.documentElement.lang === "fr" ? "," : ".")} %`;
const number = (count) => count.toLocaleString(document.documentElement.lang);
const folded = (text) => (text || "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordCount = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) || []).length;

function bar(part) {
  const drawn = make("svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  drawn.append(make("rect", { x: 0, y: 0, width: Math.max(0.5, 100 * part), height: 10 }));
  return drawn;
}
