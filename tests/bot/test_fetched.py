"""Articles by address: real pages from a site on this machine."""

from __future__ import annotations

import pytest

from bot.loaded import summary
from bot.loading import load
from store import fetching
from store.articles import Details, Linked
from store.errors import UnreadableArticle
from store.model import Query
from store.store import Store

from ..sites import Reply, Site

SAID = "“We had no role in the strike on the harbour,” said John Kirby, a spokesman."


def _page(head: str = "", said: str = SAID) -> str:
    return (
        f"<html><head><title>Strike on the harbour</title>{head}</head><body><article>"
        f"<h1>Strike on the harbour</h1><p>{said}</p><p>It rained all day long in the city, and"
        " nobody went out before the evening came.</p></article></body></html>"
    )


def _canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def test_an_article_is_loaded_with_the_address_that_it_was_found_at(
    site: Site, store: Store
) -> None:
    site.pages |= {
        "/old?utm_source=x": Reply(status=301, headers={"Location": "/news/strike"}),
        "/news/strike": Reply(_page().encode()),
    }
    loaded = load(store, Linked(f"{site.url}/old?utm_source=x"), Details(), by="test")
    assert summary(loaded) == "Strike on the harbour: 1 statement by John Kirby."
    assert (loaded.article.url, loaded.article.file) == (f"{site.url}/news/strike", "strike.html")
    assert store.at_address(f"{site.url}/news/strike")


@pytest.mark.parametrize(
    ("declared", "kept"),
    [
        pytest.param("{site}/strike", "{site}/strike", id="of the same site"),
        pytest.param("http://other.example/strike", "{site}/a?id=1", id="of another site"),
        pytest.param("http://evil.127.0.0.1.example/", "{site}/a?id=1", id="of one like it"),
        pytest.param("{site}/", "{site}/a?id=1", id="the site's front page"),
        pytest.param("javascript:alert(1)", "{site}/a?id=1", id="no address"),
    ],
)
def test_a_page_may_declare_its_address_on_its_own_site(
    site: Site, store: Store, declared: str, kept: str
) -> None:
    site.pages["/a?id=1"] = Reply(_page(_canonical(declared.format(site=site.url))).encode())
    loaded = load(store, Linked(f"{site.url}/a?id=1"), Details(), by="test")
    assert loaded.article.url == kept.format(site=site.url)


@pytest.mark.parametrize(
    ("path", "declared", "kept"),
    [
        ("/world/strike", "/world", "/world/strike"),
        ("/world/strike", "/world/", "/world/strike"),
        ("/world/strike/amp", "/world/strike", "/world/strike"),
        ("/worldly", "/world", "/world"),
        ("/strike?page=1", "/strike", "/strike"),
        ("/strike", "/world/strike", "/world/strike"),
    ],
)
def test_a_page_is_not_its_section(
    site: Site, store: Store, path: str, declared: str, kept: str
) -> None:
    site.pages[path] = Reply(_page(_canonical(site.url + declared)).encode())
    loaded = load(store, Linked(site.url + path), Details(), by="test")
    assert loaded.article.url == site.url + kept


def test_a_site_that_declares_one_link_for_all_its_pages_loses_none(
    site: Site, store: Store
) -> None:
    said = {
        "pier": "The council met on Monday.</p><p>“The pier stays where it is,” said Ana Ruiz.",
        "fish": "Prices rose again in spring.</p><p>“Fish is up by half,” said Bo Lim at noon.",
    }
    for name, text in said.items():
        page = f"<title>{name}</title>{_canonical(site.url + '/news/home')}<article><p>{text}</p>"
        site.pages[f"/2026/{name}"] = Reply(page.encode())
        load(store, Linked(f"{site.url}/2026/{name}"), Details(), by="test")
    assert [len(store.search(Query(words=words))) for words in ("pier stays", "fish up")] == [1, 1]
    assert store.holdings().articles == 2


def test_what_a_person_tells_while_loading_holds_for_the_next_version(
    site: Site, store: Store
) -> None:
    site.pages["/a"] = Reply(_page().encode())
    load(store, Linked(f"{site.url}/a"), Details(outlet="CNN"), by="test")
    site.pages["/a"] = Reply(_page().replace("said", "told us").encode())
    assert load(store, Linked(f"{site.url}/a"), Details(), by="test").article.outlet == "CNN"


def test_what_the_loader_tells_wins(site: Site, store: Store) -> None:
    site.pages["/a"] = Reply(_page(_canonical(f"{site.url}/b")).encode())
    told = Details(title="Calm", outlet="CNN", url="https://planet.example/c")
    article = load(store, Linked(f"{site.url}/a"), told, by="test").article
    assert (article.title, article.outlet, article.url) == ("Calm", "CNN", told.url)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("text/html; charset=windows-1252", _page().encode("windows-1252")),
        ("text/html; charset=iso-8859-1", _page().encode()),
        ("text/html; charset=nonsense", _page().encode()),
        ("text/html; charset=utf-16-le", _page().encode("utf-16-le")),
        ("text/plain; charset=windows-1252", SAID.encode("windows-1252")),
        ("text/plain", SAID.encode()),
        ("application/octet-stream", _page().encode()),
    ],
    ids=["as declared", "UTF-8 all the same", "unknown", "UTF-16", "plain", "bare", "any bytes"],
)
def test_quotation_marks_survive_what_a_site_says_of_its_encoding(
    site: Site, store: Store, kind: str, data: bytes
) -> None:
    site.pages["/a"] = Reply(data, kind=kind)
    article = load(store, Linked(f"{site.url}/a"), Details(), by="test").article
    assert "“We had no role in the strike on the harbour,” said" in article.text


def test_plain_text_is_read_whatever_its_address_ends_in(site: Site, store: Store) -> None:
    site.pages["/statement.php"] = Reply(SAID.encode(), kind="text/plain; charset=utf-8")
    assert load(store, Linked(f"{site.url}/statement.php"), Details(), by="test").statements


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/gone?key=s3cret", "cannot fetch '{site}/gone?…': it is not there (404); "),
        ("/empty", "cannot read 'empty.html': "),
    ],
)
def test_what_cannot_be_loaded_is_noted(site: Site, store: Store, path: str, told: str) -> None:
    site.pages["/empty"] = Reply(b"<html><body></body></html>")
    with pytest.raises(UnreadableArticle) as refused:
        load(store, Linked(site.url + path), Details(), by="test", scope="slack:T1")
    assert str(refused.value).startswith(told.format(site=site.url))
    [noted] = store.lately.failed("slack:T1")
    assert (noted.reason, noted.name) == (str(refused.value), fetching.shown(site.url + path))


def test_an_address_loaded_twice_adds_nothing(site: Site, store: Store) -> None:
    site.pages["/a"] = Reply(_page().encode())
    assert load(store, Linked(f"{site.url}/a"), Details(), by="test").new
    assert not load(store, Linked(f"{site.url}/a"), Details(), by="test").new
