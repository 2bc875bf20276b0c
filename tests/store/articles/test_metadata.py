"""What pages declare of their articles, as the systems that newsrooms use write it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from store.articles import Details, Document, read, read_document
from store.model import Article

TEXT = "“We will not walk anything back,” Mayor Ana Ruiz said after the vote on the old pier."
CEST = timezone(timedelta(hours=2))


def page(head: str, *, lang: str = "", body: str = "") -> str:
    paragraphs = f"<p>{TEXT}</p>" * 3
    return (
        f"<!doctype html><html{lang}><head>{head}</head><body>{body}<article>{paragraphs}"
        "</article></body></html>"
    )


def article(head: str, *, lang: str = "", body: str = "") -> Article:
    return read("a.html", page(head, lang=lang, body=body).encode())


def ld(*things: Any) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things
    )


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Pier to stay",
    "author": {"@type": "Person", "name": "Jane Roe"},
    "publisher": {"@type": "Organization", "name": "Harbor Times"},
}
CRUMBS = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "News"}]}
OTHERS = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Cat"}]}
YOAST = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "Article",
            "headline": "Pier to stay",
            "author": {"name": "Jane Roe", "@id": "https://h.example/#/person/1"},
            "publisher": {"@id": "https://h.example/#organization"},
        },
        {"@type": "WebPage", "name": "Pier to stay - Harbor Times"},
        CRUMBS,
        {"@type": "Organization", "@id": "https://h.example/#organization", "name": "Harbor Times"},
    ],
}


@pytest.mark.parametrize(
    "things",
    [
        pytest.param([NEWS], id="one thing"),
        pytest.param([[NEWS]], id="an array"),
        pytest.param([CRUMBS, OTHERS, NEWS], id="after breadcrumbs and a list of others"),
        pytest.param([NEWS, NEWS | {"headline": "Cat found"}], id="before another article"),
        pytest.param([YOAST], id="a graph whose things refer to each other"),
        pytest.param([{"@type": "WebPage", "mainEntity": NEWS}], id="what a page is about"),
        *(
            pytest.param([NEWS | {"@type": kind}], id=str(kind))
            for kind in (
                *("Article", "BlogPosting", "LiveBlogPosting", "ReportageNewsArticle"),
                *("http://schema.org/NewsArticle", ["NewsArticle", "Article"]),
            )
        ),
    ],
)
def test_linked_data_is_found_wherever_it_stands(things: list[Any]) -> None:
    found = article(ld(*things))
    assert (found.title, found.byline, found.outlet) == ("Pier to stay", "Jane Roe", "Harbor Times")


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        pytest.param("Jane Roe", "Jane Roe", id="a text"),
        pytest.param("By Jane Roe", "Jane Roe", id="with its by"),
        pytest.param("By: Jane Roe", "Jane Roe", id="with its by and a colon"),
        pytest.param("Byron Wells", "Byron Wells", id="a name that begins alike"),
        pytest.param({"name": "Jane Roe"}, "Jane Roe", id="a thing"),
        pytest.param({"name": ["Jane Roe", "Al Poe"]}, "Jane Roe, Al Poe", id="names"),
        pytest.param([{"name": "Jane Roe"}, {"name": "Al Poe"}], "Jane Roe, Al Poe", id="things"),
        pytest.param(["Jane Roe", "Jane Roe"], "Jane Roe", id="twice the same"),
        pytest.param("Ren&eacute; Roe &amp; Al Poe", "René Roe & Al Poe", id="escaped"),
        pytest.param("https://facebook.example/jane", None, id="a profile is no name"),
        pytest.param({"@id": "#nobody"}, None, id="a reference to nothing"),
        pytest.param([], None, id="none"),
        pytest.param({"name": {"deeper": 3}}, None, id="nonsense"),
        pytest.param(7, None, id="a number"),
    ],
)
def test_the_byline_of_linked_data(author: Any, byline: str | None) -> None:
    assert article(ld(NEWS | {"author": author})).byline == byline


@pytest.mark.parametrize(
    ("told", "at", "day"),
    [
        ("2024-05-03T23:30:00+02:00", datetime(2024, 5, 3, 23, 30, tzinfo=CEST), date(2024, 5, 3)),
        ("2024-05-03T21:30:00.000Z", datetime(2024, 5, 3, 21, 30, tzinfo=UTC), date(2024, 5, 3)),
        ("2024-05-03T23:30:00", None, date(2024, 5, 3)),
        ("2024-05-03", None, date(2024, 5, 3)),
        ("03/04/2024", None, None),
        ("last Tuesday", None, None),
    ],
)
def test_moments_keep_their_zone_and_without_one_only_the_day_is_known(
    told: str, at: datetime | None, day: date | None
) -> None:
    found = article(ld(NEWS | {"datePublished": told}))
    assert (found.published_at, found.published) == (at, day)


def test_when_it_was_updated() -> None:
    meta = '<meta property="article:modified_time" content="2024-05-04T08:00:00Z">'
    assert article(meta).updated_at == datetime(2024, 5, 4, 8, tzinfo=UTC)
    linked = ld(NEWS | {"dateModified": "2024-05-05T08:00:00Z"})
    assert article(meta + linked).updated_at == datetime(2024, 5, 5, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "head", "language"),
    [
        pytest.param(' lang="en"', "", "en", id="of the page"),
        pytest.param(' lang="EN-gb"', "", "en-GB", id="however it is spelt"),
        pytest.param("", '<meta property="og:locale" content="en_US">', "en-US", id="OpenGraph"),
        pytest.param(' lang="en"', ld(NEWS | {"inLanguage": "de"}), "de", id="linked data wins"),
        pytest.param(
            "", ld(NEWS | {"inLanguage": {"alternateName": "en-IE"}}), "en-IE", id="as a thing"
        ),
        pytest.param(' lang="zh_hans_cn"', "", "zh-Hans-CN", id="with its script"),
        pytest.param(' lang="{{ locale }}"', "", None, id="a template that was not filled in"),
        pytest.param(' lang="English"', "", None, id="a word"),
        pytest.param(' lang="und"', "", None, id="undetermined"),
        pytest.param("", "", None, id="untold"),
    ],
)
def test_the_language_that_is_declared(lang: str, head: str, language: str | None) -> None:
    assert article(head, lang=lang).language == language


@pytest.mark.parametrize(
    "script",
    [
        pytest.param('{"@type": "NewsArticle", "headline": "Pier', id="cut off"),
        pytest.param("[" * 100_000, id="100,000 deep"),
        pytest.param('{"@graph":' * 3000 + "1" + "}" * 3000, id="graphs in graphs"),
        pytest.param("null", id="null"),
        pytest.param(";" * 1_000_000, id="a million ends"),
        pytest.param('{"@type": 5, "author": [[["x"]]]}', id="of no known shape"),
        pytest.param("", id="empty"),
    ],
)
def test_damaged_linked_data_leaves_the_page_to_tell(script: str) -> None:
    head = f'<meta property="og:title" content="Pier"><script type="application/ld+json">{script}'
    assert article(f"{head}</script>").title == "Pier"


@pytest.mark.parametrize(
    ("before", "after"),
    [("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>"), ("", ";"), ("\n\t", "\n")],
)
def test_linked_data_in_wrappings(before: str, after: str) -> None:
    script = f"{before}{json.dumps(NEWS)}{after}"
    assert article(f'<script type="application/ld+json">{script}</script>').byline == "Jane Roe"


def test_a_line_break_within_a_text_of_linked_data() -> None:
    script = json.dumps(NEWS).replace("Pier to", "Pier\n to")
    found = article(f'<script type="application/ld+json">{script}</script>')
    assert found.title == "Pier to stay"


@pytest.mark.parametrize(
    ("head", "body", "told"),
    [
        pytest.param(
            '<meta property="og:title" content="Pier to stay | Harbor Times">'
            '<meta property="og:site_name" content="Harbor Times">',
            "",
            Details(title="Pier to stay", outlet="Harbor Times"),
            id="OpenGraph, the site's name cut off its title",
        ),
        pytest.param(
            '<meta name="author" content="https://h.example/jane"><meta name="byl" '
            'content="By Jane Roe">',
            "",
            Details(byline="Jane Roe"),
            id="a profile is passed over for a name",
        ),
        pytest.param(
            '<title>Pier to stay</title><meta property="og:site_name" content="h.example">'
            '<link rel="canonical" href="https://www.h.example/pier">',
            "",
            Details(title="Pier to stay", url="https://www.h.example/pier"),
            id="the host is no outlet",
        ),
        pytest.param(
            "",
            '<h1>Pier to stay</h1><span itemprop="author" itemscope><a itemprop="name" href="/j">'
            'Jane Roe</a></span><time itemprop="datePublished" datetime="2024-05-03">May 3</time>',
            Details(title="Pier to stay", byline="Jane Roe", published=date(2024, 5, 3)),
            id="microdata",
        ),
        pytest.param(
            "",
            '<i itemprop="author">Jane Roe</i><p class="comment"><i itemprop="author">Al</i></p>'
            '<time datetime="2020-01-01">a sidebar</time><footer>© 2019. By Someone Else</footer>',
            Details(),
            id="what may be another's is nobody's",
        ),
        pytest.param(
            '<link rel="canonical" href="/pier"><meta name="description" content="By Al Poe">'
            '<meta property="article:published_time" content="yesterday">',
            '<div class="byline">By Al Poe</div>',
            Details(),
            id="what is no declaration, or no address",
        ),
    ],
)
def test_what_other_elements_tell(head: str, body: str, told: Details) -> None:
    found = article(head, body=body)
    assert (
        Details(
            title=found.title,
            outlet=found.outlet,
            url=found.url,
            byline=found.byline,
            published=found.published,
        )
        == told
    )


def test_linked_data_wins_over_other_elements_and_is_completed_by_them() -> None:
    head = (
        ld({"@type": "NewsArticle", "headline": "Pier to stay"})
        + '<meta property="og:title" content="You won’t believe this pier">'
        + '<meta property="og:site_name" content="Harbor Times">'
    )
    found = article(head)
    assert (found.title, found.outlet) == ("Pier to stay", "Harbor Times")


def test_what_stands_beside_fills_only_what_the_page_does_not_tell() -> None:
    data = page(ld({"@type": "NewsArticle", "headline": "Pier to stay"})).encode()
    beside = Details(title="Pier", outlet="Feed", language="en_GB")
    found = read_document(Document("a.html", data, beside))
    assert (found.title, found.outlet, found.language) == ("Pier to stay", "Feed", "en-GB")
