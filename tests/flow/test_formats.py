"""One article in every format: the same quotes, whatever it came in."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from quotes.articles import find, read_all
from quotes.pipeline import Extractor
from quotes.types import Article

from saying import Said, said  # isort: skip

TITLE = "Le conseil de Sainte-Aube vote le budget"
PARAGRAPHS = (
    "Le conseil municipal de Sainte-Aube a adopté lundi soir le budget de l'année, après quatre heures de débat dans une salle comble.",
    "«\u00a0Ce budget protège les plus fragiles\u00a0», a déclaré la maire, Nolwenn Le Goff, qui a promis que les impôts n'augmenteraient pas.",
    "L'opposition n'a pas voté le texte. Son chef de file, Karim Benali, a dénoncé “un budget de renoncement” et rappelé que la dette atteint 31\u00a0millions d'euros.",
    "Selon la chambre régionale des comptes, la commune doit réduire ses dépenses de personnel.",
    "«\u00a0Nous le ferons sans licencier personne\u00a0», a répondu la maire, avant d'ajouter\u00a0: «\u00a0Je m'y engage devant vous.\u00a0»",
)
TEXT = "\n\n".join((TITLE, *PARAGRAPHS))
ROW = {"titre": TITLE, "texte": TEXT, "date": "2024-02-06", "journal": "Le Courrier"}
HTML = (
    f"<!DOCTYPE html><html lang='fr'><head><title>{TITLE}</title></head><body><nav><a href='/'>Une</a></nav><article><h1>{TITLE}</h1>"
    + "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in PARAGRAPHS)
    + "</article><footer>Tous droits réservés.</footer></body></html>"
)


def _csv(delimiter: str, encoding: str) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, ROW, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(ROW)
    return out.getvalue().encode(encoding)


def _zip(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def _tar(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _parquet() -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist([ROW]), out)
    return out.getvalue()


def _warc() -> bytes:
    pytest.importorskip("fastwarc")
    body = HTML.encode("cp1252")
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        "WARC-Date: 2024-02-06T10:00:00Z\r\nWARC-Target-URI: https://presse.example/budget\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


def _europresse() -> bytes:
    body = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in PARAGRAPHS)
    return (
        "<html><body><article><header><div><span class='DocPublicationName'>Le Courrier, no. 3</span></div>"
        f"<div><span class='DocHeader'>mardi 6 février 2024</span></div><div class='titreArticle'>{TITLE}</div></header>"
        f"<section><div class='DocText clearfix'>{body}</div></section></article></body></html>"
    ).encode()


def _factiva() -> bytes:
    body = "".join(
        f"<p class='articleParagraph frarticleParagraph'>{escape(paragraph, quote=False)}</p>"
        for paragraph in PARAGRAPHS
    )
    return (
        f"<html><body><div class='article frArticle'><div id='hd'><span class='frHeadline'>{TITLE}</span></div>"
        f"<div>300 mots</div><div>6 février 2024</div><div>Le Courrier</div>{body}</div></body></html>"
    ).encode()


FORMATS: dict[str, Callable[[], bytes]] = {
    "a.html": HTML.encode,
    "cp1252.html": lambda: HTML.encode("cp1252"),
    "cp1252.txt": lambda: TEXT.encode("cp1252"),
    "utf16.txt": lambda: TEXT.encode("utf-16"),
    "a.jsonl": lambda: json.dumps(ROW).encode(),
    "a.json": lambda: json.dumps([ROW], ensure_ascii=False, indent=2).encode(),
    "html.jsonl": lambda: json.dumps({**ROW, "texte": HTML}).encode(),
    "a.csv": lambda: _csv(",", "utf-8"),
    "france.csv": lambda: _csv(";", "cp1252"),
    "a.tsv": lambda: _csv("\t", "utf-8-sig"),
    "a.parquet": _parquet,
    "a.warc.gz": _warc,
    "a.zip": lambda: _zip("dossier/a.html", HTML.encode()),
    "a.tar.gz": lambda: _tar("a.csv", _csv(";", "cp1252")),
    "a.txt.gz": lambda: gzip.compress(TEXT.encode()),
    "europresse.html": _europresse,
    "factiva.html": _factiva,
}


def _read(path: Path, data: bytes) -> Article:
    path.write_bytes(data)
    told: list[str] = []
    (article,) = read_all(find([str(path)]), lambda error: told.append(str(error)))
    assert told == []
    return article


@pytest.fixture(scope="module")
def expected(extractor: Extractor) -> list[Said]:
    """What plain text says."""
    found = said(extractor.extract(TEXT))
    assert ("Ce budget protège les plus fragiles", "Nolwenn Le Goff") in found
    assert ("Nous le ferons sans licencier personne", "Nolwenn Le Goff") in found
    assert len(found) >= 6
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_article_gives_the_same_quotes(
    extractor: Extractor, expected: list[Said], tmp_path: Path, name: str
) -> None:
    article = _read(tmp_path / name, FORMATS[name]())
    extraction = extractor.extract(article)
    assert said(extraction) == expected
    for quote in extraction.quotes:
        for start, end in quote.verbatim:
            assert article.text[start:end].strip() == article.text[start:end] != ""


@pytest.mark.parametrize("name", [name for name in FORMATS if "txt" not in name])
def test_what_is_known_of_the_article_comes_with_it(tmp_path: Path, name: str) -> None:
    article = _read(tmp_path / name, FORMATS[name]())
    assert article.title == TITLE
    if name not in ("a.html", "cp1252.html", "a.zip"):
        assert article.date == "2024-02-06"
    assert article.text == TEXT
