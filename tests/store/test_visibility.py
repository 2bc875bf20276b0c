"""What extraction is not sure enough of is kept, and shown by nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from store.model import Holdings, Loaded, Query
from store.store import Store

Add = Callable[..., Loaded]

UNSURE = "~Ana Ruiz, Diaz spokeswoman (Harbor Times): The pier is for sale tomorrow."


def test_what_extraction_is_unsure_of_is_kept(store: Store, add: Add, tmp_path: Path) -> None:
    add(f"{UNSURE}\n\nBen Hall: Fish is up.")
    with sqlite3.connect(tmp_path / "notes.db") as raw:
        rows = raw.execute("SELECT count(*), min(confidence) < max(confidence) FROM statement")
        assert rows.fetchone() == (2, 1)
    raw.close()


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(Query(words="pier sale"), id="words"),
        pytest.param(Query(words="pier tomorow"), id="misspelt"),
        pytest.param(Query(words="pier bananas"), id="half"),
        pytest.param(Query(speaker="Ruiz"), id="speaker"),
        pytest.param(Query(speaker="Diaz"), id="role"),
        pytest.param(Query(topic="pier"), id="topic"),
        pytest.param(Query(topic="harbour news"), id="headline"),
        pytest.param(Query(outlet="Harbor Times"), id="outlet"),
        pytest.param(Query(loose="Ruiz pier"), id="loose"),
    ],
)
def test_what_extraction_is_unsure_of_is_not_found(store: Store, add: Add, query: Query) -> None:
    add(UNSURE, title="Harbour news")
    assert (store.search(query), store.nearest(query)) == ((), ())


def test_holdings_and_speakers_are_those_shown(store: Store, add: Add) -> None:
    add(f"{UNSURE}\n\nBen Hall: Fish is up.")
    assert store.holdings() == Holdings(1, 1)
    assert store.speakers("") == ("Ben Hall",)
    assert store.speakers("Ruiz") == ()


def test_a_load_tells_of_what_is_shown(add: Add) -> None:
    text = f"{UNSURE}\n\nBen Hall: Fish is up."
    first, second = add(text), add(text)
    assert [said.content[0].of(text) for said in first.statements] == ["Fish is up."]
    assert second.statements == first.statements


def test_a_variant_that_extraction_is_unsure_of_is_not_shown(store: Store, add: Add) -> None:
    add("Ana Ruiz: The old pier is for sale.")
    add("~Ana Ruiz: That old pier is for sale.")
    (found,) = store.search(Query(words="old pier"))
    assert found.variants == ()


@pytest.mark.parametrize(
    ("article", "deniers"),
    [
        pytest.param(["Ben Hall: The pier burns.", "~!Omar Diaz: The pier burns."], [], id="alone"),
        pytest.param(
            ["Ben Hall: The pier burns.", "~!Omar Diaz: It burns.", "!Bo Lim: The pier burns."],
            [("Bo Lim",)],
            id="beside one that is shown",
        ),
    ],
)
def test_a_denial_that_extraction_is_unsure_of_is_not_told(
    store: Store, add: Add, article: list[str], deniers: list[tuple[str, ...]]
) -> None:
    add("\n\n".join(article))
    assert list(store.deniers(store.search(Query(speaker="Ben Hall"))).values()) == deniers


def test_words_that_are_not_shown_take_no_misspelt_words_place(store: Store, add: Add) -> None:
    similar = " ".join(f"zucchin{letter}" for letter in "abcdefghi")
    add(f"~Ben Hall: They sell {similar} here.\n\nAna Ruiz: The zucchino is ripe.")
    (found,) = store.search(Query(words="zucchinx"))
    assert found.words == ("The zucchino is ripe.",)
