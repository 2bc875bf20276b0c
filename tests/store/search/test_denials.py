"""Who denies, in the same article, what a statement may be about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlite_utils import Database as Connection

from store.model import Article, Loaded, Query
from store.search.denials import deniers
from store.store import Store
from tests.store.conftest import noted

Add = Callable[..., Loaded]

OUTLET = "Daily Ledger"
ACCUSED = "Ana Ruiz, mayor: The harbour firm dumped oil."
DENIED = "!Omar Diaz, owner: Any oil was dumped."


def denied(store: Store, *, scope: str = "") -> dict[str, tuple[str, ...]]:
    """By the words of each statement in sight: who denies."""
    found = store.search(Query(outlet=OUTLET, scope=scope))
    every = {one.id: one for match in found for one in (match, *match.variants)}
    assert len(every) == store.holdings(scope).statements
    deniers = store.deniers(every.values())
    return {" ".join(every[number].words): names for number, names in deniers.items()}


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(
            [ACCUSED, DENIED],
            {"The harbour firm dumped oil.": ("Omar Diaz",)},
            id="an accusation and its denial",
        ),
        pytest.param([ACCUSED], {}, id="nobody denies"),
        pytest.param([ACCUSED, "!Omar Diaz: The pier is old."], {}, id="something else is denied"),
        pytest.param(
            ["Ana Ruiz: Mr Diaz lies.", "!Omar Diaz: Mr Ruiz sleeps."],
            {},
            id="names tie nothing",
        ),
        pytest.param(
            ["Ana Ruiz, harbour mayor: It rains.", "!Omar Diaz, harbour owner: The pier is old."],
            {},
            id="roles tie nothing",
        ),
        pytest.param(
            ["Ana Ruiz: It rained, reporters said.", "!Omar Diaz: Reporters told it also."],
            {},
            id="what every report says ties nothing",
        ),
        pytest.param(
            [ACCUSED, "Ana Ruiz: They are villains.", DENIED],
            {
                "The harbour firm dumped oil.": ("Omar Diaz",),
                "They are villains.": ("Omar Diaz",),
            },
            id="all that the accuser says",
        ),
        pytest.param(
            [ACCUSED, DENIED, "Omar Diaz: Our oil is clean."],
            {"The harbour firm dumped oil.": ("Omar Diaz",)},
            id="who denies is not denied",
        ),
        pytest.param(
            [ACCUSED, DENIED, "!Bo Lim: Oils were spilt.", DENIED.replace("Any", "Such")],
            {"The harbour firm dumped oil.": ("Omar Diaz", "Bo Lim")},
            id="each denier once, in the article's order",
        ),
        pytest.param(
            [ACCUSED, "!?: Any oil was dumped."],
            {"The harbour firm dumped oil.": ("someone who is not named",)},
            id="a denier whom nobody names",
        ),
        pytest.param(
            ["?: The harbour firm dumped oil.", "!?: Any oil was dumped."],
            {"The harbour firm dumped oil.": ("someone who is not named",)},
            id="two whom nobody names are not taken for one",
        ),
    ],
)
def test_deniers(
    store: Store, add: Add, article: list[str], expected: dict[str, tuple[str, ...]]
) -> None:
    add("\n\n".join(article), outlet=OUTLET)
    assert denied(store) == expected


def test_a_denial_in_another_article_is_not_this_one_s(store: Store, add: Add) -> None:
    add(ACCUSED, outlet=OUTLET)
    add(DENIED, outlet=OUTLET)
    assert denied(store) == {}


def test_a_denial_from_elsewhere_is_not_told(store: Store, add: Add) -> None:
    add(ACCUSED, scope="slack:T1", outlet=OUTLET)
    add(f"{ACCUSED}\n\n{DENIED}", scope="slack:T2", outlet=OUTLET)
    assert denied(store, scope="slack:T1") == {}
    assert denied(store, scope="slack:T2") == {"The harbour firm dumped oil.": ("Omar Diaz",)}


def test_no_matches_have_no_deniers(store: Store) -> None:
    assert store.deniers(()) == {}


def test_the_seed_s_accusations_stand_with_their_denials(seeded: Store) -> None:
    names = seeded.speakers("")
    found = [match for name in names for match in seeded.search(Query(speaker=name))]
    deniers = seeded.deniers(one for match in found for one in (match, *match.variants))
    assert sorted(deniers) == [1, 2, 3, 7, 8, 14]
    assert set(deniers.values()) == {
        ("Figures representing the White House", "John Kirby", "Volodymyr Zelensky")
    }


def test_what_other_articles_hold_is_not_read_through(tmp_path: Path) -> None:
    others = [
        "\n\n".join(f"!Omar Diaz: It rains {n} of {at}." for n in range(50)) for at in range(20)
    ]
    few, many = tmp_path / "few.db", tmp_path / "many.db"
    assert steps(many, others) < 2 * steps(few, ())


def steps(path: Path, others: Sequence[str]) -> int:
    """How much SQLite does to find who denies one statement, beside so many *others*."""
    with Store(path, extractor=noted) as store:
        for text in (f"{ACCUSED}\n\n{DENIED}", *others):
            store.load(Article(text), by="ed")
    db, done = Connection(path), []
    db.conn.set_progress_handler(lambda: done.append(1), 1)
    assert deniers(db, [1]) == {1: ("Omar Diaz",)}
    db.close()
    return len(done)
