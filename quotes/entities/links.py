"""Resolution: which of the cast a source is. One fold over the article, left to right.

Each answer names the rule that gave it; where two candidates weigh the same there is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.discourse import Link
from quotes.entities.names import given_gender, title_gender, words
from quotes.entities.nouns import DEMONYM
from quotes.entities.observe import Entrances
from quotes.syntax.animate import nameable
from quotes.syntax.article import Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import phrase_before, subject_of
from quotes.syntax.words import low
from quotes.types import Cue, Span, SpeakerKind

_APPENDED = re.compile(
    r"(?:[a-zà-ÿ)]+, |^(?:l'|le |la |un |une )[a-zà-ÿ-]+(?: (?!de |du |des |d'|à |aux? |en )[a-zà-ÿ-]+)? )"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w'-]+(?: (?:d'|de |du |van |von |el |ben |al |da |dos )?[A-ZÀ-ÖØ-Þ][\w'-]+){1,3})$"
)


# *le prince Gortschakoff*
_BESIDE = re.compile(r"(?:[Ll]e |[Ll]a |[Ll]')(?P<role>[a-zà-ÿ-]+) (?P<name>[A-ZÀ-Ý][a-zà-ÿ'-]{3,})$")


# *Il est signé du directeur*, *La lettre est signée Paul Roy*
_SIGNED = re.compile(
    r"(?:(?:Il|Elle|L[ea] (?:tout|mot|message|courriel|mail|billet|tract|texte|lettre|note)) (?:est|était) signée?"
    r"|Signée?) ?:? ?(?:par |de (?=[A-ZÀ-Ýl])|d'|du )?"
)
_TO_HIM = re.compile(r"(?<!\w)(?:lui|leur) ")


class Resolver(Entrances):
    """Answers who a source is. Feed it the frames in order; ask it for sources."""

    def resolve(self, source: Phrase, sentence: int) -> Link | None:
        """Who a source is, None where the article does not say."""
        source = self._trimmed(source)
        if source.pronoun in ("ses", "son", "sa", "leurs"):
            return self._salient(sentence, source.start, None, source.pronoun == "leurs", "possessive")
        if source.pronoun is not None:
            return self._pronoun(source, sentence)
        entities = self._figures_in(source)
        people = [f for f in entities if f.kind == "person"]
        if people:
            main = self._main_person(source, people)
            if main is not None:
                meant = self._namesake(source, main, sentence)
                rest = tuple(f.index for f in people if f is not main and self._coordinated(source, main, f))
                rule = (
                    "named in full"
                    if len(words(main.name)) == len(words(self._form(source, main)))
                    else f"surname of {meant.name}"
                )
                return self._of(meant, rule, rest)
        appended = _APPENDED.search(self._article.view[source.start : source.end])
        if appended and not entities:
            name = " ".join(appended.group("name").split())
            gender = given_gender(name)
            body = re.match(r"(?:l'|le |la )([a-zà-ÿ-]+) ", appended.group())
            kind: SpeakerKind = "organisation" if body and body.group(1) in lexicon.organisations() else "person"
            return Link(name, kind, None, gender, False, "name next to a function")
        beside = _BESIDE.match(self._article.view[source.start : source.end].replace("\n", " "))
        if beside and not entities and beside.group("role").lower() in lexicon.roles():
            name = beside.group("name")
            if not DEMONYM.fullmatch(name):
                return Link(name, "person", None, None, False, "name next to a function")
        return self._noun(source, sentence)

    def _namesake(self, source: Phrase, entity: Entity, sentence: int) -> Entity:
        """*Mme Kola* where two women bear the name: the one who is spoken of here."""
        form = self._form(source, entity)
        short = words(form)
        if len(short) > 1:
            return entity
        gender = title_gender(form)
        same = [f.index for f in self._company.fitting(gender) if words(f.name)[1:] == short]
        if len(same) < 2:
            return entity
        ranked = self._ranked(sentence, source.start, gender, False, people=True)
        return next((self._cast[i.entity] for _, i in ranked if i.entity in same), entity)

    def unaddressed(self, cue: Cue, source: Phrase, sentence: int, found: Link) -> Link:
        """*« … », lui répond l'élue*: where the last speaker, to whom this is said, was guessed, another."""
        words = self._article.view[max(0, cue.start - 5) : cue.end].lower()
        guessed = found.via.endswith(("the person spoken of", "who spoke just before")) or "pronoun" in found.via
        last = self.last_speaker
        if not guessed or last is None or last[0].name != found.name or not _TO_HIM.search(words):
            return found
        ranked = self._ranked(sentence, source.start, found.gender, found.plural, people=found.kind == "person")
        rest = [i for _, i in ranked if i.name != found.name and i.entity is not None]
        return replace(rest[0], via="the other one") if rest else found

    def _coordinated(self, source: Phrase, main: Entity, other: Entity) -> bool:
        view = self._article.view
        a = next(e for s, e in main.mentions if source.start < e and s < source.end)
        b = next(s for s, e in other.mentions if source.start < e and s < source.end)
        between = view[a:b] if a <= b else ""
        return bool(re.search(r"\b(?:et|ainsi que)\b|,", between)) and not re.search(
            r"\bde\s*$|\bd'$|\bdu\s*$", between
        )

    def subject_before(self, sentence: int) -> Link | None:
        """The person who is the subject of the sentence before this one in its block, if it holds no quotation."""
        article = self._article
        if (
            sentence == 0
            or article.sentences[sentence - 1].spans
            or article.sentences[sentence - 1].block != article.sentences[sentence].block
        ):
            return None
        lo, hi = article.range(sentence - 1)
        for i in range(lo, hi):
            if article.tokens[i].dep == "ROOT" and article.tokens[i].upos in ("VERB", "AUX"):
                asked = low(article, lo) in ("que", "qu'", "comment") and article.tokens[hi - 1].text == "?"
                # *Qu'en pense la mairie ?*
                behind = phrase_from(article, i + 1, hi) if asked and i + 1 < hi else None
                source = behind or subject_of(article, i) or phrase_before(article, i)
                if source is None:
                    break
                if not nameable(article, source):
                    return None
                if source.pronoun is not None and source.pronoun not in (
                    "il",
                    "elle",
                    "ils",
                    "elles",
                    "celui-ci",
                    "celle-ci",
                    "lui",
                    "eux",
                ):
                    return None
                found = self.resolve(source, sentence - 1)
                if found is None or found.kind == "document" or (found.kind == "organisation" and found.entity is None):
                    return None
                return found
        acting = [
            s for s in self._seen if s.sentence == sentence - 1 and s.weight >= 1.9 and s.identity.kind == "person"
        ]
        return acting[0].identity if acting else None

    def signatory(self, sentence: int) -> Phrase | None:
        """*« … » Il est signé du directeur.*: who the sentence behind a quoted text says has signed it."""
        article = self._article
        if sentence + 1 >= len(article.sentences):
            return None
        signed = _SIGNED.match(article.view, article.sentences[sentence + 1].start)
        _, stop = article.range(sentence + 1)
        return phrase_from(article, article.token_at(signed.end()), stop) if signed else None

    def judging(self, sentence: int) -> Link | None:
        """*Un journal parle d'un « génie », mot qu'il trouve idiot. « … »*: who takes up what a text says."""
        last = self.last_speaker
        if last is None or last[1] != sentence - 1 or last[0].kind not in ("organisation", "document"):
            return None
        # who spoke weighs 2.6, who is taken up by a pronoun 2.0
        said = max((s.at for s in self._seen if s.sentence == sentence - 1 and s.weight == 2.6), default=0)
        behind = [s.identity for s in self._seen if s.sentence == sentence - 1 and s.at > said and s.weight == 2.0]
        return behind[-1] if behind and behind[-1].kind == "person" else None

    def announced(self, sentence: int) -> Link | None:
        """*En défense, Me X plaide la fatigue.* and words in the next paragraph: the one named there as subject."""
        frames = self._article.sentences
        if (
            sentence < 2
            or frames[sentence - 1].spans
            or frames[sentence - 1].block in (frames[sentence].block, frames[sentence - 2].block)
        ):
            return None
        acting = [s.identity for s in self._seen if s.sentence == sentence - 1 and s.weight >= 2.2]
        return acting[0] if acting and acting[0].kind == "person" and acting[0].entity is not None else None

    def beside_kin(self, relative: Link, words: Span, sentence: int) -> Link | None:
        """Whose *fille* this is, where the words speak of her (*elle*) and so are not hers."""
        pronoun = {"f": "elle ", "m": "il "}.get(relative.gender or "", "?")
        said = self._article.view[slice(*words)].lower()
        if relative.entity is not None or not said.startswith(pronoun):
            return relative
        ranked = self._ranked(sentence, words[0], None, False, people=True)
        return next((i for _, i in ranked if i.name != relative.name and i.entity is not None), None)

    def labelled(self, label: str) -> Link | None:
        """The entity that the label of a turn names, in full, by surname or by initials."""
        letters = re.findall(r"[A-ZÀ-Ý]", label)
        initials = len(letters) > 1 and label.replace(".", "").replace(" ", "").replace("-", "") == "".join(letters)
        entity = None if initials else self._company.named(label)
        if entity is None and initials:
            fits = self._company.initialled(letters)
            entity = fits[0] if len(fits) == 1 else None
        if entity is not None:
            return self._of(entity, "label")
        if label in ("R", "Réponse"):
            return self.protagonist(0)
        return Link(label, "person", None, None, False, "label")
