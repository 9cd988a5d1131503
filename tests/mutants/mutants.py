"""Named mutants: small lies about the code, each of which some law or test must notice.

A mutant is a replacement of one place of one file. `run.py` applies each to a copy of the package and runs
the tests that should die of it; `test_mutants.py` says when a place is no longer where the table has it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """``old`` stands exactly once in ``file``; ``tests`` are the tests that should notice ``new`` in its place."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


# the quickest first
_TEXT = ("tests/text", "tests/laws/test_corpus.py", "tests/laws/test_pairing.py", "tests/laws/test_view.py")
_FLOW = ("tests/flow/test_drawn.py", "tests/laws/test_oracle.py")
_NAMES = ("tests/laws/test_names.py",)
_LEDGER = ("tests/ledger",)

MUTANTS: tuple[Mutant, ...] = (
    # the text layer
    Mutant("a thin blank is dropped from the view", "quotes/text/view.py", r"\u2009\u200a", r"\u200a", _TEXT),
    Mutant(
        "the view loses a code point of <<", "quotes/text/view.py", '.replace("<<", "« ")', '.replace("<<", "«")', _TEXT
    ),
    Mutant("half surrogates reach the parser", "quotes/text/view.py", "0xD800, 0xE000", "0xD800, 0xDC00", ("tests/laws/test_view.py",)),
    Mutant(
        "an empty line no longer parts two blocks",
        "quotes/text/layout.py",
        'if view.count("\\n", before.end, start) > 1 or not line[0].islower():',
        "if not line[0].islower():",
        _TEXT,
    ),
    Mutant(
        "a dash alone is a turn",
        "quotes/text/dialogue.py",
        "if turn.start < turn.end)  # a dash alone says nothing",
        ")",
        _TEXT,
    ),
    Mutant(
        "turns may cut through marks",
        "quotes/text/pairing.py",
        "for top in tops if not _cut(top, marked)]",
        "for top in tops]",
        _TEXT,
    ),
    Mutant(
        "pieces of a frame overlap",
        "quotes/text/sentences.py",
        "max(a - 2, pieces[-1][1] if pieces else start)",
        "a - 2",
        _TEXT,
    ),
    Mutant("a piece leaves its frame", "quotes/text/sentences.py", "min(b + 1, end)))", "b + 1))", _TEXT),
    Mutant(
        "a full stop inside a quotation ends the sentence",
        "quotes/text/sentences.py",
        "        if _ends_sentence(view, span, end, sentence_start):\n            cuts.append(span.outer[1])\n",
        "        cuts.append(span.outer[1])\n",
        _TEXT,
    ),
    Mutant(
        "signatures sign marked words too",
        "quotes/text/signatures.py",
        "if match and not _holds_mark(marked, block):",
        "if match:",
        _TEXT,
    ),
    # pairing
    Mutant("blanks stay at the end of a stretch", "quotes/text/pairing.py", "while end > start and view[end - 1] in _BLANK:", "while False:", _TEXT),
    Mutant("a stretch without words is kept", "quotes/text/pairing.py", "        if start < end:\n            found", "        if start <= end:\n            found", _TEXT),
    Mutant("marks nest without end", "quotes/text/pairing.py", "if len(stack) < 8:", "if len(stack) < 800:", _TEXT),
    Mutant("an unclosed mark says that it is closed", "quotes/text/pairing.py", "close(open_, limit, limit, False)", "close(open_, limit, limit, True)", _TEXT),
    Mutant(
        "a closing mark takes the outermost opening one",
        "quotes/text/pairing.py",
        "for i in range(len(stack) - 1, -1, -1):\n        if stack[i].mark in wanted:",
        "for i in range(len(stack)):\n        if stack[i].mark in wanted:",
        _TEXT,
    ),
    Mutant("straight marks never nest", "quotes/text/pairing.py", "return depth == 0 and deepest > 1", "return False", (*_TEXT, "tests/flow/test_marks.py")),
    Mutant(
        "a straight mark closes in another paragraph",
        "quotes/text/pairing.py",
        "if mark == '\"' and stack[partner].block != block and not over:",
        "if False:",
        _TEXT,
    ),
    # parsers
    Mutant(
        "names reach the parser as they are",
        "quotes/parsers/spacy.py",
        "exchange(named, ",
        "exchange((), ",
        ("tests/parsers/test_stand_ins.py", "tests/laws/test_renaming.py"),
    ),
    Mutant(
        "a person's entity goes on behind the name",
        "quotes/parsers/stand_ins.py",
        'if named and label == "PER"',
        "if False",
        ("tests/parsers/test_stand_ins.py", "tests/flow/test_names.py"),
    ),
    # cues
    Mutant("an incise needs no reporting verb", "quotes/speech/incise.py", 'return "i" in group.frames or group.pronoun is not None', "return True", _FLOW),
    Mutant("selon is no cue", "quotes/speech/according.py", 'if word in ("selon", "suivant") and i + 1 < stop:', 'if word in ("suivant",) and i + 1 < stop:', _FLOW),
    Mutant("the clause keeps its full stop", "quotes/speech/extent.py", '''view[end - 1] in " \\n,;.!?…:—":''', '''view[end - 1] in " \\n,;!?…:—":''', _FLOW),
    Mutant("marks that open again start a new record", "quotes/speech/incise.py", 'and gap.strip().endswith(",")', "and False", _FLOW),
    Mutant("a surname of somebody known cannot speak", "quotes/syntax/animate.py", "if article.view[source.start : source.end] in article.families:", "if False:", ("tests/flow/test_names.py",)),
    Mutant("titles in marks are speech", "quotes/speech/choose.py", "if index in covered or probable[index] < EVEN and", "if index in covered or", _FLOW),
    # names
    Mutant("titles are a part of the name", "quotes/entities/names.py", "        found[0] in titles or ", "        ", _NAMES),
    Mutant("accents make another name", "quotes/entities/names.py", "if not unicodedata.combining(c)", "if True", _NAMES),
    Mutant("any given name goes with a surname", "quotes/entities/names.py", "if same_family and same_given(given_s, given_f):", "if same_family:", _NAMES),
    Mutant("initials stand for any given name", "quotes/entities/names.py", "return x.startswith(y) or y.startswith(x)", "return True", _NAMES),
    Mutant("a surname with its particle is another", "quotes/entities/names.py", "tuple(bare[-len(family_s) :]) == family_s", "False", _NAMES),
    Mutant("capitals are the fuller form", "quotes/entities/names.py", "int(not name.isupper())", "int(name.isupper())", _NAMES),
    Mutant("small words count in acronyms", "quotes/entities/names.py", 'for w in parts if w not in _SMALL', "for w in parts", _NAMES),
    # the ledger
    Mutant("a broken head is another error", "quotes/ledger/json.py", 'raise LedgerError(f"{where}, line {number}: no valid JSON ({error})") from None', "raise", (*_LEDGER, "tests/laws/test_corpus.py")),
    Mutant("spans beyond the article are let in", "quotes/ledger/check.py", "if span[1] > article.chars:", "if False:", _LEDGER),
    Mutant("merging prefers the first", "quotes/ledger/merge.py", "kept[one.article.id] = max(held, one, key=_newest)", "pass", _LEDGER),
    Mutant("an id may stand twice", "quotes/ledger/check.py", "if record.id in known:", "if False:", _LEDGER),
    Mutant("the identifier of many strings is that of their join", "quotes/ledger/canon.py", 'for piece in (len(data).to_bytes(8, "big"), data)', "for piece in (data,)", _LEDGER),
    Mutant("negations may be edited away", "quotes/ledger/guards.py", "return word in _TURNS or", "return", _LEDGER),
    Mutant("numbers are read without their decimals", "quotes/ledger/canon.py", 'return token.replace(",", ".")', 'return token.split(",")[0]', _LEDGER),
    Mutant("moved words are found nowhere", "quotes/ledger/verify.py", "    if moved is not None:\n", "    if False:\n", _LEDGER),
)  # fmt: skip
