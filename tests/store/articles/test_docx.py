"""Word documents: their text as it stands, and files that are made to harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.articles import read
from store.errors import UnreadableArticle

from .damage import check_damaged
from .test_doors import SAMPLES

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, **parts: str) -> bytes:
    """A document with the paragraphs in *body*, and other parts by their names."""
    whole = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    kinds = "http://schemas.openxmlformats.org/package/2006"
    package = f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="r1"'
    package += f' Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
    notes = f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="r1"'
    notes += f' Type="{RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{kinds}/content-types"/>')
        archive.writestr("_rels/.rels", package)
        archive.writestr("word/document.xml", whole)
        if "footnotes" in parts:
            archive.writestr("word/_rels/document.xml.rels", notes)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return made.getvalue()


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


CHANGED = (
    f'<w:ins w:id="1" w:author="A">{words("Ana Ruiz")}</w:ins>'
    '<w:del w:id="2" w:author="A"><w:r><w:delText>Omar Diaz</w:delText></w:r></w:del>'
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph(words("A note."))}'
    "</w:footnote></w:footnotes>"
)
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph(words('“Yes,” said Ana.'))}</w:tc></w:tr></w:tbl>"
BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    f"{paragraph(words('“In a box,” said Bo.'))}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</w:r>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            paragraph(words("“No,” said ") + CHANGED + words(".")),
            "“No,” said Ana Ruiz.",
            id="changes are accepted",
        ),
        pytest.param(
            paragraph(words("“No,” said Ana.") + NOTE) + paragraph(words("She left.")),
            "“No,” said Ana.\n\nShe left.",
            id="notes are left out",
        ),
        pytest.param(
            paragraph(words("“No,") + "<w:r><w:br/></w:r>" + words("never,” said Ana.")),
            "“No,\nnever,” said Ana.",
            id="a line break",
        ),
        pytest.param(TABLE, "“Yes,” said Ana.", id="a table"),
        pytest.param(
            paragraph(words("Before.") + BOX), "Before.\n\n“In a box,” said Bo.", id="a text box"
        ),
        pytest.param(
            paragraph(words("“No,” sa") + words("id Ana.")), "“No,” said Ana.", id="runs in a word"
        ),
    ],
)
def test_the_text_is_as_it_stands(body: str, text: str) -> None:
    assert read("a.docx", docx(body, footnotes=NOTES)).text == text


@pytest.mark.parametrize("style", ["", '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'])
def test_what_a_release_calls_itself_is_no_title(style: str) -> None:
    label = paragraph(style + words("FOR IMMEDIATE RELEASE"))
    title, text = paragraph(words("Pier to stay")), paragraph(words("“No,” said Ana."))
    assert read("a.docx", docx(label + title + text)).title == "Pier to stay"


def test_a_long_document_is_read() -> None:
    body = paragraph(words("“No,” said Ana.")) * 20_000
    assert read("a.docx", docx(body)).text.count("“No,” said Ana.") == 20_000


def test_it_is_known_by_what_it_holds() -> None:
    assert read("release", docx(paragraph(words("“No,” said Ana.")))).text == "“No,” said Ana."


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha">]>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"PK\x03\x04word/document.xml", "the document is damaged", id="no archive"),
        pytest.param(docx("<w:p>")[:-40], "the document is damaged", id="cut off"),
        pytest.param(docx("<w:p>"), "the document is damaged", id="not closed"),
        pytest.param(docx("", styles=LAUGHS), "no document that Word makes", id="entities"),
        pytest.param(docx("", **{"styles.bin": LAUGHS}), "no document that", id="hidden entities"),
        pytest.param(docx("<w:p/>" * 2_000_000), "the document is too large", id="unpacks to much"),
        pytest.param(docx(""), "it is empty", id="empty"),
        pytest.param(docx("<w:tbl><w:tr><w:tc>" * 5_000), "the document is damaged", id="nested"),
    ],
)
def test_what_harms_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableArticle, match=told):
        read("a.docx", data)


def test_an_archive_that_is_no_document_is_told() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "“No,” said Ana.")
    with pytest.raises(UnreadableArticle, match="it is a zip archive"):
        read("a.docx", made.getvalue())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_however_it_is_damaged_it_is_read_or_told(data: st.DataObject) -> None:
    check_damaged("a.docx", (SAMPLES / "ferries.docx").read_bytes(), data, kept=4)
