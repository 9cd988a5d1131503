"""Links: whom a source phrase means, and who speaks where no phrase says so.

Each function asks a `quotes.entities.discourse.Discourse` and changes nothing: asked twice, it gives one answer. Each
answer names the rule that gave it; where two weigh the same there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotes import lexicon
from quotes.entities.catalogue import Entity
from quotes.entities.context import Context, mention_in
from quotes.entities.discourse import Discourse, Link, Standing, linked
from quotes.entities.names import fold, given_gender, title_gender, words
from quotes.entities.nouns import DEMONYM, noun
from quotes.entities.pronouns import pronoun
from quotes.entities.query import Query
from quotes.entities.reach import main_person, trimmed
from quotes.entities.salience import ranked, salient
from quotes.entities.via import GUESSED, Via
from quotes.syntax.animate import nameable
from quotes.syntax.article import Phrase
from quotes.syntax.phrases import phrase_from
from quotes.syntax.subjects import phrase_before, subject_of
from quotes.syntax.words import is_finite, low
from quotes.types import Cue, SpeakerKind

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
_LINE = 120  # characters of a line that only names somebody
_TO_HIM = re.compile(r"(?<!\w)(?:lui|leur) ")
_TOGETHER = re.compile(r"\b(?:et|ainsi que)\b|,")
_OF = re.compile(r"\bde\s*$|\bd'$|\bdu\s*$")
_BODY_NOUN = re.compile(r"(?:l'|le |la )([a-zà-ÿ-]+) ")
_THIRD_PERSON = frozenset("il elle ils elles celui-ci celle-ci lui eux".split())


def link(context: Context, discourse: Discourse, phrase: Phrase, sentence: int) -> Link | None:
    """Whom a source phrase of a sentence means, None where the article does not say."""
    phrase = trimmed(context, phrase)
    query = Query(context, discourse, phrase, sentence)
    if phrase.pronoun in ("ses", "son", "sa", "leurs"):
        return salient(query, None, phrase.pronoun == "leurs", Via.POSSESSIVE)
    if phrase.pronoun is not None:
        return pronoun(query)
    entities = context.entities_in(phrase)
    return _by_name(query, entities) or (None if entities else _beside_function(query)) or noun(query)


def _by_name(query: Query, entities: Sequence[Entity]) -> Link | None:
    """The person whom a phrase names and is about, with those who are named along: *Anne Morel et Paul Roy*."""
    people = [f for f in entities if f.kind == "person"]
    main = main_person(query.context, query.phrase, people)
    if main is None:
        return None
    form = _form(query, main)
    meant = _namesake(query, main, form)
    rest = tuple(f.index for f in people if f is not main and _coordinated(query, main, f))
    full = len(words(main.name)) == len(words(form))
    return linked(meant, Via.FULL_NAME if full else Via.SURNAME, others=rest)


def _beside_function(query: Query) -> Link | None:
    """*le restaurateur Paul Roy*, *le prince Gortschakoff*: a name that the catalogue has not, next to a function."""
    appended = _APPENDED.search(query.text)
    if appended:
        name = " ".join(appended.group("name").split())
        body = _BODY_NOUN.match(appended.group())
        kind: SpeakerKind = "organisation" if body and body.group(1) in lexicon.organisations() else "person"
        return Link(name, kind, None, given_gender(name), False, Via.BESIDE_FUNCTION)
    beside = _BESIDE.match(query.text.replace("\n", " "))
    if beside and beside.group("role").lower() in lexicon.roles() and not DEMONYM.fullmatch(beside.group("name")):
        return Link(beside.group("name"), "person", None, None, False, Via.BESIDE_FUNCTION)
    return None


def _form(query: Query, entity: Entity) -> str:
    """The name that a phrase calls an entity by."""
    phrase = query.phrase
    inside = (query.view[s:e] for s, e in entity.mentions if phrase.start <= s and e <= phrase.end)
    return next(inside, entity.name)


def _namesake(query: Query, entity: Entity, form: str) -> Entity:
    """*Mme Kola* where two women bear the name: the one who is spoken of here."""
    short = words(form)
    if len(short) > 1:
        return entity
    gender = title_gender(form)
    same = [f.index for f in query.context.index.fitting(gender) if words(f.name)[1:] == short]
    if len(same) < 2:
        return entity
    found = ranked(query, gender, people=True)
    return next((query.context.entities[one.entity] for _, one in found if one.entity in same), entity)


def _coordinated(query: Query, main: Entity, other: Entity) -> bool:
    """Do the two speak together?"""
    a, b = mention_in(query.phrase, main)[1], mention_in(query.phrase, other)[0]
    between = query.view[a:b] if a <= b else ""
    return bool(_TOGETHER.search(between)) and not _OF.search(between)


def unaddressed(context: Context, discourse: Discourse, cue: Cue, phrase: Phrase, sentence: int, found: Link) -> Link:
    """*« … », lui répond l'élue*: where the last speaker, to whom this is said, was guessed, another."""
    said = context.article.view[max(0, cue.start - 5) : cue.end].lower()
    last = discourse.last_speaker
    if found.via not in GUESSED or last is None or last[0].name != found.name or not _TO_HIM.search(said):
        return found
    query = Query(context, discourse, phrase, sentence)
    others = ranked(query, found.gender, found.plural, people=found.kind == "person")
    rest = [one for _, one in others if one.name != found.name and one.entity is not None]
    return rest[0].by(Via.OTHER) if rest else found


