"""Groups as articles come and go, and what a scope sees of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database as Connection

from store import variants
from store.database import Database
from store.model import Article, Kind, Loaded, Query, Span, Speaker, Statement
from store.store import Store

Add = Callable[..., Loaded]

TABLES = ("variant", "variant_key", "variant_day")

# Some are alike to each other, some to one of two only, some differ in what is never folded.
TEXTS = (
    "We keep the old pier open all summer.",
    "We keep the old pier open all summer long.",
    "We keep the old pier open all summer long, we said so.",
    "We keep the old pier open all summer long, we said so to the town.",
    "We do not keep the old pier open all summer.",
    "The old pier stays open during the summer for all.",
    "The old pier cost 20 million.",
    "The old pier cost 90 million.",
    "Fish is dear.",
    "…",
)
DAY = date(2024, 6, 1)

Load = tuple[str, str | None, int | None, str, bool]  # text, speaker, day, scope, sure

LOADS = st.tuples(
    st.sampled_from(TEXTS),
    st.sampled_from(["Ana Ruiz", "Ana Ruiz", "Omar Diaz", None]),
    st.sampled_from([None, 0, 1, 4, 90]),
    st.sampled_from(["", "", "slack:A", "discord:B"]),
    st.sampled_from([True, True, True, False]),
)


def extracted(article: Article) -> tuple[Statement, ...]:
    """The first line of *article* as its byline's words; not sure of where its file says so."""
    span = Span(0, article.text.index("\n"))
    speaker = Speaker(article.byline) if article.byline else None
    sure = 0.1 if article.file == "unsure" else 1.0
    return (Statement(Kind.DIRECT, (span,), span, speaker=speaker, confidence=sure),)


def load(path: Path, loads: Sequence[Load]) -> None:
    """Load each as an article of its own, numbered from 1."""
    with Store(path, extractor=extracted) as store:
        for number, (text, name, day, scope, sure) in enumerate(loads):
            article = Article(
                f"{text}\n\n{number}",
                byline=name,
                published=DAY + timedelta(day) if day is not None else None,
                file=None if sure else "unsure",
            )
            store.load(article, by="ed", scope=scope)


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    database = Database(path)
    with database.writing() as db:
        yield db
    database.close()


def held(db: Connection) -> list[list[tuple[int, ...]]]:
    return [db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in TABLES]  # noqa: S608 -- of our own


def rebuilt(db: Connection) -> list[list[tuple[int, ...]]]:
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 -- of our own
    variants.join_all(db)
    return held(db)


def reword(db: Connection, article: int, name: str) -> None:
    """Give the statement of *article* another speaker, as a correction does."""
    variants.leave(db, article)
    db.execute(
        "UPDATE statement SET speaker = (SELECT id FROM speaker WHERE name = ?) WHERE article = ?",
        (name, article),
    )
    variants.join(db, article)


def remove(db: Connection, article: int) -> None:
    """Take *article* out, so far as its groups are concerned."""
    variants.leave(db, article)
    db.execute("UPDATE statement SET confidence = 0 WHERE article = ?", (article,))


