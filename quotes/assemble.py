"""Assemble: records and their sources joined into quotes, with offsets and texts. It holds no rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Link, linked
from quotes.entities.names import fold
from quotes.entities.resolve import Resolution
from quotes.entities.via import Via
from quotes.types import Gender, Mention, Quote, Reason, Span, Speaker
from quotes.weigh.score import Weights, reasons, sure

_GENDERS: dict[str, Gender] = {"f": "female", "m": "male"}


def assemble(
    view: str, catalogue: Sequence[Entity], resolved: Iterable[Resolution], weights: Weights
) -> tuple[Quote, ...]:
    """The quotes of an article, those without a word left out."""
    found = (_quote(view, catalogue, one, weights) for one in resolved)
    return tuple(quote for quote in found if any(c.isalnum() for c in quote.text))


def signed_block(view: str, catalogue: Sequence[Entity], words: Span, name: Span, entity: Entity) -> Quote:
    """A stretch that its signature closes (*— Ilya Sutskever (@ilyasut) 20 novembre 2023*)."""
    return Quote(
        "direct",
        _text(view, (words,)),
        (words,),
        mention=Mention(*name, view[slice(*name)]),
        speaker=speaker_of(catalogue, linked(entity, Via.SIGNATURE)),
        confidence=0.9,
        why=("signed block", "signature"),
    )


def _quote(view: str, catalogue: Sequence[Entity], one: Resolution, weights: Weights) -> Quote:
    record, choice = one.record, one.choice
    content = None if record.content is None else _trimmed(view, record.content)
    verbatim = tuple(_trimmed(view, span) for span in record.verbatim)
    link = choice.link
    others = [catalogue[i] for i in link.others] if link is not None else []
    table = weights.marked if record.verbatim else weights.clause
    carried = [
        *(Reason("speech", r.feature, r.weight) for r in reasons(table, record.features)),
        *(Reason("entity", r.feature, r.weight) for r in reasons(weights.entity, choice.features)),
    ]
    return Quote(
        record.type,
        _text(view, verbatim if record.type == "direct" or content is None else (content,)),
        verbatim,
        content,
        record.candidate.cue,
        Mention(*one.mention, view[slice(*one.mention)]) if one.mention is not None else None,
        speaker_of(catalogue, link) if link is not None else None,
        tuple(speaker_of(catalogue, linked(e, Via.NAMED_WITH)) for e in others),
        speaker_of(catalogue, one.relay) if one.relay is not None else None,
        None,
        round(sure(weights, record.probability * choice.probability), 4),
        (record.candidate.name, one.via),
        tuple(carried),
        choice.runner_up,
    )


def speaker_of(catalogue: Sequence[Entity], link: Link) -> Speaker:
    """The speaker as a value: name, other names, roles."""
    if link.entity is None:
        return Speaker(link.name, link.kind)
    entity = catalogue[link.entity]
    aliases = sorted({form for form in entity.forms if fold(form) != fold(entity.name)})
    roles = sorted({role.text for role in entity.roles})
    gender = _GENDERS.get(link.gender or "") if entity.kind == "person" else None
    return Speaker(entity.name, entity.kind, tuple(aliases), tuple(roles), gender)


def _text(view: str, spans: Sequence[Span]) -> str:
    return " ".join(" ".join(view[a:b].split()) for a, b in spans)


def _trimmed(view: str, span: Span) -> Span:
    """A stretch without the blanks at its edges: rules begin and end one where a dash or a word does."""
    start, end = span
    words = view[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
