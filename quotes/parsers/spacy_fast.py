"""Shortcuts through a spaCy pipeline that leave every annotation that is read as it is.

spaCy's own components stay; what stands inside them is exchanged for what gives the same faster. A model may be
built in a way that nobody foresaw, so the exchanged pipeline reads a sample that the stock one has read before:
where it differs, the stock one is loaded again and stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IS_SPACE, POS
from spacy.lang.fr.lemmatizer import FrenchLemmatizer
from spacy.pipeline import AttributeRuler
from spacy.symbols import SPACE
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from quotes.parsers.spacy_vectors import faster

if TYPE_CHECKING:
    from spacy.language import Language

# Sentences that try each part: names of all kinds, numbers, elisions, clitics, capitals, marks, words nobody has seen.
_SAMPLE = (
    "« Nous n'irons pas plus loin », a déclaré mardi à Lyon la ministre de la Culture, Jeanne Aubry-Lefèvre.",
    "Selon l'Insee, 12,5 % des quelque 3 400 salariés d'Airbus à Toulouse auraient été prévenus dès le 3 janvier 2019.",
    "Qu'a-t-il dit ? « C'est inadmissible ! », s'est indigné Me Éric N'Diaye, avocat de la famille, devant l'AFP.",
    "Y aura-t-il, aujourd'hui encore, quelqu'un pour les leur rendre ? Rien n'est moins sûr…",
    "LE MAIRE DE SAINT-DENIS REFUSE (encore) de s'expliquer : voir https://example.org/a?b=1, p. 27-28.",
    "Les Xylophiles zwingués ont brzouflé 1er-2e, ajoute-t-elle, le Burkina Faso et l'ONU y compris.",
)
_CLOSE = 1e-3  # how far two vectors may stand apart that should be one but for rounding


def load_fast(load: Callable[[], Language]) -> tuple[Language, bool]:
    """A pipeline with the shortcuts that fit it; as ``load`` gives it where they would change what it reads.

    The second answer says which of both it is.
    """
    nlp = load()
    before = _read(nlp)
    try:
        _exchange(nlp)
        if _same(before, _read(nlp)):
            return nlp, True
    except Exception:  # spaCy's insides may be anything in another version; the stock pipeline needs none of this
        pass
    return load(), False


def _read(nlp: Language) -> list[Doc]:
    docs = [Doc(nlp.vocab, words=[t.text for t in nlp.make_doc(text)]) for text in _SAMPLE]
    return list(nlp.pipe(docs))


def _same(one: list[Doc], other: list[Doc]) -> bool:
    return all(
        _annotations(a) == _annotations(b) and np.allclose(a.tensor, b.tensor, rtol=0, atol=_CLOSE)
        for a, b in zip(one, other, strict=True)
    )


def _annotations(doc: Doc) -> list[tuple[Any, ...]]:
    return [(t.lemma_, t.pos_, str(t.morph), t.head.i, t.dep_, t.ent_iob_, t.ent_type_) for t in doc]


def _exchange(nlp: Language) -> None:
    pipes: list[Any] = [pipe for _, pipe in nlp.pipeline]
    for pipe in pipes:
        if isinstance(pipe, FrenchLemmatizer):
            _look_up(pipe)
        elif isinstance(pipe, AttributeRuler):
            _match_blanks(pipe)
        elif isinstance(getattr(pipe, "model", None), Model):
            _embed(pipe)
            _multiply(pipe.model)


def _look_up(lemmatizer: FrenchLemmatizer) -> None:
    """Its index is asked for words and holds them in lists: sets answer at once."""
    if "lemma_index" in lemmatizer.lookups:
        index = lemmatizer.lookups.get_table("lemma_index")
        for tag in list(index):
            index[tag] = frozenset(index[tag])


def _match_blanks(ruler: AttributeRuler) -> None:
    """Rules for blank tokens are tried only where there are any; those that set nothing but the fine tag, never."""
    rules: list[dict[str, Any]] = ruler.patterns
    if all(_of_blanks(rule) for rule in rules if rule["attrs"].keys() != {"TAG"}):
        match = ruler.match

        def match_blanks(doc: Doc) -> list[Any]:
            tags, blanks = doc.to_array([POS, IS_SPACE]).T
            return match(doc) if (tags == SPACE).any() or blanks.any() else []

        ruler.match = match_blanks  # type: ignore[method-assign]


def _of_blanks(rule: dict[str, Any]) -> bool:
    return all(any(t.get("POS") == "SPACE" or t.get("IS_SPACE") is True for t in tokens) for tokens in rule["patterns"])


def _embed(pipe: Any) -> None:
    for node in list(pipe.model.walk()):
        new = faster(node)
        if new is not None and node is pipe.model:
            pipe.model = new
        elif new is not None:
            pipe.model.replace_node(node, new)


def _multiply(model: Model[Any, Any]) -> None:
    """Large matrices are multiplied by numpy's BLAS in place of spaCy's."""
    for node in model.walk():
        if type(node.ops) is NumpyOps:
            node.ops = NumpyOps(use_blis=False)
