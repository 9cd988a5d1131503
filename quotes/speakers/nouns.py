"""Nouns as sources: functions, organisations, documents, groups, and whom they mean here."""

from __future__ import annotations

import re
from functools import cache

from quotes import lexicon
from quotes.cues.reading import Source
from quotes.cues.words import low
from quotes.speakers.cast import Figure
from quotes.speakers.names import fold, variant, words
from quotes.speakers.roles import Role, role
from quotes.speakers.stage import Identity, Stage
from quotes.types import SpeakerKind

_DESCRIPTIONS = frozenset(
    "prevenu accus suspect condamn detenu mis en cause homme femme garcon fill jeun quadragenair quinquagenair sexagenair"
    " septuagenair octogenair trentenair vingtenair nonagenair centenair adolescent interess conducteur automobilist".split()
)


_ANAPHORIC = frozenset(
    "ong organisation association syndicat parti agence entreprise société groupe compagnie constructeur quotidien journal"
    " hebdomadaire magazine chaîne institution institut club firme géant centrale fédération confédération fabricant opérateur"
    " fondation banque média site radio ligue marque distributeur avionneur équipementier collectif mouvement".split()
)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Role → the roles that it can stand for (*le chercheur* for an astronomer), by their keys."""
    out: dict[str, frozenset[str]] = {}
    for kind, names in lexicon.rows("role_kinds"):
        key = role(kind)
        if key is not None:
            out[key.head] = frozenset(r.head for r in map(role, names.split()) if r is not None)
    return out


def _match_role(asked: Role, held: Role) -> int:
    if asked.head == held.head:
        shared = len(asked.content & held.content)
        if asked.content <= held.content:
            return 10 + shared
        if held.content <= asked.content:
            return 6 + shared
        return 4 + shared if shared else 0
    if held.head in _kinds().get(asked.head, ()) and (asked.content <= held.content):
        return 3
    words_held = {held.head, *held.content}
    if asked.head in words_held and asked.content <= words_held:
        return 5
    return 0


def _strip(text: str) -> str:
    text = re.sub(r"^(?:M\.|Mme|MM\.|Mmes|Monsieur|Madame) (?=(?:le|la|l'|les)\b)", "", text)
    return re.sub(
        r"^(?:l'|le |la |les |un |une |des |ce |cet |cette |ces |son |sa |ses |leur |leurs |notre |nos )",
        "",
        text,
        flags=re.IGNORECASE,
    )


def _own(text: str) -> str:
    """Own words of a source: without what follows a comma, and without a heading that runs into it."""
    text = re.sub(r"^(?:M\.|Mme|Monsieur|Madame) (?=(?:le|la|l')\b)", "", text)
    text = re.sub(r"^[A-ZÀ-Ý].*\s(?=(?:Le|La|Les|L'|Un|Une)\s?[a-zà-ÿ])", "", text)
    return " ".join(text.split(",")[0].split()).strip(' .:;«»"')


def _article_gender(opener: str, morph: str) -> str | None:
    if opener in ("la", "une", "cette", "sa"):
        return "f"
    if opener in ("le", "un", "ce", "cet", "son"):
        return "m"
    if "Gender=Fem" in morph:
        return "f"
    if "Gender=Masc" in morph:
        return "m"
    return None


class Nouns(Stage):
    """Reads the noun phrases that name a source."""

    def _noun(self, source: Source, frame: int) -> Identity | None:
        reading = self._reading
        text = reading.view[source.start : source.end]
        figures = self._figures_in(source)
        bare = _strip(text)
        if re.match(r"(?:ce|cette|cet) derni(?:er|ère)\b", text.lower()):
            return self._latest(source.start, "f" if "dernière" in text.lower() else "m", False, frame)
        heads = re.findall(r"[\w-]+", bare.lower())
        determiner = re.match(
            r"(?:l'|le |la |les |un |une |des |ce |cet |cette |ces |son |sa |ses |leur |leurs |notre |plusieurs |certain|quelque|deux |trois |près de )",
            text.lower(),
        )
        opener = determiner.group().strip() if determiner else ""
        plural = opener in (
            "les",
            "des",
            "ces",
            "ses",
            "leurs",
            "plusieurs",
            "certain",
            "quelque",
            "deux",
            "trois",
            "près de",
        ) or bool(source.head is not None and "Number=Plur" in reading.tokens[source.head].morph and not figures)
        head_noun = low(reading, source.head) if source.head is not None else (heads[0] if heads else "")
        singular_head = head_noun.rstrip("s") if plural else head_noun
        document = head_noun in lexicon.documents() or singular_head in lexicon.documents()
        if document:
            return self._document(source, text, bare, figures, opener, frame, plural)
        as_role = role(bare)
        is_role = (
            as_role is not None
            and not plural
            and (
                head_noun in lexicon.roles()
                or bool(heads)
                and (heads[0] in lexicon.roles() or " ".join(heads[:2]) in lexicon.roles())
            )
        )
        if is_role and as_role is not None and head_noun not in lexicon.organisations():
            return self._role(source, text, bare, as_role, opener, frame)
        organisations = [f for f in figures if f.kind == "organisation"]
        if head_noun in lexicon.organisations() or organisations:
            return self._organisation(source, text, bare, organisations, opener, frame, plural, head_noun)
        if plural or head_noun in ("certains", "certaines", "plusieurs", "beaucoup"):
            return Identity(_own(text), "group" if plural else "unknown", None, None, True, "group by its own words")
        token = reading.tokens[source.head] if source.head is not None else None
        if token is not None and token.upos == "PROPN":
            match = self._by_form(bare)
            if match is not None:
                return self._of(match, "named")
            return Identity(
                _own(text),
                "person" if len(bare.split()) > 1 else "organisation",
                None,
                None,
                False,
                "name by its own words",
            )
        gender = _article_gender(opener, token.morph if token is not None else "")
        if opener in ("ce", "cet", "cette"):
            meant = self._salient(frame, source.start, gender, False, f"the one spoken of: {bare}", people=True)
            if meant is not None:
                return meant
        return Identity(_own(text), "unknown", None, gender, False, "own words")

    def _by_form(self, text: str) -> Figure | None:
        for figure in self._cast:
            if any(fold(form) == fold(text) for form in figure.forms):
                return figure
        fits = [f for f in self._cast if f.kind == "person" and variant(text, f.name)]
        return fits[0] if len(fits) == 1 else None

    def _document(
        self,
        source: Source,
        text: str,
        bare: str,
        figures: list[Figure],
        opener: str,
        frame: int,
        plural: bool,
    ) -> Identity | None:
        if figures:
            owner = figures[0]
            start = next(s for s, e in owner.mentions if source.start < e and s < source.end)
            before = self._reading.view[source.start : start].lower().rstrip()
            if re.search(
                r"(?:\bde|\bd'|\bdu|\bdes|\bpar|\bde la|\bde l'|\bdu [\w' -]+|\bde la [\w' -]+|\bde l'[\w' -]+)$",
                before,
            ):
                return self._of(owner, "author of the text")
        part = re.match(
            r"(?:extraits?|passages?|contenu|texte|copie) (?:de la |de l'|du |d'une |d'un |des )",
            bare,
            re.IGNORECASE,
        )
        if part:
            text = bare[part.end() :]
        owner_noun = re.search(r"\b(?:de la|de l'|du|d'un|d'une|de son|de sa|des) ?(?=[\w-]+)", text)
        if owner_noun:
            at = source.start + owner_noun.end()
            i = self._reading.token_at(at)
            if i < len(self._reading.tokens) and self._reading.tokens[i].start < source.end:
                word = low(self._reading, i)
                if word in lexicon.roles() or word in lexicon.organisations():
                    opener_at = (
                        source.start + owner_noun.start() + (2 if owner_noun.group().startswith(("d'", "de ")) else 0)
                    )
                    if owner_noun.group().startswith("de "):
                        opener_at += 1
                    start = opener_at if not owner_noun.group().startswith(("du", "des")) else at
                    return self._noun(Source(start, source.end, i), frame)
        return Identity(_own(text), "document", None, _article_gender(opener, ""), plural, "document")

    def _organisation(
        self,
        source: Source,
        text: str,
        bare: str,
        organisations: list[Figure],
        opener: str,
        frame: int,
        plural: bool,
        head_noun: str,
    ) -> Identity | None:
        if organisations:
            named = organisations[0]
            start = next(s for s, e in named.mentions if source.start < e and s < source.end)
            before = self._reading.view[source.start : start].lower().split()
            if (
                (
                    not before
                    or before[-1] not in ("de", "d'", "du", "des", "à", "au")
                    and not before[-1].endswith(("d'",))
                )
                and "de" not in before
                and "du" not in before
                and "des" not in before
            ):
                gender = "f" if before[:1] in (["la"], ["une"]) else "m" if before[:1] in (["le"], ["un"]) else None
                return Identity(named.name, "organisation", named.index, gender, False, "organisation named")
        named_behind = re.match(
            r"[a-zà-ÿ -]*?[a-zà-ÿ](?<! de)(?<! du)(?<! des)(?<! d')(?<! à) ((?:[A-ZÀ-Ý][\w'-]*)(?: (?:[A-ZÀ-Ý][\w'-]*|de|du|des|au|la|et))*)$",
            bare,
        )
        if named_behind and head_noun in lexicon.organisations() and not plural:
            return Identity(
                named_behind.group(1),
                "organisation",
                None,
                _article_gender(opener, ""),
                False,
                "organisation named",
            )
        gender = _article_gender(opener, "")
        if (
            len(bare.split()) <= 2
            and opener in ("l'", "la", "le", "cette", "cet", "ce")
            and head_noun in _ANAPHORIC
            and (bare.islower() or bare == "ONG")
        ):
            recent = self._recent_organisation(frame, source.start)
            if recent is not None:
                return Identity(recent.name, "organisation", recent.figure, gender, False, f"organisation: {bare}")
        return Identity(
            _own(text),
            "organisation" if not plural else "group",
            None,
            gender,
            plural,
            "organisation by its own words",
        )

    def _recent_organisation(self, frame: int, at: int) -> Identity | None:
        best: tuple[float, Identity] | None = None
        for seen in self._seen:
            named = seen.identity.figure is not None or any(
                c.isupper() for c in seen.identity.name[2:3] + seen.identity.name[:1]
            )
            if seen.identity.kind == "organisation" and named and seen.at < at:
                acts = 3.0 if seen.weight >= 1.8 else 1.0
                weight = acts * seen.weight * 0.9 ** (frame - seen.frame)
                if best is None or weight >= best[0]:
                    best = (weight, seen.identity)
        return best[1] if best else None

    def _role(self, source: Source, text: str, bare: str, asked: Role, opener: str, frame: int) -> Identity | None:
        gender = _article_gender(opener, "") or lexicon.roles().get(bare.split()[0].lower() if bare.split() else "")
        gender = gender if gender in ("m", "f") else None
        if opener in ("un", "une"):
            return Identity(_own(text), "person", None, gender, False, "unnamed person")
        holders: list[tuple[int, Figure]] = []
        for figure in self._cast:
            if figure.kind != "person" or (gender and figure.gender and gender != figure.gender):
                continue
            for held in figure.roles:
                score = _match_role(asked, held)
                if score:
                    holders.append((score, figure))
        if holders:
            top = max(score for score, _ in holders)
            best = list({f.index: f for score, f in holders if score == top}.values())
            if len(best) == 1:
                return self._of(best[0], f"role of {best[0].name}")
            recent = self._nearest(best, source.start)
            return self._of(recent, f"role of {recent.name}")
        described = self._described(source, asked, gender, frame)
        if described is not None:
            return described
        guess = None if opener in ("son", "sa", "leur") else self._nameless(source, asked, gender, frame)
        if guess is not None:
            return guess
        kind: SpeakerKind = "person"
        return Identity(_own(text), kind, None, gender, False, "role by its own words")

    def _described(self, source: Source, asked: Role, gender: str | None, frame: int) -> Identity | None:
        """*le prévenu*, *le jeune homme*: the only person of the page without title or function."""
        if asked.head not in _DESCRIPTIONS and not asked.text.split()[0][:1].isupper():
            return None
        plain = [
            f
            for f in self._cast
            if f.kind == "person"
            and not self._unsure(f)
            and not (gender and f.gender and gender != f.gender)
            and not any(form.split()[0] in ("Me", "Maître", "Dr", "Pr", "Mgr", "Docteur") for form in f.forms)
            and not any(r.head not in _DESCRIPTIONS for r in f.roles)
        ]
        if len(plain) == 1:
            return self._of(plain[0], f"{asked.text}: the only person without a function")
        if asked.head == "interess":
            return self._salient(frame, source.start, gender, False, "the one concerned", people=True)
        main = self.protagonist(source.start)
        if main is not None and any(f.index == main.figure for f in plain):
            return main
        return None

    def _nearest(self, figures: list[Figure], at: int) -> Figure:
        def distance(figure: Figure) -> int:
            before = [at - s for s, _ in figure.mentions if s < at]
            return min(before) if before else 10**9

        return min(figures, key=distance)

    def _nameless(self, source: Source, asked: Role, gender: str | None, frame: int) -> Identity | None:
        """A definite role that no name carries: the only person around that could be meant."""
        scores: dict[int, float] = {}
        for seen in self._seen:
            index = seen.identity.figure
            if index is None or seen.at >= source.start or frame - seen.frame > 3:
                continue
            figure = self._cast[index]
            if figure.kind != "person" or (gender and figure.gender and gender != figure.gender):
                continue
            if any(source.start <= s < source.end for s, _ in figure.mentions):
                continue
            if any(r.head != asked.head and r.content and asked.content for r in figure.roles):
                continue
            if seen.weight < 1.8:
                continue  # only one who acts or speaks, not one who is merely named
            scores[index] = max(scores.get(index, 0.0), seen.weight * 0.7 ** (frame - seen.frame))
        if not scores:
            following = [
                f
                for f in self._cast
                if f.kind == "person"
                and not f.roles
                and not (gender and f.gender and gender != f.gender)
                and len(words(f.name)) > 1
            ]
            if asked.content and len(following) == 1:
                return self._of(following[0], "the only person without a role")
            return None
        ranked = sorted(scores.items(), key=lambda s: -s[1])
        if len(ranked) > 1 and ranked[1][1] > 0.75 * ranked[0][1]:
            return None
        figure = self._cast[ranked[0][0]]
        return self._of(figure, f"{asked.text}: the person spoken of")

    def _latest(self, at: int, gender: str | None, plural: bool, frame: int) -> Identity | None:
        """*celui-ci*, *ce dernier*: the last one named that fits."""
        reading = self._reading
        lo = reading.range(max(0, frame - 1))[0]
        for i in range(reading.token_at(at) - 1, lo - 1, -1):
            token = reading.tokens[i]
            figure = self._figure_in(token.start, token.end)
            if figure is not None and figure.kind == "person":
                if not (gender and figure.gender and figure.gender != gender):
                    return self._of(figure, "the last one named")
            elif (
                token.upos == "NOUN"
                and low(reading, i) in lexicon.roles()
                and i > lo
                and low(reading, i - 1) in ("le", "la", "l'", "un", "une")
            ):
                _start, end = reading.subtree(i)
                identity = self._noun(
                    Source(reading.tokens[i - 1].start, reading.tokens[min(end, i + 6) - 1].end, i), frame
                )
                if identity is not None and not (gender and identity.gender and identity.gender != gender):
                    return identity
        return self._salient(frame, at, gender, plural, "the last one named", people=True)