def subject_before(context: Context, discourse: Discourse, sentence: int) -> Link | None:
    """The person who is the subject of the sentence before this one in its block, if it holds no quotation."""
    article = context.article
    if sentence == 0 or article.sentences[sentence - 1].spans:
        return None
    if article.sentences[sentence - 1].block != article.sentences[sentence].block:
        return None
    lo, hi = article.range(sentence - 1)
    verbs = (i for i in range(lo, hi) if article.tokens[i].dep == "ROOT" and article.tokens[i].upos in ("VERB", "AUX"))
    root = next(verbs, None)
    subject = None if root is None else _subject(context, root, lo, hi)
    if subject is None:
        acting = (s.link for s in discourse.seen if s.sentence == sentence - 1 and s.subject)
        return next((one for one in acting if one.kind == "person"), None)
    if not nameable(article, subject) or subject.pronoun is not None and subject.pronoun not in _THIRD_PERSON:
        return None
    found = link(context, discourse, subject, sentence - 1)
    if found is None or found.kind == "document" or (found.kind == "organisation" and found.entity is None):
        return None
    return found


def _subject(context: Context, root: int, lo: int, hi: int) -> Phrase | None:
    """The subject of a sentence, or who is asked in it: *Qu'en pense la mairie ?*."""
    article = context.article
    asked = low(article, lo) in ("que", "qu'", "comment") and article.tokens[hi - 1].text == "?"
    behind = phrase_from(article, root + 1, hi) if asked and root + 1 < hi else None
    return behind or subject_of(article, root) or phrase_before(article, root)


def signatory(context: Context, sentence: int) -> Phrase | None:
    """*« … » Il est signé du directeur.*: who the sentence behind a quoted text says has signed it.

    So does a line of its own below a quotation set apart: *« … »* and, below, *Anne Morel, maire de Brest*.
    """
    article = context.article
    if sentence + 1 >= len(article.sentences):
        return None
    _, stop = article.range(sentence + 1)
    following = article.sentences[sentence + 1]
    signed = _SIGNED.match(article.view, following.start)
    if signed is not None:
        return phrase_from(article, article.token_at(signed.end()), stop)
    return phrase_from(article, article.token_at(following.start), stop) if _credits(context, sentence) else None


def _credits(context: Context, sentence: int) -> bool:
    """Is the quotation a block of its own, and the next block a line that names a person and says nothing?"""
    article = context.article
    quoted, line = article.sentences[sentence : sentence + 2]
    apart = line.block == quoted.block + 1 and article.blocks[line.block].end - line.start <= _LINE
    block = article.blocks[quoted.block]
    whole = any(
        article.spans[i].outer[0] <= block.start + 1 and article.spans[i].outer[1] >= block.end - 2
        for i in quoted.spans
    )
    named = context.entity_at(line.start, line.start + 1)
    if not (apart and whole and not line.spans and named is not None and named.kind == "person"):
        return False
    rest = article.view[line.start : article.blocks[line.block].end].rstrip()
    first, stop = article.range(sentence + 1)
    return rest[-1] not in ".!?…:" and not any(is_finite(article, i) for i in range(first, stop))


def judging(discourse: Discourse, sentence: int) -> Link | None:
    """*Un journal parle d'un « génie », mot qu'il trouve idiot. « … »*: who takes up what a text says."""
    last = discourse.last_speaker
    if last is None or last[1] != sentence - 1 or last[0].kind not in ("organisation", "document"):
        return None
    before = [s for s in discourse.seen if s.sentence == sentence - 1]
    said = max((s.at for s in before if s.spoke), default=0)
    behind = [s.link for s in before if s.at > said and s.standing == Standing.PRONOUN]
    return behind[-1] if behind and behind[-1].kind == "person" else None


def announced(context: Context, discourse: Discourse, sentence: int) -> Link | None:
    """*En défense, Me X plaide la fatigue.* and words in the next paragraph: the one named there as subject."""
    sentences = context.article.sentences
    if (
        sentence < 2
        or sentences[sentence - 1].spans
        or sentences[sentence - 1].block in (sentences[sentence].block, sentences[sentence - 2].block)
    ):
        return None
    acting = (s.link for s in discourse.seen if s.sentence == sentence - 1 and s.standing >= Standing.SUBJECT)
    first = next(acting, None)
    return first if first is not None and first.kind == "person" and first.entity is not None else None


def labelled(context: Context, label: str) -> Link:
    """The entity that the label of a turn names, in full, by surname or by initials, else the label itself."""
    letters = re.findall(r"[A-ZÀ-Ý]", label)
    initials = len(letters) > 1 and re.sub(r"[. -]", "", label) == "".join(letters)
    entity = None if initials else context.index.named(label)
    if initials:
        # the article may have taken the label itself for a name
        fits = [one for one in context.index.initialled(letters) if fold(one.name) != fold(label)]
        entity = fits[0] if len(fits) == 1 else None
    return Link(label, "person", None, None, False, Via.LABEL) if entity is None else linked(entity, Via.LABEL)
