"""Forms of French verbs: infinitive in, every form that a report can use out.

The third person of all simple tenses, first persons (*dis-je*), infinitive and participles. Models follow
the usual school tables; only verbs of the lexicon are ever asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Shape = Literal["finite", "infinitive", "present", "past"]

_PRESENT_ER = ("e", "es", "e", "ons", "ez", "ent")
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")
_PAST_A = ("ai", "as", "a", "âmes", "âtes", "èrent", "ât", "assent")
_PAST_I = ("is", "it", "îmes", "îtes", "irent", "ît", "issent")
_PAST_U = ("us", "ut", "ûmes", "ûtes", "urent", "ût", "ussent")
_PAST_IN = ("ins", "int", "înmes", "întes", "inrent", "înt", "inssent")

# suffix: present singular 1 and 3, plural stem (+ ons, ez, imperfect), plural 3, future stem, past stem + model,
# participles past (masculine), subjunctive stem. The longest suffix wins.
_MODELS: dict[str, tuple[str, str, str, str, str, str, str, str, str]] = {
    "dire": ("dis", "dit", "dis", "disent", "dir", "d", "i", "dit", "dise"),
    "écrire": ("écris", "écrit", "écriv", "écrivent", "écrir", "écriv", "i", "écrit", "écrive"),
    "décrire": ("décris", "décrit", "décriv", "décrivent", "décrir", "décriv", "i", "décrit", "décrive"),
    "prescrire": (
        "prescris",
        "prescrit",
        "prescriv",
        "prescrivent",
        "prescrir",
        "prescriv",
        "i",
        "prescrit",
        "prescrive",
    ),
    "rire": ("ris", "rit", "ri", "rient", "rir", "r", "i", "ri", "rie"),
    "lire": ("lis", "lit", "lis", "lisent", "lir", "l", "u", "lu", "lise"),
    "aître": ("ais", "aît", "aiss", "aissent", "aîtr", "", "u", "u", "aisse"),
    "prendre": ("prends", "prend", "pren", "prennent", "prendr", "pr", "i", "pris", "prenne"),
    "ettre": ("ets", "et", "ett", "ettent", "ettr", "", "i", "is", "ette"),
    "ondre": ("onds", "ond", "ond", "ondent", "ondr", "ond", "i", "ondu", "onde"),
    "endre": ("ends", "end", "end", "endent", "endr", "end", "i", "endu", "ende"),
    "attre": ("ats", "at", "att", "attent", "attr", "att", "i", "attu", "atte"),
    "aindre": ("ains", "aint", "aign", "aignent", "aindr", "aign", "i", "aint", "aigne"),
    "eindre": ("eins", "eint", "eign", "eignent", "eindr", "eign", "i", "eint", "eigne"),
    "oindre": ("oins", "oint", "oign", "oignent", "oindr", "oign", "i", "oint", "oigne"),
    "enir": ("iens", "ient", "en", "iennent", "iendr", "", "in", "enu", "ienne"),
    "mentir": ("mens", "ment", "ment", "mentent", "mentir", "ment", "i", "menti", "mente"),
    "clure": ("clus", "clut", "clu", "cluent", "clur", "cl", "u", "clu", "clue"),
    "suivre": ("suis", "suit", "suiv", "suivent", "suivr", "suiv", "i", "suivi", "suive"),
    "croire": ("crois", "croit", "croy", "croient", "croir", "cr", "u", "cru", "croie"),
    "voir": ("vois", "voit", "voy", "voient", "verr", "v", "i", "vu", "voie"),
    "prévoir": ("prévois", "prévoit", "prévoy", "prévoient", "prévoir", "prév", "i", "prévu", "prévoie"),
    "savoir": ("sais", "sait", "sav", "savent", "saur", "s", "u", "su", "sache"),
    "valoir": ("vaux", "vaut", "val", "valent", "vaudr", "val", "u", "valu", "vaille"),
    "vouloir": ("veux", "veut", "voul", "veulent", "voudr", "voul", "u", "voulu", "veuille"),
    "pouvoir": ("peux", "peut", "pouv", "peuvent", "pourr", "p", "u", "pu", "puisse"),
    "devoir": ("dois", "doit", "dev", "doivent", "devr", "d", "u", "dû", "doive"),
    "mouvoir": ("meus", "meut", "mouv", "meuvent", "mouvr", "m", "u", "mu", "meuve"),
    "faire": ("fais", "fait", "fais", "font", "fer", "f", "i", "fait", "fasse"),
    "traduire": (
        "traduis",
        "traduit",
        "traduis",
        "traduisent",
        "traduir",
        "traduis",
        "i",
        "traduit",
        "traduise",
    ),
    "déduire": ("déduis", "déduit", "déduis", "déduisent", "déduir", "déduis", "i", "déduit", "déduise"),
    "introduire": (
        "introduis",
        "introduit",
        "introduis",
        "introduisent",
        "introduir",
        "introduis",
        "i",
        "introduit",
        "introduise",
    ),
    "rompre": ("romps", "rompt", "romp", "rompent", "rompr", "romp", "i", "rompu", "rompe"),
    "clore": ("clos", "clôt", "clos", "closent", "clor", "", "", "clos", "close"),
    "enquérir": (
        "enquiers",
        "enquiert",
        "enquér",
        "enquièrent",
        "enquerr",
        "enqu",
        "i",
        "enquis",
        "enquière",
    ),
    "plaire": ("plais", "plaît", "plais", "plaisent", "plair", "pl", "u", "plu", "plaise"),
}
_SUFFIXES = sorted(_MODELS, key=len, reverse=True)
_DOUBLING = ("appeler", "épeler", "jeter", "ruisseler", "renouveler", "étinceler", "ficeler")


def conjugate(infinitive: str) -> Iterator[tuple[str, Shape]]:
    """The forms of one verb without its pronoun or further words, each with its shape."""
    yield infinitive, "infinitive"
    for suffix in _SUFFIXES:
        if infinitive.endswith(suffix):
            yield from _irregular(infinitive[: -len(suffix)], _MODELS[suffix])
            return
    if infinitive.endswith("er"):
        yield from _first_group(infinitive[:-2], infinitive)
    elif infinitive.endswith("ir"):
        stem = infinitive[:-1]
        yield from _build(
            stem + "s",
            stem + "t",
            stem + "ss",
            stem + "ssent",
            infinitive,
            stem[:-1],
            "i",
            stem,
            stem + "sse",
        )


def _first_group(stem: str, infinitive: str) -> Iterator[tuple[str, Shape]]:
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    mute = stem
    if infinitive.endswith(_DOUBLING):
        mute = stem + stem[-1]
    elif stem.endswith(("ay", "oy", "uy")):
        mute = stem[:-1] + "i"
    else:
        for i in range(len(stem) - 1, max(len(stem) - 4, -1), -1):
            if stem[i] in "eé" and i < len(stem) - 1:
                if not set(stem[i + 1 :]) & set("aeiouyâêîôûèé") and (
                    len(stem) - i == 2 or stem[i + 1 :] in _MUTE_TAILS
                ):
                    mute = stem[:i] + "è" + stem[i + 1 :]
                break
            if stem[i] in "aiouyâêîôûè":
                break
    for ending in _PRESENT_ER:
        base = soft if ending == "ons" else stem if ending == "ez" else mute
        yield base + ending, "finite"
    for ending in _IMPERFECT:
        yield (stem if ending[0] == "i" else soft) + ending, "finite"
    for ending in _PAST_A:
        yield (stem if ending == "èrent" else soft) + ending, "finite"
    futures = {stem + "er"} if mute == stem or stem[len(mute) - 2 :].find("é") >= 0 else {mute + "er"}
    if mute != stem and len(mute) == len(stem):
        futures = {stem + "er", mute + "er"}
    for future in futures:
        for ending in _FUTURE:
            yield future + ending, "finite"
    yield soft + "ant", "present"
    for ending in ("é", "ée", "és", "ées"):
        yield stem + ending, "past"


_MUTE_TAILS = frozenset({"br", "cr", "dr", "gl", "gn", "gr", "gu", "qu", "tr", "vr", "pr"})


def _irregular(prefix: str, m: tuple[str, str, str, str, str, str, str, str, str]) -> Iterator[tuple[str, Shape]]:
    one, three, plural, they, future, past, model, participle, subjunctive = m
    yield from _build(
        prefix + one,
        prefix + three,
        prefix + plural,
        prefix + they,
        prefix + future,
        prefix + past,
        model,
        prefix + participle,
        prefix + subjunctive,
    )


def _build(
    one: str,
    three: str,
    plural: str,
    they: str,
    future: str,
    past: str,
    model: str,
    participle: str,
    subjunctive: str,
) -> Iterator[tuple[str, Shape]]:
    for form in (one, three, plural + "ons", plural + "ez", they, subjunctive, subjunctive + "nt"):
        yield form, "finite"
    for ending in _IMPERFECT:
        yield plural + ending, "finite"
    for ending in _FUTURE:
        yield future + ending, "finite"
    for ending in {"i": _PAST_I, "u": _PAST_U, "in": _PAST_IN}.get(model, ()):
        yield past + ending, "finite"
    yield plural + "ant", "present"
    mute = participle if not participle.endswith("û") else participle[:-1] + "u"
    plural_participle = participle if participle.endswith("s") else participle + "s"
    for form in (participle, mute + "e", plural_participle, mute + "es"):
        yield form, "past"
