"""Trees as CoNLL-U, spelled as French is: elisions, contractions as multiword tokens, blanks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treebank import Node


def _flat(node: Node, head: Node | None) -> Iterator[tuple[Node, Node | None]]:
    for child in node.left:
        yield from _flat(child, node)
    yield node, head
    for child in node.right:
        yield from _flat(child, node)


_ELIDED = {"le": "l'", "la": "l'", "de": "d'", "que": "qu'", "ne": "n'"}
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}


def lines(root: Node, number: int) -> str:
    """One sentence: elisions and contractions made, blanks where French typography has them."""
    pairs = list(_flat(root, None))
    index = {id(node): i + 1 for i, (node, _) in enumerate(pairs)}
    glued: set[int] = set()
    for i, (node, _) in enumerate(pairs[:-1]):
        follower = pairs[i + 1][0].form
        if node.form in _ELIDED and follower[0] in "aeiouhéèêâAEIOUÉ":  # *du Havre*, *l'hôpital*
            node.form = _ELIDED[node.form]
            glued.add(i)
        elif node.form == "«":
            pairs[i + 1][0].form = follower[0].upper() + follower[1:]
        elif follower in (",", ".") or follower.startswith("-"):
            glued.add(i)
    first = pairs[0][0]
    first.form = first.form[0].upper() + first.form[1:]
    rows: list[str] = []
    text = ""
    i = 0
    while i < len(pairs):
        forms = [pairs[i][0].form]
        contraction = _CONTRACTED.get((forms[0].lower(), pairs[i + 1][0].form)) if i + 1 < len(pairs) else None
        surface = forms[0]
        end = i
        if contraction:
            surface = contraction.capitalize() if forms[0][0].isupper() else contraction
            end = i + 1
        glue = end in glued or end + 1 == len(pairs)
        misc = "SpaceAfter=No" if glue else "_"
        if contraction:
            rows.append(f"{i + 1}-{i + 2}\t{surface}" + "\t_" * 7 + f"\t{misc}")
        for j in range(i, end + 1):
            node, head = pairs[j]
            at = 0 if head is None else index[id(head)]
            row = [str(j + 1), node.form, node.lemma, node.upos, "_", node.feats, str(at), node.dep, "_"]
            rows.append("\t".join([*row, "_" if contraction else misc]))
        text += surface + ("" if glue else " ")
        i = end + 1
    return f"# sent_id = {number}\n# text = {text}\n" + "\n".join(rows) + "\n\n"


def named(text: str) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a treebank as surface tokens, each with its entity tag (*B-PER*, *I-PER*, *S-LOC*, *O*)."""
    for block in text.strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        inside = {int(row[0].split("-")[1]) for row in rows if "-" in row[0]}
        inside |= {number - 1 for number in inside}
        words = [row for row in rows if "-" in row[0] or int(row[0]) not in inside]
        follows = [row[7] == "flat:name" for row in words] + [False]
        yield [(row[1], _tag(row, follows[i], follows[i + 1])) for i, row in enumerate(words)]


def _tag(row: list[str], goes_on: bool, followed: bool) -> str:
    if row[3] != "PROPN":
        return "O"
    if goes_on:
        return "I-PER" if followed else "E-PER"
    return "B-PER" if followed else "S-LOC"
