from __future__ import annotations

from pathlib import Path

import pytest

from bot.corrections import in_question, names, settle, waiting
from store.model import Article, Outcome, Query, Ruling
from store.store import Store

HERE = "slack:T1"


@pytest.mark.parametrize(
    ("typed", "new"),
    [
        pytest.param(" Kira  Nightly", {"Kira Nightly": "New name: Kira Nightly"}, id="a new name"),
        pytest.param("john KIRBY", {}, id="a name on record, in other letters"),
        pytest.param("…!", {}, id="no name"),
        pytest.param("K" * 151, {}, id="more than a name may have"),
    ],
)
def test_what_is_typed_is_offered_as_new_where_nobody_is_called_that(
    on_record: Store, typed: str, new: dict[str, str]
) -> None:
    offered = names(on_record, typed, "")
    assert {name: label for name, label in offered.items() if name != label} == new


def test_the_name_that_is_begun_comes_first(on_record: Store) -> None:
    first, *_ = names(on_record, "kir", "")
    assert first == "John Kirby"


@pytest.mark.parametrize(
    ("scope", "told"),
    [pytest.param(HERE, "Ruled here on", id="theirs"), pytest.param("", "for everyone", id="all")],
)
def test_in_a_chat_no_ids_stand_for_who_ruled(tmp_path: Path, scope: str, told: str) -> None:
    with Store(tmp_path / "onrecord.db") as store:
        store.load(Article("“The pier stays,” said Ana Ruiz."), by="ed")
        number = store.corrections.report(
            store.search(Query(words="the pier stays"))[0].id,
            instead="Bo Lim",
            why="",
            by="slack:U1",
            scope=HERE,
        )
        for ruling in (Ruling(Outcome.REASSIGNED, "Bo Lim"), Ruling(Outcome.UNDONE)):
            settle(store, number, ruling, by="slack:U2", scope=scope)
        ((here,), (shell,)) = waiting(store, HERE), in_question(store, None)
    assert told in str(here.told)
    assert "the speaker is now Bo Lim." in str(here.told)
    assert "slack:" not in str(here.told)
    assert "slack:U2 for " in str(shell.told)
