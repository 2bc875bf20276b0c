"""Who is who across articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from store import people
from store.model import Loaded, Query, Speaker, SpeakerKind
from store.store import Store

Add = Callable[..., Loaded]

PERSON, BODY, GROUP = SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.GROUP


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        pytest.param("Ana Ruiz", "ANA RUIZ", PERSON, True, id="case"),
        pytest.param("José Niño", "Jose Nino", PERSON, True, id="accents"),
        pytest.param("Sam O’Neil", "Sam O'Neil", PERSON, True, id="apostrophes"),
        pytest.param("Jean-Luc Roy", "Jean Luc Roy", PERSON, True, id="hyphen"),
        pytest.param("Ana Ruiz", "Anna Ruiz", PERSON, False, id="another name"),
        pytest.param("Ruiz", "Ruiz", PERSON, False, id="a bare surname may be anyone's"),
        pytest.param("Russia", "Russia", BODY, True, id="a body by its name"),
        pytest.param("officials", "officials", GROUP, False, id="unnamed people"),
    ],
)
def test_across_articles(one: str, other: str, kind: SpeakerKind, same: bool) -> None:  # noqa: FBT001
    first, second = people.key(Speaker(one, kind), 1), people.key(Speaker(other, kind), 2)
    assert (first == second) is same


def test_roles_and_names_are_kept_by_article(store: Store, add: Add, tmp_path: Path) -> None:
    add("Ana Ruiz, mayor: One.\n\nAna Ruiz, mayor: Two.")
    add("ANA RUIZ, senator: Three.")
    with sqlite3.connect(tmp_path / "notes.db") as raw:
        roles = raw.execute("SELECT speaker, article, title FROM role").fetchall()
        aliases = raw.execute("SELECT speaker, article, name FROM alias").fetchall()
    raw.close()
    assert sorted(roles) == [(1, 1, "mayor"), (1, 2, "senator")]
    assert sorted(aliases) == [
        (1, 1, "Ana Ruiz"),
        (1, 1, "Ruiz"),
        (1, 2, "ANA RUIZ"),
        (1, 2, "RUIZ"),
    ]


def test_a_bare_surname_is_found_beside_the_full_name_but_not_joined(
    store: Store, add: Add
) -> None:
    add("Ana Ruiz: The old pier stays.")
    add("Ruiz: The old pier stays.")
    found = store.search(Query(speaker="Ruiz"))
    assert [match.variants for match in found] == [(), ()]
