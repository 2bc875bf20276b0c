"""Sites that declare one address for all that they have: their articles stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Came, Loaded
from store.store import Store

Add = Callable[..., Loaded]

HOME = "https://harbor.example/news/home"
PLACES = [f"https://harbor.example/2026/{name}.html" for name in ("pier", "fish", "trams")]
TEXTS = [
    "The council met on Monday to hear of the pier.\n\nAna Ruiz: The pier stays where it is.",
    "Prices rose again this spring at the market.\n\nBo Lim: Fish is up by half since May.",
    "Riders wait for the new line to open.\n\nKit Osei: Trams return before the summer ends.",
]
TITLES = ["Pier", "Fish", "Trams"]
EVERY = list(zip(TEXTS, TITLES, PLACES, strict=True))


def test_articles_with_one_declared_address_are_several(store: Store, add: Add) -> None:
    for _ in range(2):
        loaded = [add(text, title=title, url=HOME, found=place) for text, title, place in EVERY]
    assert [one.came for one in loaded] == [Came.KNOWN] * 3
    assert [one.article.url for one in loaded] == [HOME, *PLACES[1:]]
    assert store.holdings().articles == 3


@pytest.mark.parametrize(("text", "title", "place"), EVERY, ids=TITLES)
def test_each_has_versions_of_its_own(
    store: Store, add: Add, text: str, title: str, place: str
) -> None:
    for one, called, at in EVERY:
        add(one, title=called, url=HOME, found=at)
    loaded = add(text.replace(": ", ": I said that "), title=title, url=HOME, found=place)
    assert (loaded.came, store.holdings().articles) == (Came.UPDATED, 3)


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        pytest.param("Pier", TEXTS[0].replace("stays", "goes"), PLACES[1], id="with few changes"),
        pytest.param("Quay", f"{TEXTS[0]} It is old.", PLACES[1], id="renamed"),
        pytest.param("Quay", TEXTS[0].replace("Monday", "Friday"), PLACES[0], id="where it was"),
        pytest.param("Gone", "This article was removed.", PLACES[0], id="removed"),
    ],
)
def test_what_is_a_version_stays_one(
    store: Store, add: Add, title: str, text: str, place: str
) -> None:
    add(TEXTS[0], title="Pier", url=HOME, found=PLACES[0])
    loaded = add(text, title=title, url=HOME, found=place)
    assert (loaded.came, store.holdings().articles) == (Came.UPDATED, 1)


def test_sentences_that_a_site_fills_in_do_not_make_them_one(store: Store, add: Add) -> None:
    for title, place in zip(TITLES, PLACES, strict=True):
        add(TEXTS[0].replace("pier", title.lower()), title=title, url=HOME, found=place)
    assert store.holdings().articles == 3


def test_a_headline_that_all_have_does_not_make_them_one(store: Store, add: Add) -> None:
    for text, _, place in EVERY:
        add(text, title="News in brief", url=HOME, found=place)
    assert store.holdings().articles == 3


def test_of_what_was_loaded_before_this_was_noted_the_address_is_believed(
    store: Store, add: Add
) -> None:
    add(TEXTS[0], title="Pier", url=HOME)
    with store._database.writing() as db:
        db.execute("UPDATE article SET told = NULL")
    assert add(TEXTS[1], title="Fish", url=HOME, found=PLACES[1]).came is Came.UPDATED


def test_a_saved_copy_that_declares_anothers_address_takes_nobodys_place(
    store: Store, add: Add
) -> None:
    for text, title, place in EVERY:
        add(text, title=title, url=HOME, found=place)
    assert [add(text, title=title, url=HOME).came for text, title, _ in EVERY] == [Came.KNOWN] * 3
    assert store.holdings().articles == 3


def _saved(add: Add, text: str, title: str) -> Loaded:
    return add(text, title=title, url=HOME, found="", file=f"{title}.html")


def test_saved_pages_with_one_declared_address_are_several(store: Store, add: Add) -> None:
    for _ in range(2):
        loaded = [_saved(add, text, title) for text, title, _ in EVERY]
    assert [one.came for one in loaded] == [Came.KNOWN] * 3
    assert [one.article.url for one in loaded] == [HOME, None, None]
    assert store.holdings().articles == 3


@pytest.mark.parametrize(
    ("text", "title", "file"),
    [
        pytest.param(TEXTS[1], "Pier", "b.html", id="under its headline"),
        pytest.param("It was removed.", "Gone", "Pier.html", id="under its name"),
        pytest.param(f"{TEXTS[1]}\n\n{TEXTS[0]}", "Fish", "b.html", id="with all it had"),
    ],
)
def test_a_saved_page_that_is_a_version_stays_one(
    add: Add, text: str, title: str, file: str
) -> None:
    _saved(add, TEXTS[0], "Pier")
    assert add(text, title=title, url=HOME, found="", file=file).came is Came.UPDATED
