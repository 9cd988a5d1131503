"""TEI P5: speakers in `<listPerson>` and `<listOrg>`, a `<cit>` of `<said who>` each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from quotes.export.plain import closed, xml
from quotes.ledger.record import ArticleRecord, Ledger, LedgerQuote, Occurrence, SpeakerRecord

_NOT_NAME = re.compile(r"[^A-Za-z0-9_.-]")
_SEX = {"female": "F", "male": "M"}


def write(ledger: Ledger, stream: IO[bytes]) -> None:
    """Write the document, a piece at a time."""
    for line in _lines(ledger):
        stream.write(line.encode("utf-8") + b"\n")


def _lines(ledger: Ledger) -> Iterator[str]:
    made = ledger.generator
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="fr">'
    yield "<teiHeader>"
    yield "<fileDesc>"
    yield "<titleStmt><title>Citations</title></titleStmt>"
    by = f"{xml(made.name)} {xml(made.version)}, {xml(made.model or '')}"
    yield f"<publicationStmt><p>{by}</p></publicationStmt>"
    yield "<sourceDesc>"
    if ledger.articles:
        yield "<listBibl>"
        yield from map(_bibl, ledger.articles)
        yield "</listBibl>"
    else:
        yield "<p/>"
    yield "</sourceDesc>"
    yield "</fileDesc>"
    people = [one for one in ledger.speakers if one.kind in ("person", "group", "unknown")]
    others = [one for one in ledger.speakers if one.kind not in ("person", "group", "unknown")]
    if ledger.speakers:
        yield "<profileDesc><particDesc>"
        if people:
            yield "<listPerson>"
            yield from map(_person, people)
            yield "</listPerson>"
        if others:
            yield "<listOrg>"
            yield from map(_organisation, others)
            yield "</listOrg>"
        yield "</particDesc></profileDesc>"
    yield "</teiHeader>"
    yield "<text><body>"
    for quote in ledger.quotes:
        yield from _entry(quote)
    if not ledger.quotes:
        yield "<p/>"
    yield "</body></text>"
    yield "</TEI>"


def name(identifier: str) -> str:
    """An id as an XML name."""
    found = _NOT_NAME.sub("_", identifier)
    return found if found[:1].isalpha() or found[:1] == "_" else f"_{found}"


def _bibl(one: ArticleRecord) -> str:
    parts = [
        f"<title>{_shown(one.title or one.path or one.url or one.id)}</title>",
        f"<author>{_shown(one.author)}</author>" if one.author else "",
        f"<publisher>{_shown(one.outlet)}</publisher>" if one.outlet else "",
        f"<date>{_shown(one.date)}</date>" if one.date else "",
        f'<idno type="url">{xml(one.url)}</idno>' if one.url else "",
        f'<idno type="path">{xml(one.path)}</idno>' if one.path else "",
        f'<idno type="sha256">{xml(one.sha256)}</idno>',
    ]
    return f'<bibl xml:id="{name(one.id)}">{"".join(parts)}</bibl>'


def _person(one: SpeakerRecord) -> str:
    element = "personGrp" if one.kind == "group" else "person"
    kind = ' role="unknown"' if one.kind == "unknown" else ""
    sex = f' sex="{_SEX[one.gender]}"' if one.gender else ""
    return (
        f'<{element} xml:id="{name(one.id)}"{kind}{sex}>{_names(one, "persName")}'
        f"{''.join(f'<occupation>{_shown(role)}</occupation>' for role in one.roles)}"
        f"{_wikidata(one)}</{element}>"
    )


def _organisation(one: SpeakerRecord) -> str:
    return f'<org xml:id="{name(one.id)}" type="{one.kind}">{_names(one, "orgName")}{_wikidata(one)}</org>'


def _names(one: SpeakerRecord, element: str) -> str:
    aliases = "".join(f'<{element} type="alias">{_shown(alias)}</{element}>' for alias in one.aliases)
    return f"<{element}>{_shown(one.name)}</{element}>{aliases}"


def _wikidata(one: SpeakerRecord) -> str:
    return f'<idno type="wikidata">{xml(one.wikidata)}</idno>' if one.wikidata else ""


def _entry(quote: LedgerQuote) -> Iterator[str]:
    yield f'<div type="utterance" xml:id="{name(quote.id)}">'
    for one in quote.occurrences:
        yield f"<cit>{_said(one)}{_place(one)}</cit>"
    links = " ".join(f"#{name(link.quote)}" for link in quote.related)
    if links:
        yield f'<ab type="related"><ref target="{links}"/></ab>'
    yield "</div>"


def _said(one: Occurrence) -> str:
    who = " ".join(f"#{name(speaker)}" for speaker in (one.speaker, *one.with_) if speaker is not None)
    cert = "high" if one.confidence >= 0.8 else "medium" if one.confidence >= 0.5 else "low"
    direct = "false" if one.type == "indirect" else "true"
    said = f'who="{who}" ' if who else ""
    return f'<said {said}direct="{direct}" cert="{cert}" type="{one.type}">{xml(one.text)}</said>'


def _place(one: Occurrence) -> str:
    return (
        f'<bibl><ref target="#{name(one.article)}"/><biblScope unit="character" from="{one.start}" '
        f'to="{one.end}">{one.start}-{one.end}</biblScope></bibl>'
    )


def _shown(text: str) -> str:
    return xml(closed(text))
