"""Another text at the same address: a version in the place of the one before, which is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlite_utils import Database as Connection

from store.model import Became, Came, Holdings, Loaded, Query
from store.store import Store
from tests.store.conftest import Said

Add = Callable[..., Loaded]

HERE, THERE = "slack:T1", "discord:G1"
URL = "https://harbor.example/pier"
STAYS, GOES = "Ana Ruiz: The pier stays where it is.", "Omar Diaz: The bridge goes tomorrow."
FIRST = f"{STAYS}\n\n{GOES}\n\nBo Lim: Fish is up."
SECOND = "Bo Lim: Fish is up.\n\nAna Ruiz: The pier stays where it was.\n\nKit Osei: Trams return."
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def everything(said: Said, scope: str = "") -> set[tuple[str | None, str]]:
    found = (
        said(words, scope) for words in ("pier stays", "bridge goes", "fish up", "trams return")
    )
    return {one for some in found for one in some}


OF_FIRST = {
    ("Ana Ruiz", "The pier stays where it is."),
    ("Omar Diaz", "The bridge goes tomorrow."),
    ("Bo Lim", "Fish is up."),
}
OF_SECOND = {
    ("Ana Ruiz", "The pier stays where it was."),
    ("Bo Lim", "Fish is up."),
    ("Kit Osei", "Trams return."),
}


def test_a_version_takes_the_place_of_the_one_before(store: Store, add: Add, said: Said) -> None:
    add(FIRST, url=URL)
    loaded = add(SECOND, url=f"{URL}/?utm_source=x")
    assert (loaded.came, len(loaded.statements)) == (Came.UPDATED, 3)
    assert {(one.became, one.before, one.now) for one in loaded.changes} == {
        (
            Became.CHANGED,
            ("The pier stays where it is.",),
            ("The pier stays where it was.",),
        ),
        (Became.WITHDRAWN, ("The bridge goes tomorrow.",), ()),
        (Became.UNCHANGED, ("Fish is up.",), ("Fish is up.",)),
        (Became.ADDED, (), ("Trams return.",)),
    }
    assert everything(said) == OF_SECOND
    assert store.holdings() == Holdings(1, 3)
    assert store.speakers("Diaz") == ()
    assert len(store.at_address(URL)) == 3


def test_the_one_before_is_kept_whole(add: Add, db: Connection) -> None:
    add(FIRST, url=URL)
    add(SECOND, url=URL)
    rows = db.execute("SELECT standing, text FROM article ORDER BY id").fetchall()
    assert rows == [("past", FIRST), ("present", SECOND)]
    counts = "SELECT count(*) FROM statement GROUP BY article ORDER BY article"
    assert db.execute(counts).fetchall() == [(3,), (3,)]


@pytest.mark.parametrize("url", [None, "https://harbor.example/"], ids=["no address", "a site's"])
def test_without_an_address_of_its_own_it_is_another_article(
    store: Store, add: Add, url: str | None
) -> None:
    add(FIRST, url=url)
    assert add(SECOND, url=url).came is Came.NEW
    assert store.holdings().articles == 2


def test_a_version_that_returns_is_current_again(store: Store, add: Add, said: Said) -> None:
    for text in (FIRST, SECOND, FIRST):
        add(text, url=URL)
    assert everything(said) == OF_FIRST
    assert add(SECOND, url=URL).came is Came.UPDATED
    assert everything(said) == OF_SECOND
    assert store.holdings() == Holdings(1, 3)


@pytest.mark.parametrize(
    ("told", "older"),
    [
        pytest.param({"updated_at": NOON - timedelta(1)}, True, id="updated earlier"),
        pytest.param({"published": date(2026, 5, 3)}, True, id="of an earlier day"),
        pytest.param({"updated_at": NOON + timedelta(1)}, False, id="updated later"),
        pytest.param({}, False, id="it does not tell"),
    ],
)
@pytest.mark.parametrize("seen", [False, True], ids=["for the first time", "again"])
def test_an_older_version_does_not_take_the_place(
    add: Add,
    said: Said,
    told: dict[str, datetime],
    older: bool,  # noqa: FBT001
    seen: bool,  # noqa: FBT001
) -> None:
    if seen:
        add(FIRST, url=URL, **({"updated_at": NOON - timedelta(2)} if told else {}))
    add(SECOND, url=URL, updated_at=NOON)
    loaded = add(FIRST, url=URL, **told)
    assert loaded.came is (Came.OLDER if older else Came.UPDATED)
    assert everything(said) == (OF_SECOND if older else OF_FIRST)


def test_the_text_of_a_past_version_without_an_address_changes_nothing(
    add: Add, said: Said
) -> None:
    add(FIRST, url=URL)
    add(SECOND, url=URL)
    assert add(FIRST).came is Came.OLDER
    assert everything(said) == OF_SECOND


def test_a_scope_has_its_own_version_in_place_of_everyones(
    store: Store, add: Add, said: Said
) -> None:
    add(FIRST, url=URL)
    loaded = add(SECOND, url=URL, scope=HERE)
    assert loaded.came is Came.UPDATED
    assert [everything(said, scope) for scope in ("", THERE, HERE)] == [
        OF_FIRST,
        OF_FIRST,
        OF_SECOND,
    ]
    assert store.holdings(HERE) == Holdings(1, 3)
    third = f"{STAYS}\n\nOmar Diaz: The bridge stays."
    add(third, url=URL)
    assert {len(everything(said, scope)) for scope in ("", THERE, HERE)} == {1}
    assert said("bridge stays", HERE) == [("Omar Diaz", "The bridge stays.")]


def test_a_scope_keeps_its_own_where_that_is_newer(add: Add, said: Said) -> None:
    add(FIRST, url=URL, updated_at=NOON)
    add(SECOND, url=URL, updated_at=NOON + timedelta(2), scope=HERE)
    add(f"{FIRST}\n\nKit Osei: Soon.", url=URL, updated_at=NOON + timedelta(1))
    assert [everything(said, scope) for scope in ("", HERE)] == [OF_FIRST, OF_SECOND]
    add(SECOND, url=URL, updated_at=NOON + timedelta(2))
    assert [everything(said, scope) for scope in ("", HERE)] == [OF_SECOND, OF_SECOND]


def test_a_detail_that_is_filled_in_takes_nothing_from_a_scope(
    store: Store, add: Add, said: Said
) -> None:
    add(FIRST, url=URL)
    add(SECOND, url=URL, scope=HERE)
    assert add(FIRST, url=URL, title="Pier").filled == ("title",)
    assert [everything(said, scope) for scope in ("", HERE)] == [OF_FIRST, OF_SECOND]
    assert store.holdings(HERE) == Holdings(1, 3)


def test_an_address_that_is_filled_in_is_that_of_a_scopes_own_too(
    store: Store, add: Add, said: Said, settle: Callable[..., int]
) -> None:
    add(FIRST)
    settle("pier stays", "Kit Osei", scope=HERE)
    add(SECOND, url=URL, scope=HERE)
    assert add(FIRST, url=URL).filled == ("url",)
    assert len(store.at_address(URL, scope=HERE)) == 3
    assert store.holdings(HERE) == Holdings(1, 3)
    assert said("pier stays", HERE) == [("Kit Osei", "The pier stays where it is.")]


def test_steps_that_a_scope_has_made_in_two_articles_are_joined(
    store: Store, add: Add, said: Said
) -> None:
    urls = URL, "https://planet.example/1"
    for url in urls:
        for text in (FIRST, SECOND):
            add(text, url=url, scope=HERE)
    add(f"{SECOND}\n\nBen Hall: Soon.")
    for url in urls:
        add(f"{SECOND}\n\nBen Hall: Soon.", url=url)
    assert said("bridge goes", HERE) == []
    assert store.holdings(HERE).articles == 2


def test_what_a_scope_loaded_first_gives_way_to_everyones(
    store: Store, add: Add, said: Said
) -> None:
    add(FIRST, url=URL, scope=HERE)
    add(SECOND, url=URL)
    assert [everything(said, scope) for scope in ("", HERE)] == [OF_SECOND, OF_SECOND]
    assert store.holdings(HERE) == Holdings(1, 3)


def test_nothing_of_a_scopes_versions_is_told_elsewhere(store: Store, add: Add) -> None:
    add(FIRST, url=URL, scope=HERE)
    add(SECOND, url=URL, scope=HERE)
    for scope in ("", THERE):
        assert store.at_address(URL, scope=scope) == ()
        assert store.holdings(scope) == Holdings()
    assert add(FIRST, url=URL).came is Came.NEW
    assert [one.statement.revised for one in store.at_address(URL)] == [None] * 3
    assert [one.statement.revised for one in store.at_address(URL, scope=THERE)] == [None] * 3


def test_a_ruling_is_carried_to_the_words_that_stayed_and_those_that_changed(
    add: Add, said: Said, settle: Callable[..., int]
) -> None:
    add(FIRST, url=URL)
    settle("pier stays", "Kit Osei")
    settle("fish up")
    add(SECOND, url=URL)
    assert said("pier stays") == [("Kit Osei", "The pier stays where it was.")]
    assert said("fish up") == []
    add(FIRST, url=URL)
    assert said("pier stays") == [("Kit Osei", "The pier stays where it is.")]


def test_a_ruling_of_a_scope_is_carried_for_it_alone(
    add: Add, said: Said, settle: Callable[..., int]
) -> None:
    add(FIRST, url=URL)
    settle("pier stays", "Kit Osei", scope=HERE)
    add(SECOND, url=URL)
    assert said("pier stays", HERE) == [("Kit Osei", "The pier stays where it was.")]
    for scope in ("", THERE):
        assert said("pier stays", scope) == [("Ana Ruiz", "The pier stays where it was.")]


def test_a_ruling_is_undone_in_the_version_that_is_seen(
    store: Store, add: Add, said: Said, settle: Callable[..., int]
) -> None:
    add(FIRST, url=URL)
    number = settle("pier stays", "Kit Osei")
    add(SECOND, url=URL)
    store.corrections.undo(number, by="ed")
    assert said("pier stays") == [("Ana Ruiz", "The pier stays where it was.")]
    add(FIRST, url=URL)
    assert said("pier stays") == [("Ana Ruiz", "The pier stays where it is.")]


def test_a_report_of_before_is_settled_where_the_words_are_now(
    store: Store, add: Add, said: Said
) -> None:
    add(FIRST, url=URL)
    (found,) = store.search(Query(words="pier stays"))
    number = store.corrections.report(found.id, instead="Kit Osei", why="", by="me", scope="")
    add(SECOND, url=URL)
    match = store.corrections.numbered(number).match
    assert match is not None
    assert match.words == ("The pier stays where it was.",)


def test_a_statement_tells_how_it_read_before(store: Store, add: Add) -> None:
    add(FIRST, url=URL)
    add(SECOND, url=URL, updated_at=NOON)
    add(f"{SECOND}\n\nBen Hall: Soon.", url=URL, updated_at=NOON + timedelta(3))
    (changed,) = store.search(Query(words="pier stays"))
    (same,) = store.search(Query(words="fish up"))
    assert changed.statement.revised is not None
    assert changed.statement.revised.words == ("The pier stays where it is.",)
    assert changed.statement.revised.on == NOON.date()
    assert same.statement.revised is None


def test_the_number_of_before_finds_the_statement_of_now(store: Store, add: Add) -> None:
    add(FIRST, url=URL)
    (found,) = store.search(Query(words="pier stays"))
    (gone,) = store.search(Query(words="bridge goes"))
    add(SECOND, url=URL)
    assert [one.words for one in store.versions(found.id)] == [("The pier stays where it was.",)]
    assert store.versions(gone.id) == ()
    number = store.corrections.report(found.id, instead="Bo Lim", why="", by="me", scope="")
    assert store.corrections.numbered(number).words == "The pier stays where it was."


def test_the_number_of_anothers_version_finds_nothing(store: Store, add: Add) -> None:
    add(FIRST, url=URL)
    add(SECOND, url=URL, scope=HERE)
    (own,) = store.search(Query(words="pier stays", scope=HERE))
    for scope in ("", THERE):
        assert store.versions(own.id, scope=scope) == ()


def test_what_a_scope_ruled_in_its_own_holds_where_it_goes_back_to_everyones(
    add: Add, said: Said, settle: Callable[..., int]
) -> None:
    add(FIRST)
    add(SECOND, url=URL, scope=HERE)
    settle("pier stays where was", "Kit Osei", scope=HERE)
    assert add(FIRST, url=URL, scope=HERE).came is Came.UPDATED
    assert said("pier stays", HERE) == [("Kit Osei", "The pier stays where it is.")]
    assert said("pier stays", THERE) == [("Ana Ruiz", "The pier stays where it is.")]


def test_what_was_ruled_on_the_words_before_they_were_a_version_holds(
    add: Add, said: Said, settle: Callable[..., int]
) -> None:
    add(SECOND, url="https://planet.example/1")
    settle("pier stays", "Bo Lim")
    add(FIRST, url=URL)
    settle("pier stays where it is", "Kit Osei")
    add(SECOND, url=URL)
    assert said("pier stays") == [("Bo Lim", "The pier stays where it was.")] * 2


def test_versions_loaded_by_many_at_once_leave_one(store: Store, add: Add) -> None:
    texts = [f"Ana Ruiz: The pier has {number} planks." for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: add(text, url=URL), texts * 2))
    assert store.holdings() == Holdings(1, 1)
    assert len(store.search(Query(words="pier planks"))) == 1


def test_of_versions_loaded_in_any_order_the_newest_stays(store: Store, add: Add) -> None:
    def load(number: int) -> None:
        at = NOON + timedelta(number)
        add(f"Ana Ruiz: The pier has {number} planks.", url=URL, updated_at=at)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(load, [*range(8, 16), *range(8)]))
    (found,) = store.search(Query(words="pier planks"))
    assert found.words == ("The pier has 15 planks.",)
