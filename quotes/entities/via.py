"""Via: by which rule a phrase means somebody. What the ledger's ``why`` says of entities comes from this list alone."""

from __future__ import annotations

from enum import StrEnum


class Via(StrEnum):
    """The rules, each with what ``why`` says. ``{name}`` is whom the phrase means, ``{noun}`` its words."""

    # names
    FULL_NAME = "named in full"
    SURNAME = "surname of {name}"
    NAMED = "named"
    NAMED_BEHIND = "named behind"
    NAMED_TOGETHER = "named together"
    NAMED_WITH = "named with another"
    BESIDE = "beside {name}"
    BESIDE_FUNCTION = "name next to a function"
    OWN_NAME = "name by its own words"
    LABEL = "label"
    SIGNATURE = "signature"
    # pronouns
    PRONOUN = "pronoun {noun}"
    POSSESSIVE = "possessive"
    ON = "on"
    READ_IN = "the text it is read in"
    # several, one of several, the other
    PAIR = "pair"
    BOTH = "both: {noun}"
    OF_TWO = "{noun} of two"
    ONE_OF = "one of several"
    LAST_NAMED = "the last one named"
    SAME = "the same as before"
    OTHER = "the other one"
    # functions and descriptions
    ROLE = "role of {name}"
    OWN_ROLE = "role by its own words"
    UNNAMED = "unnamed person"
    NEWCOMER = "{noun}: the person of the sentence before"
    TAKEN_UP = "{noun}: the person spoken of"
    JUST_SPOKE = "{noun}: who spoke just before"
    NO_FUNCTION = "{noun}: the only person without a function"
    ONLY_ONE = "{noun}: the only one of the page"
    HEADED = "{noun}: named in the heading"
    OTHER_WORDS = "{noun}: {name} in other words"
    CONCERNED = "the one concerned"
    DESCRIBED = "the one spoken of: {noun}"
    # organisations, texts, groups
    BODY = "organisation named"
    BODY_BEHIND = "organisation named behind"
    BODY_NOUN = "organisation: {noun}"
    BODY_SPELLED = "organisation spelled out: {noun}"
    OWN_BODY = "organisation by its own words"
    AUTHOR = "author of the text"
    DOCUMENT = "document"
    GROUP = "group by its own words"
    OWN_WORDS = "own words"
    # nobody is named: who stands out
    SPOKEN_OF = "the person spoken of"
    HEADING = "named in the heading"
    MOST_NAMED = "the person most named"

    def told(self, name: str, noun: str) -> str:
        """The rule as ``why`` says it."""
        return self.value.format(name=name, noun=noun)


# who is meant was guessed from who stands out: it may as well be another
GUESSED = frozenset((Via.SPOKEN_OF, Via.TAKEN_UP, Via.JUST_SPOKE, Via.PRONOUN))
