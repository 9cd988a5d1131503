"use strict";
// The articles, and one of them with what is said in it marked. Offsets count code points.
function articles() {
  const counts = new Map();
  for (const row of rows) counts.set(row.article.id, (counts.get(row.article.id) || 0) + 1);
  const body = ledger.articles.map((one) => make("tr", null, make("th", { scope: "row" }, link("article", { id: one.id }, titleOf(one))), make("td", null, one.outlet || ""), make("td", null, one.date || ""), make("td", { class: "number" }, number(counts.get(one.id) || 0))));
  const head = ["articles", "outlet", "date"].map((name) => make("th", { scope: "col" }, say(name)));
  return [make("h2", null, say("articles")), make("div", { class: "wide" }, make("table", null, make("thead", null, make("tr", null, head, make("th", { scope: "col", class: "number" }, say("occurrences")))), make("tbody", null, body)))];
}

// The stretches of an article's records, outer ones first; one that would cross another is cut to it.
function stretches(own) {
  const spans = own.flatMap((row) => (row.occurrence.content ? [row.occurrence.content] : row.occurrence.verbatim).map(([start, end], at) => ({ start, end, row, first: at === 0 })));
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function marked(points, spans, start, end) {
  const out = [];
  let at = start;
  while (spans.length && spans[0].start < end) {
    const span = spans.shift();
    const begin = Math.max(at, span.start);
    const stop = Math.min(end, span.end);
    if (begin >= stop) continue;
    out.push(points.slice(at, begin).join(""));
    const label = span.first ? make("span", { class: "label" }, nameOf(span.row.speaker)) : null;
    const why = (span.row.occurrence.why || []).join(" · ");
    out.push(make("mark", { title: `${nameOf(span.row.speaker)} — ${why}`, id: span.first ? `at-${span.row.quote.id}` : null }, label, marked(points, spans, begin, stop)));
    at = stop;
  }
  out.push(points.slice(at, end).join(""));
  return out;
}

function articleView(state) {
  const article = articlesById.get(state.id);
  if (!article) return [make("p", null, say("none"))];
  const own = rows.filter((row) => row.article === article);
  const text = page.texts[article.id];
  const about = make("p", { class: "meta" }, [article.outlet, article.date, article.author, article.path].filter(Boolean).join(" · "));
  const points = text === undefined ? null : Array.from(text);
  const body = points === null ? make("p", null, say("no_text")) : make("div", { class: "text" }, marked(points, stretches(own), 0, points.length));
  return [make("h2", null, titleOf(article)), about, body, make("h3", null, `${say("quotes")} (${number(own.length)})`), make("ol", { class: "quotes" }, own.map(line))];
}
