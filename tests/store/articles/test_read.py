"""Files in: which format, which encoding, what is told of an article, and what is refused."""

from __future__ import annotations

import codecs
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.articles import LARGEST, Details, html, read
from store.characters import composed
from store.errors import UnreadableArticle
from store.model import Article

SAID = "“We can’t – not ever,” said Mayor Ana Ruiz. It cost £5 at the café…"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SAID.encode(), id="utf-8"),
        pytest.param(SAID.encode("utf-8-sig"), id="utf-8 with its mark"),
        pytest.param(codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"), id="utf-16, little end"),
        pytest.param(codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), id="utf-16, big end"),
        pytest.param(codecs.BOM_UTF32_LE + SAID.encode("utf-32-le"), id="utf-32"),
        pytest.param(SAID.encode("windows-1252"), id="windows-1252"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert read("said.txt", data).text == SAID


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(
            "Министр сказал, что это сделали не мы, а совсем другие люди. Он всё отрицает.",
            "windows-1251",
            id="Cyrillic",
        ),
        pytest.param(
            "Premier powiedział, że rząd się nie zgodzi. „Nie będziemy płacić” – oświadczył.",
            "windows-1250",
            id="Polish",
        ),
        pytest.param(
            "“Ça va très bien,” said the man of the house, Zoë. Señor Muñoz agreed — “naïve”.",
            "windows-1252",
            id="English with names",
        ),
        pytest.param(
            "Herr Müller sagte: „Das können wir nicht tun“, und ging über die Straße nach Hause.",
            "windows-1252",
            id="German",
        ),
        pytest.param(
            "大臣は「払わない」と述べた。彼は昨日それを否定した。", "shift_jis", id="Japanese"
        ),
        pytest.param(
            "대통령은 어제 기자들에게 우리는 아무런 역할도 하지 않았다고 말했다.",
            "euc_kr",
            id="Korean",
        ),
    ],
)
def test_an_encoding_that_nothing_declares(text: str, encoding: str) -> None:
    assert read("said.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "text",
    [
        "One\r\n\r\nTwo.\rThree.\n",
        "  leading\tand trailing \n\n\n",
        "odd \u2028 lines \x0c and \u200b joiners",
        "a literal \ufffd stays",
        "Ana said: “\x1b[31mYes\x1b[0m,” and \0 so on.",
    ],
    ids=ascii,
)
def test_plain_text_is_kept_exactly(text: str) -> None:
    assert read("said.txt", text.encode()).text == text


@settings(deadline=None)
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_text_is_kept_exactly_or_refused(text: str) -> None:
    try:
        article = read("said.txt", text.encode())
    except UnreadableArticle:
        assert not text.lstrip("\ufeff").strip() or text.lstrip("\ufeff").lstrip().startswith("<")
    else:
        assert article.text in {composed(text), composed(text.removeprefix("\ufeff"))}


@settings(deadline=None)
@given(data=st.binary(), name=st.sampled_from(["a.txt", "a.html", "a", "a.xyz", ""]))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes, name: str) -> None:
    try:
        article = read(name, data)
    except UnreadableArticle as error:
        told = str(error)
        assert told.startswith("cannot read ")
        assert "\n" not in told
    else:
        article.text.encode()
        assert article.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Pier To Stay\n\nAna said so.", "Pier To Stay", id="headline"),
        pytest.param(
            "*** NEWS RELEASE ***\n\nFor immediate release\n\nPier To Stay\n\nAna said so.",
            "Pier To Stay",
            id="below what a release calls itself",
        ),
        pytest.param("\n\n Pier To Stay \r\n\r\nAna said so.", "Pier To Stay", id="blanks, CRLF"),
        pytest.param("The pier stays.\n\nAna said so.", None, id="sentence"),
        pytest.param("“The pier stays.”\n\nAna said so.", None, id="quotation"),
        pytest.param("By Jane Roe\n\nThe pier stays.", None, id="byline"),
        pytest.param("Pier To Stay", None, id="nothing after it"),
        pytest.param("On Monday, the mayor said\nthat the pier stays.", None, id="wrapped line"),
        pytest.param(f"{'Pier ' * 40}\n\nAna said so.", None, id="too long"),
    ],
)
def test_a_headline_is_the_title(text: str, title: str | None) -> None:
    assert read("said.txt", text.encode()).title == title


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        pytest.param("notes.xyz", b"Ana said so.", "known formats are csv, ", id="unknown name"),
        pytest.param("a.pdf", b"%PDF-1.7\n\x93\x8c\x8b\x9e", "the PDF is damaged", id="pdf"),
        pytest.param("a.txt", b"%PDF-1.4\nplain", "the PDF is damaged", id="pdf by name txt"),
        pytest.param("a.txt", b"PK\x03\x04\x14\x00", "it is a zip archive or an", id="zip"),
        pytest.param("a.html", b"\x89PNG\r\n\x1a\n<p>", "it is an image; save it", id="image"),
        pytest.param(
            "a.txt", b"\0a" * 50, "50 of its 100 characters are control characters", id="NULs"
        ),
        pytest.param(
            "a.txt",
            "Zoë said:\n\n“Ça va très bien.”\n\n".encode() + b"caf\xe9\n",
            "it is UTF-8 with broken characters, first in line 5; put them right",
            id="broken UTF-8",
        ),
        pytest.param(
            "a.txt", "“Это не мы”".encode()[:-1], "it is UTF-8 with broken", id="cut off UTF-8"
        ),
        pytest.param("a.txt", b"", "it is empty", id="empty"),
        pytest.param("a.txt", b" \r\n\t ", "it is empty", id="blank"),
        pytest.param("a.txt", b"\xef\xbb\xbf \n", "it is empty", id="only a byte order mark"),
        pytest.param("a.txt", b"x" * (LARGEST + 1), "it is larger than 20 MB", id="too large"),
        pytest.param("a.txt", b"x " * 200_001, "it has more than 200,000 words", id="too long"),
        pytest.param("a.txt", b'"' * 200_001, "it has more than 200,000 words", id="many marks"),
        pytest.param(
            "a.html", b"<p>" + b"x" * html.LARGEST, "a page may have 3 MB", id="long page"
        ),
        pytest.param(
            "a.txt", bytes(range(256)) * 9, "it is not text in any known enc", id="binary"
        ),
        pytest.param("a.txt", b"\xff\xfea\xd8b\x00", "it is not text in any known enc", id="half"),
        pytest.param("a.html", b"<html><body></body></html>", "no article found", id="empty page"),
        pytest.param("a.html", b"<html><head><title>T</title></head>", "no article", id="no body"),
    ],
)
def test_refused(name: str, data: bytes, told: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read(name, data)
    assert str(caught.value).startswith(f"cannot read '{name}': {told}")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        pytest.param("/home/jane/said.txt", "said.txt", id="folders"),
        pytest.param("C:\\Jane\\said.txt", "said.txt", id="folders of Windows"),
        pytest.param("said", "said", id="no ending"),
        pytest.param("said on 3.5.2023", "said on 3.5.2023", id="a date is no ending"),
        pytest.param("said\n\x1b[31m.txt", "said??[31m.txt", id="controls"),
        pytest.param("said\udc80.txt", "said?.txt", id="undecodable"),
        pytest.param("", None, id="paste"),
    ],
)
def test_the_file_is_named_without_its_folders(name: str, file: str | None) -> None:
    assert read(name, b"Ana said so.").file == file


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        pytest.param(
            "https://harbor.example/1?a=b#c", "https://harbor.example/1?a=b#c", id="https"
        ),
        pytest.param(" http://harbor.example\n", "http://harbor.example", id="blanks around"),
        pytest.param("HTTPS://harbor.example", "HTTPS://harbor.example", id="capitals"),
        pytest.param(" ", None, id="blank"),
        pytest.param(None, None, id="none"),
    ],
)
def test_a_link_that_is_told_is_kept(told: str | None, kept: str | None) -> None:
    assert read("a.txt", b"Ana said so.", Details(url=told)).url == kept


