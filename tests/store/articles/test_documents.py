"""What is told of an article, by whom, and which of them is believed."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from store.articles import LARGEST, Details, Document, documents, read_document
from store.errors import UnreadableArticle
from store.model import Article

PAGE = b"""<!doctype html><html><head><meta property="og:title" content="On the page"></head>
<body><article><p>Ana said so, at length, to all who were there.</p></article></body></html>"""
AT = datetime(2026, 5, 3, 23, 30, tzinfo=timezone(timedelta(hours=-4)))


def test_what_stands_beside_a_document_is_used_where_it_tells_nothing() -> None:
    beside = Details(title="In the feed", outlet="The Feed", language="en")
    article = read_document(Document("a.html", PAGE, beside))
    assert (article.title, article.outlet, article.language) == ("On the page", "The Feed", "en")


def test_what_the_loader_told_wins() -> None:
    beside = Details(title="In the feed", outlet="The Feed")
    article = read_document(Document("a.html", PAGE, beside), Details("Told", byline="Ana"))
    assert (article.title, article.outlet, article.byline) == ("Told", "The Feed", "Ana")


def test_the_day_of_a_moment_is_the_day_where_it_was_published() -> None:
    article = read_document(Document("a.txt", b"Ana said so.", Details(published_at=AT)))
    assert (article.published, article.published_at) == (date(2026, 5, 3), AT)


def test_a_told_day_leaves_no_other_moment() -> None:
    document = Document("a.txt", b"Ana said so.", Details(published_at=AT))
    article = read_document(document, Details(published=date(2026, 5, 1)))
    assert (article.published, article.published_at) == (date(2026, 5, 1), None)


def test_a_time_without_its_zone_tells_the_day_alone() -> None:
    told = Details(published_at=AT.replace(tzinfo=None), updated_at=AT.astimezone(UTC))
    article = read_document(Document("a.txt", b"Ana said so.", told))
    assert (article.published, article.published_at) == (date(2026, 5, 3), None)
    assert article.updated_at == AT


def test_a_format_that_is_told_is_not_guessed() -> None:
    text = b"<p>is how a paragraph begins."
    assert read_document(Document("a.html", text, format="txt")).text == text.decode()


def test_a_file_of_no_collection_is_one_document() -> None:
    (found,) = documents("a.txt", io.BytesIO(b"Ana said so."))
    assert isinstance(found, Document)
    assert read_document(found) == Article("Ana said so.", file="a.txt")


def test_of_a_file_too_large_no_more_is_read_than_shows_it() -> None:
    file = io.BytesIO(b"a" * (LARGEST + 100))
    (found,) = documents("a.txt", file)
    assert isinstance(found, Document)
    with pytest.raises(UnreadableArticle, match="larger than 20 MB"):
        read_document(found)
    assert file.tell() == LARGEST + 1
