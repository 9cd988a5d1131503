"use strict";
// One quote with its wordings and places, and one speaker with all they said.
function differing(text, first) {
  const known = new Set(folded(first).split(/[^\p{L}\p{N}]+/u));
  return text.split(/(\s+)/u).map((word) => {
    const bare = folded(word).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return bare.length && bare.some((one) => !known.has(one)) ? make("span", { class: "differs" }, word) : word;
  });
}

function reasons(occurrence) {
  const why = make("p", { class: "meta" }, `${say("why")} : `, (occurrence.why || []).join(" · "));
  const weighed = occurrence.reasons || [];
  if (!weighed.length) return why;
  const body = weighed.map((one) => make("tr", null, make("td", null, say(one.decision)), make("td", null, one.feature), make("td", { class: "number" }, one.weight.toFixed(2))));
  return [why, make("div", { class: "wide" }, make("table", null, make("thead", null, make("tr", null,
    make("th", { scope: "col" }, say("entity")), make("th", { scope: "col" }, say("reason")), make("th", { scope: "col", class: "number" }, say("weight")))), make("tbody", null, body))),
    occurrence.runner_up ? make("p", { class: "meta" }, `${say("runner_up")} : `, occurrence.runner_up) : null];
}

function sourceOf(article, occurrence) {
  const address = safeAddress(article.url);
  if (!address) return null;
  const said = occurrence.text.split(/\s+/u).slice(0, 8).join(" ");
  return make("a", { href: `${address.href.split("#")[0]}#:~:text=${encodeURIComponent(said)}`, rel: "noreferrer" }, say("source"));
}

function quoteView(state) {
  const quote = quotesById.get(state.id);
  if (!quote) return [make("p", null, say("none"))];
  const own = rows.filter((row) => row.quote === quote);
  const places = own.map((row) => make("li", null,
    make("blockquote", null, make("span", { class: "meta" }, row.occurrence.prefix || ""), make("q", null, differing(row.occurrence.text, quote.text)), make("span", { class: "meta" }, row.occurrence.suffix || "")),
    make("p", { class: "meta" }, row.speaker ? link("speaker", { id: row.speaker.id }, row.speaker.name) : say("nobody"), " · ", say(row.occurrence.type), " · ", say(statusOf(row.occurrence)), " · ",
      say("confidence"), " ", (row.occurrence.confidence || 0).toFixed(2), " · ", link("article", { id: row.article.id, at: quote.id }, titleOf(row.article)), " ", sourceOf(row.article, row.occurrence)),
    row.occurrence.cue ? make("p", { class: "meta" }, `${say("cue")} : `, row.occurrence.cue.text) : null, reasons(row.occurrence)));
  const near = (quote.related || []).filter((one) => quotesById.has(one.quote)).map((one) =>
    make("li", null, link("quote", { id: one.quote }, make("q", null, quotesById.get(one.quote).text)), make("span", { class: "meta" }, ` ${say(one.relation)}, ${one.score.toFixed(2)}`)));
  return [make("h2", null, make("q", null, quote.text)), make("h3", null, `${say("places")} (${number(own.length)})`), make("ol", { class: "quotes" }, places),
    near.length ? [make("h3", null, say("related")), make("ul", { class: "quotes" }, near)] : null];
}

function speakerView(state) {
  const speaker = speakersById.get(state.id);
  if (!speaker) return [make("p", null, say("none"))];
  const own = rows.filter((row) => row.speaker === speaker);
  const dates = own.map((row) => row.article.date).filter(Boolean).sort();
  const told = (name, values) => (values && values.length ? make("p", { class: "meta" }, `${say(name)} : `, values.join(", ")) : null);
  return [make("h2", null, speaker.name), told("kind", [say(speaker.kind)]), told("gender", speaker.gender ? [say(speaker.gender)] : []), told("aliases", speaker.aliases), told("roles", speaker.roles),
    told("date", dates.length ? [dates[0] === dates.at(-1) ? dates[0] : `${dates[0]} – ${dates.at(-1)}`] : []),
    make("p", null, `${number(own.length)} ${say("found")}`), make("ol", { class: "quotes" }, own.map(line))];
}