_NO_WEB = "it must begin with http:// or https://"
_NOT_WHOLE = "copy it again from the browser"


@pytest.mark.parametrize(
    ("told", "shown", "why"),
    [
        pytest.param("planet.example", "planet.example", _NO_WEB, id="no scheme"),
        pytest.param("//harbor.example/1", "//harbor.example/1", _NO_WEB, id="half a scheme"),
        pytest.param("javascript:alert(1)", "javascript:alert(1)", _NO_WEB, id="script"),
        pytest.param("file:///etc/passwd", "file:///etc/passwd", _NO_WEB, id="file"),
        pytest.param("see\nbelow \x1b[31m", "see below [31m", _NO_WEB, id="on one line"),
        pytest.param("x" * 500, "x" * 100, _NO_WEB, id="long"),
        pytest.param("https://", "https://", _NOT_WHOLE, id="no host"),
        pytest.param("https://[", "https://[", _NOT_WHOLE, id="malformed"),
        pytest.param("https://a.example/x y", "https://a.example/x y", _NOT_WHOLE, id="blank"),
        pytest.param("https://a.example/|z", "https://a.example/|z", _NOT_WHOLE, id="bar"),
        pytest.param(
            "https://a.example/<@U1>", "https://a.example/<@U1>", _NOT_WHOLE, id="mention"
        ),
        pytest.param("https://a.example/\n/x", "https://a.example/ /x", _NOT_WHOLE, id="line end"),
        pytest.param("https://a.example/é", "https://a.example/é", _NOT_WHOLE, id="accent"),
    ],
)
def test_a_link_that_nobody_could_follow_is_refused(told: str, shown: str, why: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read("a.txt", b"Ana said so.", Details(url=told))
    assert str(caught.value) == f"cannot use the link '{shown}': {why}"


def test_details_win_over_the_file() -> None:
    details = Details("Title", "Outlet", "https://a.example/", date(2024, 5, 1))
    article = read("a.txt", b"Pier To Stay\n\nAna said so.", details)
    assert article == Article(
        "Pier To Stay\n\nAna said so.",
        title="Title",
        outlet="Outlet",
        url="https://a.example/",
        published=date(2024, 5, 1),
        file="a.txt",
    )


def test_what_nobody_told_stays_unknown() -> None:
    assert read("a.txt", b"Ana said so.") == Article("Ana said so.", file="a.txt")


def test_accents_piled_up_without_end_take_no_time() -> None:
    piled = "a" + "\u0301\u0327" * 90_000
    assert read("a.txt", f"{piled}\n\n“Yes,” said Ana.".encode()).text.startswith(piled)


def test_accents_that_stand_apart_are_one_with_their_letters() -> None:
    apart = "Title\n\n“Cafe\u0301s close,” said Jose\u0301 Nu\u0301n\u0303ez."
    assert read("a.txt", apart.encode()).text.endswith("“Cafés close,” said José Núñez.")
