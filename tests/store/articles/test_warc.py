"""Web archives as crawlers write them, and as they come damaged."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest

from store.articles import LARGEST, Document, documents, holds_many
from store.errors import UnreadableArticle

PAGE = b"<html><body><article><p>Ana said so.</p></article></body></html>" + b"\n" * 500


def record(
    url: str,
    body: bytes = PAGE,
    *,
    headers: bytes = b"",
    status: bytes = b"200 OK",
    kind: bytes = b"text/html; charset=utf-8",
    record_type: str = "response",
    longer: int = 0,
) -> bytes:
    """A record as crawlers write it; *longer* by what its length is wrong."""
    block = b"HTTP/1.1 %s\r\nContent-Type: %s\r\n%s\r\n" % (status, kind, headers) + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {record_type}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2026-05-03T22:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block) + longer}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 100] for at in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def found(data: bytes) -> list[str]:
    """The path of each page, and what is wrong."""
    every = documents("news.warc.gz", io.BytesIO(data))
    return [
        (each.beside.url or "").removeprefix("https://a.example/")
        if isinstance(each, Document) and each.data == PAGE
        else str(each).partition(": ")[2]
        for each in every
    ]


ONE, TWO, THREE = (record(f"https://a.example/{number}") for number in (1, 2, 3))
DAMAGED = bytes(
    255 - byte if at in {60, 61} else byte for at, byte in enumerate(gzip.compress(TWO))
)
BOMB = gzip.compress(b" " * (LARGEST + 1))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    "page",
    [
        pytest.param(record("https://a.example/2"), id="as it is"),
        pytest.param(record("<https://a.example/2>"), id="address in brackets"),
        pytest.param(
            record(
                "https://a.example/2", gzip.compress(PAGE), headers=b"Content-Encoding: gzip\r\n"
            ),
            id="gzip",
        ),
        pytest.param(
            record(
                "https://a.example/2", zlib.compress(PAGE), headers=b"Content-Encoding: deflate\r\n"
            ),
            id="deflate",
        ),
        pytest.param(
            record("https://a.example/2", headers=b"Content-Encoding: gzip\r\n"),
            id="decoded by the crawler",
        ),
        pytest.param(
            record(
                "https://a.example/2",
                chunked(gzip.compress(PAGE)),
                headers=b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
            ),
            id="chunked gzip",
        ),
    ],
)
def test_pages_are_found(page: bytes, packed: bool) -> None:  # noqa: FBT001 -- a parameter
    others = (
        record("https://a.example/q", b"GET", record_type="request"),
        record("https://a.example/n", status=b"404 Not Found"),
        record("https://a.example/p", kind=b"image/png"),
    )
    pieces = (ONE, *others, page, THREE)
    data = b"".join(map(gzip.compress, pieces) if packed else pieces)
    assert found(data) == ["1", "2", "3"]
    assert holds_many("a", data)


CUT = "it is cut off, or other records stand in it"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(
            gzip.compress(ONE) + DAMAGED + gzip.compress(THREE),
            ["1", "the record at byte 0 or the next is damaged", "3"],
            id="packed",
        ),
        pytest.param(
            gzip.compress(ONE) + b"zzzz" + gzip.compress(TWO)[4:] + gzip.compress(THREE),
            ["1", "the record at byte 0 or the next is damaged", "3"],
            id="packed, its beginning",
        ),
        pytest.param(ONE + TWO[:-300], ["1", CUT], id="cut off"),
        pytest.param(
            (gzip.compress(ONE) + gzip.compress(TWO))[:-20],
            ["1", CUT],
            id="packed, cut off",
        ),
        pytest.param(
            ONE + record("https://a.example/2", longer=100) + THREE,
            ["1", CUT, "3"],
            id="said to be longer",
        ),
        pytest.param(
            ONE + record("https://a.example/2", headers=b"Content-Length: 9999\r\n") + THREE,
            ["1", CUT, "3"],
            id="said by its site to be longer",
        ),
        pytest.param(
            ONE + b"rubbish\r\n" * 100 + THREE,
            ["1", "the record at byte 0 or the next is damaged", "3"],
            id="rubbish between",
        ),
        pytest.param(
            gzip.compress(
                record("https://a.example/2", BOMB, headers=b"Content-Encoding: gzip\r\n")
            )
            + gzip.compress(THREE),
            ["it is larger than 20 MB", "3"],
            id="bomb",
        ),
        pytest.param(
            gzip.compress(record("https://a.example/2", b" " * (LARGEST + 1)))
            + gzip.compress(THREE),
            ["it is larger than 20 MB", "3"],
            id="too large",
        ),
        pytest.param(
            b"WARC/1.0\r\n" * 20_000 + ONE,
            [
                "the record at byte 0 or the next is damaged",
                "10000 records are damaged; the rest is not read",
            ],
            id="beginnings without end",
        ),
        pytest.param(b"WARC/1.0\r\n", ["there is no article in it"], id="nothing"),
    ],
)
def test_what_is_damaged_costs_itself_alone(data: bytes, expected: list[str]) -> None:
    assert found(data) == expected


def test_when_it_was_fetched_is_not_when_it_was_published() -> None:
    (page,) = documents("a.warc", io.BytesIO(ONE))
    assert not isinstance(page, UnreadableArticle)
    assert (page.beside.published, page.beside.published_at) == (None, None)
