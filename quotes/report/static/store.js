"use strict";
// The ledger, looked up by id, and one row for each occurrence.
const ledger = page.ledger;
const articlesById = new Map(ledger.articles.map((one) => [one.id, one]));
const speakersById = new Map(ledger.speakers.map((one) => [one.id, one]));
const quotesById = new Map(ledger.quotes.map((one) => [one.id, one]));

const rows = ledger.quotes.flatMap((quote) =>
  quote.occurrences.map((occurrence, place) => ({
    quote,
    occurrence,
    place,
    article: articlesById.get(occurrence.article),
    speaker: speakersById.get(occurrence.speaker) || null,
  }))
);

const nameOf = (speaker) => (speaker ? speaker.name : say("nobody"));
const titleOf = (article) => article.title || article.path || article.id;
const statusOf = (occurrence) => occurrence.status || "asserted";

// What a row is called by each of the ways to count.
const keys = {
  speaker: (row) => (row.speaker ? row.speaker.name : null),
  gender: (row) => (row.speaker && row.speaker.kind === "person" ? row.speaker.gender || "unknown" : row.speaker ? row.speaker.kind : null),
  kind: (row) => (row.speaker ? row.speaker.kind : null),
  type: (row) => row.occurrence.type,
  status: (row) => statusOf(row.occurrence),
  outlet: (row) => row.article.outlet,
  month: (row) => (row.article.date ? row.article.date.slice(0, 7) : null),
};

function counted(by, chosen) {
  const found = new Map();
  for (const row of chosen) {
    const key = keys[by](row);
    if (key === null || key === undefined) continue;
    const one = found.get(key) || { key, quotes: 0, words: 0 };
    one.quotes += 1;
    one.words += wordCount(row.occurrence.text);
    found.set(key, one);
  }
  return [...found.values()];
}

// The rows that an address asks for; what cannot be asked is left out of it.
function chosen(state) {
  const sought = folded(state.search);
  const least = Number(state.least || 0);
  return rows.filter(
    (row) =>
      (!sought || folded(`${row.occurrence.text} ${nameOf(row.speaker)}`).includes(sought)) &&
      (!state.speaker || (row.speaker && row.speaker.id === state.speaker)) &&
      (!state.unattributed || !row.speaker) &&
      (!state.disputed || row.quote.disputed.length > 0) &&
      (row.occurrence.confidence || 0) >= least &&
      ["type", "kind", "gender", "status", "outlet", "month"].every((by) => !state[by] || keys[by](row) === state[by])
  );
}
