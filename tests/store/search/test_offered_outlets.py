"""Outlets offered while one is typed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from store.model import Article, Loaded, Query
from store.store import Store
from tests.store.conftest import noted

Add = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", ("The Harbor Times", "Evening Bell", "KXYZ"), id="nothing: most first"),
        pytest.param("har", ("The Harbor Times",), id="begun"),
        pytest.param("the h", ("The Harbor Times",), id="with its article"),
        pytest.param("times harbor", ("The Harbor Times",), id="turned round"),
        pytest.param("evenning", ("Evening Bell",), id="misspelt"),
        pytest.param("BELL", ("Evening Bell",), id="its second word"),
        pytest.param("kx", ("KXYZ",), id="one it came through"),
        pytest.param("xylophone", (), id="none"),
    ],
)
def test_outlets_are_offered(store: Store, add: Add, typed: str, expected: tuple[str, ...]) -> None:
    add("Ana Ruiz: One.\n\nOmar Diaz: Two.\n\nAna Ruiz: Three.", outlet="The Harbor Times")
    add("Ana Ruiz: Four.\n\nOmar Diaz (KXYZ): Five.", outlet="Evening Bell")
    assert store.outlets(typed) == expected


def test_one_outlet_is_offered_once_as_most_statements_have_it(store: Store, add: Add) -> None:
    add("Ana Ruiz: One.", outlet="harbor times")
    add("Ana Ruiz: Two.\n\nOmar Diaz (Harbor Times): Three.", outlet="The Harbor Times")
    assert store.outlets("") == ("The Harbor Times",)


def test_what_is_offered_is_found(store: Store, add: Add) -> None:
    add("Ana Ruiz: One.", outlet="The Harbor Times")
    add("Omar Diaz: Two.", outlet="Evening Bell")
    (offered,) = store.outlets("times")
    (found,) = store.search(Query(outlet=offered))
    assert found.words == ("One.",)


def test_no_more_outlets_than_the_limit(store: Store, add: Add) -> None:
    for number in range(30):
        add(f"Ana Ruiz: {number}.", outlet=f"Paper number{number}")
    assert (len(store.outlets("")), len(store.outlets("paper", limit=3))) == (25, 3)


def test_outlets_of_a_scope_are_offered_there_only(store: Store, add: Add) -> None:
    add("Ana Ruiz (Secret Wire): One.", outlet="Local Bell", scope="discord:1")
    assert set(store.outlets("", scope="discord:1")) == {"Local Bell", "Secret Wire"}
    assert store.outlets("", scope="discord:2") == store.outlets("") == ()


def test_outlets_of_what_is_not_sure_enough_are_not_offered(store: Store, add: Add) -> None:
    add("~Ana Ruiz (Secret Wire): One.", outlet="Local Bell")
    assert store.outlets("") == ()


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Three thousand outlets, each of which something came through."""
    syllables = ("ba", "do", "fe", "gi", "ku", "lo", "me", "na", "pi", "ro")
    halves = ["".join(two).title() for two in product(syllables, repeat=2)]
    names = [f"{a} {b}" for a, b in product(halves[:30], halves)]
    with Store(tmp_path_factory.mktemp("kiosk") / "kiosk.db", extractor=noted) as store:
        text = "\n\n".join(f"Ana Ruiz ({name}): It rains." for name in names)
        store.load(Article(text), by="ed")
        yield store


@pytest.mark.parametrize("typed", ["", "b", "bado", "bdao", "x", "loba bado"])
def test_among_thousands_it_takes_little(kiosk: Store, typed: str) -> None:
    before = time.process_time()
    kiosk.outlets(typed)
    assert time.process_time() - before < 0.25
