"""Law 3: asking changes nothing, so that asking twice gives one answer; only observing and speaking do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.entities.catalogue import cast
from quotes.entities.context import Context, context
from quotes.entities.discourse import _KEPT, Discourse, Link, Standing, seen, spoke
from quotes.entities.find import names
from quotes.entities.links import link, subject_before
from quotes.entities.observe import observe
from quotes.entities.via import Via
from quotes.pipeline import Extractor, Text, article_of
from quotes.syntax.article import Phrase
from quotes.types import Article

# a text, and whom each of its phrases may mean
TEXTS = [
    "Paul Roy a quitté la salle. « Je reviendrai », lâche l'officier. L'officier a souri.",
    "Anne Morel préside le club. La dirigeante a salué Paul Roy. « Il a tenu », dit-elle. L'ancien gardien a pleuré.",
    "Le syndicat d'améliorations foncières a écrit au maire. Le syndicat proteste. Ce dernier se tait.",
    "Luc Testuz et Anne Morel ont gagné. Les deux amis ont fêté. « Ils ont couru », dit leur entraîneur.",
]


def read(extractor: Extractor, words: str) -> Context:
    text = Text(Article(words))
    (document,) = extractor.parser.parse([(text.view, text.regions())])
    article = article_of(text, document)
    found = names(article)
    return context(article, cast(article, found), found)


def phrases(read: Context, sentence: int) -> list[Phrase]:
    """Each noun and pronoun of a sentence with the words before it that hang on it."""
    article = read.article
    lo, hi = article.range(sentence)
    out = []
    for i in range(lo, hi):
        token = article.tokens[i]
        if token.upos in ("NOUN", "PROPN"):
            first, stop = article.subtree(i)
            out.append(Phrase(article.tokens[first].start, article.tokens[stop - 1].end, i))
        elif token.text.lower() in ("il", "elle", "ils"):
            out.append(Phrase(token.start, token.end, i, token.text.lower()))
    return out


@pytest.mark.parametrize("words", TEXTS)
def test_asking_twice_gives_one_answer(extractor: Extractor, words: str) -> None:
    article, discourse = read(extractor, words), Discourse()
    for sentence in range(len(article.article.sentences)):
        discourse = observe(article, discourse, sentence)
        asked = phrases(article, sentence)
        first = [link(article, discourse, phrase, sentence) for phrase in asked]
        subject_before(article, discourse, sentence)
        # in another order, and of another context, which has looked up nothing yet
        fresh = read(extractor, words)
        again = [link(fresh, discourse, phrase, sentence) for phrase in reversed(asked)]
        assert first == again[::-1]


@pytest.mark.parametrize("words", TEXTS)
def test_a_discourse_can_be_gone_back_to(extractor: Extractor, words: str) -> None:
    article, discourse = read(extractor, words), Discourse()
    for sentence in range(len(article.article.sentences)):
        after = observe(article, discourse, sentence)
        assert observe(article, discourse, sentence) == after
        discourse = after


def test_a_phrase_says_no_function_of_whom_it_takes_up(extractor: Extractor) -> None:
    """The article never says that Paul Roy is an officer: he is the one spoken of."""
    article, discourse = read(extractor, TEXTS[0]), Discourse()
    answers = []
    for sentence in range(len(article.article.sentences)):
        discourse = observe(article, discourse, sentence)
        for phrase in phrases(article, sentence):
            if article.article.view[phrase.start : phrase.end].lower() == "l'officier":
                meant = link(article, discourse, phrase, sentence)
                assert meant is not None
                answers.append((meant.name, meant.why))
                discourse = spoke(discourse, meant, phrase.start, sentence)
    assert answers[0] == ("Paul Roy", "officier: the person spoken of")
    assert all(name == "Paul Roy" for name, _ in answers)


@given(
    st.lists(
        st.tuples(st.sampled_from([s for s in Standing if s > Standing.BACKGROUND]), st.integers(0, 9)), max_size=200
    )
)
def test_what_is_remembered_is_bounded(mentions: list[tuple[Standing, int]]) -> None:
    discourse = Discourse()
    for at, (standing, entity) in enumerate(mentions):
        who = Link(f"Roy {entity}", "person", entity, None, False, Via.NAMED)
        before = discourse
        discourse = spoke(discourse, who, at, at).with_seen(seen(who, at, at, standing)).shortened()
        assert len(discourse.seen) <= _KEPT
        assert before == before.shortened()


@pytest.mark.parametrize("words", TEXTS)
def test_every_reason_comes_from_the_list(extractor: Extractor, words: str) -> None:
    known = [re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(via.value))) for via in Via]
    article, discourse = read(extractor, words), Discourse()
    for sentence in range(len(article.article.sentences)):
        discourse = observe(article, discourse, sentence)
        for phrase in phrases(article, sentence):
            meant = link(article, discourse, phrase, sentence)
            assert meant is None or any(one.fullmatch(meant.why) for one in known)
