"use strict";
// The quotes that the filters leave; the address keeps the filters, rows are drawn as they are asked for.
const PORTION = 100;

function options(by) {
  return [["", say("all")], ...counted(by, rows).map((one) => [one.key, words[one.key] || one.key]).sort((a, b) => a[1].localeCompare(b[1]))];
}

function field(state, name, label, choices) {
  const id = `f-${name}`;
  const input = choices
    ? make("select", { id, name }, choices.map(([value, text]) => make("option", { value, selected: (state[name] || "") === value }, text)))
    : make("input", { id, name, type: name === "least" ? "number" : "search", value: state[name] || "", min: name === "least" ? "0" : null, max: name === "least" ? "1" : null, step: name === "least" ? "0.05" : null });
  return make("div", null, make("label", { for: id }, label), input);
}

const ORDERS = {
  "": () => 0,
  name: (a, b) => nameOf(a.speaker).localeCompare(nameOf(b.speaker)),
  date: (a, b) => (a.article.date || "").localeCompare(b.article.date || ""),
  times: (a, b) => b.quote.occurrences.length - a.quote.occurrences.length,
};

function filters(state, changed) {
  const people = [["", say("all")], ...ledger.speakers.map((one) => [one.id, one.name]).sort((a, b) => a[1].localeCompare(b[1]))];
  const form = make("form", { role: "search" },
    field(state, "search", say("search")), field(state, "speaker", say("speaker"), people),
    ["type", "kind", "gender", "status", "outlet", "month"].filter((by) => counted(by, rows).length > 1).map((by) => field(state, by, say(by), options(by))),
    field(state, "least", say("least")),
    field(state, "sort", say("sort"), [["", say("by_place")], ["name", say("by_name")], ["date", say("by_date")], ["times", say("by_times")]]),
    make("div", null, make("button", { type: "button", onclick: () => { location.hash = "#/quotes"; } }, say("clear"))));
  const read = () => changed(Object.fromEntries([...new FormData(form)].filter(([, value]) => value)));
  form.addEventListener("input", read);
  form.addEventListener("submit", (event) => { event.preventDefault(); read(); });
  return form;
}

function line(row) {
  const where = [row.article.outlet, row.article.date, titleOf(row.article)].filter(Boolean).join(", ");
  return make("li", null,
    link("quote", { id: row.quote.id }, make("q", null, row.occurrence.text)),
    make("div", { class: "meta" },
      row.speaker ? link("speaker", { id: row.speaker.id }, row.speaker.name) : say("nobody"), " · ", say(row.occurrence.type),
      statusOf(row.occurrence) === "asserted" ? null : [" · ", say(statusOf(row.occurrence))],
      row.quote.disputed.length ? [" · ", say("disputed")] : null, " · ", say("confidence"), " ", (row.occurrence.confidence || 0).toFixed(2), " · ",
      link("article", { id: row.article.id, at: row.quote.id }, where)));
}

function list(state) {
  const count = make("p", { role: "status" });
  const items = make("ol", { class: "quotes" });
  const more = make("button", { type: "button" }, say("more"));
  let found = [];
  let drawn = 0;
  const draw = () => {
    items.append(...found.slice(drawn, drawn + PORTION).map(line));
    drawn = Math.min(found.length, drawn + PORTION);
    more.hidden = drawn >= found.length;
  };
  const fill = (asked) => {
    found = chosen(asked);
    if (asked.sort) found.sort(ORDERS[asked.sort] || ORDERS[""]);
    count.textContent = found.length ? `${number(found.length)} ${say("found")}` : say("none");
    items.replaceChildren();
    drawn = 0;
    draw();
  };
  more.addEventListener("click", draw);
  fill(state);
  const changed = (asked) => {
    const query = new URLSearchParams({ ...(state.unattributed ? { unattributed: "1" } : {}), ...asked }).toString();
    history.replaceState(null, "", `#/quotes${query ? `?${query}` : ""}`);
    fill(Object.fromEntries(new URLSearchParams(query)));
  };
  return [make("h2", null, say("quotes")), filters(state, changed), count, items, more];
}
