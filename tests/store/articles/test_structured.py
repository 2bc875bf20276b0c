"""One article as feeds, wires and dumps write it: each gives the same words and details."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from store.articles import Document, Found, Linked, documents, read_document
from store.errors import UnreadableArticle
from store.model import Article

SAMPLES = Path(__file__).parent / "samples"
TEXT = "\n\n".join(
    (
        "“We will not walk anything back,” Mayor Ana Ruiz told the Harbor Times after the vote. "
        "“We said what we said.”",
        "“Nobody asked us,” said a fisherman.",
        "The council’s chair, Omar Diaz, denied that he had been asked about it on May 3, 2019.",
        "“Never,” he said.",
        "Residents waited for hours outside the hall while the debate about the pier went on.",
    )
)
TITLE = "Pier to stay: ‘We said what we said’"
AT = datetime(2026, 5, 3, 23, 30, tzinfo=timezone(timedelta(hours=-4)))
LATER = datetime(2026, 5, 4, 9, 12, 41, tzinfo=UTC)
BOTH = "Jane Roe, Li Wei"
PAGE, IDENTIFIER = "https://harbor.example/news/pier", "http://wire.example/item/4711"


def found(
    name: str, data: bytes | None = None, columns: dict[str, str] | None = None
) -> list[Found]:
    whole = (SAMPLES / name).read_bytes() if data is None else data
    return list(documents(name, io.BytesIO(whole), columns=columns or {}))


def articles(every: list[Found]) -> Iterator[Article]:
    return (read_document(each) for each in every if isinstance(each, Document))


@pytest.mark.parametrize(
    ("name", "byline", "url", "published_at", "updated_at", "language"),
    [
        pytest.param(
            "wordpress.rss", "Jane Roe", f"{PAGE}?utm_source=rss", AT, None, "en-US", id="rss"
        ),
        pytest.param(
            "atom.xml", BOTH, PAGE, AT, LATER.replace(microsecond=123000), "en-GB", id="atom"
        ),
        pytest.param("jsonfeed.json", BOTH, PAGE, AT, LATER, "en-GB", id="json feed"),
        pytest.param("ninjs1.json", "Jane Roe", IDENTIFIER, AT, LATER, "en-GB", id="ninjs 1"),
        pytest.param("ninjs2.json", "Jane Roe", None, AT, LATER, "en-GB", id="ninjs 2"),
        pytest.param("ninjs3.json", "Jane Roe", None, AT, LATER, "en-GB", id="ninjs 3"),
        pytest.param("story.nitf", "Jane Roe", None, AT, None, "en-GB", id="nitf"),
        pytest.param("newsitem.xml", "Jane Roe", None, AT, LATER, "en-GB", id="newsml, nitf"),
        pytest.param("newsmessage.xml", "Jane Roe", None, AT, None, "en-GB", id="newsml, xhtml"),
        pytest.param("dump.jsonl", BOTH, PAGE, AT, None, "en", id="jsonl"),
    ],
)
def test_each_gives_the_same_article(
    name: str,
    byline: str,
    url: str | None,
    published_at: datetime,
    updated_at: datetime | None,
    language: str,
) -> None:
    article = next(articles(found(name)))
    assert article == Article(
        TEXT,
        title=TITLE,
        outlet="Harbor Times",
        byline=byline,
        url=url,
        published=date(2026, 5, 3),
        published_at=published_at,
        updated_at=updated_at,
        language=language,
        file=article.file,
    )


@pytest.mark.parametrize("name", ["dump.csv", "newsapi.json"])
def test_dumps_give_the_same_words(name: str) -> None:
    article = next(articles(found(name)))
    assert (article.text, article.title, article.byline) == (TEXT, TITLE, "Jane Roe")
    assert (article.outlet, article.url) == ("Harbor Times", PAGE)


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_what_is_packed_is_the_same(name: str) -> None:
    packed = gzip.compress((SAMPLES / name).read_bytes())
    assert str(found(f"{name}.gz", packed)).replace(".gz", "") == str(found(name))


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_it_is_known_by_what_it_holds(name: str) -> None:
    if name != "dump.csv":  # any text may have commas
        data = (SAMPLES / name).read_bytes()
        assert str(found("export", data)).replace("export", name) == str(found(name))


@pytest.mark.parametrize(
    "name",
    [path.name for path in sorted(SAMPLES.iterdir()) if path.suffix in {".rss", ".xml", ".nitf"}],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_xml_in_every_encoding(name: str, encoding: str) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    wide = text.replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"')
    assert list(map(str, map(_read, found(name, wide.encode(encoding))))) == list(
        map(str, map(_read, found(name)))
    )


def _read(each: Found) -> object:
    try:
        return read_document(each) if isinstance(each, Document) else each
    except UnreadableArticle as error:
        return error


def test_a_latin_feed_that_says_it_is_utf_8() -> None:
    text = (SAMPLES / "wordpress.rss").read_text("utf-8").replace("‘", "'")
    article = next(articles(found("wordpress.rss", text.encode("windows-1252"))))
    assert article.text == TEXT


def test_teasers_are_links_to_their_articles() -> None:
    for name in ("wordpress.rss", "atom.xml", "jsonfeed.json", "newsapi.json"):
        other = found(name)[1]
        assert isinstance(other, Linked)
        assert other.url == "https://harbor.example/news/cat"
        assert other.beside.title in {"Cat found", "Cat & dog found"}
        assert other.beside.byline is None  # an address to write to is nobody


def test_a_sitemap_tells_what_its_news_say() -> None:
    pier, cat, wrong = found("news-sitemap.xml")
    assert isinstance(pier, Linked)
    assert isinstance(cat, Linked)
    assert (pier.url, pier.beside.title, pier.beside.outlet) == (PAGE, TITLE, "Harbor Times")
    assert (pier.beside.published_at, pier.beside.updated_at) == (AT, LATER)
    assert (cat.url, cat.beside.title) == ("https://harbor.example/news/cat", None)
    assert str(wrong).startswith("cannot read 'news-sitemap.xml, entry 3': its address is none")


def test_an_index_of_sitemaps_leads_to_others() -> None:
    index = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://harbor.example/news.xml.gz</loc></sitemap></sitemapindex>"""
    assert found("sitemap.xml", index) == [Linked("https://harbor.example/news.xml.gz")]


def test_pictures_go_unmentioned_and_what_was_canceled_says_so() -> None:
    _, canceled = found("newsmessage.xml")
    assert isinstance(canceled, Document)
    with pytest.raises(UnreadableArticle, match="item 2': its publisher has canceled it"):
        read_document(canceled)


def test_a_message_whose_items_repeat_namespaces_without_end_is_refused() -> None:
    names = " ".join(f"xmlns:a{number}='b'" for number in range(1_000))
    message = f"<newsMessage {names}><itemSet>{'<newsItem/>' * 1_000}</itemSet></newsMessage>"
    (error,) = documents("message.xml", io.BytesIO(message.encode()))
    assert isinstance(error, UnreadableArticle)
