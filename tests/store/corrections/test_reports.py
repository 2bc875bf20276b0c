"""Who may report what, who reads it, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.corrections import LONGEST_NAME, LONGEST_WHY
from store.errors import UnusableQuestion
from store.model import Loaded, Outcome, Query, Ruling
from store.store import Store

Add = Callable[..., Loaded]

HERE, THERE = "slack:T1", "discord:1"
TEXT = "Ana Ruiz, mayor: The pier stays."
REJECTED = Ruling(Outcome.REJECTED, because="The recording says so.")


def reported(store: Store, scope: str = HERE, *, by: str = "slack:U1", **told: str) -> int:
    (found,) = store.search(Query(words="pier stays", scope=scope))
    told = {"instead": "Bo Lim", "why": "I was there.", **told}
    return store.corrections.report(found.id, by=by, scope=scope, **told)


def test_a_report_is_read_as_it_was_made(store: Store, add: Add) -> None:
    add(TEXT, scope=HERE)
    number = reported(store, instead="Bo \n Lim", why=" I was <!here> & there. ")
    (read,) = store.corrections.opened(HERE)
    assert (read.id, read.instead, read.why) == (number, "Bo Lim", "I was <!here> & there.")
    assert (read.words, read.speaker, read.by, read.scope) == (
        "The pier stays.", "Ana Ruiz", "slack:U1", HERE,
    )  # fmt: skip
    assert read.match is not None
    assert read.match.words == ("The pier stays.",)
    assert store.corrections.numbered(number, HERE) == read


def test_of_ones_own_article_nobody_else_reads(store: Store, add: Add) -> None:
    add(TEXT, scope=HERE)
    number = reported(store)
    for scope in (THERE, "", "slack:T"):
        assert store.corrections.opened(scope) == ()
        with pytest.raises(UnusableQuestion, match="no report"):
            store.corrections.numbered(number, scope)
        with pytest.raises(UnusableQuestion, match="no report"):
            store.corrections.settle(number, REJECTED, by="ed", scope=scope)


def test_of_everyones_article_the_shell_reads_too(store: Store, add: Add) -> None:
    add(TEXT)
    number = reported(store)
    assert [one.id for one in store.corrections.opened("")] == [number]
    assert [one.id for one in store.corrections.opened(HERE)] == [number]
    assert store.corrections.opened(THERE) == ()


@pytest.mark.parametrize(
    ("ruling", "left"),
    [
        pytest.param(Ruling(Outcome.REASSIGNED, "Bo Lim"), 1, id="they changed it for themselves"),
        pytest.param(REJECTED, 0, id="they rejected it"),
    ],
)
def test_what_a_workspace_settled_stays_open_for_the_shell_where_it_changed(
    store: Store, add: Add, ruling: Ruling, left: int
) -> None:
    add(TEXT)
    store.corrections.settle(reported(store), ruling, by="slack:U2", scope=HERE)
    assert store.corrections.opened(HERE) == ()
    assert len(store.corrections.opened("")) == left


def test_a_statement_that_is_not_seen_cannot_be_reported(store: Store, add: Add) -> None:
    add(f"{TEXT}\n\n~Bo Lim: Perhaps.", scope=HERE)
    for number, scope in ((1, THERE), (1, ""), (2, HERE), (99, HERE), (-1, HERE)):
        with pytest.raises(UnusableQuestion, match="not on record here"):
            store.corrections.report(number, instead="Bo Lim", why="", by="me", scope=scope)
    assert store.corrections.opened(HERE) == ()


@pytest.mark.parametrize(
    ("told", "refused"),
    [
        pytest.param({"instead": " ", "why": "\n"}, "Say who", id="nothing"),
        pytest.param({"instead": "\u200b!", "why": ""}, "Say who", id="no name"),
        pytest.param({"instead": "x" * (LONGEST_NAME + 1)}, "characters", id="a long name"),
        pytest.param({"why": "x" * (LONGEST_WHY + 1)}, "characters", id="a long reason"),
    ],
)
def test_what_is_told_has_limits(
    store: Store, add: Add, told: dict[str, str], refused: str
) -> None:
    add(TEXT, scope=HERE)
    with pytest.raises(UnusableQuestion, match=refused):
        reported(store, **told)
    assert store.corrections.opened(HERE) == ()


def test_half_a_pair_is_stored_as_what_can_be(store: Store, add: Add) -> None:
    add(TEXT, scope=HERE)
    reported(store, instead="Bo \ud83d Lim")
    (read,) = store.corrections.opened(HERE)
    read.instead.encode()


def test_a_second_report_of_one_person_takes_the_place_of_the_first(store: Store, add: Add) -> None:
    add(TEXT, scope=HERE)
    first = reported(store)
    assert reported(store, instead="Omar Diaz") == first
    other = reported(store, by="slack:U2")
    assert [(one.id, one.instead) for one in store.corrections.opened(HERE)] == [
        (first, "Omar Diaz"),
        (other, "Bo Lim"),
    ]


def test_a_change_settles_all_reports_of_the_statement_and_a_rejection_one(
    store: Store, add: Add
) -> None:
    add(TEXT, scope=HERE)
    first, second, third = (reported(store, by=f"slack:U{at}") for at in range(3))
    assert store.corrections.settle(first, REJECTED, by="ed", scope=HERE) == (first,)
    ruling = Ruling(Outcome.REASSIGNED, "Bo Lim")
    assert store.corrections.settle(second, ruling, by="ed", scope=HERE) == (second, third)
    assert store.corrections.opened(HERE) == ()


def test_a_report_is_settled_once_unless_again_is_meant(store: Store, add: Add) -> None:
    add(TEXT, scope=HERE)
    number = reported(store)
    store.corrections.settle(number, REJECTED, by="ed", scope=HERE)
    with pytest.raises(UnusableQuestion, match="settled already"):
        store.corrections.settle(number, REJECTED, by="ed", scope=HERE)
    ruling = Ruling(Outcome.REASSIGNED, "Bo Lim", "I asked him.")
    store.corrections.settle(number, ruling, by="eve", scope=HERE, again=True)
    log = store.corrections.numbered(number, HERE).settled
    assert [(one.by, one.ruling) for one in log] == [("ed", REJECTED), ("eve", ruling)]


def test_to_reassign_takes_a_name(store: Store, add: Add) -> None:
    add(TEXT, scope=HERE)
    number = reported(store)
    for name in ("", "…", "x" * (LONGEST_NAME + 1)):
        with pytest.raises(UnusableQuestion, match="Say who said it"):
            store.corrections.settle(number, Ruling(Outcome.REASSIGNED, name), by="ed", scope=HERE)
    assert len(store.corrections.opened(HERE)) == 1


def test_outcomes_wait_for_the_platform_that_can_tell_them(store: Store, add: Add) -> None:
    add(TEXT)
    number = reported(store)
    store.corrections.settle(number, REJECTED, by="ed")
    assert store.corrections.outcomes("discord") == {}
    ((entry, (settled, report)),) = store.corrections.outcomes("slack").items()
    assert (settled.report, settled.ruling, settled.scope) == (number, REJECTED, "")
    assert (report.id, report.by, report.scope) == (number, "slack:U1", HERE)
    store.corrections.told([entry])
    assert store.corrections.outcomes("slack") == {}
