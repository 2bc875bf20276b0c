"""What became of many articles, told in some lines."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.bulk import Result
from bot.inputs import Item
from bot.tally import Tally
from store.articles import Document
from store.model import Article, Came, Loaded

GERMAN = (
    "Die Fähre bleibt, sagte Ida Lund nach der Sitzung des Rates, die vier Stunden gedauert hat "
    "und in der auch über das Geld für das nächste Jahr gesprochen wurde."
)


def _loaded(text: str, language: str | None = None) -> Result:
    at = datetime(2026, 5, 4, tzinfo=UTC)
    article = Article(text, language=language)
    return Result(Item("a.txt", Document("a.txt", b"")), Loaded(article, Came.NEW, (), at, "ed"))


def test_articles_in_other_languages_are_counted_by_those() -> None:
    tally = Tally()
    for result in (_loaded("It rained."), _loaded(GERMAN), _loaded(GERMAN), _loaded("Ja.", "nl")):
        tally.add(result)
    assert tally.summary() == (
        "4 articles: 4 loaded. 0 statements in what was read. Only English articles are read:"
        " 2 in German and 1 in Dutch have no statements."
    )
