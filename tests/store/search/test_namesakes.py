"""Several people of one name: who is asked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Loaded, Person
from store.store import Store

Add = Callable[..., Loaded]

ANA, LUIS = Person("Ana Ruiz", "mayor"), Person("Luis Ruiz", "deputy mayor")


@pytest.fixture
def ruizes(store: Store, add: Add) -> Store:
    add("Luis Ruiz, deputy mayor: The bridge goes.")
    add("Ana Ruiz, mayor: The pier stays.\n\nAna Ruiz: Trams are late.")
    return store


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Ruiz", (ANA, LUIS), id="a surname, who said most first"),
        pytest.param("ruis", (ANA, LUIS), id="misspelt"),
        pytest.param("Dr. Ruiz", (ANA, LUIS), id="with a title that nobody is known to have"),
        pytest.param("Mr. Ruiz", (), id="with a title that one of them cannot have"),
        pytest.param("Mayor Ruiz", (), id="with the office of one"),
        pytest.param("Ana Ruiz", (), id="one of them"),
        pytest.param("L. Ruiz", (), id="an initial is enough"),
        pytest.param("Smith", (), id="nobody"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_a_surname_of_several(ruizes: Store, typed: str, expected: tuple[Person, ...]) -> None:
    assert ruizes.namesakes(typed) == expected


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("A. Ruiz", id="an initial"),
        pytest.param("Ana Ruíz", id="an accent"),
        pytest.param("Ana Maria Ruiz", id="a name in the middle"),
        pytest.param("Ruiz", id="a surname alone, which is whoever that article means"),
    ],
)
def test_one_person_under_several_names(store: Store, add: Add, other: str) -> None:
    add("Ana Ruiz: The pier stays.")
    add(f"{other}: The bridge goes.")
    assert store.namesakes("Ruiz") == ()


def test_a_namesake_in_another_scope_is_not_told(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.")
    add("Luis Ruiz: The bridge goes.", scope="slack:T1")
    assert store.namesakes("Ruiz", scope="slack:T2") == ()


def test_a_namesake_whom_extraction_is_unsure_of_is_not_told(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.")
    add("~Luis Ruiz: The bridge goes.")
    assert store.namesakes("Ruiz") == ()
