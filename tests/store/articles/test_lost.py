"""What the reader of pages loses of an article is put back where it stood, and nothing else is."""

from __future__ import annotations

import pytest

from store.articles import read

BEFORE = (
    "The harbour board kept the ferry for the winter after a meeting of four hours in the hall of "
    "Sund, where many had come to listen."
)
AFTER = (
    "Nora Vik, who directs the line, pointed to the talks in May and said that the fares would be "
    "looked at again before the summer."
)
LAST = "The next meeting is on 3 June, and its agenda is to be published a week before that day."
SAID = "“I told them in March,” he said."


def kept(inside: str, head: str = "") -> list[str]:
    page = (
        f"<!doctype html><html><head><title>Ferry</title>{head}</head><body><article>"
        f"<p>{BEFORE}</p>{inside}<p>{AFTER}</p><p>{LAST}</p></article></body></html>"
    )
    return read("ferry.html", page.encode()).text.split("\n\n")


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p class='meta'>{}</p>", id="a paragraph called meta"),
        pytest.param("<div class='widget'><p>{}</p></div>", id="a widget"),
        pytest.param("<div class='footer-quote'><p>{}</p></div>", id="called a footer"),
        pytest.param("<div class='author-quote'><p>{}</p></div>", id="called an author's"),
        pytest.param("<blockquote>{}</blockquote>", id="a block"),
        pytest.param("<section><h3>{}</h3></section>", id="a heading"),
        pytest.param("{}", id="bare"),
        pytest.param(
            "<figure><blockquote>{}</blockquote></figure>",
            id="a figure",
            marks=pytest.mark.xfail(reason="a figure is taken for a picture"),
        ),
        pytest.param("<p><a href='/v'>{}</a></p>", id="all of it a link"),
    ],
)
def test_a_quotation_is_not_lost(markup: str) -> None:
    assert kept(markup.format(SAID)) == [BEFORE, SAID, AFTER, LAST]


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("<aside><p>The line carried 212,000 people.</p></aside>", id="aside"),
        pytest.param("<p class='meta'>Photo: Kari Holm</p>", id="no sentence"),
        pytest.param("<p class='meta'><a href='/1'>Ice closes the sound.</a></p>", id="a link"),
        pytest.param(f"<p class='meta'>{LAST[:40]}</p>", id="a repetition"),
        pytest.param("<p class='meta' hidden>Not shown to anybody.</p>", id="hidden"),
    ],
)
def test_nothing_else_is_put_back(inside: str) -> None:
    assert kept(inside) == [BEFORE, AFTER, LAST]


def _linked(body: str) -> str:
    told = '{"@type": "NewsArticle", "headline": "Ferry", "articleBody": "%s"}'
    return f'<script type="application/ld+json">{told % body}</script>'


def test_what_linked_data_tells_is_put_back_wherever_it_stood() -> None:
    body = _linked(f"{BEFORE}\\n{AFTER}\\nPhoto: none")
    assert kept("<p class='meta'>Photo: none</p>", body) == [BEFORE, "Photo: none", AFTER, LAST]


def test_a_short_body_is_a_teaser() -> None:
    assert kept("", _linked("The ferry stays.")) == [BEFORE, AFTER, LAST]


def test_a_much_longer_body_is_the_article() -> None:
    more = [f"{SAID} That was number {number}." for number in range(20)]
    assert kept("", _linked("\\n".join((BEFORE, *more)))) == [BEFORE, *more]
