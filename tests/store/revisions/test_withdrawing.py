"""An article withdrawn by a person is out of sight, stays so, and is put back as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlite_utils import Database as Connection

from store.errors import UnusableQuestion
from store.model import Came, Holdings, Loaded
from store.store import Store
from tests.store.conftest import Said

Add = Callable[..., Loaded]

HERE, THERE = "slack:T1", "discord:G1"
URL = "https://harbor.example/pier"
TEXT = "Ana Ruiz: The pier stays.\n\nOmar Diaz: The bridge goes."


@pytest.mark.parametrize("which", [URL, "http://www.harbor.example/pier/#top", "pier NEWS", "1"])
def test_what_is_withdrawn_is_seen_nowhere(store: Store, add: Add, said: Said, which: str) -> None:
    add(TEXT, url=URL, title="Pier news")
    store.revisions.withdraw(which, because="It was a hoax.", by="ed")
    for scope in ("", HERE):
        assert said("pier stays", scope) == []
        assert store.holdings(scope) == Holdings()
    assert store.at_address(URL) == ()


@pytest.mark.parametrize("text", [TEXT, "Ana Ruiz: The pier went."], ids=["again", "a version"])
@pytest.mark.parametrize("scope", ["", HERE], ids=["everyone", "a scope"])
def test_it_stays_withdrawn_when_it_is_loaded_again(
    add: Add, store: Store, text: str, scope: str
) -> None:
    add(TEXT, url=URL)
    store.revisions.withdraw(URL, because="No.", by="ed")
    assert add(text, url=URL, scope=scope).came is Came.WITHDRAWN
    assert store.holdings(scope) == Holdings()


def test_a_past_version_of_it_stays_withdrawn_too(add: Add, store: Store) -> None:
    add(TEXT, url=URL)
    add("Ana Ruiz: The pier went.", url=URL)
    store.revisions.withdraw(URL, because="No.", by="ed")
    assert add(TEXT).came is Came.WITHDRAWN


def test_put_back_it_is_as_it_was(
    store: Store, add: Add, said: Said, settle: Callable[..., int]
) -> None:
    add(TEXT, url=URL)
    settle("pier stays", "Bo Lim", scope=HERE)
    before = [(said("pier stays", scope), store.holdings(scope)) for scope in ("", HERE, THERE)]
    store.revisions.withdraw(URL, because="No.", by="ed")
    store.revisions.restore(URL, because="Yes.", by="al")
    after = [(said("pier stays", scope), store.holdings(scope)) for scope in ("", HERE, THERE)]
    assert after == before


def test_who_when_and_why_is_kept(store: Store, add: Add) -> None:
    add(TEXT, url=URL)
    store.revisions.withdraw(URL, because="It was a  hoax.", by="ed")
    store.revisions.restore(URL, because="", by="al")
    number, _, log = store.revisions.history(URL)
    assert [(one.article, one.by, one.did, one.because) for one in log] == [
        (number, "ed", "withdrawn", "It was a hoax."),
        (number, "al", "restored", ""),
    ]


def test_a_scope_withdraws_its_own_alone(store: Store, add: Add, said: Said) -> None:
    add(TEXT, url=URL)
    add("Bo Lim: Fish is up.", title="Ours", scope=HERE)
    with pytest.raises(UnusableQuestion, match="There is no article"):
        store.revisions.withdraw(URL, because="No.", by="al", scope=HERE)
    with pytest.raises(UnusableQuestion, match="There is no article"):
        store.revisions.withdraw("Ours", because="No.", by="ed")
    store.revisions.withdraw("Ours", because="No.", by="al", scope=HERE)
    assert said("fish up", HERE) == []
    assert len(said("pier stays", HERE)) == 1


def test_of_several_it_asks_which(store: Store, add: Add) -> None:
    add(TEXT, title="Pier", url=URL)
    add(TEXT, title="Pier", url="https://planet.example/1")
    with pytest.raises(UnusableQuestion, match=f"give the number of one: 1 \\({URL}\\); 2 "):
        store.revisions.withdraw("Pier", because="No.", by="ed")
    store.revisions.withdraw("#2", because="No.", by="ed")
    assert store.holdings().articles == 1


def test_a_reason_is_asked_for(store: Store, add: Add) -> None:
    add(TEXT, url=URL)
    with pytest.raises(UnusableQuestion, match="Say why"):
        store.revisions.withdraw(URL, because=" ", by="ed")
    with pytest.raises(UnusableQuestion, match="at most"):
        store.revisions.withdraw(URL, because="x" * 1001, by="ed")


def test_what_is_in_sight_cannot_be_put_back(store: Store, add: Add) -> None:
    add(TEXT, url=URL)
    with pytest.raises(UnusableQuestion, match="no withdrawn article"):
        store.revisions.restore(URL, by="ed")


def test_a_version_of_a_scope_goes_with_everyones(
    store: Store, add: Add, said: Said, db: Connection
) -> None:
    add(TEXT, url=URL)
    add("Ana Ruiz: The pier stays, perhaps.", url=URL, scope=HERE)
    store.revisions.withdraw(URL, because="No.", by="ed")
    assert said("pier stays", HERE) == []
    store.revisions.restore(URL, by="ed")
    assert said("pier stays", HERE) == [("Ana Ruiz", "The pier stays, perhaps.")]
    assert said("pier stays", THERE) == [("Ana Ruiz", "The pier stays.")]
