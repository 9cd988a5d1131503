"""A small French treebank in CoNLL-U, drawn from a grammar: enough to train a Stanza pipeline for tests.

Short sentences of the press: reports, incises, inversions, contractions (*au, du, des, aux*), *des* that is
no contraction (*dit des choses*), elisions, names. Every tree is right by construction; the same seed
draws the same sentences.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TypeVar

from conllu import lines

T = TypeVar("T")

MASC, FEM, PLUR = "Gender=Masc|Number=Sing", "Gender=Fem|Number=Sing", "Number=Plur"
FINITE = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
PAST, INFINITIVE = "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part", "VerbForm=Inf"

PEOPLE = [
    ("maire", MASC), ("ministre", FEM), ("préfet", MASC), ("préfète", FEM), ("avocat", MASC), ("avocate", FEM),
    ("président", MASC), ("présidente", FEM), ("directeur", MASC), ("porte-parole", FEM), ("chercheur", MASC),
    ("procureur", MASC), ("député", MASC), ("sénatrice", FEM), ("entraîneur", MASC), ("voisin", MASC),
]  # fmt: skip
CROWDS = ["élus", "habitants", "syndicats", "agents", "médecins", "pompiers", "écologistes", "enseignants"]
THINGS = [
    ("budget", MASC), ("projet", MASC), ("loi", FEM), ("école", FEM), ("hôpital", MASC), ("ville", FEM), ("usine", FEM),
    ("conseil", MASC), ("région", FEM), ("rapport", MASC), ("réforme", FEM), ("transport", MASC), ("eau", FEM),
    ("port", MASC), ("parti", MASC), ("accord", MASC), ("gouvernement", MASC), ("Havre", MASC), ("pays", MASC),
]  # fmt: skip
PLURALS = ["choses", "impôts", "mesures", "salaires", "élections", "comptes", "travaux", "transports", "moyens", "prix"]
GIVEN = "Anne Paul Nadia Karim Jean-Pierre Louise Marc Hélène Bruno Claire Émile Sophie Rachid Inès".split()
FAMILY = "Martin|Durand|Le Maire|Benali|Lefèvre|Roussel|Le Goff|Da Silva|Girard|Moreau|Aït-Saïd|N'Diaye".split("|")
PLACES = "Lyon Brest Paris Lille Nantes Strasbourg Europe Toulouse Amiens".split()
SAY = [
    ("déclarer", "déclare", "déclaré"), ("expliquer", "explique", "expliqué"), ("ajouter", "ajoute", "ajouté"),
    ("affirmer", "affirme", "affirmé"), ("dire", "dit", "dit"), ("estimer", "estime", "estimé"),
    ("indiquer", "indique", "indiqué"), ("préciser", "précise", "précisé"), ("assurer", "assure", "assuré"),
    ("écrire", "écrit", "écrit"), ("souligner", "souligne", "souligné"), ("annoncer", "annonce", "annoncé"),
    ("poursuivre", "poursuit", "poursuivi"), ("conclure", "conclut", "conclu"), ("rappeler", "rappelle", "rappelé"),
    ("confier", "confie", "confié"), ("répondre", "répond", "répondu"), ("lancer", "lance", "lancé"),
]  # fmt: skip
DO = [
    ("voter", "vote", "voté"), ("refuser", "refuse", "refusé"), ("défendre", "défend", "défendu"), ("lire", "lit", "lu"),
    ("fermer", "ferme", "fermé"), ("présenter", "présente", "présenté"), ("ouvrir", "ouvre", "ouvert"),
    ("protéger", "protège", "protégé"), ("financer", "finance", "financé"), ("réduire", "réduit", "réduit"),
]  # fmt: skip
THEY = {
    "dit": "disent", "écrit": "écrivent", "poursuit": "poursuivent", "conclut": "concluent", "répond": "répondent",
    "lit": "lisent", "réduit": "réduisent", "défend": "défendent",
}  # fmt: skip
TALK = [("parler", "parle", "parlé"), ("écrire", "écrit", "écrit"), ("répondre", "répond", "répondu")]
ADJECTIVES = ["difficile", "nécessaire", "utile", "rare", "possible", "calme", "juste", "fragile"]
TIMES = ["lundi", "mardi", "jeudi", "hier", "aujourd'hui", "demain", "encore", "déjà"]
PRONOUNS = [("il", MASC), ("elle", FEM)]


@dataclass
class Node:
    """A word with what hangs on it before and behind."""

    form: str
    lemma: str
    upos: str
    feats: str
    dep: str
    left: list[Node]
    right: list[Node]

    def as_(self, dep: str) -> Node:
        self.dep = dep
        return self


def w(form: str, upos: str, dep: str, lemma: str = "", feats: str = "_") -> Node:
    return Node(form, lemma or form.lower(), upos, feats, dep, [], [])


class Grammar:
    """Draws phrases. Every method returns the head of its phrase."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, items: list[T]) -> T:
        return self._random.choice(items)

    def often(self, chance: float = 0.5) -> bool:
        return self._random.random() < chance

    def noun(self, nouns: list[tuple[str, str]] = THINGS, definite: bool = True) -> Node:
        form, feats = self.pick(nouns)
        node = w(form, "PROPN" if form[0].isupper() else "NOUN", "obj", form, feats)
        article = ("le" if feats == MASC else "la") if definite else ("un" if feats == MASC else "une")
        kind = "Definite=Def|" if definite else "Definite=Ind|"
        node.left.append(w(article, "DET", "det", "le" if definite else "un", kind + feats + "|PronType=Art"))
        if self.often(0.2) and node.upos == "NOUN":
            node.right.append(w(self.pick(ADJECTIVES), "ADJ", "amod"))
        return node

    def plural(self, definite: bool) -> Node:
        node = w(self.pick(PLURALS), "NOUN", "obj", feats=PLUR)
        node.lemma = node.form.removesuffix("s")
        kind = "Definite=Def|" if definite else "Definite=Ind|"
        article = w("les" if definite else "des", "DET", "det", "le" if definite else "un", kind + PLUR)
        node.left.append(article)
        return node

    def crowd(self) -> Node:
        node = w(self.pick(CROWDS), "NOUN", "nsubj", feats=PLUR)
        node.lemma = node.form.removesuffix("s")
        node.left.append(w("les", "DET", "det", "le", "Definite=Def|" + PLUR))
        return node

    def name(self) -> Node:
        node = w(self.pick(GIVEN), "PROPN", "nsubj")
        node.lemma = node.form
        for part in self.pick(FAMILY).split():
            node.right.append(w(part, "PROPN", "flat:name", part))
        return node

    def with_case(self, preposition: str, node: Node, dep: str) -> Node:
        node.left.insert(0, w(preposition, "ADP", "case"))
        return node.as_(dep)

    def complement(self) -> Node:
        """*du budget*, *des élus*, *de Lyon*"""
        inner = self.pick([self.noun(), self.plural(True), self.crowd(), w(self.pick(PLACES), "PROPN", "nmod")])
        return self.with_case("de", inner, "nmod")

    def person(self) -> Node:
        node = self.noun(PEOPLE)
        if self.often():
            node.right.append(self.complement())
        if self.often(0.4):
            node.right.append(self.name().as_("appos"))
        return node

    def source(self) -> Node:
        kind = self._random.randrange(4)
        if kind == 0:
            return self.crowd()
        if kind == 1:
            node = self.name()
            if self.often(0.3):
                role = w(self.pick(PEOPLE)[0], "NOUN", "appos")
                role.left.append(w(",", "PUNCT", "punct"))
                role.right.append(self.complement())
                node.right.append(role)
            return node
        return self.person()

    def around(self, verb: tuple[str, str, str], plural: bool) -> Node:
        """*a déclaré*, *déclare*, *veut déclarer* without subject."""
        lemma, present, past = verb
        number = "Plur" if plural else "Sing"
        if self.often(0.6):
            node = w(past, "VERB", "root", lemma, PAST)
            node.left.append(w("ont" if plural else "a", "AUX", "aux:tense", "avoir", FINITE.format(number)))
            return node
        form = THEY.get(present, present + "nt") if plural else present
        return w(form, "VERB", "root", lemma, FINITE.format(number))

    def details(self, node: Node) -> None:
        if self.often(0.3):
            node.right.append(w(self.pick(TIMES), "ADV" if self.often() else "NOUN", "obl:mod"))
        if self.often(0.4):
            inner = self.pick([self.noun(), self.crowd(), self.plural(True), self.noun(PEOPLE)])
            node.right.append(self.with_case(self.pick(["à", "à", "dans", "devant", "pour"]), inner, "obl:arg"))

    def subject(self, node: Node, subject: Node) -> Node:
        node.left.insert(0, subject.as_("nsubj"))
        return node

    def clause(self) -> Node:
        """*le conseil a voté le budget de la ville*, *l'eau est rare*"""
        if self.often(0.3):
            node = w(self.pick(ADJECTIVES), "ADJ", "root")
            node.left.append(w("est", "AUX", "cop", "être", FINITE.format("Sing")))
            return self.subject(node, self.noun())
        subject = self.pick([self.source, self.noun, self.pronoun])()
        node = self.around(self.pick(DO), subject.feats == PLUR)
        if self.often(0.2):
            behind = node.left if node.left else node.right
            behind.append(w("pas", "ADV", "advmod"))
            node.left.insert(0, w("ne", "ADV", "advmod"))
        inner = self.pick([self.noun, self.noun, lambda: self.plural(False), lambda: self.plural(True)])()
        if self.often(0.4):
            inner.right.append(self.complement())
        node.right.append(inner.as_("obj"))
        self.details(node)
        return self.subject(node, subject)

    def address(self) -> Node:
        """*Le maire a parlé aux élus du budget*"""
        subject = self.pick([self.source, self.pronoun])()
        node = self.around(self.pick(TALK), subject.feats == PLUR)
        node.right.append(self.with_case("à", self.pick([self.crowd, self.crowd, self.person])(), "obl:arg"))
        if self.often():
            node.right.append(self.complement().as_("obl:arg"))
        return self.subject(node, subject)

    def pronoun(self) -> Node:
        form, feats = self.pick(PRONOUNS)
        return w(form, "PRON", "nsubj", feats=feats + "|Person=3")

    def report(self) -> Node:
        """*Le maire a déclaré que …*, *Bruno Le Maire dit des choses*"""
        subject = self.pick([self.source, self.source, self.pronoun])()
        node = self.around(self.pick(SAY), subject.feats == PLUR)
        self.details(node)
        if self.often(0.75):
            clause = self.clause().as_("ccomp")
            clause.left.insert(0, w("que", "SCONJ", "mark"))
            node.right.append(clause)
        else:
            node.right.append(self.plural(False).as_("obj"))
        return self.subject(node, subject)

    def incise(self) -> Node:
        """*, a déclaré le maire du Havre*, *, a-t-elle ajouté*, *, explique-t-il*: what is left beside a quotation."""
        clitic = self.often(0.35)
        subject = self.pronoun() if clitic else self.source()
        node = self.around(self.pick(SAY), subject.feats == PLUR)
        if clitic:
            verb = node.left[-1] if node.left else node
            subject.form = ("-" if verb.form.endswith("t") else "-t-") + subject.form
        (node.left if clitic and node.left else node.right).append(subject)
        self.details(node)
        node.left.insert(0, w(",", "PUNCT", "punct"))
        return node

    def quoting(self) -> Node:
        """*« Le projet est utile », a dit Anne Martin*, *Le maire précise : « … »*"""
        said = self.clause().as_("ccomp")
        said.left.insert(0, w("«", "PUNCT", "punct"))
        said.right.append(w("»", "PUNCT", "punct"))
        if self.often():
            node = self.incise()
            node.left.insert(0, said)
            return node
        node = self.subject(self.around(self.pick(SAY), False), self.person())
        said.left.insert(0, w(":", "PUNCT", "punct"))
        node.right.append(said)
        return node

    def according(self) -> Node:
        node = self.clause()
        comma = w(",", "PUNCT", "punct")
        node.left[:0] = [self.with_case("selon", self.source(), "obl:mod"), comma]
        return node

    def sentence(self) -> Node:
        kind = self.pick(
            [self.clause, self.address, self.report, self.report, self.incise, self.quoting, self.according]
        )
        node = kind().as_("root")
        node.right.append(w(".", "PUNCT", "punct"))
        return node


def conllu(sentences: int, seed: int) -> str:
    """A treebank of this many sentences."""
    grammar = Grammar(seed)
    return "".join(lines(grammar.sentence(), number) for number in range(1, sentences + 1))
