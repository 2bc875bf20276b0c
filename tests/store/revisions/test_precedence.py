"""What the same text tells anew of itself stands from then on, unless a person told otherwise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from store.model import Article, Came, Loaded, Query
from store.store import Store

Add = Callable[..., Loaded]

HERE = "slack:T1"
URL = "https://harbor.example/pier"
TEXT = "Ana Ruiz: The pier stays.\n\nOmar Diaz: The bridge goes."
CHANGED = TEXT.replace("goes", "went")
FOUR, FIVE = (datetime(2026, 5, day, 12, tzinfo=UTC) for day in (4, 5))
BEFORE = {"title": "Pier goes", "byline": "Al Poe", "published": date(2026, 5, 4)}
NOW = {"title": "Pier stays", "byline": "Al Po", "published": date(2026, 5, 3)}


def _shown(store: Store, words: str = "pier stays", scope: str = "") -> dict[str, object]:
    (match,) = store.search(Query(words=words, scope=scope))
    return {name: getattr(match.article, name) for name in BEFORE}


def test_what_its_publisher_mends_over_the_same_text_is_shown(store: Store, add: Add) -> None:
    add(TEXT, url=URL, **BEFORE)
    loaded = add(TEXT, url=f"{URL}?utm_source=x", **NOW)
    assert (loaded.came, loaded.taken_over) == (Came.KNOWN, tuple(NOW))
    assert _shown(store) == NOW
    assert store.search(Query(topic="pier", since=date(2026, 5, 4))) == ()
    _, _, log = store.revisions.history(URL)
    assert [(one.detail, one.before) for one in log] == [
        ("title", "Pier goes"),
        ("byline", "Al Poe"),
        ("published", "2026-05-04"),
    ]


def test_an_admin_takes_it_back(store: Store, add: Add) -> None:
    add(TEXT, url=URL, **BEFORE)
    add(TEXT, url=URL, **NOW)
    store.revisions.take_back(URL, by="ed")
    assert _shown(store) == BEFORE
    assert add(TEXT, url=URL, **NOW).taken_over == ()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param({"url": URL}, {}, id="without an address"),
        pytest.param({"url": URL}, {"url": f"{URL}/2"}, id="at another address"),
        pytest.param({"url": URL, "updated_at": FIVE}, {"url": URL, "updated_at": FOUR}, id="old"),
        pytest.param({"url": URL, "updated_at": FIVE}, {"url": URL}, id="perhaps old"),
    ],
)
def test_what_another_copy_tells_changes_nothing(
    store: Store, add: Add, before: dict[str, object], now: dict[str, object]
) -> None:
    add(TEXT, **BEFORE, **before)
    assert add(TEXT, **NOW, **now).taken_over == ()
    assert _shown(store) == BEFORE


LATE = datetime(2026, 5, 4, 23, tzinfo=timezone(timedelta(hours=-5)))


def test_a_day_in_another_zone_is_the_same(store: Store, add: Add) -> None:
    add(TEXT, url=URL, published=date(2026, 5, 4), published_at=LATE)
    utc = LATE.astimezone(UTC)
    assert add(TEXT, url=URL, published=utc.date(), published_at=utc).taken_over == ()


def test_a_moment_goes_and_comes_back_with_its_day(store: Store, add: Add) -> None:
    add(TEXT, url=URL, published=date(2026, 5, 4), published_at=LATE)
    add(TEXT, url=URL, published=date(2026, 5, 9))
    article, _ = store.revisions.take_back(URL, by="ed")
    assert (article.published, article.published_at) == (date(2026, 5, 4), LATE)


def test_a_workspace_takes_over_nothing_for_everyone(store: Store, add: Add) -> None:
    add(TEXT, url=URL, **BEFORE)
    add(TEXT, url=URL, scope=HERE, **NOW)
    assert _shown(store) == _shown(store, scope=HERE) == BEFORE


def _by_details(store: Store) -> None:
    store.load(Article(TEXT, "Wrong", "Wrong", url=URL), by="ed")
    store.revisions.tell(URL, {"title": "Right", "outlet": "Harbor Times"}, by="ed")


def _when_loaded(store: Store) -> None:
    told = ("title", "outlet")
    store.load(Article(TEXT, "Right", "Harbor Times", url=URL, told=told), by="ed")


TOLD = pytest.mark.parametrize("tell", [_by_details, _when_loaded])


@TOLD
def test_what_a_person_told_stays(store: Store, add: Add, tell: Callable[[Store], None]) -> None:
    tell(store)
    assert add(TEXT, title="Wrong", outlet="Wrong", url=URL).taken_over == ()
    assert _shown(store)["title"] == "Right"


@TOLD
def test_what_a_person_told_holds_for_later_versions(
    store: Store, add: Add, tell: Callable[[Store], None]
) -> None:
    tell(store)
    for text in (CHANGED, TEXT, CHANGED.replace("pier", "quay")):
        article = add(text, title="Wrong", outlet="Wrong", byline="Al Poe", url=URL).article
        assert (article.title, article.outlet, article.byline) == (
            "Right",
            "Harbor Times",
            "Al Poe",
        )
    assert len(store.search(Query(outlet="Harbor Times"))) == 2


def test_what_a_person_made_unknown_is_not_filled_in_again(store: Store, add: Add) -> None:
    add(TEXT, title="Pier goes", outlet="Wrong", url=URL)
    store.revisions.tell(URL, {"outlet": None}, by="ed")
    assert add(TEXT, title="Pier goes", outlet="Wrong", url=URL).filled == ()
    assert add(CHANGED, title="Pier goes", outlet="Wrong", url=URL).article.outlet is None
    assert add(CHANGED, outlet="Right", url=URL, told=("outlet",)).filled == ("outlet",)


def test_what_a_person_tells_of_a_version_goes_before_what_was_told(store: Store, add: Add) -> None:
    add(TEXT, title="Pier goes", url=URL, told=("title",))
    assert add(CHANGED, title="Pier stays", url=URL, told=("title",)).article.title == "Pier stays"


def test_of_what_was_loaded_before_this_was_noted_nothing_is_taken_over(
    store: Store, add: Add
) -> None:
    add(TEXT, url=URL, **BEFORE)
    with store._database.writing() as db:
        db.execute("UPDATE article SET told = NULL")
    assert add(TEXT, url=URL, **NOW).taken_over == ()
