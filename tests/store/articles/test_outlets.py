"""What an article's outlet is called: what was told, the admin's names, the well-known ones."""

from __future__ import annotations

import pytest

from store.articles import Details, Document, read_document
from store.articles.outlets import outlet

OWN = {"harbor.example": "The Harbor Times", "blogs.harbor.example": "Harbor Blogs"}
TEXT = b"Pier to stay\n\n\xe2\x80\x9cIt stays,\xe2\x80\x9d said Ana Ruiz.\n"


@pytest.mark.parametrize(
    ("told", "url", "due"),
    [
        pytest.param(None, None, None, id="nothing known"),
        pytest.param("Harbor", None, "Harbor", id="told, of no address"),
        pytest.param("Harbor", "https://other.example/a", "Harbor", id="told, of no known domain"),
        pytest.param("Harbor", "https://harbor.example/a", "The Harbor Times", id="own wins"),
        pytest.param(None, "https://www.harbor.example/a", "The Harbor Times", id="www"),
        pytest.param(None, "https://m.harbor.example/a", "The Harbor Times", id="below a domain"),
        pytest.param(None, "https://blogs.harbor.example", "Harbor Blogs", id="the narrowest"),
        pytest.param(None, "https://HARBOR.example:8443/a", "The Harbor Times", id="with a port"),
        pytest.param(None, "https://notharbor.example/a", None, id="a name that ends alike"),
        pytest.param(None, "https://harbor.example.evil.example/", None, id="one that begins so"),
        pytest.param(None, "https://evil.example/harbor.example", None, id="in the path"),
        pytest.param(None, "https://harbor.example@evil.example/", None, id="before the host"),
        pytest.param(None, "https://www.bbc.co.uk/news/1", "BBC News", id="well known"),
        pytest.param("BBC Sport", "https://www.bbc.co.uk/1", "BBC Sport", id="told wins over it"),
        pytest.param("nytimes.com", None, "The New York Times", id="a domain that was told"),
        pytest.param("harbor.example", None, "The Harbor Times", id="an own domain, told"),
        pytest.param("sund.example", None, "sund.example", id="a domain that nobody knows"),
        pytest.param("Salon.com", "https://salon.com/a", "Salon.com", id="a name with a dot"),
        pytest.param(None, "no address", None, id="no address"),
    ],
)
def test_outlet(told: str | None, url: str | None, due: str | None) -> None:
    assert outlet(told, url, OWN) == due


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT),
        ("a.html", b"<html><body><p>" + TEXT * 3 + b"</p></body></html>"),
        ("a.md", b"# Pier to stay\n\n" + TEXT),
    ],
)
def test_every_format_gets_its_name_by_its_address(name: str, data: bytes) -> None:
    document = Document(name, data, Details(url="https://harbor.example/a", outlet="Wire"))
    assert read_document(document, outlets=OWN).outlet == "The Harbor Times"


def test_what_the_loader_tells_wins() -> None:
    document = Document("a.txt", TEXT, Details(url="https://harbor.example/a"))
    assert read_document(document, Details(outlet="Wire"), OWN).outlet == "Wire"


@pytest.mark.parametrize(
    ("declared", "due"),
    [
        pytest.param("https://harbor.example/pier", "https://harbor.example/pier", id="its own"),
        pytest.param("https://other.example/pier", "https://harbor.example/pier?a=1", id="another"),
        pytest.param("https://harbor.example/", "https://harbor.example/pier?a=1", id="its front"),
    ],
)
def test_a_page_names_no_address_but_its_own(declared: str, due: str) -> None:
    page = (
        f'<html><head><link rel="canonical" href="{declared}"></head><body><article><p>'
        + "“It stays,” said Ana Ruiz, who had been asked about it in the hall.</p><p>" * 3
        + "</article></body></html>"
    )
    beside = Details(url="https://harbor.example/pier?a=1")
    assert read_document(Document("a.html", page.encode(), beside)).url == due
    assert read_document(Document("a.html", page.encode())).url == declared
