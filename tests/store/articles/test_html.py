"""Pages as newsrooms write them, and as they come damaged."""

from __future__ import annotations

import json
import logging
import time
import unicodedata
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest

from store.articles import Details, read
from store.errors import UnreadableArticle
from store.model import Article

PARAGRAPHS = (
    "“We will not walk anything back,” Mayor Ana Ruiz told the <em>Harbor Times</em> after the "
    "vote. “We said what we said.”",
    "The council’s chair, Omar Diaz, denied that he had been asked about it on May 3, 2019.",
    "Residents waited for hours outside the hall while the debate about the pier went on.",
)
TEXT = "\n\n".join(
    ("Pier to stay", *PARAGRAPHS[:1], "“Nobody asked us,” said a fisherman.", *PARAGRAPHS[1:])
).replace("<em>", "").replace("</em>", "")  # fmt: skip

HEAD = """
<title>Pier to stay | Harbor Times</title>
<meta property="og:title" content="Pier to stay">
<meta property="og:site_name" content="Harbor Times">
<meta name="author" content="Jane Roe">
<link rel="canonical" href="https://harbor.example/news/pier">
"""


def page(head: str = HEAD, paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    first, *others = (f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Pier to stay</h1>
{first}
<blockquote><p>“Nobody asked us,” said a fisherman.</p></blockquote>
{"".join(others)}
</article></main>
<aside><h2>Most read</h2><a href="/2">Cat found</a></aside>
<footer>© 2021 Harbor Times. Last updated 1 May 2020.</footer>
<script>var tracker = "“not said,” said nobody";</script>
</body></html>"""


def test_a_page_gives_its_article() -> None:
    declared = '<meta property="article:published_time" content="2024-02-03T10:00:00Z">'
    assert read("pier.html", page(HEAD + declared).encode()) == Article(
        TEXT,
        title="Pier to stay",
        outlet="Harbor Times",
        byline="Jane Roe",
        url="https://harbor.example/news/pier",
        published=date(2024, 2, 3),
        file="pier.html",
        published_at=datetime(2024, 2, 3, 10, tzinfo=UTC),
        language="en",
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        pytest.param(HEAD, None, id="a year in the footer is no date"),
        pytest.param(
            HEAD + '<meta itemprop="datePublished" content="2024-02-03">',
            date(2024, 2, 3),
            id="itemprop",
        ),
        pytest.param(
            HEAD + '<script type="application/ld+json">{"@type": "NewsArticle",'
            ' "datePublished": "2024-02-03T08:00:00+00:00",'
            ' "dateModified": "2024-03-04T08:00:00+00:00"}</script>',
            date(2024, 2, 3),
            id="linked data",
        ),
    ],
)
def test_only_a_declared_date_is_taken(head: str, published: date | None) -> None:
    assert read("pier.html", page(head).encode()).published == published


def test_a_page_that_tells_nothing_of_itself() -> None:
    article = read("pier.html", page(head="").encode())
    told = (article.outlet, article.byline, article.url, article.published)
    assert told == (None, None, None, None)


def test_details_win_over_the_page() -> None:
    article = read("pier.html", page().encode(), Details(outlet="Wire", title="Other"))
    assert (article.outlet, article.title, article.byline) == ("Wire", "Other", "Jane Roe")


def test_a_link_that_is_not_for_the_web_is_dropped() -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert read("pier.html", page(head).encode()).url is None


@pytest.mark.parametrize("name", ["pier.txt", "pier", "pier.xyz", "pier.html"])
def test_a_page_is_known_by_what_it_holds(name: str) -> None:
    assert read(name, page().encode()).text == TEXT


def test_text_called_a_page_is_text() -> None:
    assert read("pier.html", b"Ana said: 1 < 2.").text == "Ana said: 1 < 2."


def test_text_that_begins_with_an_angle_bracket_is_text() -> None:
    assert read("a.txt", b"<3 said Ana, and then she left.").text.startswith("<3 said")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        pytest.param("utf-8", "utf-8", id="utf-8"),
        pytest.param("windows-1252", "iso-8859-1", id="as browsers read latin-1"),
        pytest.param("windows-1252", "utf-8", id="declared wrongly"),
        pytest.param("windows-1252", "no-such-encoding", id="declared nonsense"),
        pytest.param("utf-16", "utf-8", id="utf-16 with its mark"),
    ],
)
def test_encodings_of_pages(encoding: str, declared: str) -> None:
    data = page(f'<meta charset="{declared}">').encode(encoding)
    assert read("pier.html", data).text == TEXT


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(page().encode()[:900], id="cut off"),
        pytest.param(page().replace("</p>", "").replace("</article>", "").encode(), id="unclosed"),
        pytest.param(page().replace("<p>", "<p a='").encode(), id="open attribute"),
        pytest.param(page().replace("the pier", "the\0 pier").encode(), id="NUL"),
        pytest.param(b"<html><body>" + b"<div>" * 10_000 + page().encode(), id="10,000 deep"),
        pytest.param(b"<html><body>" + b"<b><i>" * 10_000 + b"said", id="10,000 open"),
        pytest.param(b"<html>" + b"<script ld+json" * 10_000, id="open scripts"),
        pytest.param(b"<!DOCTYPE html>" + b"&amp;" * 10_000, id="entities"),
        pytest.param(b"<?xml version='1.0' encoding='utf-8'?><html><p>a</p></html>", id="xhtml"),
    ],
)
def test_a_damaged_page_is_read_or_refused(data: bytes) -> None:
    try:
        assert read("pier.html", data).text
    except UnreadableArticle as error:
        assert str(error).startswith("cannot read 'pier.html': ")  # noqa: PT017 -- either is fine


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<div>" * 100_000, id="100,000 deep"),
        pytest.param('"' * 1_000_000, id="a million quotation marks"),
        pytest.param("<q>no" * 100_000, id="quotations in quotations"),
        pytest.param("<p><a href=x>Read more: a</a></p>" * 20_000, id="links"),
        pytest.param('<div class="related">x</div>y' * 20_000, id="related"),
        pytest.param("a<br>" * 300_000, id="lines"),
        pytest.param("<p " + "a=b " * 300_000 + ">", id="attributes"),
        pytest.param(f'<script type="application/ld+json">{"[" * 500_000}</script>', id="data"),
        pytest.param("<table>a b</table>" * 12_000, id="tables"),
        pytest.param(f"<button></button>{'a' * 50}" * 39_000, id="text behind buttons"),
        pytest.param(
            "<p " + " ".join(f"a{n}=" for n in range(100_000)) + ">", id="other attributes"
        ),
        pytest.param(
            f"""<script type="application/ld+json">{
                json.dumps({"@type": "Article", "articleBody": "We say ab. " * 200_000})
            }</script>"""
            + "".join(f"<p>ab{n:x}</p>" for n in range(20_000)),
            id="text told as data",
        ),
        pytest.param(
            f"""<script type="application/ld+json">{
                json.dumps(
                    {
                        "@type": "Article",
                        "headline": "a" + " " * 90_000 + "b",
                        "publisher": {"name": "b"},
                    }
                )
            }</script>""",
            id="blanks in a title",
        ),
    ],
)
def test_a_page_made_to_be_slow_takes_some_seconds_at_most(inside: str) -> None:
    begun = time.process_time()
    with suppress(UnreadableArticle):
        read("pier.html", page(paragraphs=(*PARAGRAPHS, inside)).encode())
    assert time.process_time() - begun < 10  # of this machine it takes 3 at most


def test_what_turns_writing_round_or_cannot_be_seen_is_left_out() -> None:
    shown = page().replace("the pier", "the\0 pi\u202eer e\u0301")
    assert "the pier é" in unicodedata.normalize("NFC", read("pier.html", shown.encode()).text)


def test_nothing_is_printed_or_logged(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UnreadableArticle):
        read("pier.html", b"<html><body></body></html>")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("trafilatura").handlers


@pytest.mark.parametrize("declared", ["undefined", "unicode_escape", "a" * 300])
def test_what_is_no_encoding_is_not_used(declared: str) -> None:
    head = f'<meta charset="{declared}">'
    made = page(head, paragraphs=(*PARAGRAPHS, "“C:\\new café,” he said.")).encode("windows-1252")
    assert "C:\\new café" in read("pier.html", made).text
