"use strict";
// The first view: how much there is, who speaks, and what kind of speech it is.
function table(by, limit, heading) {
  const all = counted(by, rows);
  if (!all.length) return null;
  const inOrder = by === "month";
  all.sort((a, b) => (inOrder ? a.key.localeCompare(b.key) : b.quotes - a.quotes || a.key.localeCompare(b.key)));
  const total = all.reduce((sum, one) => sum + one.quotes, 0);
  const most = Math.max(...all.map((one) => one.quotes));
  const body = all.slice(0, limit).map((one) =>
    make("tr", null,
      make("th", { scope: "row" }, cell(by, one.key)),
      make("td", null, bar(one.quotes / most)),
      make("td", { class: "number" }, number(one.quotes)),
      make("td", { class: "number" }, percent(one.quotes / total)),
      make("td", { class: "number" }, number(one.words)))
  );
  const head = make("tr", null, make("th", { scope: "col" }, heading), make("td", null),
    make("th", { scope: "col", class: "number" }, say("occurrences")), make("th", { scope: "col", class: "number" }, say("share")),
    make("th", { scope: "col", class: "number" }, say("words")));
  const rest = all.length > limit ? make("p", { class: "meta" }, `${number(limit)} / ${number(all.length)} ${say("shown")}`) : null;
  return make("section", null, make("div", { class: "wide" }, make("table", null, make("caption", null, heading), make("thead", null, head), make("tbody", null, body))), rest);
}

function cell(by, key) {
  if (by === "speaker") {
    const speaker = ledger.speakers.find((one) => one.name === key);
    return link("speaker", { id: speaker.id }, key);
  }
  return link("quotes", { [by]: key }, words[key] || key);
}

function overview() {
  const unsure = rows.filter((row) => (row.occurrence.confidence || 0) < 0.5).length;
  const silent = rows.filter((row) => !row.speaker).length;
  const figure = (value, name, path, state) => make("li", null, make("strong", null, value), path ? link(path, state, name) : name);
  const numbers = make("ul", { class: "numbers" },
    figure(number(ledger.articles.length), say("articles"), "articles"),
    figure(number(ledger.quotes.length), say("quotes"), "quotes"),
    figure(number(rows.length), say("occurrences"), "quotes"),
    figure(number(ledger.speakers.length), say("speakers")),
    figure(percent(rows.length ? silent / rows.length : 0), say("unattributed"), "quotes", { unattributed: "1" }),
    figure(percent(rows.length ? unsure / rows.length : 0), say("unsure")));
  return [make("h2", null, say("overview")), numbers,
    make("div", { class: "charts" }, table("speaker", 20, say("speakers")), table("gender", 10, say("gender")), table("type", 3, say("type")),
      table("status", 10, say("status")), table("outlet", 20, say("outlet")), table("month", 60, say("month")))];
}
