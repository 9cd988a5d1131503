"""Grammar on tokens: verb groups, noun phrases, subjects.

The parser's labels are evidence, the word forms of the lexicon are the stronger one: French news puts the
subject behind the verb after a quotation, which the treebanks rarely show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotes import lexicon
from quotes.cues.reading import Reading, Source
from quotes.types import Cue

INVERTED = re.compile(r"\s?-\s?(?:t\s?[-']\s?)?(il|elle|ils|elles|on|je|nous|vous|tu)\b", re.IGNORECASE)
CLITICS = frozenset(
    "se s' me m' te t' nous vous lui leur l' le la les y en ne n' -t-il -il -elle -ils -elles -on -t".split()
)
AUXILIARIES = frozenset(
    "a ont avait avaient aura auront aurait auraient eut eurent ait aient ayant avoir ai avons est sont était étaient"
    " sera seront serait seraient fut furent soit soient étant être suis sommes vient viennent venait va vont".split()
)
NEGATIONS = frozenset("pas jamais rien guère aucun aucune nullement".split())
ADVERBS = frozenset(
    "notamment également aussi encore ensuite alors déjà toutefois cependant ainsi même simplement immédiatement"
    " récemment hier aujourd'hui finalement enfin souvent toujours clairement sobrement précisément donc ailleurs"
    " néanmoins aussitôt tout bien plus très quant tantôt puis auparavant mieux"
    " régulièrement publiquement solennellement fermement vivement pourtant plutôt surtout"
    " unanimement ironiquement laconiquement longuement brièvement rapidement non sans seulement justement juste"
    " d'abord d'ailleurs longtemps presque quasi ouvertement franchement".split()
)
TIMES = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir midi après-midi nuit"
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre semaine jour journée mois an"
    " année dernier dernière lendemain veille ce cet cette".split()
)
_STOP_PUNCT = frozenset('. ! ? … ; : , — ( ) [ ] « » “ ” " -'.split())
_DETERMINERS = frozenset(
    "le la l' les un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre plusieurs certains"
    " certaines quelques deux trois quatre cinq six dix chaque d'autres autres tous toutes chacun".split()
)
_NP_PREPOSITIONS = frozenset("de du des d' à au aux pour en chez".split())
_RELATIVES = frozenset(
    "qui que qu' dont où lequel laquelle lorsque lorsqu' quand alors pendant avant après dans sur lors"
    " par avec devant depuis auprès via contre face suite sous comme pour interrogé interrogée"
    " cité citée selon tandis mais car afin sans entre vers malgré durant parmi hors".split()
)
_NAMES_UPOS = ("PROPN",)


_LOCUTION = re.compile(
    r"(?:pour (?:sa|leur) part|de (?:son|leur) côté|quant à (?:lui|elle|eux|elles)|par ailleurs|en effet|à (?:plusieurs|maintes)"
    r" reprises|dans la foulée|(?:lui|elle|eux|elles)(?:-mêmes?)? aussi|tout de même|à (?:son|leur) tour|(?:à|de) nouveau"
    r"|une (?:nouvelle|dernière|première) fois|en revanche|au contraire|en outre|d'ailleurs|d'abord|ce (?:matin|soir)|hier soir"
    r"|tout d'abord|d'emblée|sans détour|sans ambages|avec force|à juste titre|en substance|dans la matinée|en personne|du moins"
    r"|(?:lui|elle|eux)-mêmes?|(?<=[ao] )(?:lui|elle))\b",
    re.IGNORECASE,
)


def locution_from(reading: Reading, index: int) -> int:
    """The token behind an adverbial of several words (*pour sa part*) that starts here, else ``index``."""
    if index >= len(reading.tokens):
        return index
    match = _LOCUTION.match(reading.view, reading.tokens[index].start)
    return reading.token_at(match.end()) if match else index


def locution_to(reading: Reading, index: int) -> int:
    """The token before an adverbial of several words that ends with this one, else ``index``."""
    end = reading.tokens[index].end
    for length in range(1, 4):
        j = index - length
        if j < 0:
            break
        match = _LOCUTION.match(reading.view, reading.tokens[j].start)
        if match and match.end() == end:
            return j - 1
    return index


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries and clitics: tokens ``first`` to ``last`` (exclusive), main verb ``head``.

    ``shape`` is that of the group as a whole; ``pronoun`` an inverted subject (*a-t-elle ajouté*).
    """

    first: int
    last: int
    head: int
    lemma: str
    frames: str
    shape: str
    pronoun: Source | None = None
    negated: bool = False
    passive: bool = False
    reflexive: bool = False

    def cue(self, reading: Reading) -> Cue:
        start, end = reading.tokens[self.first].start, reading.tokens[self.last - 1].end
        return Cue(start, end, reading.view[start:end], self.lemma)


