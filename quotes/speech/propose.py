"""Propose: what every construction offers, sentence by sentence."""

from __future__ import annotations

from quotes.speech.according import according
from quotes.speech.announced import announced
from quotes.speech.apposed import beside
from quotes.speech.before import before_quotation
from quotes.speech.behind import behind_quotation
from quotes.speech.candidate import Candidate
from quotes.speech.clause import reported_clauses
from quotes.speech.colon import after_colon
from quotes.speech.fragments import fragments
from quotes.speech.incise import after_quotation, inside_quotation
from quotes.speech.loose import loosely
from quotes.speech.marked import marked_words
from quotes.speech.nominal import nominal_clauses
from quotes.speech.unmarked import pointing_back, without_marks
from quotes.syntax.article import ParsedArticle


def propose(article: ParsedArticle) -> tuple[tuple[Candidate, ...], ...]:
    """The candidates of each sentence of an article."""
    return tuple(tuple(_proposed(article, sentence)) for sentence in range(len(article.sentences)))


def _proposed(article: ParsedArticle, sentence: int) -> list[Candidate]:
    """What every family of cues finds in a sentence."""
    return [
        *after_quotation(article, sentence),
        *inside_quotation(article, sentence),
        *behind_quotation(article, sentence),
        *before_quotation(article, sentence),
        *reported_clauses(article, sentence),
        *nominal_clauses(article, sentence),
        *announced(article, sentence),
        *after_colon(article, sentence),
        *without_marks(article, sentence),
        *pointing_back(article, sentence),
        *according(article, sentence),
        *marked_words(article, sentence),
        *beside(article, sentence),
        *loosely(article, sentence),
        *fragments(article, sentence),
    ]