@settings(max_examples=150)
@given(
    loads=st.lists(LOADS, min_size=1, max_size=14),
    changes=st.lists(st.tuples(st.booleans(), st.integers(0, 13)), max_size=8),
    data=st.data(),
)
def test_groups_are_what_they_would_be_anew(
    loads: list[Load],
    changes: list[tuple[bool, int]],
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("groups") / "store.db"
    load(path, loads)
    with opened(path) as db:
        for goes, at in changes:
            article = at % len(loads) + 1
            if goes:
                remove(db, article)
            else:
                reword(db, article, data.draw(st.sampled_from(["Ana Ruiz", "Omar Diaz"])))
        assert held(db) == rebuilt(db)


def groups(db: Connection) -> dict[int, int]:
    return dict(db.execute("SELECT statement, first FROM variant").fetchall())


def test_what_is_corrected_and_corrected_back_is_first_again(tmp_path: Path) -> None:
    path, names = tmp_path / "store.db", ("Ana Ruiz", "Ana Ruiz", "Omar Diaz")
    load(path, [(TEXTS[0], name, None, "", True) for name in names])
    with opened(path) as db:
        assert groups(db) == {2: 1}
        reword(db, 1, "Omar Diaz")
        assert groups(db) == {3: 1}
        reword(db, 1, "Ana Ruiz")
        assert groups(db) == {2: 1}


def test_small_differences_do_not_add_up(tmp_path: Path) -> None:
    longer = [TEXTS[0][:-1] + " and we said so to everybody in town"[: 6 * n] for n in range(7)]
    load(tmp_path / "store.db", [(text, "Ana Ruiz", None, "", True) for text in longer])
    with opened(tmp_path / "store.db") as db:
        found = groups(db)
        assert found
        assert 7 not in {other for other, first in found.items() if first == 1}


def test_a_store_of_before_is_grouped(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    load(path, [(TEXTS[number % 2], "Ana Ruiz", 0, "", True) for number in range(3)])
    with opened(path) as db:
        before = held(db)
        for table in TABLES:
            db.execute(f"DROP TABLE {table}")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_variants'")
    with opened(path) as db:
        assert held(db) == before


def test_what_was_together_by_an_older_rule_is_parted(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    texts = ("We keep the old pier open all summer.", "We burn the old pier open all summer.")
    load(path, [(text, "Ana Ruiz", 0, "", True) for text in texts])
    with opened(path) as db:
        db.execute("INSERT INTO variant (statement, first) VALUES (2, 1)")
        db.execute("UPDATE variant_key SET repeats = 1 WHERE statement = 2")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm008_variants_anew'")
    with opened(path) as db:
        assert groups(db) == {}
        assert held(db) == rebuilt(db)


ONE, OTHER = "Ana Ruiz: The old pier will stay.", "Ana Ruiz: The old pier will stay!"


def variants_of(store: Store, scope: str) -> list[tuple[str, ...]]:
    """What *scope* is shown, each with its variants, as their articles' titles."""
    found = store.search(Query(words="old pier", scope=scope))
    return [tuple(str(one.article.title) for one in (match, *match.variants)) for match in found]


def test_a_scope_folds_what_it_sees_and_no_more(store: Store, add: Add) -> None:
    add(ONE, scope="slack:A", title="A")
    add(OTHER, scope="slack:B", title="B")
    assert variants_of(store, "slack:A") == [("A",)]
    assert variants_of(store, "slack:B") == [("B",)]
    add(f"{ONE} So they say.", title="all")
    assert sorted(*variants_of(store, "slack:A")) == ["A", "all"]
    assert sorted(*variants_of(store, "slack:B")) == ["B", "all"]
    assert variants_of(store, "") == [("all",)]


def test_what_is_alike_only_through_what_another_scope_has_is_not_folded(
    store: Store, add: Add
) -> None:
    texts = ("long, we said so to you", "long", "")
    first, between, last = (f"Ana Ruiz: We keep the old pier open {t} too." for t in texts)
    add(between, scope="slack:A", title="between")
    add(first, title="first")
    add(last, title="last")
    for scope in ("", "slack:B"):
        assert sorted(variants_of(store, scope)) == [("first",), ("last",)]


def test_first_seen_first(store: Store, add: Add) -> None:
    add(ONE, title="June", published=date(2024, 6, 1))
    add(OTHER, title="May", published=date(2024, 5, 1))
    add(f"{ONE} ", title="loaded today")
    add(f"\n{ONE}", title="April", published=date(2024, 4, 1))
    ((head, *others),) = variants_of(store, "")
    in_order = ["April", "May", "June", "loaded today"]
    assert others == [title for title in in_order if title != head]


def test_nobody_says_nothing_twice(store: Store, add: Add) -> None:
    add("?: The old pier will stay.", title="one")
    add("?: The old pier will stay!", title="other")
    assert len(variants_of(store, "")) == 2


def test_a_denial_is_no_variant_of_what_is_put_forward(store: Store, add: Add) -> None:
    add(ONE, title="says")
    add("!Ana Ruiz: The old pier will stay!", title="denies")
    assert len(variants_of(store, "")) == 2