def low(reading: Reading, index: int) -> str:
    return reading.tokens[index].text.lower()


def inverted_pronoun(reading: Reading, index: int) -> tuple[Source, int] | None:
    """The subject pronoun tied to a verb by a hyphen, and the first token behind it."""
    match = INVERTED.match(reading.view, reading.tokens[index].end)
    if not match:
        return None
    return Source(match.start(1), match.end(1), None, match.group(1).lower()), reading.token_at(match.end())


def group_at(reading: Reading, index: int, stop: int, any_verb: bool = False) -> VerbGroup | None:
    """The verb group that begins at a token (clitics and adverbs first), None where there is none.

    ``any_verb`` takes a verb outside the lexicon when its subject pronoun stands behind it.
    """
    tokens = reading.tokens
    i = first = index
    reflexive = negated = False
    while i < stop and low(reading, i) in CLITICS and i + 1 < stop:
        reflexive = reflexive or low(reading, i) in ("se", "s'")
        negated = negated or low(reading, i) in ("ne", "n'")
        i += 1
    if i >= stop:
        return None
    pronoun: Source | None = None
    auxiliary: str | None = None
    if low(reading, i) in AUXILIARIES:
        auxiliary = low(reading, i)
        inverted = inverted_pronoun(reading, i)
        i += 1
        if inverted:
            pronoun, i = inverted
        while i < stop and (locution_from(reading, i) != i or _adverb(reading, i)):
            negated = negated or low(reading, i) in NEGATIONS
            i = max(locution_from(reading, i), i + 1)
        if i < stop and low(reading, i) in ("été",):
            i += 1
        while i < stop and _adverb(reading, i):
            i += 1
        if i < stop and low(reading, i) in ("de", "d'") and auxiliary in ("vient", "viennent", "venait"):
            i += 1
        while i < stop and low(reading, i) in ("se", "s'", "lui", "leur", "l'"):
            reflexive = reflexive or low(reading, i) in ("se", "s'")
            i += 1
    if i >= stop:
        return None
    head = i
    reading_ = read_verb(reading, head, reflexive, ("past", "infinitive") if auxiliary else ("finite",))
    last = head + 1
    if pronoun is None:
        inverted = inverted_pronoun(reading, head)
        if inverted:
            pronoun, last = inverted
    if reading_ is None:
        wide = modal_chain(reading, first, head, last, stop, reflexive, pronoun)
        if wide is not None:
            return wide
        if not (any_verb and pronoun is not None) or tokens[head].upos not in (
            "VERB",
            "AUX",
            "NOUN",
            "ADJ",
            "PROPN",
        ):
            return None
        return VerbGroup(first, last, head, tokens[head].lemma.lower(), "i", "finite", pronoun, negated)
    lemma, frames, extra = reading_
    last = max(last, head + 1 + extra)
    return VerbGroup(first, last, head, lemma, frames, "finite", pronoun, negated, reflexive=reflexive)


