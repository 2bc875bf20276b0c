"""Feeds as publishing systems write them: what is whole, what is a teaser, what is neither."""

from __future__ import annotations

import io
import json
import time

import pytest

from store.articles import Document, Linked, documents, entries, read_document
from store.errors import UnreadableArticle

LONG = "The debate went on for hours, and nobody left before it was over. " * 10
HEAD = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><title>Harbor Times</title><link>https://harbor.example/</link>"
)
LINK = "<link>https://harbor.example/pier</link>"


def rss(*items: str) -> bytes:
    return (HEAD + "".join(f"<item>{item}</item>" for item in items) + "</channel></rss>").encode()


def whole(markup: str) -> str:
    return f"<content:encoded><![CDATA[{markup}]]></content:encoded>"


def told(data: bytes) -> list[str]:
    """The text of each article, the address of each link, and each error."""
    every = documents("feed.xml", io.BytesIO(data))
    return [
        read_document(found).text
        if isinstance(found, Document)
        else found.url
        if isinstance(found, Linked)
        else str(found)
        for found in every
    ]


PIER = "https://harbor.example/pier"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(LINK + whole("<p>“No.”</p><p>“Yes.”</p>"), "“No.”\n\n“Yes.”", id="two lines"),
        pytest.param(LINK + whole(LONG), LONG.strip(), id="one long paragraph"),
        pytest.param(LINK + whole("<p>The pier stays.</p>"), PIER, id="one short paragraph"),
        pytest.param(LINK + whole(f"<p>{LONG}</p><p>{LONG} […]</p>"), PIER, id="cut off"),
        pytest.param(
            LINK + whole(f"<p>{LONG}</p><p>The mayor <a>Continue reading →</a></p>"),
            PIER,
            id="goes on elsewhere",
        ),
        pytest.param(
            LINK + f"<description>&lt;p&gt;{LONG}&lt;/p&gt;&lt;p&gt;{LONG}&lt;/p&gt;</description>",
            f"{LONG.strip()}\n\n{LONG.strip()}",
            id="whole in its description",
        ),
        pytest.param(LINK + f"<description>{LONG}{LONG}</description>", PIER, id="long summary"),
        pytest.param(LINK, PIER, id="link alone"),
        pytest.param("<description>Ana said so.</description>", "Ana said so.", id="no link"),
        pytest.param(
            "<description>Ana said […]</description>",
            "cannot read 'feed.xml, entry 1': it has neither a whole text nor a link to one",
            id="teaser without a link",
        ),
        pytest.param("<link>/pier</link>", PIER, id="link from its site on"),
        pytest.param(
            "<link>javascript:alert(1)</link>",
            "cannot read 'feed.xml, entry 1': it has neither a whole text nor a link to one",
            id="link that nobody should follow",
        ),
        pytest.param(
            f"<guid>{PIER}</guid><title>T</title>", PIER, id="identifier that is the link"
        ),
        pytest.param(
            whole("<div>" * 100_000 + "Ana said so.") + LINK, PIER, id="nested without end"
        ),
    ],
)
def test_an_entry_is_an_article_or_leads_to_one(item: str, expected: str) -> None:
    assert told(rss(item)) == [expected]


@pytest.mark.parametrize(
    ("item", "title", "byline"),
    [
        pytest.param("<title>Q&amp;A: 1 &lt; 2</title>", "Q&A: 1 < 2", None, id="escaped once"),
        pytest.param("<title>Ana&amp;#8217;s</title>", "Ana’s", None, id="escaped twice"),
        pytest.param("<title><![CDATA[<b>Pier</b>]]></title>", "Pier", None, id="tags"),
        pytest.param("<author>li@harbor.example (Li Wei)</author>", None, "Li Wei", id="mail"),
        pytest.param("<author>li@harbor.example</author>", None, None, id="mail alone"),
        pytest.param("<dc:creator>Ana Roe</dc:creator>", None, "Ana Roe", id="creator"),
    ],
)
def test_details(item: str, title: str | None, byline: str | None) -> None:
    (found,) = documents("a", io.BytesIO(rss(LINK + item)))
    assert not isinstance(found, UnreadableArticle)
    assert (found.beside.title, found.beside.byline) == (title, byline)


def test_an_entry_from_elsewhere_keeps_its_outlet() -> None:
    (found,) = documents(
        "a", io.BytesIO(rss(LINK + '<source url="https://wire.example/">Wire</source>'))
    )
    assert not isinstance(found, UnreadableArticle)
    assert found.beside.outlet == "Wire"


