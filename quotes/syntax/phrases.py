"""Noun phrases on tokens: where one starts, how far it runs.

The parser's labels are evidence, the word forms of the lexicon are the stronger one: French news puts the
subject behind the verb after a quotation, which the treebanks rarely show.
"""

from __future__ import annotations

from quotes import lexicon
from quotes.syntax.article import ParsedArticle, Phrase
from quotes.syntax.circumstances import circumstance
from quotes.syntax.words import DETERMINERS, RELATIVES, STOPS, TIMES, low


def phrase_from(article: ParsedArticle, index: int, stop: int) -> Phrase | None:
    """The noun phrase that starts at a token, with its apposition, None where none starts there.

    It runs over *de*, *du*, *à* to the next comma, verb or other preposition; names that follow after a
    comma belong to it (*le président de l'Ufip, Jean Schilansky*), and so does a function after a name.
    """
    tokens = article.tokens
    if index >= stop or not _can_start(article, index):
        return None
    if tokens[index].text in lexicon.titles() and index + 1 < stop and low(article, index + 1) in ("le", "la", "l'"):
        index += 1  # *M. le maire*
    i = index
    head = _head_from(article, index, stop)
    i = max(_core_end(article, index, stop), index + 1)
    if i < stop and tokens[i].text == "(":
        closing = next((j for j in range(i, min(i + 12, stop)) if tokens[j].text == ")"), None)
        if closing is not None:
            i = closing + 1
    if i + 1 < stop and tokens[i].text == ",":
        nxt = tokens[i + 1]
        core = article.tokens[index:i]
        named = any(t.upos == "PROPN" and t.text[0].isupper() for t in core)
        if (
            (
                nxt.text[0].isupper()
                and (nxt.upos == "PROPN" or nxt.text in lexicon.first_names() or nxt.text in lexicon.titles())
                and low(article, i + 1) not in DETERMINERS
            )
            or (
                not named
                and low(article, i + 1) in DETERMINERS
                and role_near(article, i + 1, stop)
                and _named_before_comma(article, i + 1, stop)
            )
            or named
            and (
                low(article, i + 1) in lexicon.roles()
                or (low(article, i + 1) in DETERMINERS and i + 2 < stop and role_near(article, i + 1, stop))
            )
        ):
            i = max(_core_end(article, i + 1, stop), i + 2)
    while i > index + 1 and tokens[i - 1].text in STOPS - {")"}:
        i -= 1
    return Phrase(tokens[index].start, tokens[i - 1].end, head, _pronoun(article, index))


def _named_before_comma(article: ParsedArticle, index: int, stop: int) -> bool:
    """*, l'ancien conseiller national Beat Roth,*: does the apposition end with a name?"""
    for j in range(index, min(index + 14, stop)):
        if article.tokens[j].text in (",", ".", ":", ";"):
            last = article.tokens[j - 1]
            return last.text[0].isupper() and last.upos in ("PROPN", "X", "NOUN")
        if article.tokens[j].upos in ("VERB", "AUX"):
            return False
    return False


def role_near(article: ParsedArticle, index: int, stop: int) -> bool:
    return any(low(article, j) in lexicon.roles() for j in range(index, min(index + 4, stop)))


def _can_start(article: ParsedArticle, index: int) -> bool:
    token, word = article.tokens[index], low(article, index)
    if word in DETERMINERS or token.text in lexicon.titles():
        return True
    if token.upos in ("DET", "PROPN", "NUM"):
        return token.text not in STOPS
    if token.upos == "PRON":
        return word not in RELATIVES and word not in ("se", "s'", "y", "en", "ce", "c'", "-t")
    if token.text[0].isupper() and (
        token.upos not in ("ADP", "SCONJ", "CCONJ", "ADV", "PUNCT") or token.text in ("N'", "M'", "O'")
    ):
        return True
    return token.upos == "NOUN" and token.text not in STOPS


def _head_from(article: ParsedArticle, index: int, stop: int) -> int:
    tokens = article.tokens
    for j in range(index, min(index + 6, stop)):
        if tokens[j].upos in ("NOUN", "PROPN", "PRON") and low(article, j) not in DETERMINERS:
            return j
        if tokens[j].text in STOPS:
            break
    return index


