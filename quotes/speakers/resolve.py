"""Resolution: which of the cast a source is. One fold over the article, left to right.

Each answer names the rule that gave it; where two candidates weigh the same there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quotes import lexicon
from quotes.cues.animate import nameable
from quotes.cues.reading import Reading, Source
from quotes.cues.subjects import phrase_before, source_of, subject_of
from quotes.cues.words import low
from quotes.speakers.cast import Figure
from quotes.speakers.mentions import Name
from quotes.speakers.names import fold, given_gender, is_given, title_gender, variant, words
from quotes.speakers.roles import Role, role
from quotes.types import SpeakerKind

_APPENDED = re.compile(
    r"(?:[a-zà-ÿ)]+, |^(?:l'|le |la |un |une )[a-zà-ÿ-]+(?: (?!de |du |des |d'|à |aux? |en )[a-zà-ÿ-]+)? )"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w'-]+(?: (?:d'|de |du |van |von |el |ben |al |da |dos )?[A-ZÀ-ÖØ-Þ][\w'-]+){1,3})$"
)
_PLURAL = frozenset("ils elles eux ceux-ci celles-ci".split())
_FEMININE = frozenset("elle elles celle-ci celles-ci".split())
_MASCULINE = frozenset("il ils lui eux celui-ci ceux-ci".split())


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a source is: a figure of the cast, or a name of its own words."""

    name: str
    kind: SpeakerKind
    figure: int | None
    gender: str | None
    plural: bool
    rule: str
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody on the stage: who, where, and with what weight."""

    identity: Identity
    at: int
    frame: int
    weight: float


class Stage:
    """What the article has said so far, for one reading. Feed it frames in order; ask it for sources."""

    def __init__(self, reading: Reading, cast: Sequence[Figure], names: Sequence[Name]) -> None:
        self._reading = reading
        self._cast = cast
        self._seen: list[_Seen] = []
        self._speaker: tuple[Identity, int] | None = None
        self._at: dict[int, tuple[Figure, int]] = {}
        for figure in cast:
            for start, end in figure.mentions:
                self._at[start] = (figure, end)
        self._starts = sorted(self._at)
        self._quoted = {n.start for n in names if n.quoted}
        self._headings = {
            i for i, f in enumerate(reading.frames) if reading.blocks[f.block].kind == "heading"
        }

    # ── the fold ────────────────────────────────────────────────────────────────────────────────

    def enter(self, frame: int) -> None:
        """Put the figures that a frame names on the stage."""
        reading = self._reading
        lo, hi = reading.range(frame)
        whole = reading.frames[frame]
        for start in self._between(whole.start, whole.end):
            figure, end = self._at[start]
            if start in self._quoted:
                continue
            token = reading.token_at(start)
            weight = 1.0
            if token < hi and reading.tokens[token].start < end:
                weight = self._grammar_weight(token, end, lo)
            if frame in self._headings:
                weight *= 0.6
            if self._unsure(figure):
                weight *= 0.5
            self._seen.append(_Seen(self._of(figure, "named"), start, frame, weight))
        for i in range(lo, hi):
            token = reading.tokens[i]
            if (
                token.upos == "NOUN"
                and token.dep == "nsubj"
                and self._figure_in(token.start, token.end) is None
            ):
                word = low(reading, i)
                known = lexicon.roles().keys() | lexicon.organisations() | lexicon.documents()
                if word in known or word.rstrip("s") in known:
                    source = source_of(reading, i)
                    identity = self._noun(source, frame)
                    if identity is not None:
                        weight = 1.0 if identity.kind == "document" else 1.9
                        self._seen.append(_Seen(identity, token.start, frame, weight))
        del self._seen[:-60]

    def _between(self, start: int, end: int) -> list[int]:
        from bisect import bisect_left

        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _grammar_weight(self, token: int, end: int, lo: int) -> float:
        reading = self._reading
        last = reading.token_at(end)
        if self._opens_sentence(token, end):
            return 2.2
        climb = token
        for _ in range(5):
            if reading.tokens[climb].dep in ("nsubj", "nsubj:pass"):
                return 2.2
            if (
                reading.tokens[climb].dep not in ("flat:name", "flat", "appos", "det")
                or reading.tokens[climb].head == climb
            ):
                break
            climb = reading.tokens[climb].head
        for i in range(token, last):
            dep = reading.tokens[i].dep
            if dep in ("nsubj", "nsubj:pass"):
                return 2.2
            if dep == "ROOT":
                return 1.8
            if dep == "appos":
                head = reading.tokens[reading.tokens[i].head]
                return 2.1 if head.dep.startswith("nsubj") else 1.2
            if dep in ("nmod", "obl:agent"):
                return 0.8 if dep == "nmod" else 1.0
        return 1.2 if token == lo else 1.0

    def _opens_sentence(self, token: int, end: int) -> bool:
        """Does the phrase before the sentence's main verb hold this name (the tree often loses it)?"""
        reading = self._reading
        lo, hi = reading.range(reading.frame_of_token[token])
        root = next((i for i in range(lo, hi) if reading.tokens[i].dep == "ROOT"), None)
        if root is None or root <= token or reading.tokens[root].upos not in ("VERB", "AUX"):
            return False
        first = root
        while first > lo and reading.tokens[first - 1].upos in ("AUX", "ADV"):
            first -= 1
        found = phrase_before(reading, first)
        return found is not None and found.start < end and reading.tokens[token].start < found.end

    def spoke(self, identity: Identity, at: int, frame: int) -> None:
        """Remember who spoke last."""
        if identity.kind == "unknown" and identity.rule == "on":
            return
        self._speaker = (identity, frame)
        self._seen.append(_Seen(identity, at, frame, 2.6))

    @property
    def last_speaker(self) -> tuple[Identity, int] | None:
        return self._speaker

    # ── answers ─────────────────────────────────────────────────────────────────────────────────

    def resolve(self, source: Source, frame: int) -> Identity | None:
        """Who a source is, None where the article does not say."""
        if source.pronoun in ("ses", "son", "sa", "leurs"):
            return self._salient(frame, source.start, None, source.pronoun == "leurs", "possessive")
        if source.pronoun is not None:
            return self._pronoun(source, frame)
        figures = self._figures_in(source)
        people = [f for f in figures if f.kind == "person"]
        if people:
            main = self._main_person(source, people)
            if main is not None:
                rest = tuple(f.index for f in people if f is not main and self._coordinated(source, main, f))
                rule = (
                    "named in full"
                    if len(words(main.name)) == len(words(self._form(source, main)))
                    else f"surname of {main.name}"
                )
                return self._of(main, rule, rest)
        appended = _APPENDED.search(self._reading.view[source.start : source.end])
        if appended and not figures:
            name = " ".join(appended.group("name").split())
            gender = given_gender(name)
            return Identity(name, "person", None, gender, False, "name next to a function")
        return self._noun(source, frame)

    def _form(self, source: Source, figure: Figure) -> str:
        for start, end in figure.mentions:
            if source.start <= start and end <= source.end:
                return self._reading.view[start:end]
        return figure.name

    def _figures_in(self, source: Source) -> list[Figure]:
        out: list[Figure] = []
        for start in self._between(max(0, source.start - 40), source.end):
            figure, end = self._at[start]
            if end > source.start and figure not in out:
                out.append(figure)
        return out

    def _figure_in(self, start: int, end: int) -> Figure | None:
        for at in self._between(max(0, start - 60), end):
            figure, stop = self._at[at]
            if at < end and start < stop:
                return figure
        return None

    def _main_person(self, source: Source, people: list[Figure]) -> Figure | None:
        """Of the persons in a phrase the one it is about: *la veuve de X, Y* is Y, *le frère de X* nobody."""
        reading = self._reading
        for figure in people:
            start = next(s for s, e in figure.mentions if source.start < e and s < source.end)
            before = reading.view[source.start : max(start, source.start)].rstrip()
            last = before.split()[-1].lower() if before.split() else ""
            if not before or before.endswith((",", "(")) or last in lexicon.titles():
                return figure
            if last in (
                "de",
                "d'",
                "du",
                "des",
                "à",
                "par",
                "avec",
                "chez",
                "contre",
                "pour",
            ) or last.endswith("d'"):
                continue
            return figure
        return None

    def _coordinated(self, source: Source, main: Figure, other: Figure) -> bool:
        view = self._reading.view
        a = next(e for s, e in main.mentions if source.start < e and s < source.end)
        b = next(s for s, e in other.mentions if source.start < e and s < source.end)
        between = view[a:b] if a <= b else ""
        return bool(re.search(r"\b(?:et|ainsi que)\b|,", between)) and not re.search(
            r"\bde\s*$|\bd'$|\bdu\s*$", between
        )

    def _unsure(self, figure: Figure) -> bool:
        """A single word that only the tagger takes for a person."""
        if is_given(figure.name):
            return False
        return figure.kind == "person" and len(words(figure.name)) == 1 and figure.gender is None

    def _of(self, figure: Figure, rule: str, others: tuple[int, ...] = ()) -> Identity:
        return Identity(figure.name, figure.kind, figure.index, figure.gender, False, rule, others)

    def salient_person(self, frame: int, hit: object | None) -> Identity | None:
        """The person that the article speaks of here, None where nobody or several stand out."""
        end = self._reading.frames[frame].end + 1
        return self._salient(frame, end, None, False, "the person spoken of", people=True)

    def subject_before(self, frame: int) -> Identity | None:
        """The person who is the subject of the sentence before this one in its block, if it holds no quotation."""
        reading = self._reading
        if (
            frame == 0
            or reading.frames[frame - 1].spans
            or reading.frames[frame - 1].block != reading.frames[frame].block
        ):
            return None
        lo, hi = reading.range(frame - 1)
        for i in range(lo, hi):
            if reading.tokens[i].dep == "ROOT" and reading.tokens[i].upos in ("VERB", "AUX"):
                source = subject_of(reading, i) or phrase_before(reading, i)
                if source is None or not nameable(reading, source):
                    return None
                if source.pronoun is not None and source.pronoun not in (
                    "il",
                    "elle",
                    "ils",
                    "elles",
                    "celui-ci",
                    "celle-ci",
                ):
                    return None
                found = self.resolve(source, frame - 1)
                if (
                    found is None
                    or found.kind == "document"
                    or (found.kind == "organisation" and found.figure is None)
                ):
                    return None
                return found
        return None

    def labelled(self, label: str) -> Identity | None:
        """The figure that the label of a turn names, in full, by surname or by initials."""
        letters = re.findall(r"[A-ZÀ-Ý]", label)
        initials = len(letters) > 1 and label.replace(".", "").replace(" ", "").replace("-", "") == "".join(
            letters
        )
        figure = None if initials else self._by_form(label)
        if figure is None:
            if initials:
                fits = [
                    f
                    for f in self._cast
                    if f.kind == "person" and [w[0] for w in re.split(r"[ -]", f.name)] == letters
                ]
                figure = fits[0] if len(fits) == 1 else None
        if figure is not None:
            return self._of(figure, "label")
        if label in ("R", "Réponse"):
            return self.protagonist(0)
        return Identity(label, "person", None, None, False, "label")

    def protagonist(self, at: int, but: frozenset[str] = frozenset()) -> Identity | None:
        """The person whom the page is about: named in a heading, or far more often than any other."""
        people = [f for f in self._cast if f.kind == "person" and not self._unsure(f) and f.name not in but]
        if not people:
            return None
        first = self._reading.frames[0].end if self._reading.frames else 0
        headed = [f for f in people if any(s < first for s, _ in f.mentions) and len(words(f.name)) > 1]
        if len(headed) == 1:
            return self._of(headed[0], "named in the heading")
        ranked = sorted(people, key=lambda f: -len(f.mentions))
        if len(ranked) == 1 or len(ranked[0].mentions) >= 2 * len(ranked[1].mentions):
            return self._of(ranked[0], "the person most named")
        return None

    # ── pronouns ────────────────────────────────────────────────────────────────────────────────

    def _pronoun(self, source: Source, frame: int) -> Identity | None:
        pronoun = source.pronoun or ""
        if pronoun == "on":
            return Identity("on", "unknown", None, None, False, "on")
        if pronoun in ("je", "j'", "nous", "vous", "tu", "moi"):
            return None
        gender = "f" if pronoun in _FEMININE else "m" if pronoun in _MASCULINE else None
        if pronoun.endswith("-ci"):
            return self._latest(
                source.start, gender, pronoun.startswith("ceu") or pronoun == "celles-ci", frame
            )
        return self._salient(frame, source.start, gender, pronoun in _PLURAL, f"pronoun {pronoun}")

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
                start, end = reading.subtree(i)
                identity = self._noun(
                    Source(reading.tokens[i - 1].start, reading.tokens[min(end, i + 6) - 1].end, i), frame
                )
                if identity is not None and not (gender and identity.gender and identity.gender != gender):
                    return identity
        return self._salient(frame, at, gender, plural, "the last one named", people=True)

    def _salient(
        self, frame: int, at: int, gender: str | None, plural: bool, rule: str, people: bool = False
    ) -> Identity | None:
        scores: dict[str, tuple[float, Identity]] = {}
        lone = self._lone(frame - 1, gender, plural)
        for seen in self._seen:
            if seen.at >= at or frame - seen.frame > 6:
                continue
            identity = seen.identity
            if plural != identity.plural:
                continue
            if gender and identity.gender and gender != identity.gender:
                continue
            if frame - seen.frame == 1 and seen.frame in lone and identity.kind == "person":
                weight = 1.9
            else:
                weight = seen.weight
            weight *= 0.62 ** (frame - seen.frame)
            if gender and identity.gender == gender:
                weight *= 1.15
            if identity.kind == "organisation":
                weight *= 0.5 if identity.gender == gender else 0.3
            if people and identity.kind != "person":
                continue
            key = fold(identity.name)
            total = scores.get(key, (0.0, identity))[0]
            scores[key] = (max(total, weight) + 0.12 * min(total, weight), identity)
        if self._speaker is not None and frame - self._speaker[1] <= 2:
            identity, before = self._speaker
            fits = plural == identity.plural and not (
                gender and identity.gender and gender != identity.gender
            )
            # a new subject since then takes the floor
            later = any(
                s.frame > before
                and s.frame < frame
                and s.weight >= 1.9
                and s.identity.name != identity.name
                and s.identity.kind == "person"
                for s in self._seen
            )
            if fits and not later and fold(identity.name) in scores:
                score, kept = scores[fold(identity.name)]
                scores[fold(identity.name)] = (score + 0.9 * 0.7 ** (frame - before), kept)
        if not scores:
            return None
        ranked = sorted(scores.values(), key=lambda s: -s[0])
        best = ranked[0][1]
        return Identity(best.name, best.kind, best.figure, best.gender or gender, best.plural, rule)

    def _lone(self, frame: int, gender: str | None, plural: bool) -> tuple[int, ...]:
        """The frame, if just one person in it fits and none of them is its subject."""
        fits = {
            s.identity.name: s.weight
            for s in self._seen
            if s.frame == frame
            and s.identity.kind == "person"
            and s.identity.plural == plural
            and not (gender and s.identity.gender and gender != s.identity.gender)
        }
        return (frame,) if len(fits) == 1 and max(fits.values()) < 1.8 else ()

    # ── nouns ───────────────────────────────────────────────────────────────────────────────────

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
        ) or bool(
            source.head is not None and "Number=Plur" in reading.tokens[source.head].morph and not figures
        )
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
            return Identity(
                _own(text), "group" if plural else "unknown", None, None, True, "group by its own words"
            )
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
            meant = self._salient(
                frame, source.start, gender, False, f"the one spoken of: {bare}", people=True
            )
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
                        source.start
                        + owner_noun.start()
                        + (2 if owner_noun.group().startswith(("d'", "de ")) else 0)
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
                not before
                or before[-1] not in ("de", "d'", "du", "des", "à", "au")
                and not before[-1].endswith(("d'",))
            ):
                if "de" not in before and "du" not in before and "des" not in before:
                    gender = (
                        "f"
                        if before[:1] in (["la"], ["une"])
                        else "m"
                        if before[:1] in (["le"], ["un"])
                        else None
                    )
                    return Identity(
                        named.name, "organisation", named.index, gender, False, "organisation named"
                    )
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
                return Identity(
                    recent.name, "organisation", recent.figure, gender, False, f"organisation: {bare}"
                )
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

    def _role(
        self, source: Source, text: str, bare: str, asked: Role, opener: str, frame: int
    ) -> Identity | None:
        gender = _article_gender(opener, "") or lexicon.roles().get(
            bare.split()[0].lower() if bare.split() else ""
        )
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
        described = self._described(source, asked, gender)
        if described is not None:
            return described
        guess = None if opener in ("son", "sa", "leur") else self._nameless(source, asked, gender, frame)
        if guess is not None:
            return guess
        kind: SpeakerKind = "person"
        return Identity(_own(text), kind, None, gender, False, "role by its own words")

    def _described(self, source: Source, asked: Role, gender: str | None) -> Identity | None:
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
        return (
            self._of(plain[0], f"{asked.text}: the only person without a function")
            if len(plain) == 1
            else None
        )

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


__all__ = ["Identity", "Stage", "title_gender"]
