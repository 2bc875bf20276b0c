"""When it was said, at first hand, and just so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.model import (
    Article,
    Evidence,
    Kind,
    Loaded,
    Match,
    Query,
    Relation,
    Span,
    Statement,
    Via,
)
from store.store import Store

Add = Callable[..., Loaded]
MAY = [date(2023, 5, day) for day in range(1, 32)]  # MAY[2] is the third


def said(found: tuple[Match, ...]) -> set[str]:
    return {" ".join(match.words) for match in found}


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        pytest.param(MAY[2], None, {"The pier stays.", "The pier goes."}, id="since its own day"),
        pytest.param(MAY[3], None, {"The pier goes."}, id="since the day after"),
        pytest.param(None, MAY[2], {"The pier stays."}, id="until its own day"),
        pytest.param(None, MAY[1], set(), id="until the day before"),
        pytest.param(MAY[2], MAY[2], {"The pier stays."}, id="on a day"),
        pytest.param(MAY[3], MAY[9], {"The pier goes."}, id="between days"),
        pytest.param(
            None, date.max, {"The pier stays.", "The pier goes."}, id="not what has no day"
        ),
        pytest.param(
            None, None, {"The pier stays.", "The pier goes.", "The pier is old."}, id="any"
        ),
    ],
)
def test_days(
    store: Store, add: Add, since: date | None, until: date | None, expected: set[str]
) -> None:
    add("Ann Lee: The pier stays.", published=MAY[2])
    add("Ann Lee: The pier goes.", published=MAY[9])
    add("Ann Lee: The pier is old.")
    query = Query(speaker="Lee", since=since, until=until)
    assert said(store.search(query)) == expected


def test_the_day_it_was_said_counts_before_the_day_it_was_published(tmp_path: Path) -> None:
    def dated(article: Article) -> tuple[Statement, ...]:
        whole = Span(0, len(article.text))
        return (Statement(Kind.INDIRECT, (whole,), whole, said_on=MAY[2]),)

    with Store(tmp_path / "dated.db", extractor=dated) as store:
        store.load(Article("The pier stays.", published=MAY[9]), by="ed")
        assert store.search(Query(topic="pier", until=MAY[2]))
        assert not store.search(Query(topic="pier", since=MAY[3]))


def test_days_alone_ask_for_all_that_was_said_then(store: Store, add: Add) -> None:
    add("Ann Lee: The pier stays.\n\nBo Quist: Trams are late.", published=MAY[2])
    add("Ann Lee: The bridge goes.", published=MAY[9])
    found = store.search(Query(since=MAY[1], until=MAY[3]))
    assert said(found) == {"The pier stays.", "Trams are late."}


def test_what_was_said_then_is_not_hidden_by_a_better_match_from_another_day(
    store: Store, add: Add
) -> None:
    add("Ann Lee: The pier stays.", published=MAY[2])
    add("Ann Lee: It stays.", title="Pier reopens", published=MAY[9])
    assert said(store.search(Query(topic="pier", since=MAY[9]))) == {"It stays."}


WHOLE = "The pier reportedly stays, the Harbor Times wrote on Monday."
_SAID = Span(0, 25)


def _spoken(**told: object) -> Statement:
    plain = Statement(Kind.INDIRECT, (_SAID,), Span(0, len(WHOLE)), evidence=Evidence.NONE)
    return replace(plain, **told)  # type: ignore[arg-type]


def _via(relation: Relation) -> tuple[Via, ...]:
    start = WHOLE.index("the Harbor Times")
    return (Via(Span(start, start + len("the Harbor Times")), relation),)


@pytest.mark.parametrize(
    ("statement", "outlet", "at_first_hand"),
    [
        pytest.param(_spoken(), None, True, id="nobody between"),
        pytest.param(_spoken(hedges=(Span(9, 19),)), None, True, id="the speaker's own hedge"),
        pytest.param(_spoken(hedges=(Span(27, 30),)), None, False, id="the article's hedge"),
        pytest.param(_spoken(via=_via(Relation.ACCORDING_TO)), None, False, id="according to"),
        pytest.param(_spoken(via=_via(Relation.TRANSLATION)), None, False, id="a translation"),
        pytest.param(_spoken(via=_via(Relation.TOLD)), "Bugle", False, id="told another outlet"),
        pytest.param(_spoken(via=_via(Relation.TOLD)), "Harbor Times", True, id="told this outlet"),
    ],
)
def test_first_hand(
    tmp_path: Path, statement: Statement, outlet: str | None, *, at_first_hand: bool
) -> None:
    with Store(tmp_path / "hands.db", extractor=lambda _: (statement,)) as store:
        store.load(Article(WHOLE, outlet=outlet), by="ed")
        assert store.search(Query(topic="pier"))
        assert bool(store.search(Query(topic="pier", first_hand=True))) is at_first_hand


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            Query(words="the old pier", exact=("the old pier",)),
            {"We keep the Old Pier."},
            id="in the words, whatever the case",
        ),
        pytest.param(
            Query(words="old piers", exact=("old piers",)), set(), id="not another form of a word"
        ),
        pytest.param(
            Query(topic="old harbor", exact=("old harbor",)),
            {"It stays shut."},
            id="a topic in the headline",
        ),
        pytest.param(
            Query(words="keep pier", exact=("keep pier",)), set(), id="not with a word between"
        ),
        pytest.param(
            Query(loose="Ann Lee", exact=("Ann Lee",)),
            {"We keep the Old Pier.", "The pier is old.", "It stays shut."},
            id="a name is no phrase that was said",
        ),
        pytest.param(
            Query(loose="pier is old", exact=("is old",)), {"The pier is old."}, id="loose words"
        ),
    ],
)
def test_phrases(store: Store, add: Add, query: Query, expected: set[str]) -> None:
    add("Ann Lee: We keep the Old Pier.\n\nAnn Lee: The pier is old.")
    add("Ann Lee: It stays shut.", title="Trouble at the old harbor")
    assert said(store.search(query)) == expected


def test_narrowing_shows_no_scope_what_is_not_its_own(store: Store, add: Add) -> None:
    add("Ann Lee: The pier stays.", published=MAY[2], scope="slack:T1")
    assert not store.search(Query(since=MAY[1], scope="slack:T2"))


def test_what_extraction_is_unsure_of_is_in_no_days(store: Store, add: Add) -> None:
    add("~Ann Lee: The pier stays.", published=MAY[2])
    assert not store.search(Query(since=MAY[1]))