def _core_end(article: ParsedArticle, index: int, stop: int) -> int:
    tokens = article.tokens
    i = _compound_end(article, index, stop)
    while i < stop:
        token, word = tokens[i], low(article, i)
        if token.text in STOPS or token.text == "&":
            if token.text == "-" and i > index:
                i += 1
                continue
            break
        if i > index and (_time_phrase(article, i, stop) or _mark_before(article, i) or circumstance(article, i, stop)):
            break
        if i > index and word in RELATIVES and word not in ("pour",):
            break
        if (
            word == "pour"
            and i > index
            and not (
                i + 1 < stop and (low(article, i + 1) in ("le", "la", "l'", "les") or tokens[i + 1].upos == "PROPN")
            )
        ):
            break
        if (
            i > index
            and word in ("à", "au", "aux")
            and not _names_place(article, i, stop)
            and not (
                tokens[i - 1].text[0].isupper() and word == "au" and i + 2 < stop and tokens[i + 2].text in (",", ".")
            )
        ):
            break
        if (
            i > index
            and token.upos in ("VERB", "AUX")
            and word not in lexicon.roles()
            and not (
                token.upos == "VERB"
                and "VerbForm=Part" in token.morph
                and tokens[i - 1].upos == "NOUN"
                and i + 1 < stop
                and low(article, i + 1) in ("de", "du", "à", "au", "chez", "aux")
            )
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
        if word in ("et", "ou") and i > index and not _coordinates(article, i, stop):
            break
        i += 1
    while i > index + 1 and (
        tokens[i - 1].upos == "ADP" or low(article, i - 1) in ("et", "ou", "de", "du", "d'", "le", "la", "l'", "les")
    ):
        i -= 1
    return i


def _mark_before(article: ParsedArticle, index: int) -> bool:
    """Does a quotation mark stand between this token and the one before it?"""
    between = article.view[article.tokens[index - 1].end : article.tokens[index].start]
    return any(mark in between for mark in '«»“”"')


def _compound_end(article: ParsedArticle, index: int, stop: int) -> int:
    """The token behind a noun of several words that the lexicon knows (*le mis en cause*), else ``index``."""
    i = index + 1 if low(article, index) in DETERMINERS and index + 1 < stop else index
    for words in lexicon.compounds().get(low(article, i), ()):
        if tuple(article.lows[i : min(i + len(words), stop)]) == words:
            return i + len(words)
    return index


# functions that an institution or a field behind *à* belongs to (*l'adjoint aux sports*, *le juge à la cour d'appel*)
_PLACED = frozenset(
    "ministre délégué déléguée adjoint adjointe conseiller conseillère secrétaire directeur directrice"
    " professeur professeure chercheur chercheuse juge procureur procureure avocat avocate député députée"
    " candidat candidate sénateur sénatrice responsable chargé chargée enseignant enseignante médecin maître"
    " ambassadeur ambassadrice représentant représentante correspondant correspondante commissaire président"
    " présidente vice-président vice-présidente économiste analyste ingénieur ingénieure ex-ministre"
    " sous-secrétaire vice-ministre porte-parole élu élue conservateur conservatrice stagiaire étudiant"
    " étudiante interne infirmier infirmière attaché attachée journaliste rédacteur rédactrice préposé préposée"
    " expert experte spécialiste historien historienne sociologue géographe chef cheffe envoyé envoyée".split()
)
_NOT_PLACES = frozenset(
    "presse micro journal afp antenne radio télévision issue occasion agence fois sortie tribune barre chaîne"
    " fin début veille lendemain suite demande place pause mi-temps conférence matin soir midi retour terme"
    " cours audience téléphone perchoir pupitre foule public caméra oral".split()
)


def _names_place(article: ParsedArticle, index: int, stop: int) -> bool:
    """*la ministre déléguée à l'Industrie*, *la sénatrice au Sénat*: does *à* go on with the function?"""
    if index + 1 >= stop or not any(low(article, j) in _PLACED for j in range(max(0, index - 4), index)):
        return False
    if low(article, index) not in ("au", "aux") and low(article, index + 1) not in ("la", "l'", "le"):
        return False
    return not any(low(article, j) in _NOT_PLACES for j in range(index + 1, min(index + 3, stop)))


def _time_phrase(article: ParsedArticle, index: int, stop: int) -> bool:
    word = low(article, index)
    if word in ("ce", "cet", "cette"):
        return index + 1 < stop and low(article, index + 1) in TIMES and not low(article, index + 1).startswith("derni")
    if word in ("le", "la"):
        return index + 1 < stop and (
            article.tokens[index + 1].text.isdigit() or low(article, index + 1) in ("lendemain", "veille")
        )
    return (
        word in TIMES
        and article.tokens[index].text[0].islower()
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


def _coordinates(article: ParsedArticle, index: int, stop: int) -> bool:
    """Does *et* go on with the phrase (two names, two nouns) and not with a new clause?"""
    if index + 1 >= stop:
        return False
    nxt = article.tokens[index + 1]
    if nxt.upos not in ("PROPN", "DET", "NOUN", "ADJ", "ADP", "NUM") and low(article, index + 1) not in DETERMINERS:
        return False
    for j in range(index + 1, min(index + 8, stop)):
        if article.tokens[j].text in STOPS or low(article, j) in ("qui", "que", "dont", "où"):
            break
        if article.tokens[j].upos in ("VERB", "AUX") and "VerbForm=Fin" in article.tokens[j].morph:
            return False
    return True


_PERSONAL = frozenset("il elle ils elles on je nous vous lui eux celui-ci celle-ci ceux-ci celles-ci j'".split())


def _pronoun(article: ParsedArticle, index: int) -> str | None:
    word = low(article, index)
    if word in _PERSONAL:
        return word
    if word in ("celui", "celle", "ceux", "celles"):
        return word + "-ci"
    return None
