"""Wire copy: one text, an article to each outlet, and one answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Came, Holdings, Loaded, Query
from store.store import Store
from tests.store.conftest import Said

Add = Callable[..., Loaded]

HERE, THERE = "slack:T1", "discord:G1"
TEXT = "Ana Ruiz: The pier stays.\n\nOmar Diaz: The bridge goes."
OUTLETS = [f"https://{name}.example/pier" for name in ("harbor", "planet", "ledger", "sun", "mail")]


def test_five_outlets_are_five_articles_and_one_answer(store: Store, add: Add) -> None:
    came = [add(TEXT, url=url).came for url in OUTLETS]
    assert came == [Came.NEW] * 5
    assert store.holdings() == Holdings(5, 10)
    (found,) = store.search(Query(words="pier stays"))
    assert [one.article.url for one in (found, *found.variants)] == OUTLETS
    assert [one.article.url for one in store.versions(found.id)] == OUTLETS


@pytest.mark.parametrize(
    "again",
    [
        pytest.param({"url": OUTLETS[0]}, id="its address"),
        pytest.param({"url": "https://www.harbor.example/other"}, id="its site"),
        pytest.param({}, id="nothing told"),
    ],
)
def test_the_same_of_one_publisher_is_known(store: Store, add: Add, again: dict[str, str]) -> None:
    add(TEXT, url=OUTLETS[0])
    assert add(TEXT, **again).came is Came.KNOWN
    assert store.holdings() == Holdings(1, 2)


def test_each_is_at_its_address(store: Store, add: Add) -> None:
    for url in OUTLETS:
        add(TEXT, url=url)
    for url in OUTLETS:
        assert {one.article.url for one in store.at_address(url)} == {url}


def test_what_was_not_known_is_filled_in_and_found(store: Store, add: Add) -> None:
    add(TEXT, file="a.txt")
    again = add(TEXT, outlet="Harbor Times", title="Pier", url=OUTLETS[0])
    assert (again.came, again.filled) == (Came.KNOWN, ("title", "outlet", "url"))
    assert len(store.search(Query(outlet="Harbor Times"))) == 2
    assert len(store.at_address(OUTLETS[0])) == 2
    assert add(TEXT, outlet="Daily Planet").came is Came.NEW


def test_what_was_known_stays(store: Store, add: Add) -> None:
    add(TEXT, title="Pier", outlet="Harbor Times")
    again = add(TEXT, title="Another")
    assert (again.filled, again.article.title) == ((), "Pier")


def test_a_scope_fills_in_nothing_for_everyone(store: Store, add: Add) -> None:
    add(TEXT)
    assert add(TEXT, outlet="Harbor Times", scope=HERE).filled == ()
    assert store.search(Query(outlet="Harbor Times")) == ()


def test_a_scope_has_its_own_of_another_outlet(store: Store, add: Add) -> None:
    add(TEXT, url=OUTLETS[0])
    assert add(TEXT, url=OUTLETS[1], scope=HERE).came is Came.NEW
    counts = [store.holdings(scope).articles for scope in ("", HERE, THERE)]
    assert counts == [1, 2, 1]
    assert add(TEXT, url=OUTLETS[1]).came is Came.NEW
    counts = [store.holdings(scope).articles for scope in ("", HERE, THERE)]
    assert counts == [2, 2, 2]


def test_a_ruling_holds_for_every_copy(
    add: Add, said: Said, settle: Callable[..., int], store: Store
) -> None:
    for url in OUTLETS[:3]:
        add(TEXT, url=url)
    settle("pier stays", "Bo Lim", scope=HERE)
    assert said("pier stays", HERE) == [("Bo Lim", "The pier stays.")] * 3
    assert said("pier stays", THERE) == [("Ana Ruiz", "The pier stays.")] * 3
    add(TEXT, url=OUTLETS[3])
    assert said("pier stays", HERE) == [("Bo Lim", "The pier stays.")] * 4
    settle("pier stays", "Omar Diaz")
    assert said("pier stays", THERE) == [("Omar Diaz", "The pier stays.")] * 4
    assert said("pier stays", HERE) == [("Bo Lim", "The pier stays.")] * 4
    assert store.holdings(HERE) == Holdings(4, 8)