def modal_chain(
    reading: Reading, first: int, head: int, last: int, stop: int, reflexive: bool, pronoun: Source | None
) -> VerbGroup | None:
    """*tient à préciser*, *tente-t-il de corriger*, *se plaît à rappeler*, *veut croire*: a verb and its infinitive."""
    if reading.tokens[head].upos not in ("VERB", "AUX") and pronoun is None:
        return None
    i = last
    while i < stop and (
        low(reading, i) in ("à", "de", "d'", "par", "pour", "en", "y", "le", "l'", "se", "s'")
        or _adverb(reading, i)
    ):
        if i - last > 3:
            return None
        i += 1
    if i >= stop:
        return None
    inner = read_verb(reading, i, low(reading, i - 1) in ("se", "s'"), ("infinitive",))
    if inner is None:
        return None
    return VerbGroup(first, i + 1 + inner[2], i, inner[0], inner[1], "finite", pronoun, reflexive=reflexive)


def read_verb(
    reading: Reading, index: int, reflexive: bool, shapes: tuple[str, ...]
) -> tuple[str, str, int] | None:
    """Lemma, frames and further words of a reporting verb at a token, by its form."""
    form = low(reading, index)
    for infinitive, shape in lexicon.verb_forms().get(form, ()):
        if shape not in shapes:
            continue
        for phrase in lexicon.phrases().get(infinitive, ()):
            words = lexicon.bare(phrase.lemma).split()[1:]
            following = [low(reading, j) for j in range(index + 1, min(index + 4, len(reading.tokens)))]
            for skip in range(2):
                if following[skip : skip + len(words)] == words:
                    return phrase.lemma, phrase.frames, len(words) + skip
        known = lexicon.verbs()
        names = [f"se {infinitive}", f"s'{infinitive}"] if reflexive else []
        for lemma in [*names, infinitive]:
            if lemma in known:
                return lemma, known[lemma].frames, 0
    return None


