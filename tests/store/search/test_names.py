"""Misspelt names find whom they mean; another given name is somebody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Loaded, Match, Query
from store.store import Store

Add = Callable[..., Loaded]

PEOPLE = (
    "Dmitry Peskov, Kremlin spokesman",
    "Volodymyr Zelensky",
    "John Kirby, White House spokesman",
    "Joe Biden",
    "Ana Ruiz",
    "Luis Ruiz",
    "Eric Stone",
    "Maria Marsh",
    "Martin Webb",
    "Alexander Grant",
    "Stephen O’Neil",
    "Michael Thorne",
)


@pytest.fixture
def people(store: Store, add: Add) -> Store:
    add("\n\n".join(f"{who}: It rains." for who in PEOPLE))
    return store


def speakers(found: tuple[Match, ...]) -> list[str]:
    return [match.statement.speaker.name for match in found if match.statement.speaker]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dimitri peskov", ["Dmitry Peskov"]),
        ("Dmitriy Peskow", ["Dmitry Peskov"]),
        ("Kremlin spokesman Pescov", ["Dmitry Peskov"]),
        ("D. Peskov", ["Dmitry Peskov"]),
        ("volodimir zelenskiy", ["Volodymyr Zelensky"]),
        ("Wolodymyr Selenskyj", ["Volodymyr Zelensky"]),
        ("Volodomyr Zelinsky", ["Volodymyr Zelensky"]),
        ("zelensky volodymyr", ["Volodymyr Zelensky"]),
        ("jon kirby", ["John Kirby"]),
        ("jhon kirby", ["John Kirby"]),
        ("John F. Kirby", ["John Kirby"]),
        ("Kirbey", ["John Kirby"]),
        ("joe bidden", ["Joe Biden"]),
        ("Jeo Biden", ["Joe Biden"]),
        ("president biden", ["Joe Biden"]),
        ("Anna Ruiz", ["Ana Ruiz"]),
        ("Louis Ruiz", ["Luis Ruiz"]),
        ("Ruiz", ["Ana Ruiz", "Luis Ruiz"]),
        ("Ruis", ["Ana Ruiz", "Luis Ruiz"]),
        ("L. Ruiz", ["Luis Ruiz"]),
        ("Erik Stone", ["Eric Stone"]),
        ("Aleksandr Grant", ["Alexander Grant"]),
        ("Steven O'Neill", ["Stephen O’Neil"]),
        ("Micheal Thorn", ["Michael Thorne"]),
    ],
)
def test_a_name_spelt_otherwise_is_the_same_person(
    people: Store, typed: str, expected: list[str]
) -> None:
    assert speakers(people.search(Query(speaker=typed))) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "Hunter Biden",
        "Jill Biden",
        "H. Biden",
        "Jon Biden",
        "Joan Kirby",
        "Jane Kirby",
        "Jack Kirby",
        "Olena Zelensky",
        "Dina Peskov",
        "Juan Ruiz",
        "Ann Ruiz",
        "Erica Stone",
        "Mario Marsh",
        "Marina Marsh",
        "Mark Marsh",
        "Marvin Webb",
        "Alexandra Grant",
        "Michelle Thorne",
        "John Biden",
        "Joe Kirby",
        "Merkel",
    ],
)
def test_another_given_name_is_another_person(people: Store, typed: str) -> None:
    assert people.search(Query(speaker=typed)) == ()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Hunter Biden", ["Joe Biden"]),
        ("Joan Kirby", ["John Kirby"]),
        ("Juan Ruiz", ["Ana Ruiz", "Luis Ruiz"]),
        ("Hunter Merkel", []),
        ("Biden Hunter", []),
    ],
)
def test_who_shares_the_surname_is_only_near(
    people: Store, typed: str, expected: list[str]
) -> None:
    assert speakers(people.nearest(Query(speaker=typed))) == expected


def test_the_name_as_typed_wins_over_other_spellings_of_it(store: Store, add: Add) -> None:
    add("Anna Ruiz: It rains.\n\nAna Ruiz: It snows.")
    assert speakers(store.search(Query(speaker="Ana Ruiz"))) == ["Ana Ruiz"]


def test_of_two_spellings_that_may_be_meant_the_nearer_leads(store: Store, add: Add) -> None:
    add("Luis Montgomerie: It snows.\n\nAna Montgomery: It rains.")
    found = store.search(Query(speaker="Montgomerye"))
    assert speakers(found) == ["Ana Montgomery", "Luis Montgomerie"]


def test_a_misspelt_title_is_no_part_of_the_name(people: Store) -> None:
    assert speakers(people.search(Query(speaker="presidant Biden"))) == ["Joe Biden"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Thormen", ["Michael Thorne"], id="a surname with two letters wrong"),
        pytest.param("Hanstone", [], id="the end of another name"),
        pytest.param("the plan commander", [], id="a role that is like a body's name"),
        pytest.param("Alma's brother", [], id="somebody else's brother"),
        pytest.param("the skipper", ["Ida Rook"], id="a role"),
        pytest.param("the tug skipper", ["Ida Rook"], id="a role of two words"),
        pytest.param("the mayor", [], id="a role that nobody has"),
        pytest.param("the skippers of old", [], id="more than a role"),
    ],
)
def test_nobody_is_near_by_a_likeness_alone(
    people: Store, add: Add, typed: str, expected: list[str]
) -> None:
    add("Ida Rook, skipper of the tug Lark: It blows.\n\nOmar Bell, the bell founder: It rings.")
    add("Lena's brother: It hails.\n\nPlan Commission: It thaws.")
    assert speakers(people.search(Query(speaker=typed))) == []
    assert speakers(people.nearest(Query(speaker=typed))) == expected


@pytest.mark.parametrize("typed", ["erik", "webs", "thorn"])
def test_a_short_word_alone_is_no_misspelt_name(people: Store, typed: str) -> None:
    assert people.search(Query(loose=typed)) == ()


def test_a_short_word_is_no_other_word_misspelt(store: Store, add: Add) -> None:
    add("Ana Ruiz: The coats are dry.")
    assert store.search(Query(words="goat")) == ()
    assert store.search(Query(words="cots")) == ()
