"""Rows of archives, databases and APIs, with the columns that they have."""

from __future__ import annotations

import codecs
import io
import json

import pytest

from store.articles import LARGEST, Details, Document, Linked, documents, read_document
from store.errors import UnreadableArticle

SAID = "“We can’t – not ever,” said Mayor Ana Ruiz."


def read(name: str, data: bytes, columns: dict[str, str] | None = None) -> list[str]:
    """The text of each article, the address of each link, and each error."""
    told = []
    for found in documents(name, io.BytesIO(data), columns=columns or {}):
        if isinstance(found, Linked):
            told.append(found.url)
        elif isinstance(found, UnreadableArticle):
            told.append(str(found))
        else:
            try:
                told.append(read_document(found).text)
            except UnreadableArticle as error:
                told.append(str(error))
    return told


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.csv", f"title,text\nT,{SAID}\n".replace(",” s", "” s"), id="comma"),
        pytest.param("a.csv", f"title;text\nT;{SAID}\n", id="semicolon"),
        pytest.param("a.tsv", f"title\ttext\nT\t{SAID}\n", id="tab"),
        pytest.param("a.csv", f'title,text\n"T","{SAID}"\n', id="quoted"),
        pytest.param("a.csv", f'title,text\r\nT, "{SAID}"\r\n', id="blank before a mark"),
        pytest.param("a.csv", f'title|text\rT|"{SAID}"\r', id="Macintosh of old"),
        pytest.param("a.csv", f'\n\ntitle,text\n\n,\nT,"{SAID}"', id="blank rows"),
        pytest.param("a.json", json.dumps([{"Body": SAID}]), id="list"),
        pytest.param("a.json", json.dumps({"body_text": SAID}, indent=1), id="one object"),
        pytest.param("a.json", json.dumps({"data": {"items": [{"text": SAID}]}}), id="wrapped"),
        pytest.param("a.ndjson", "\n" + json.dumps({"content": SAID}) + "\n\n", id="lines"),
        pytest.param("a", json.dumps({"articleBody": SAID}), id="known by what it holds"),
        pytest.param("a.json", json.dumps([{"text": [SAID]}]), id="list of paragraphs"),
        pytest.param("a.json", json.dumps([{"html": f"<p>{SAID}</p>"}]), id="markup"),
        pytest.param("a.json", json.dumps([{"text": SAID.replace("’", "&#8217;")}]), id="entities"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_spelling_gives_the_same(name: str, data: str, encoding: str) -> None:
    said = SAID.replace(",” s", "” s") if "comma" in name else SAID
    texts = read(name, data.encode(encoding) if name != "a" else data.encode())
    assert texts in ([said], [SAID.replace(",” s", "” s")])


def test_rows_in_another_encoding_than_the_first() -> None:
    data = "title,text\nT,Zoë said so.\n".encode() + "T,“Non”, dit Zoë.\n".encode("windows-1252")
    assert read("a.csv", data.replace("”,".encode(), b""))[0] == "Zoë said so."
    lines = json.dumps({"text": "“Non” — Zoë"}, ensure_ascii=False)
    assert read("a.jsonl", lines.encode("windows-1252")) == ["“Non” — Zoë"]


@pytest.mark.parametrize(
    ("name", "data", "columns", "told"),
    [
        pytest.param(
            "a.csv",
            b"hed,words\nT,Ana said so.\n",
            {},
            "cannot read 'a.csv': tell which column holds the text, as --columns text=body does: "
            "there are hed, words",
            id="none known",
        ),
        pytest.param(
            "a.json",
            b'[{"hed": "T"}]',
            {"text": "words"},
            "cannot read 'a.json': it has no column 'words': its columns are hed",
            id="none of that name",
        ),
        pytest.param(
            "a.csv",
            b"url,words\nhttps://planet.example/a,Ana said so.\n",
            {"text": "word"},
            "cannot read 'a.csv': it has no column 'word': its columns are url, words",
            id="none of that name, beside links",
        ),
        pytest.param(
            "a.csv",
            b"hed,words\nT,Ana said so.\n",
            {"hed": "title"},
            "an article has no 'hed': columns are for text, title, outlet, url, byline, published, "
            "updated, language",
            id="the wrong way round",
        ),
    ],
)
def test_columns_that_are_not_known(
    name: str, data: bytes, columns: dict[str, str], told: str
) -> None:
    assert read(name, data, columns) == [told]


def test_columns_are_told() -> None:
    data = json.dumps([{"hed": "T", "in": {"words": "Ana said so."}, "text": "a teaser"}])
    columns = {"text": "in.words", "title": "hed"}
    (found,) = documents("a.json", io.BytesIO(data.encode()), columns=columns)
    assert isinstance(found, Document)
    article = read_document(found)
    assert (article.text, article.title) == ("Ana said so.", "T")


def test_told_columns_make_a_table_of_any_text() -> None:
    assert read("a.txt", b"id,words\n1,Ana said so.\n", {"text": "words"}) == ["Ana said so."]


def test_what_is_not_known_stays_unknown() -> None:
    row = {"text": "A", "date": "03/04/2026", "lang": "english", "author": None, "source": {}}
    (found,) = documents("a.json", io.BytesIO(json.dumps([row]).encode()))
    assert isinstance(found, Document)
    assert found.beside == Details()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param(
            "a.jsonl",
            b'{"text": "A"\n{"text": "B"}\n{"text": "C"}\n',
            ["cannot read 'a.jsonl, line 1': its JSON is damaged", "B", "C"],
            id="first line",
        ),
        pytest.param(
            "a.jsonl",
            b'{"text": "A"}\n{"text": \n[1]\n{"text": "B"}\n',
            [
                "A",
                "cannot read 'a.jsonl, line 2': its JSON is damaged (line 2: Expecting value); "
                "export it again",
                "cannot read 'a.jsonl, line 3': it is no object with names and values",
                "B",
            ],
            id="lines",
        ),
        pytest.param(
            "a.jsonl",
            b'{"text": "A"}\n{"text": "%s"}\n{"text": "B"}' % (b"x" * LARGEST),
            ["A", "cannot read 'a.jsonl, line 2': it is larger than 20 MB", "B"],
            id="long line",
        ),
        pytest.param(
            "a.csv",
            b'id,text\n1,A\n2,"B" C\n3,D,E\n4,"F\n5,G\n',
            [
                "A",
                "cannot read 'a.csv, row 3': its quotation marks do not match "
                "(',' expected after '\"')",
                "cannot read 'a.csv, row 4': it has 3 columns, the first 2",
                "cannot read 'a.csv, row 5': its quotation marks do not match "
                "(unexpected end of data)",
            ],
            id="rows",
        ),
        pytest.param(
            "a.csv",
            rb"id,text" + b"\n" + rb'1,"A \"B\" C"' + b"\n",
            ['A "B" C'],
            id="marks after a backslash",
        ),
        pytest.param(
            "a.json",
            b'[{"text": "A"}, {"text": "B',
            ["A", "cannot read 'a.json': its JSON is damaged (parse error: premature EOF"],
            id="list, cut off",
        ),
        pytest.param(
            "a.csv",
            b"url,title\nhttps://a.example/1,A\nftp://a.example,B\n",
            [
                "https://a.example/1",
                "cannot read 'a.csv, row 3': it has no whole text, and no link to one",
            ],
            id="links alone",
        ),
        pytest.param(
            "a.json",
            b'[{"text": "A [+12 chars]", "url": "https://a.example/1"}]',
            ["https://a.example/1"],
            id="teaser",
        ),
        pytest.param(
            "a.json",
            b'[{"text": "A"}, {"text": "\\ud800 B"}]',
            ["A", "cannot read 'a.json, item 2': it has broken characters; export it again"],
            id="half a character",
            marks=pytest.mark.xfail(strict=True, reason="ijson puts a question mark there"),
        ),
        pytest.param(
            "a.jsonl",
            b'{"text": "A"}\n{"text": "\\ud800 B"}',
            ["A", "cannot read 'a.jsonl, line 2': it has broken characters; export it again"],
            id="half a character in a line",
        ),
        pytest.param("a.json", b"[]", ["cannot read 'a.json': there is no article in it"], id="0"),
    ],
)
def test_what_is_damaged_is_told_in_its_place(name: str, data: bytes, expected: list[str]) -> None:
    told = read(name, data)
    assert [text[: len(start)] for text, start in zip(told, expected, strict=True)] == expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"[" * 100_000, id="lists"),
        pytest.param(b'[{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]", id="in a list"),
        pytest.param(b'{"a":' * 100_000 + b"1" + b"}" * 100_000, id="objects"),
        pytest.param(codecs.BOM_UTF16_LE + ("[" * 100_000).encode("utf-16-le"), id="UTF-16"),
    ],
)
def test_what_is_nested_without_end_is_refused(data: bytes) -> None:
    assert read("a.json", data) == ["cannot read 'a.json': its JSON is nested too deep"]


@pytest.mark.parametrize("column", ["text", "author"])
def test_what_is_nested_nearly_without_end_costs_its_line_alone(column: str) -> None:
    nested = b"[" * 900 + b'"x"' + b"]" * 900
    data = b'{"text": "A", "%s": %s}\n{"text": "B"}' % (column.encode(), nested)
    assert read("a.jsonl", data)[-1] == "B"
