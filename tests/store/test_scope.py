"""What one workspace or server has loaded is never seen by another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.asked import question_key
from store.model import Holdings, Loaded, Query
from store.store import Store

Add = Callable[..., Loaded]

HERE, THERE = "slack:T1", "discord:G1"
SECRET = "Ana Ruiz, Diaz spokeswoman (Harbor Times): The pier is for sale tomorrow."


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(Query(words="pier sale", scope=THERE), id="words"),
        pytest.param(Query(words="pier tomorow", scope=THERE), id="misspelt"),
        pytest.param(Query(words="pier bananas", scope=THERE), id="half"),
        pytest.param(Query(speaker="Ruiz", scope=THERE), id="speaker"),
        pytest.param(Query(speaker="Diaz", scope=THERE), id="role"),
        pytest.param(Query(topic="pier", scope=THERE), id="topic"),
        pytest.param(Query(topic="harbour news", scope=THERE), id="headline"),
        pytest.param(Query(outlet="Harbor Times", scope=THERE), id="outlet"),
        pytest.param(Query(loose="Ruiz pier", scope=THERE), id="loose"),
        pytest.param(Query(words="pier sale", scope=""), id="the shell"),
        pytest.param(Query(words="pier sale", scope="slack:T"), id="a scope it begins with"),
        pytest.param(Query(words="pier sale", scope="%"), id="a wildcard"),
    ],
)
def test_nothing_is_found_from_elsewhere(store: Store, add: Add, query: Query) -> None:
    add(SECRET, scope=HERE, title="Harbour news")
    assert (store.search(query), store.nearest(query)) == ((), ())


def test_words_from_elsewhere_take_no_misspelt_words_place(store: Store, add: Add) -> None:
    add("Ana Ruiz: The zucchino is ripe.", scope=HERE)
    similar = " ".join(f"zucchin{letter}" for letter in "abcdefghi")
    add(f"Ben Hall: They sell {similar} here.", scope=THERE)
    (found,) = store.search(Query(words="zucchinx", scope=HERE))
    assert found.words == ("The zucchino is ripe.",)


def test_what_the_shell_loads_is_seen_by_all(store: Store, add: Add) -> None:
    add(SECRET)
    for scope in (HERE, THERE, ""):
        assert len(store.search(Query(words="pier", scope=scope))) == 1


def test_holdings_speakers_and_outlets_from_elsewhere(store: Store, add: Add) -> None:
    add(SECRET, scope=HERE)
    assert store.holdings(THERE) == Holdings()
    assert store.speakers("Ruiz", scope=THERE) == ()
    assert store.speakers("", scope=THERE) == ()
    assert store.outlets("", scope=THERE) == ()
    assert store.holdings(HERE) == Holdings(1, 1)
    assert store.speakers("", scope=HERE) == ("Ana Ruiz",)


def test_a_name_is_spelt_as_ones_own_articles_spell_it(store: Store, add: Add) -> None:
    add("JOSÉ NIÑO: Fish is up.", scope=HERE)
    add("Jose Nino: Fish is down.", scope=THERE)
    assert store.speakers("", scope=THERE) == ("Jose Nino",)
    (found,) = store.search(Query(speaker="niño", scope=THERE))
    assert found.statement.speaker is not None
    assert (found.statement.speaker.name, found.variants) == ("Jose Nino", ())


def test_a_question_is_recalled_where_it_was_asked(store: Store) -> None:
    store.remember("who said pier", scope=HERE)
    key = question_key("who said pier", HERE)
    assert store.recall(key, scope=HERE) == "who said pier"
    assert store.recall(key, scope=THERE) is None
    assert store.recall(key, scope="") is None


def test_keys_are_short_and_differ_by_scope() -> None:
    here, there = question_key("who said pier", HERE), question_key("who said pier", THERE)
    assert here != there
    assert len(here) <= 24
    assert here.replace("-", "").replace("_", "").isalnum()


def test_a_text_that_everyone_sees_is_not_stored_again(store: Store, add: Add) -> None:
    add(SECRET)
    assert not add(SECRET, scope=HERE).new


def test_a_text_loaded_here_and_then_for_everyone_is_found_once(store: Store, add: Add) -> None:
    add(SECRET, scope=HERE)
    assert add(SECRET).new
    (found,) = store.search(Query(words="pier", scope=HERE))
    assert found.variants == ()
    assert store.holdings(HERE).articles == 1


def test_a_variant_from_elsewhere_is_not_shown(store: Store, add: Add) -> None:
    add("Ana Ruiz: The old pier is for sale.", scope=HERE)
    add("Ana Ruiz: The old pier is for sale!", scope=THERE)
    add("Ana Ruiz: That old pier is for sale.")
    for scope, variants in ((HERE, 1), (THERE, 1), ("", 0)):
        (found,) = store.search(Query(words="old pier", scope=scope))
        shown = {found.id, *(variant.id for variant in found.variants)}
        assert len(found.variants) == variants
        assert shown <= {3, {HERE: 1, THERE: 2}.get(scope, 3)}


def test_each_scope_may_load_the_same_text(store: Store, add: Add) -> None:
    assert add(SECRET, scope=HERE).new
    assert add(SECRET, scope=THERE).new
    assert store.holdings("").articles == 0
