"""Whatever comes and goes, the index is what it would be had all been indexed anew."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database as Connection

from store import sight
from store.model import Article
from store.search import indexing, postings
from store.search.postings import CHUNK, Kind, Part, Term
from store.store import Store
from store.visibility import IN_SIGHT, Standing

Lists = dict[tuple[str, int, str, int], list[int]]

SCOPES = ("", "slack:T1", "slack:T2")
TEXTS = (
    "Ana Ruiz, mayor: The pier stays.\n\n!Omar Diaz (Harbor Times): No pier burns.",
    "Ana Ruiz, mayor: The bridge goes.\n\n~Bo Lim: Perhaps the pier burns.",
    "Omar Diaz, owner: The harbour firm stays.\n\n?: The piers stay.",
    "A. Ruiz: The old pier is for sale.\n\nAna Ruiz: It is.",
    "The council: The pier is closed.",
)


def told(db: Connection) -> tuple[Lists, list[tuple[object, ...]], list[tuple[object, ...]]]:
    """All that the index says, whatever the numbers of its terms and rows."""
    terms = {row[0]: row[1:] for row in db.execute("SELECT id, scope, kind, word FROM term")}
    lists: Lists = {}
    for row, ids in db.execute("SELECT id, ids FROM posting ORDER BY id"):
        key = (*terms[row >> 38], row >> 36 & 3)
        lists.setdefault(key, []).extend(np.frombuffer(ids, "<u4").tolist())
    slips = sorted((key, *terms[term]) for key, term in db.execute("SELECT key, term FROM slip"))
    others = sorted(db.execute("SELECT * FROM bearer")) + sorted(db.execute("SELECT * FROM held"))
    assert terms.keys() == {row[0] >> 38 for row in db.execute("SELECT id FROM posting")}
    return lists, slips, others


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    loaded=st.lists(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from(SCOPES), st.none() | st.integers(0, 7)),
        max_size=8,
    )
)
def test_after_any_loads_and_removals_the_index_is_as_if_made_anew(
    store: Store, db: Connection, loaded: list[tuple[str, str, int | None]]
) -> None:
    for text, scope, gone in loaded:
        store.load(Article(text, title="Pier news", outlet="Daily Ledger"), by="ed", scope=scope)
        there = in_sight(db)
        if gone is not None and there:
            remove(db, there[gone % len(there)])
    kept = told(db)
    indexing.rebuild(db)
    db.conn.commit()
    assert told(db) == kept
    for article in in_sight(db):
        remove(db, article)
    assert told(db) == ({}, [], [])


def in_sight(db: Connection) -> list[int]:
    return [row[0] for row in db.execute(f"SELECT id FROM article WHERE {IN_SIGHT}")]  # noqa: S608


def remove(db: Connection, article: int) -> None:
    """Take an article out of sight; its rows are kept."""
    sight.retire(db, article, Standing.WITHDRAWN)
    db.conn.commit()


TERM = Term(Kind.WORD, Part.SAID, "pier")


@given(batches=st.lists(st.sets(st.integers(1, 3_000), min_size=1), max_size=6), data=st.data())
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_list_holds_what_was_put_in_and_not_taken_out_in_order(
    store: Store, db: Connection, batches: list[set[int]], data: st.DataObject
) -> None:
    db.execute("DELETE FROM posting")
    db.execute("DELETE FROM term")
    due: set[int] = set()
    for batch in batches:
        postings.add(db, "", {TERM: sorted(batch)})
        due |= batch
        gone = data.draw(st.sets(st.sampled_from(sorted(due)), max_size=5))
        postings.remove(db, "", {TERM: sorted(gone)})
        due -= gone
    lists = [
        np.frombuffer(row[0], "<u4") for row in db.execute("SELECT ids FROM posting ORDER BY id")
    ]
    assert [number for one in lists for number in one.tolist()] == sorted(due)


def test_a_long_list_is_kept_in_chunks(store: Store, db: Connection) -> None:
    postings.add(db, "", {TERM: range(1, 3 * CHUNK)})
    postings.add(db, "", {TERM: [CHUNK // 2, 3 * CHUNK]})
    sizes = [row[0] // 4 for row in db.execute("SELECT length(ids) FROM posting ORDER BY id")]
    assert len(sizes) > 2
    assert max(sizes) <= CHUNK
    assert sum(sizes) == 3 * CHUNK
