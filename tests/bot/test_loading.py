from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import handed
from bot.loaded import summary
from bot.loading import RULES_ALONE, load
from store.articles import Details, Document
from store.errors import UnreadableArticle
from store.extraction import learned
from store.model import Loaded
from store.store import Store


def _load(store: Store, text: str, name: str = "a.txt") -> Loaded:
    return load(store, Document(name, text.encode()), Details(title="Strike"), by="test")


def test_a_load_says_how_many_statements_and_by_whom_most_first(store: Store) -> None:
    loaded = _load(
        store,
        "“It rained,” said Jo Smith.\n\n“We left,” said John Kirby.\n\n“Never,” Kirby said.",
    )
    assert summary(loaded) == "Strike: 3 statements by John Kirby and Jo Smith."


def test_a_load_of_one_statement_says_so(store: Store) -> None:
    assert (
        summary(_load(store, "“It rained,” said Jo Smith.")) == "Strike: 1 statement by Jo Smith."
    )


def test_a_load_without_statements_says_so(store: Store) -> None:
    assert summary(_load(store, "It rained.")) == "Strike: loaded, but nobody is quoted in it."


def test_a_second_load_says_that_it_added_nothing(store: Store) -> None:
    _load(store, "It rained.")
    again = replace(_load(store, "It rained."), at=datetime(2026, 11, 22, tzinfo=UTC))
    assert summary(again) == (
        "Strike: on record already, since 22 November 2026."
        " Nothing was added, and its details stay as they were."
    )


def test_a_load_that_rules_alone_read_says_so_but_once(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learned, "WEIGHTS", tmp_path / "none.npz")

    def told() -> str:
        paste = [handed.pasted("“It rained,” said Jo Smith.")]
        return handed.load(
            store, paste, Details(title="Strike"), by="test", scope="", tell=lambda _: None
        )

    assert told() == f"Strike: 1 statement by Jo Smith.\n{RULES_ALONE}"
    assert RULES_ALONE not in told()


def test_what_cannot_be_read_is_refused_by_name(store: Store) -> None:
    with pytest.raises(UnreadableArticle, match=r"'notes\.xyz'"):
        _load(store, "\x00\x01", "notes.xyz")
    assert store.holdings().articles == 0


def test_a_link_that_is_none_is_refused_and_nothing_is_stored(store: Store) -> None:
    with pytest.raises(UnreadableArticle, match=r"cannot use the link 'planet\.example'"):
        load(store, Document("a.txt", b"It rained."), Details(url="planet.example"), by="test")
    assert store.holdings().articles == 0
