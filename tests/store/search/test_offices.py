"""Who is asked for by what they are to whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Loaded, Match, Query, Reason
from store.store import Store

Add = Callable[..., Loaded]

ARTICLE = """\
Bohdan Petrenko, Zelensky's spokesman: The strike was not ours.

Dmitry Peskov, Putin spokesman: We know who did it.

Volodymyr Zelensky, Ukrainian president: We fight on our territory.

Vladimir Putin, Russian president: We will win.

Vitali Klitschko, mayor of Kyiv: The sirens sounded.

Mykola Bon, deputy mayor of Kyiv: The sirens were tested.

Olena Hrim, adviser to President Zelensky: Talks go on.

Anna Lind, spokeswoman for the mayor of Malmo: The bridge is closed.

Lars Ek, mayor of Malmo: The bridge is safe."""


def speakers(found: tuple[Match, ...]) -> set[str]:
    return {match.statement.speaker.name for match in found if match.statement.speaker}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Zelensky's spokesman", {"Bohdan Petrenko"}, id="of somebody"),
        pytest.param("zelenskys spokesman", {"Bohdan Petrenko"}, id="without the apostrophe"),
        pytest.param("Zelenskiy’s spokesman", {"Bohdan Petrenko"}, id="misspelt"),
        pytest.param("the spokesman for Zelensky", {"Bohdan Petrenko"}, id="for somebody"),
        pytest.param("Zelensky spokesperson", {"Bohdan Petrenko"}, id="a word for all of them"),
        pytest.param("Putin's spokesman", {"Dmitry Peskov"}, id="the article has no apostrophe"),
        pytest.param("the mayor of Kyiv", {"Vitali Klitschko"}, id="of somewhere"),
        pytest.param("Kyiv's mayor", {"Vitali Klitschko"}, id="somewhere's"),
        pytest.param("the mayor of Malmo's spokeswoman", {"Anna Lind"}, id="of one with an office"),
        pytest.param("the mayor of Malmo", {"Lars Ek"}, id="not somebody else of the mayor's"),
        pytest.param("the deputy mayor of Kyiv", {"Mykola Bon"}, id="a deputy"),
        pytest.param("the former mayor of Kyiv", set(), id="somebody who was"),
        pytest.param("Zelensky", {"Volodymyr Zelensky"}, id="no office"),
        pytest.param("President Zelensky", {"Volodymyr Zelensky"}, id="a title"),
        pytest.param("Zelensky's lawyer", set(), id="an office nobody has"),
        pytest.param("the spokesman", set(), id="nobody's"),
        pytest.param("Biden's spokesman", set(), id="somebody else's"),
    ],
)
def test_offices(store: Store, add: Add, typed: str, expected: set[str]) -> None:
    add(ARTICLE)
    assert speakers(store.search(Query(speaker=typed))) == expected


def test_the_card_says_that_the_role_was_asked_for(store: Store, add: Add) -> None:
    add(ARTICLE)
    (found,) = store.search(Query(speaker="Zelensky's spokesman"))
    assert found.reasons == (Reason.ROLE,)


@pytest.mark.parametrize("typed", ["Zelensky's lawyer", "Zelensky's spokesmen", "Zelensky's wife"])
def test_the_person_whose_office_it_is_is_not_near(store: Store, add: Add, typed: str) -> None:
    add("Volodymyr Zelensky, Ukrainian president: We fight on our territory.")
    assert not store.nearest(Query(speaker=typed))


def test_a_title_and_a_name_are_no_office(store: Store, add: Add) -> None:
    add("Olena Hrim, adviser to President Zelensky: Talks go on.")
    assert not store.search(Query(speaker="President Zelensky"))


def test_who_has_no_name_is_found_beside_who_has_one(store: Store, add: Add) -> None:
    add(ARTICLE)
    add("Zelensky's spokesman: The strike was somebody else's.")
    expected = {"Bohdan Petrenko", "Zelensky's spokesman"}
    assert speakers(store.search(Query(speaker="Zelensky's spokesman"))) == expected


def test_a_topic_narrows_an_office(store: Store, add: Add) -> None:
    add(ARTICLE)
    assert speakers(store.search(Query(speaker="Zelensky's spokesman", topic="strike")))
    assert not store.search(Query(speaker="Zelensky's spokesman", topic="territory"))
