"""What the reader of pages does where one reader alone would leave parts of the article out."""

from __future__ import annotations

import json

import pytest

from store.articles import read

LONG = (
    "The ferry company cancelled all sailings on Friday, after the harbour master had warned of"
    " a storm that was to last until Sunday evening at least."
)
SAID = "“We had no choice,” said its director, Mara Lund."
NO = "“None.”"


def page(*blocks: str, head: str = "") -> bytes:
    inner = "\n".join(blocks)
    return f"<html><head>{head}</head><body><div class='x1'>{inner}</div></body></html>".encode()


def paragraphs(data: bytes) -> list[str]:
    return read("a.html", data).text.split("\n\n")


def linked(body: str) -> str:
    told = json.dumps({"@type": "NewsArticle", "articleBody": body})
    return f'<script type="application/ld+json">{told}</script>'


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(f"<p>{NO}</p>", id="p"),
        pytest.param(f"<p><span>{NO}</span></p>", id="span"),
        pytest.param(f"<div><div>{NO}</div></div>", id="divs"),
        pytest.param(f"<blockquote>{NO}</blockquote>", id="blockquote"),
        pytest.param(f"<ul><li>{NO}</li></ul>", id="list"),
        pytest.param(f"<h3>{NO}</h3>", id="heading"),
        pytest.param(f"<section><p>{NO}</p></section>", id="section"),
        pytest.param(f"<aside><p>{NO}</p></aside>", id="aside"),
        pytest.param(f"<table><tr><td>{NO}</td></tr></table>", id="table"),
    ],
)
def test_a_quotation_in_the_midst_stays(block: str) -> None:
    data = page(f"<p>{LONG}</p>", f"<p>{SAID}</p>", block, f"<p>{LONG} So it did.</p>")
    assert paragraphs(data) == [LONG, SAID, NO, f"{LONG} So it did."]


def test_text_that_linked_data_holds_is_taken_where_the_page_shows_less() -> None:
    rest = [f"{LONG} ({number})" for number in range(4)]
    data = page(f"<p>{LONG}</p>", head=linked("\n\n".join((LONG, SAID, *rest))))
    assert paragraphs(data) == [LONG, SAID, *rest]


def test_linked_data_without_paragraphs_tells_which_of_the_page_are_the_articles() -> None:
    parts = [LONG, SAID, NO, f"{LONG} So it did.", f"{SAID} Again."]
    first, *others = (f"<p>{part}</p>" for part in parts)
    book = f"<p>Buy our book. {LONG}</p>"
    data = page(book, first, f"<footer>{''.join(others)}</footer>", head=linked(" ".join(parts)))
    assert paragraphs(data) == parts


def test_linked_data_without_paragraphs_is_taken_as_it_is_where_the_page_lacks_them() -> None:
    whole = " ".join((LONG, SAID, NO, LONG))
    assert paragraphs(page(f"<p>{LONG}</p>", head=linked(whole))) == [whole]


def test_a_teaser_in_linked_data_takes_nothing_away() -> None:
    data = page(f"<p>{LONG}</p>", f"<p>{SAID}</p>", f"<p>{LONG} So.</p>", head=linked(LONG[:60]))
    assert paragraphs(data) == [LONG, SAID, f"{LONG} So."]


@pytest.mark.parametrize(
    "name",
    [
        *("has-sidebar post tag-comments", "content subscribe-wall", "story related-content"),
        *("article sharing-enabled", "category-social tag-newsletter", "paywall"),
    ],
)
def test_what_holds_the_article_is_kept_whatever_it_is_called(name: str) -> None:
    parts = [LONG, SAID, f"{LONG} So it did."]
    inner = "".join(f"<p>{part}</p>" for part in parts)
    data = page(f'<div class="{name}">{inner}</div>', "<p>Contact</p>")
    assert paragraphs(data)[:3] == parts


@pytest.mark.parametrize(
    "paragraph",
    [
        "Read more books, she told the children.",
        "Related costs rose by a third, said Lund.",
        "“Advertisement,” he said.",
        "Sponsored by nobody, the race went on.",
        "Copyright is theft, Crane told the court.",
        "Subscribe to nothing, he said.",
    ],
)
def test_a_sentence_that_begins_like_boilerplate_stays(paragraph: str) -> None:
    data = page(f"<p>{LONG}</p>", f"<p>{paragraph}</p>", f"<p>{LONG} So it did.</p>")
    assert paragraph in paragraphs(data)


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        ("<q>No,</q> he said.", "“No,” he said."),
        ("<q>No, <em>never</em>,</q> he said.", "“No, never,” he said."),
        ("<q>“No,”</q> he said.", "“No,” he said."),
    ],
)
def test_marks_that_the_browser_sets_are_kept(quoted: str, text: str) -> None:
    data = page(f"<p>{LONG}</p>", f"<p>{quoted}</p>", f"<p>{LONG} So it did.</p>")
    assert text in paragraphs(data)