def _adverb(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.upos == "ADV" or low(reading, index) in ADVERBS


def skip_adverbials(reading: Reading, index: int, stop: int) -> int:
    """The first token after adverbs, dates and short prepositional phrases (*mardi à la presse*)."""
    i = index
    while i < stop:
        word, token = low(reading, i), reading.tokens[i]
        if locution_from(reading, i) != i:
            i = locution_from(reading, i)
        elif (
            word in ("ce", "cet", "cette")
            and i + 1 < stop
            and low(reading, i + 1) in TIMES
            and not low(reading, i + 1).startswith("derni")
        ):
            i += 2
        elif token.text[0].isdigit() or (
            word in TIMES and word not in ("ce", "cet", "cette", "an", "mai", "mars")
        ) or word in ("mai", "mars") and i > index and reading.tokens[i - 1].text[0].isdigit():
            i += 1
        elif word in ("pour", "de", "quant") and i + 2 < stop and low(reading, i + 2) in ("part", "côté"):
            i += 3
        elif word in ("lui", "elle", "eux") and i > index and low(reading, i - 1) in ("à", "quant", "lui") or _adverb(reading, i) and word not in _DETERMINERS:
            i += 1
        elif token.upos == "ADP" or word in (
            "à",
            "au",
            "aux",
            "dans",
            "sur",
            "devant",
            "lors",
            "en",
            "auprès",
            "via",
        ):
            j = _skip_prepositional(reading, i, stop)
            if j == i:
                return index
            i = j
        elif word == "," and i + 1 < stop and _closing_comma(reading, i + 1, stop):
            i += 1
        else:
            break
    return i


def _closing_comma(reading: Reading, index: int, stop: int) -> bool:
    """*, dimanche, le ministre*: does an adverbial between commas start here?"""
    word = low(reading, index)
    return word in TIMES or word in ("hier", "dans", "lors", "sur", "à", "au", "devant", "en")


def _skip_prepositional(reading: Reading, index: int, stop: int) -> int:
    i = index + 1
    while i < stop and (reading.tokens[i].upos == "ADP" or low(reading, i) in ("de", "du", "des", "d'")):
        i += 1
    while i < stop and (low(reading, i) in _DETERMINERS or reading.tokens[i].upos in ("DET", "NUM")):
        i += 1
    entity_end = _entity_end(reading, i)
    if entity_end is not None:
        i = entity_end
    else:
        while i < stop and reading.tokens[i].upos == "ADJ" and reading.tokens[i].text[0].islower():
            i += 1
        if i < stop and reading.tokens[i].upos in ("NOUN", "PROPN", "PRON", "VERB", "X", "ADJ"):
            i += 1
        else:
            return index
    while i < stop and reading.tokens[i].upos == "ADJ" and reading.tokens[i].text[0].islower():
        i += 1
    if i < stop and low(reading, i) in ("de", "du", "des", "d'"):
        return max(_skip_prepositional(reading, i, stop), i)
    return i


def _entity_end(reading: Reading, index: int) -> int | None:
    if index >= len(reading.tokens):
        return None
    start = reading.tokens[index].start
    for entity in reading.document.entities:
        if entity.start == start and entity.label != "PER":
            return reading.token_at(entity.end)
        if entity.start > start:
            return None
    return None


def phrase_from(reading: Reading, index: int, stop: int) -> Source | None:
    """The noun phrase that starts at a token, with its apposition, None where none starts there.

    It runs over *de*, *du*, *à* to the next comma, verb or other preposition; names that follow after a
    comma belong to it (*le président de l'Ufip, Jean Schilansky*), and so does a function after a name.
    """
    tokens = reading.tokens
    if index >= stop or not _can_start(reading, index):
        return None
    if (
        tokens[index].text in lexicon.titles()
        and index + 1 < stop
        and low(reading, index + 1) in ("le", "la", "l'")
    ):
        index += 1  # *M. le maire*
    i = index
    head = _head_from(reading, index, stop)
    i = max(_core_end(reading, index, stop), index + 1)
    if i < stop and tokens[i].text == "(":
        closing = next((j for j in range(i, min(i + 12, stop)) if tokens[j].text == ")"), None)
        if closing is not None:
            i = closing + 1
    if i + 1 < stop and tokens[i].text == ",":
        nxt = tokens[i + 1]
        core = reading.tokens[index:i]
        named = any(t.upos == "PROPN" and t.text[0].isupper() for t in core)
        if (
            nxt.text[0].isupper()
            and (nxt.upos == "PROPN" or nxt.text in lexicon.first_names() or nxt.text in lexicon.titles())
            and low(reading, i + 1) not in _DETERMINERS
        ) or (
            not named
            and low(reading, i + 1) in _DETERMINERS
            and _role_near(reading, i + 1, stop)
            and _named_before_comma(reading, i + 1, stop)
        ) or named and (
            low(reading, i + 1) in lexicon.roles()
            or (low(reading, i + 1) in _DETERMINERS and i + 2 < stop and _role_near(reading, i + 1, stop))
        ):
            i = max(_core_end(reading, i + 1, stop), i + 2)
    while i > index + 1 and tokens[i - 1].text in _STOP_PUNCT - {")"}:
        i -= 1
    return Source(tokens[index].start, tokens[i - 1].end, head, _pronoun(reading, index))


def _named_before_comma(reading: Reading, index: int, stop: int) -> bool:
    """*, l'ancien conseiller national Beat Roth,*: does the apposition end with a name?"""
    for j in range(index, min(index + 14, stop)):
        if reading.tokens[j].text in (",", ".", ":", ";"):
            last = reading.tokens[j - 1]
            return last.text[0].isupper() and last.upos in ("PROPN", "X", "NOUN")
        if reading.tokens[j].upos in ("VERB", "AUX"):
            return False
    return False


def _role_near(reading: Reading, index: int, stop: int) -> bool:
    return any(low(reading, j) in lexicon.roles() for j in range(index, min(index + 4, stop)))


def _can_start(reading: Reading, index: int) -> bool:
    token, word = reading.tokens[index], low(reading, index)
    if word in _DETERMINERS or token.text in lexicon.titles():
        return True
    if token.upos in ("DET", "PROPN", "NUM"):
        return token.text not in _STOP_PUNCT
    if token.upos == "PRON":
        return word not in _RELATIVES and word not in ("se", "s'", "y", "en", "ce", "c'", "-t")
    if token.text[0].isupper() and (
        token.upos not in ("ADP", "SCONJ", "CCONJ", "ADV", "PUNCT") or token.text in ("N'", "M'", "O'")
    ):
        return True
    return token.upos == "NOUN" and token.text not in _STOP_PUNCT


def _head_from(reading: Reading, index: int, stop: int) -> int:
    tokens = reading.tokens
    for j in range(index, min(index + 6, stop)):
        if tokens[j].upos in ("NOUN", "PROPN", "PRON") and low(reading, j) not in _DETERMINERS:
            return j
        if tokens[j].text in _STOP_PUNCT:
            break
    return index


def _core_end(reading: Reading, index: int, stop: int) -> int:
    tokens = reading.tokens
    i = index
    while i < stop:
        token, word = tokens[i], low(reading, i)
        if token.text in _STOP_PUNCT or token.text == "&":
            if token.text == "-" and i > index:
                i += 1
                continue
            break
        if i > index and _time_phrase(reading, i, stop):
            break
        if i > index and word in _RELATIVES and word not in ("pour",):
            break
        if (
            word == "pour"
            and i > index
            and not (
                i + 1 < stop
                and (low(reading, i + 1) in ("le", "la", "l'", "les") or tokens[i + 1].upos == "PROPN")
            )
        ):
            break
        if (
            i > index
            and word in ("à", "au", "aux")
            and not _names_place(reading, i, stop)
            and not (
                tokens[i - 1].text[0].isupper()
                and word == "au"
                and i + 2 < stop
                and tokens[i + 2].text in (",", ".")
            )
        ):
            break
        if i > index and token.upos in ("VERB", "AUX") and word not in lexicon.roles():
            if not (
                token.upos == "VERB"
                and "VerbForm=Part" in token.morph
                and tokens[i - 1].upos == "NOUN"
                and i + 1 < stop
                and low(reading, i + 1) in ("de", "du", "à", "au", "chez", "aux")
            ):
                break
        if (
            token.upos == "PRON"
            and i > index
            and not (word in ("un", "une") and i == index + 1)
            and word not in ("eux", "elles")
        ):
            break
        if token.upos == "ADV" and i > index and word not in ("très", "plus", "non", "ex"):
            break
        if token.upos == "SCONJ" and i > index:
            break
        if word in ("et", "ou") and i > index and not _coordinates(reading, i, stop):
            break
        i += 1
    while i > index + 1 and (
        tokens[i - 1].upos == "ADP"
        or low(reading, i - 1) in ("et", "ou", "de", "du", "d'", "le", "la", "l'", "les")
    ):
        i -= 1
    return i


def _names_place(reading: Reading, index: int, stop: int) -> bool:
    """*le ministre déléguée à l'Industrie*, *le sénateur au Sénat*: does *à* go on with the function?"""
    if index + 1 >= stop:
        return False
    return (
        any(low(reading, j) in lexicon.roles() for j in range(max(0, index - 4), index))
        and (low(reading, index) in ("au", "aux") or low(reading, index + 1) in ("la", "l'", "le"))
        and low(reading, index + 1) not in ("presse", "micro", "journal")
        and low(reading, min(index + 2, stop - 1))
        not in (
            "presse",
            "afp",
            "antenne",
            "radio",
            "télévision",
            "issue",
            "occasion",
            "agence",
            "fois",
            "sortie",
            "tribune",
            "barre",
            "chaîne",
        )
    )


def _time_phrase(reading: Reading, index: int, stop: int) -> bool:
    word = low(reading, index)
    if word in ("ce", "cet", "cette"):
        return (
            index + 1 < stop
            and low(reading, index + 1) in TIMES
            and not low(reading, index + 1).startswith("derni")
        )
    if word in ("le", "la"):
        return index + 1 < stop and (
            reading.tokens[index + 1].text.isdigit() or low(reading, index + 1) in ("lendemain", "veille")
        )
    return (
        word in TIMES
        and reading.tokens[index].text[0].islower()
        and word
        not in (
            "an",
            "ans",
            "mars",
            "mai",
            "jour",
            "midi",
            "soir",
            "nuit",
            "mois",
            "dernier",
            "dernière",
            "année",
            "semaine",
            "journée",
        )
    )


def _coordinates(reading: Reading, index: int, stop: int) -> bool:
    """Does *et* go on with the phrase (two names, two nouns) and not with a new clause?"""
    if index + 1 >= stop:
        return False
    nxt = reading.tokens[index + 1]
    if (
        nxt.upos not in ("PROPN", "DET", "NOUN", "ADJ", "ADP", "NUM")
        and low(reading, index + 1) not in _DETERMINERS
    ):
        return False
    for j in range(index + 1, min(index + 8, stop)):
        if reading.tokens[j].text in _STOP_PUNCT:
            break
        if reading.tokens[j].upos in ("VERB", "AUX") and "VerbForm=Fin" in reading.tokens[j].morph:
            return False
    return True


_PERSONAL = frozenset(
    "il elle ils elles on je nous vous lui eux celui-ci celle-ci ceux-ci celles-ci j'".split()
)


def _pronoun(reading: Reading, index: int) -> str | None:
    word = low(reading, index)
    if word in _PERSONAL:
        return word
    if word in ("celui", "celle", "ceux", "celles"):
        return word + "-ci"
    return None


def source_of(reading: Reading, head: int) -> Source:
    """The noun phrase that a head token heads, by the parser's tree, cut at relative clauses."""
    tokens = reading.tokens
    pronoun = _pronoun(reading, head)
    partitive = any(tokens[c].dep in ("nmod", "obl:mod") and c > head for c in reading.children[head])
    if pronoun is not None or tokens[head].upos == "PRON" and not partitive:
        return Source(tokens[head].start, tokens[head].end, head, pronoun)
    low_, high = reading.subtree(head)
    first = low_
    while first < head and (
        tokens[first].upos in ("PUNCT", "CCONJ", "SCONJ", "ADV")
        and low(reading, first) not in _DETERMINERS
        or low(reading, first)
        in (
            "dont",
            "que",
            "qu'",
            "où",
            "du",
            "des",
            "au",
            "aux",
            "avec",
            "selon",
            "par",
            "pour",
            "chez",
            "contre",
        )
    ):
        first += 1
    for j in range(head - 1, first - 1, -1):
        if tokens[j].text in (",", ":", ";", "—", "("):
            first = j + 1
            break
    last = high
    for j in range(head + 1, high):
        if tokens[j].text == "," and not _apposed(reading, j + 1, high):
            last = j
            break
        if tokens[j].upos in ("VERB", "AUX") and tokens[j].dep.startswith(
            ("acl", "advcl", "ccomp", "parataxis", "conj")
        ):
            last = j
            break
        if low(reading, j) in ("qui", "que", "qu'", "dont", "où", "lequel", "laquelle"):
            last = j
            break
    if first > 1 and low(reading, first - 1) == "et" and tokens[first - 2].upos == "PROPN":
        first -= 2  # *Ouchène et son homologue*
        while first > low_ - 6 and first > 0 and tokens[first - 1].upos == "PROPN":
            first -= 1
    while last > head + 1 and (
        tokens[last - 1].upos in ("PUNCT", "CCONJ", "SCONJ", "ADP", "DET") and tokens[last - 1].text != ")"
    ):
        last -= 1
    return Source(tokens[first].start, tokens[last - 1].end, head, None)


def _apposed(reading: Reading, index: int, stop: int) -> bool:
    """Behind a comma a name or a function: *le maire, Paul Roy*, *Paul Roy, maire de Lyon*."""
    if index >= stop:
        return False
    token = reading.tokens[index]
    if token.upos == "PROPN" or token.text in lexicon.titles() or token.text[0].isupper():
        return True
    return _role_near(reading, index, stop) and token.upos in ("DET", "NOUN", "ADJ", "ADV")


def subject_of(reading: Reading, head: int, seen: int = 0) -> Source | None:
    """The subject of a verb: its own, or the one that it shares by coordination, control or participle."""
    tokens = reading.tokens
    subjects = [
        c
        for c in reading.children[head]
        if tokens[c].dep in ("nsubj", "nsubj:pass", "expl:subj", "nsubj:caus")
    ]
    good = [
        c
        for c in subjects
        if low(reading, c)
        not in (
            "ce",
            "c'",
            "cela",
            "ça",
            "qui",
            "que",
            "qu'",
            "dont",
            "-t",
            "lui",
            "leur",
            "me",
            "nous",
            "se",
        )
    ]
    relative = [c for c in subjects if low(reading, c) in ("qui", "lequel", "laquelle")]
    before = [c for c in good if c < head]
    if before:
        return source_of(reading, before[0] if len(before) == 1 else _best(reading, before))
    if good:
        return source_of(reading, good[0])
    parent = tokens[head].head
    dep = tokens[head].dep
    if relative and dep.startswith("acl"):
        return source_of(reading, parent)
    if parent == head or seen > 6:
        return None
    if dep.startswith("acl") and tokens[parent].upos in ("NOUN", "PROPN", "PRON"):
        return source_of(reading, parent)
    if subjects and not relative:
        return None
    if dep.startswith(
        ("conj", "advcl", "xcomp", "obl", "acl", "cop", "aux", "fixed", "parataxis", "dep", "ccomp")
    ):
        upper = subject_of(reading, parent, seen + 1)
        if upper is not None:
            return upper
    if tokens[parent].upos in ("NOUN", "PROPN") and dep in ("ROOT", "appos", "nmod", "amod"):
        return source_of(reading, parent)
    return None


def _best(reading: Reading, candidates: list[int]) -> int:
    for c in candidates:
        if reading.tokens[c].upos == "PROPN":
            return c
    return candidates[0]


def phrase_before(reading: Reading, index: int) -> Source | None:
    """The phrase that ends before a verb group, inserts between commas left out, by the words alone.

    *Le maire, Paul Roy, interrogé hier, a dit*: the tree often loses such a subject.
    """
    first, _ = reading.range(reading.frame_of_token[index])
    i = index - 1
    while i >= first and (
        low(reading, i) in CLITICS or low(reading, i) in AUXILIARIES or _adverb(reading, i)
    ):
        i -= 1
    hops = 0
    name: Source | None = None
    while i > first and reading.tokens[i].text == "," and hops < 3:
        j = i - 1
        while j >= first and reading.tokens[j].text not in (",", ":", ";", "."):
            j -= 1
        insert = range(j + 1, i)
        opens = reading.tokens[j + 1]
        if name is None and (opens.upos == "PROPN" or opens.text in lexicon.titles()) and len(insert) <= 6:
            name = Source(reading.tokens[j + 1].start, reading.tokens[i - 1].end, j + 1, None)
        if j < first or reading.tokens[j].text != ",":
            return name or phrase_from(reading, _skip_opening(reading, max(j + 1, first), i), i)
        i = j - 1
        hops += 1
        if reading.tokens[i].upos in ("PROPN", "NOUN", "ADJ", "PRON", "X") or reading.tokens[i].text == ")":
            break
        i = j
    if i < first:
        return name
    if name is not None:
        return name
    if reading.tokens[i].text == ")":
        while i > first and reading.tokens[i].text != "(":
            i -= 1
        i -= 1
    token = reading.tokens[i]
    if _pronoun(reading, i) is not None:
        return Source(token.start, token.end, i, _pronoun(reading, i))
    if token.upos not in ("PROPN", "NOUN", "ADJ", "X") and token.text != ")":
        return None
    if i < first:
        return None
    j = i
    while (
        j > first
        and reading.tokens[j - 1].upos in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "NUM", "X")
        and reading.tokens[j].text not in _STOP_PUNCT
    ):
        j -= 1
    while j < i and reading.tokens[j].upos == "ADP":
        j += 1
    head_ = next((k for k in range(j, i + 1) if reading.tokens[k].upos in ("NOUN", "PROPN")), i)
    return Source(reading.tokens[j].start, token.end, head_, None)


def _skip_opening(reading: Reading, index: int, stop: int) -> int:
    """Behind an opening *De son côté*, *Mardi*, *Mais*."""
    i = index
    while i < stop and (reading.tokens[i].upos in ("CCONJ", "ADV", "PUNCT") or low(reading, i) in TIMES):
        i += 1
    return i if i < stop else index
