"""Functions as sources: *le ministre*, *l'élue*, *son avocat*, *cette chercheuse*, and whom they mean here."""

from __future__ import annotations

from functools import cache

from quotes import lexicon
from quotes.cues.reading import Source
from quotes.speakers.cast import Figure
from quotes.speakers.roles import Role, role
from quotes.speakers.stage import Identity, Stage
from quotes.speakers.wording import INDEFINITE, POSSESSIVES, Wording, own_words

_DESCRIPTIONS = frozenset(
    "prevenu accus suspect condamn detenu mis en cause homme femme garcon fill jeun quadragenair quinquagenair"
    " sexagenair septuagenair octogenair trentenair vingtenair nonagenair centenair adolescent interess conducteur"
    " automobilist".split()
)
_TITLES_OF_FUNCTION = ("Me", "Maître", "Dr", "Pr", "Mgr", "Docteur")


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Role → the roles that it can stand for (*le chercheur* for an astronomer), by their keys."""
    out: dict[str, frozenset[str]] = {}
    for kind, names in lexicon.rows("role_kinds"):
        key = role(kind)
        if key is not None:
            out[key.head] = frozenset(r.head for r in map(role, names.split()) if r is not None)
    return out


def match_role(asked: Role, held: Role) -> int:
    """How well a function that somebody holds answers to the one asked for; 0 where it does not."""
    if asked.head == held.head:
        shared = len(asked.content & held.content)
        if asked.content <= held.content:
            return 10 + shared
        if held.content <= asked.content:
            return 6 + shared
        return 4 + shared if shared else 0
    words_held = {held.head, *held.head.split(), *held.content}
    if asked.head in words_held and asked.content <= words_held:
        return 5
    kinds = _kinds().get(asked.head, ())
    if (held.head in kinds or held.head.split()[0] in kinds) and asked.content <= held.content:
        return 3
    return 0


class Functions(Stage):
    """Reads the phrases that name a person by function."""

    def _role(self, source: Source, phrase: Wording, asked: Role, frame: int) -> Identity | None:
        gender = lexicon.roles().get(phrase.bare.split()[0].lower() if phrase.bare.split() else "")
        gender = gender if gender in ("m", "f") else phrase.gender()
        if phrase.opener in INDEFINITE:
            return Identity(own_words(phrase.text), "person", None, gender, False, "unnamed person")
        holder = self._holder(source, asked, gender)
        if holder is not None:
            return self._of(holder, f"role of {holder.name}")
        described = self._described(source, asked, gender, frame)
        if described is not None:
            return described
        guess = None if phrase.opener in POSSESSIVES else self._nameless(source, asked, gender, frame)
        if guess is not None:
            return guess
        return Identity(own_words(phrase.text), "person", None, gender, False, "role by its own words")

    def _holder(self, source: Source, asked: Role, gender: str | None) -> Figure | None:
        """The one of the cast who holds the function, of several the nearest above."""
        holders: list[tuple[int, Figure]] = []
        for figure in self._cast:
            if figure.kind != "person" or (gender and figure.gender and gender != figure.gender):
                continue
            score = max((match_role(asked, held) for held in figure.roles), default=0)
            if score:
                holders.append((score, figure))
        if not holders:
            return None
        top = max(score for score, _ in holders)
        return self._nearest([f for score, f in holders if score == top], source.start)

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
            and not any(form.split()[0] in _TITLES_OF_FUNCTION for form in f.forms)
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
                and len(f.name.split()) > 1
            ]
            if asked.content and len(following) == 1:
                return self._of(following[0], "the only person without a role")
            return None
        ranked = sorted(scores.items(), key=lambda s: -s[1])
        if len(ranked) > 1 and ranked[1][1] > 0.75 * ranked[0][1]:
            return None
        figure = self._cast[ranked[0][0]]
        return self._of(figure, f"{asked.text}: the person spoken of")
