"""A title before a surname leaves those who have it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Article, Loaded, Query
from store.store import Store

Add = Callable[..., Loaded]

KELLERS = """\
Anna Keller, mayor of Brook: The pier stays.

Tom Keller, a farmer: The pier goes.

Ruth Keller, former mayor of Brook: The pier was mine.

Ben Keller, Ohio senator: The pier is in Ohio.

Max Keller, adviser to Mayor Anna Keller: The pier is a plan."""
EVERYONE = {"Anna", "Tom", "Ruth", "Ben", "Max"}


def given(store: Store, typed: str, scope: str = "") -> set[str]:
    """The given names of those whom *typed* means."""
    found = store.search(Query(speaker=typed, scope=scope))
    return {one.statement.speaker.name.split()[0] for one in found if one.statement.speaker}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Keller", EVERYONE, id="no title"),
        pytest.param("Mayor Keller", {"Anna"}, id="an office: not who had it, nor her adviser"),
        pytest.param("mayor keller", {"Anna"}, id="in small letters"),
        pytest.param("Keller the mayor", {"Anna"}, id="the office after the name"),
        pytest.param("Senator Keller", {"Ben"}, id="of somewhere"),
        pytest.param("Sen. Keller", {"Ben"}, id="abbreviated"),
        pytest.param("Mrs Keller", {"Anna", "Ruth", "Max"}, id="a woman, or it is not known"),
        pytest.param("Mr. Keller", {"Tom", "Ben", "Max"}, id="a man, or it is not known"),
        pytest.param("Governor Keller", EVERYONE, id="an office that nobody has"),
        pytest.param("the farmer Keller", {"Tom"}, id="a role"),
        pytest.param("A. Keller", {"Anna"}, id="an initial, which is no word of a role"),
        pytest.param("B. Keller", {"Ben"}, id="another"),
    ],
)
def test_a_title_narrows_a_surname(store: Store, add: Add, typed: str, expected: set[str]) -> None:
    add(KELLERS)
    assert given(store, typed) == expected


@pytest.fixture
def read(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store in which articles are read as they are."""
    return Store(tmp_path_factory.mktemp("read") / "read.db")


def test_pronouns_tell_of_whom_a_title_leaves(read: Store) -> None:
    read.load(Article("“The pier stays,” Max Keller said. “It is ours,” she said."), by="ed")
    read.load(Article("“The pier goes,” Robin Keller said. “It is late,” he said."), by="ed")
    assert given(read, "Mr Keller") == {"Robin"}
    assert given(read, "Ms Keller") == {"Max"}


def test_an_article_out_of_sight_tells_nothing(read: Store) -> None:
    read.load(Article("“The pier stays,” Max Keller said."), by="ed")
    read.load(Article("“The pier goes,” said Tom Keller."), by="ed")
    theirs = "“The pier is ours,” Max Keller said. “It is late,” she said."
    read.load(Article(theirs), by="ed", scope="slack:T1")
    assert given(read, "Mr Keller", "slack:T1") == {"Tom"}
    assert given(read, "Mr Keller", "slack:T2") == {"Tom", "Max"}