def test_rss_of_old() -> None:
    data = b"""<?xml version="1.0" encoding="ISO-8859-1"?>
    <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <channel rdf:about="https://harbor.example/"><title>Harbor</title></channel>
    <item rdf:about="https://harbor.example/pier"><title>Zo\xeb</title>
    <link>https://harbor.example/pier</link><dc:date>2026-05-03T23:30:00-04:00</dc:date></item>
    </rdf:RDF>"""
    (found,) = documents("a", io.BytesIO(data))
    assert isinstance(found, Linked)
    assert found.beside.title == "Zoë"
    assert str(found.beside.published_at) == "2026-05-03 23:30:00-04:00"


def test_an_export_gives_what_was_published() -> None:
    post = "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
    assert told(
        rss(
            post + whole("“No,” said Ana.\n\n“Yes,” said Omar."),
            post.replace("publish", "draft") + whole("A draft.\n\nOf two paragraphs."),
            post.replace(">post<", ">attachment<") + whole("A picture.\n\nOf the pier."),
        )
    ) == ["“No,” said Ana.\n\n“Yes,” said Omar."]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(
            b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
            "it declares entities of its own, which may be a trap",
            id="entities",
        ),
        pytest.param(
            b'<!-- <a --><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>',
            "it declares entities of its own, which may be a trap",
            id="entity from a file",
        ),
        pytest.param(
            b"<rss " + b"a='' " * 1000 + b"/>",
            "it has attributes without end, which may be a trap",
            id="attributes without end",
        ),
        pytest.param(
            b"<rss>" + b"<a:b xmlns:a='u'>" * 20_000,
            "it has attributes without end, which may be a trap",
            id="namespaces without end",
        ),
        pytest.param(rss(), "there is no article in it", id="empty"),
        pytest.param(b"<feed/>", "there is no article in it", id="another feed"),
    ],
)
def test_what_is_no_feed(data: bytes, why: str) -> None:
    assert told(data) == [f"cannot read 'feed.xml': {why}"]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(rss(LINK + f"<author>{'a.' * 200_000}</author>"), id="author"),
        pytest.param(rss(LINK + f"<dc:creator>a@{'a.' * 200_000}</dc:creator>"), id="creator"),
        pytest.param(b"<!-- -->" + b"\n" * 60_000 + rss(LINK), id="blank lines"),
    ],
)
def test_what_takes_the_square_of_its_length_elsewhere_is_quick(data: bytes) -> None:
    begun = time.process_time()
    assert told(data) == [PIER]
    assert time.process_time() - begun < 2  # minutes, were it not bounded


def test_a_feed_that_breaks_off_gives_what_stands_before() -> None:
    data = rss(LINK, LINK + "<title>Cat")[:-30]
    assert told(data)[0] == PIER


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            'Ana wrote "version": "https://jsonfeed.org/version/1" there.', id="json feed"
        ),
        pytest.param("“<rss> is a tag,” said Ana.", id="rss"),
        pytest.param("WARC/ was what Ana said.\nShe left.", id="warc"),
        pytest.param("{Ana} said so, [Omar] did not.", id="json"),
    ],
)
def test_text_about_feeds_is_text(text: str) -> None:
    (found,) = documents("a.txt", io.BytesIO(text.encode()))
    assert isinstance(found, Document)
    assert read_document(found).text == text


def test_an_article_about_entities_is_no_trap() -> None:
    said = "<p>“Write &lt;!ENTITY,” she said.</p><p>He wrote <!ENTITY and left.</p>"
    assert told(rss(whole(said)))[0].startswith("“Write <!ENTITY,” she said.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor […]", True),
        ("The mayor [...]", True),
        ("The mayor… [+1234 chars]", True),
        ("The mayor said…", True),
        ("The mayor said. Read more »", True),
        ("The mayor said. (more)", True),
        ("“We want to read more,” she said.", False),
        ("He said no more", False),
        ("“… and so on,” she said.", False),
    ],
)
def test_what_goes_on_elsewhere_is_told_by_its_end(text: str, expected: bool) -> None:  # noqa: FBT001
    assert entries.goes_on(text) is expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            rss(LINK).replace(b"Harbor Times", b"t" * 3_000),
            id="rss",
        ),
        pytest.param(
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1.1",
                    "title": "t" * 3_000,
                    "items": [{"url": "https://a.example/1", "content_text": "He said so."}],
                }
            ).encode(),
            id="json feed",
        ),
    ],
)
def test_a_title_without_end_does_not_stand_beside_each_entry(data: bytes) -> None:
    (found,) = documents("feed", io.BytesIO(data))
    assert isinstance(found, Linked)
    assert found.beside.outlet is None


def test_a_site_whose_address_is_none_costs_no_entry() -> None:
    assert told(rss(LINK).replace(b"https://harbor.example/<", b"https://[harbor.example/<")) == [
        PIER
    ]


def test_a_site_without_an_address_costs_no_entry() -> None:
    damaged, entry = "<id>a, b.</p><p>c</p><p>d</id>", f'<entry><link href="{PIER}"/></entry>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom">{damaged}{entry}</feed>'
    assert told(atom.encode()) == [PIER]
