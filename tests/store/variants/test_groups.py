"""Groups as articles come and go, and what a scope sees of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database as Connection

from store import recording, variants
from store.database import Database
from store.model import Article, Kind, Loaded, Polarity, Query, Span, Speaker, Statement
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

Load = tuple[str, str, int | None, str, float]  # text, speaker, day, scope, confidence

LOADS = st.tuples(
    st.sampled_from(TEXTS),
    st.sampled_from(["Ana Ruiz", "Ana Ruiz", "Omar Diaz", "?"]),
    st.sampled_from([None, 0, 1, 4, 90]),
    st.sampled_from(["", "", "slack:A", "discord:B"]),
    st.sampled_from([1.0, 1.0, 1.0, 0.1]),
)


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    database = Database(path)
    with database.writing() as db:
        yield db
    database.close()


def load(db: Connection, said: Load, number: int) -> int:
    text, name, day, scope, confidence = said
    published = DAY + timedelta(day) if day is not None else None
    article = Article(f"{text}\n\n{number}", published=published)
    span = Span(0, len(text))
    statement = Statement(
        Kind.DIRECT,
        (span,),
        span,
        speaker=None if name == "?" else Speaker(name),
        confidence=confidence,
    )
    added = recording.add_article(db, article, scope=scope, at=datetime.now(UTC), by="ed")
    recording.add_statements(db, added, article, [statement], scope=scope)
    return added


def held(db: Connection) -> list[list[tuple[int, ...]]]:
    return [db.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in TABLES]


def rebuilt(db: Connection) -> list[list[tuple[int, ...]]]:
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")
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
    with opened(tmp_path_factory.mktemp("groups") / "store.db") as db:
        articles = [load(db, said, number) for number, said in enumerate(loads)]
        for goes, at in changes:
            article = articles[at % len(articles)]
            if goes:
                remove(db, article)
            else:
                reword(db, article, data.draw(st.sampled_from(["Ana Ruiz", "Omar Diaz"])))
        assert held(db) == rebuilt(db)
