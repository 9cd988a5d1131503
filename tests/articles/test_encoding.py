"""Bytes → text, in the encodings that French was ever saved in."""

from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles.encoding import CANDIDATES, decode, decoded_lines
from quotes.articles.mend import mended
from quotes.articles.options import Options
from quotes.errors import ReadError

SHORT = (
    "« Je vous ai compris », a dit le général.",
    "Déjà, il a dit « non ».",
    "L’élève a reçu son prix à Orléans.",
    "« Ça suffit ! » s'est écriée Hélène.",
    "Le cœur de l’œuvre",
    "Le coût : 20 € – c’est trop…",
    "L'État et les préfets",
    "Où ça ?",
    "«Non», a-t-il répondu.",
    "“Oui”, dit-elle.",
    "CONFÉDÉRATION SUISSE.",
    "Côte d'Ivoire : violences et élections",
)


@pytest.mark.parametrize("encoding", CANDIDATES)
@pytest.mark.parametrize("text", SHORT)
def test_short_french_is_read_in_every_old_encoding(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")  # what the encoding has no sign for was never written in it
    assert decode(data, "a.txt").text == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    text = SHORT[0]
    data = text.encode(encoding)
    if encoding == "utf-16-le":
        data = codecs.BOM_UTF16_LE + data
    if encoding == "utf-16-be":
        data = codecs.BOM_UTF16_BE + data
    assert decode(data, "a.txt").text == text


def test_utf8_is_believed_before_what_a_page_declares() -> None:
    assert decode(SHORT[0].encode(), "a.html", declared="iso-8859-1") == (SHORT[0], "utf-8")


def test_what_a_page_declares_is_believed_before_a_guess() -> None:
    # in cp1252 these bytes are another word, and French letters too
    assert decode("ŕé".encode("cp1250"), "a.html", declared="windows-1250") == ("ŕé", "cp1250")


def test_latin_1_means_cp1252() -> None:
    assert decode("l’œuvre".encode("cp1252"), "a.html", declared="ISO-8859-1") == ("l’œuvre", "cp1252")


def test_a_declaration_that_is_none_is_ignored() -> None:
    assert decode("déjà".encode("cp1252"), "a.html", declared="charset=klingon").text == "déjà"


def test_the_user_is_believed_before_all_but_a_mark() -> None:
    assert decode("Ã©".encode(), "a.txt", wanted="cp1252").text == "ÃƒÂ©"
    with pytest.raises(ReadError, match=r"a\.txt: not utf-8 \(byte 0xE9 at 1\)"):
        decode(b"d\xe9j\xe0", "a.txt", wanted="utf-8")


def test_a_stray_byte_does_not_spoil_a_page_of_utf8() -> None:
    text = "La présidente a déclaré : « L’été a été très long, et l’année à venir sera décisive »."
    data = text.replace("«", "@").encode().replace(b"@", b"\xab")
    assert decode(data, "a.txt") == (text, "utf-8 with cp1252")


def test_line_ends_are_one() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt").text == "a\nb\nc\n"


def test_lines_of_a_table_are_decoded_one_by_one() -> None:
    rows = ["titre;texte\n", "é;« été\u2028 »\n", "à;« çà »\r\n", "fin"]
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"):
        data = "".join(rows).encode(encoding, "ignore")
        expected = [row.replace("\u2028", "") for row in rows] if encoding == "cp1252" else rows
        assert list(decoded_lines(io.BytesIO(data), "a.csv")[0]) == expected


def test_a_line_of_another_encoding_is_read_on_its_own() -> None:
    data = "é;« été »\n".encode() * 9 + "à;« çà »\n".encode("cp1252")
    assert list(decoded_lines(io.BytesIO(data), "a.csv")[0])[-1] == "à;« çà »\n"


@given(st.binary())
def test_any_bytes_are_text_or_a_read_error(data: bytes) -> None:
    try:
        text, _ = decode(data, "a.txt")
    except ReadError as error:
        assert str(error).startswith("a.txt: ")  # noqa: PT017 - either outcome is right
    else:
        assert "\r" not in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    data = text.encode()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    try:
        found = decode(data, "a.txt").text
    except ReadError:
        return  # the signature of another format
    assert found == text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def test_repair_mends_mojibake_and_leaves_marks_alone() -> None:
    pytest.importorskip("ftfy")
    wrong = "Â« DÃ©jÃ\xa0 Â», a dit lâ€™Ã©lue."
    sound, by = mended(wrong, Options(repair=True))
    assert sound == "« Déjà », a dit l’élue."
    assert by is not None
    assert by.startswith("ftfy ")
    assert mended(wrong, Options()) == (wrong, None)
    for text in (*SHORT, "“Oui”, l’a-t-elle dit : ‘non’. ﬁn…"):
        assert mended(text, Options(repair=True)) == (text, None)
