"""One article through every door: whatever it was written as, the same people said the same words.

A door is a row of DOORS: what its file is called, and what makes such a file of paragraphs.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import pytest

from store.articles import Document, documents, read_document
from store.extraction import extract
from store.model import Article
from tests.store.articles.test_warc import record

SAMPLES = Path(__file__).parent / "samples"
TITLE = "A Week of Ferries"  # nobody says it: some doors have it in the text, too
PARAGRAPHS = (
    "Ferry workers in Harbor City rejected a pay offer on Sunday, and their union said a strike "
    "would begin within days.",
    "“We were offered crumbs,” said Dana Whitlock, president of the Ferry Workers’ Union. “Nobody "
    "here can live on crumbs.”",
    "“Not one of them,” she added.",
    "Mayor Ana Ruiz told the Harbor Times that the city “did not walk away” from the talks, and "
    "that she would “never” do so.",
    "“It is a fair offer,” Ruiz said. “It is more than we can afford.",
    "“And it is the last one.”",
    "Omar Diaz, the council’s chair, denied that he had been asked about it.",
    "“That’s a lie,” said Whitlock.",
    "According to Diaz, the council will vote on the budget – all €4 million of it – in May.",
)


def _as_html(paragraphs: Sequence[str]) -> str:
    return "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in paragraphs)


def _page(paragraphs: Sequence[str]) -> bytes:
    return (
        f"<!doctype html><html><head><title>{TITLE}</title></head>"
        f"<body><article><h1>{TITLE}</h1>{_as_html(paragraphs)}</article></body></html>"
    ).encode()


def _text(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join((TITLE, *paragraphs)).encode()


def _rss(paragraphs: Sequence[str]) -> bytes:
    return f"""<?xml version="1.0"?><rss version="2.0"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>{TITLE}</title>
    <content:encoded><![CDATA[{_as_html(paragraphs)}]]></content:encoded>
    </item></channel></rss>""".encode()


def _atom(paragraphs: Sequence[str]) -> bytes:
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>
    <title>{TITLE}</title><content type="html">{html.escape(_as_html(paragraphs))}</content>
    </entry></feed>""".encode("utf-16")


def _json_feed(paragraphs: Sequence[str]) -> bytes:
    item = {"title": TITLE, "content_html": _as_html(paragraphs)}
    return json.dumps({"version": "https://jsonfeed.org/version/1", "items": [item]}).encode()


def _ninjs(paragraphs: Sequence[str]) -> bytes:
    body = {"body_xhtml": f"<div>{_as_html(paragraphs)}</div>"}
    return json.dumps({"uri": "tag:a", "type": "text", "headline": TITLE, **body}).encode()


def _nitf(paragraphs: Sequence[str]) -> bytes:
    return f"""<?xml version="1.0" encoding="windows-1252"?><nitf><body><body.head><hedline>
    <hl1>{TITLE}</hl1></hedline></body.head><body.content><block>{_as_html(paragraphs)}</block>
    </body.content></body></nitf>""".encode("windows-1252")


def _newsml(paragraphs: Sequence[str]) -> bytes:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta/><contentMeta>
    <headline>{TITLE}</headline></contentMeta><contentSet><inlineXML>
    <html xmlns="http://www.w3.org/1999/xhtml"><body>{_as_html(paragraphs)}</body></html>
    </inlineXML></contentSet></newsItem>""".encode()


def _csv(paragraphs: Sequence[str]) -> bytes:
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=";").writerows([["hed", "body"], [TITLE, "\n".join(paragraphs)]])
    return table.getvalue().encode("windows-1252")


def _json_lines(paragraphs: Sequence[str]) -> bytes:
    return json.dumps({"title": TITLE, "content": _as_html(paragraphs)}).encode()


def _archive(paragraphs: Sequence[str]) -> bytes:
    page = gzip.compress(_page(paragraphs))
    return gzip.compress(record("https://a.example/", page, headers=b"Content-Encoding: gzip\r\n"))


def _markdown(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join((f"# {TITLE}", *paragraphs)).encode()


def _mail(paragraphs: Sequence[str], markup: str = "", coding: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Jane Roe <jane@harbor.example>", TITLE
    message["Date"] = "Mon, 04 May 2026 10:00:00 +0200"
    message.set_content("\n\n".join(paragraphs), cte=coding)
    if markup:
        message.add_alternative(f"<html><body>{markup}</body></html>", subtype="html")
    return bytes(message)


def _sample(name: str) -> Callable[[Sequence[str]], bytes]:
    """A file that an office's program wrote of PARAGRAPHS."""
    return lambda _: (SAMPLES / name).read_bytes()


DOORS: dict[str, tuple[str, Callable[[Sequence[str]], bytes]]] = {
    "page": ("a.html", _page),
    "text": ("a.txt", _text),
    "rss": ("a.rss", _rss),
    "atom": ("a.atom", _atom),
    "json feed": ("a.json", _json_feed),
    "ninjs": ("a.json", _ninjs),
    "nitf": ("a.xml", _nitf),
    "newsml": ("a.xml", _newsml),
    "csv": ("a.csv", _csv),
    "jsonl": ("a.jsonl", _json_lines),
    "warc": ("a.warc.gz", _archive),
    "markdown": ("a.md", _markdown),
    "docx": ("a.docx", _sample("ferries.docx")),
    "pdf": ("a.pdf", _sample("ferries.pdf")),
    "mail": ("a.eml", _mail),
    "mail in base64": ("a.eml", lambda written: _mail(written, coding="base64")),
    "mail in html": ("a.eml", lambda written: _mail(("…",), _as_html(written))),
}


def _told(article: Article) -> list[tuple[str, str | None, str, str]]:
    """Who said what, and how it is known."""
    return [
        (
            " / ".join(" ".join(span.of(article.text).split()) for span in statement.content),
            statement.speaker and statement.speaker.name,
            statement.evidence,
            statement.polarity,
        )
        for statement in extract(article)
    ]


@cache
def _as_written() -> list[tuple[str, str | None, str, str]]:
    return _told(Article("\n\n".join(PARAGRAPHS), title=TITLE))


@pytest.mark.parametrize("door", DOORS)
def test_the_same_people_said_the_same_words(door: str) -> None:
    name, made = DOORS[door]
    (found,) = documents(name, io.BytesIO(made(PARAGRAPHS)))
    assert isinstance(found, Document)
    article = read_document(found)
    assert article.title == TITLE
    assert _told(article) == _as_written()


def test_the_article_has_what_doors_may_lose() -> None:
    words = [words for words, *_ in _as_written()]
    assert "Not one of them," in words
    assert "It is more than we can afford. / And it is the last one." in words
    assert {who for _, who, *_ in _as_written()} >= {"Dana Whitlock", "Ana Ruiz", "Omar Diaz"}
