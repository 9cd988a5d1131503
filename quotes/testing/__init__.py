"""Hypothesis strategies for French with quotations: to test `quotes`, or a program that uses it.

`articles` draws news articles with their answer, `speeches` what people say, `names` how they are called, `marks` the
quotation marks around it. `missing` and `surplus` hold what was found against what was drawn.

    from hypothesis import given
    from quotes import Extractor
    from quotes.testing import articles, missing

    extractor = Extractor()

    @given(articles(constructions=["« … », verb source"], noise=()))
    def test_incises_are_found(drawn):
        assert not missing(drawn, extractor.extract(drawn.text).quotes)

A failing example is printed as text with its gold in place. The extra ``testing`` brings hypothesis:
``pip install 'french-quotes[testing]'``.
"""

from quotes.testing.articles import NOISES, Drawn, articles
from quotes.testing.constructions import CONSTRUCTIONS
from quotes.testing.oracle import missing, surplus
from quotes.testing.people import STYLES, Name, names
from quotes.testing.speeches import Marks, Speech, marks, speeches

__all__ = [
    "CONSTRUCTIONS",
    "NOISES",
    "STYLES",
    "Drawn",
    "Marks",
    "Name",
    "Speech",
    "articles",
    "marks",
    "missing",
    "names",
    "speeches",
    "surplus",
]
