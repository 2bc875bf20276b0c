"""Names offered while one is typed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import islice, product

import pytest

from store.model import Article, Loaded
from store.search import weights
from store.store import Store
from tests.store.conftest import noted

Add = Callable[..., Loaded]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", ("Ana Ruiz", "Omar Diaz"), id="nothing: most articles first"),
        pytest.param("di", ("Omar Diaz",), id="begun"),
        pytest.param("a", ("Ana Ruiz",), id="an initial"),
        pytest.param("DIAS", ("Omar Diaz",), id="misspelt"),
        pytest.param("riu", ("Ana Ruiz",), id="begun and misspelt"),
        pytest.param("ruiz ana", ("Ana Ruiz",), id="turned round"),
        pytest.param("o diaz", ("Omar Diaz",), id="an initial and a surname"),
        pytest.param("ana diaz", (), id="a given name of one and a surname of another"),
        pytest.param("xylophone", (), id="nobody"),
        pytest.param("%", ("Ana Ruiz", "Omar Diaz"), id="no word"),
    ],
)
def test_speakers_are_offered(
    store: Store, add: Add, typed: str, expected: tuple[str, ...]
) -> None:
    add("Omar Diaz: One.\n\nAna Ruiz: Two.")
    add("Ana Ruiz: Three.")
    assert store.speakers(typed) == expected


def test_no_more_speakers_than_the_limit(store: Store, add: Add) -> None:
    add("\n\n".join(f"Ana Number{n}: One." for n in range(30)))
    assert (len(store.speakers("")), len(store.speakers("ana", limit=3))) == (25, 3)


def test_what_begins_so_comes_before_what_is_spelt_like_it(store: Store, add: Add) -> None:
    for number in range(3):
        add(f"Ana Marek: {number}.")
    add("Ana Maren: One.")
    assert store.speakers("maren") == ("Ana Maren", "Ana Marek")


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """More people than are gone through in the order of their articles, and one of one article."""
    syllables = ("ba", "do", "fe", "gi", "ku", "lo", "me", "na", "pi", "ro")
    halves = ["".join(pair).title() for pair in product(syllables, repeat=2)]
    people = islice((f"{a} {b}" for a, b in product(halves, repeat=2)), weights.FOREMOST)
    text = "\n\n".join(f"{who}: It rains." for who in people)
    with Store(tmp_path_factory.mktemp("crowd") / "crowd.db", extractor=noted) as store:
        for day in ("Monday", "Tuesday"):
            store.load(Article(f"{text}\n\n?: On {day}."), by="ed")
        store.load(Article("Wanda Wrzos: It rains."), by="ed")
        store.load(Article("Wanda Local: It rains."), by="ed", scope="slack:T1")
        yield store


@pytest.mark.parametrize(
    "typed", ["w", "wrz", "wanda", "wanda wr", "wrzso", "wzros", "wnada wrzos", "Wanda Wrzos"]
)
def test_one_of_one_article_is_offered_among_many(crowd: Store, typed: str) -> None:
    assert crowd.speakers(typed)[:1] == ("Wanda Wrzos",)


def test_those_of_a_scope_are_offered_there_only(crowd: Store) -> None:
    assert "Wanda Local" in crowd.speakers("wanda", scope="slack:T1")
    assert "Wanda Local" not in crowd.speakers("wanda", scope="slack:T2")


def test_little_is_read_whatever_is_typed(crowd: Store) -> None:
    typed = ("", "b", "ba", "bado", "badof", "bdao", "wrzso", "x", "loba bado")
    before = time.process_time()
    for one in typed:
        crowd.speakers(one)
    assert time.process_time() - before < 0.05 * len(typed)


def test_who_is_left_out_of_a_scopes_own_version_is_not_offered_there(
    store: Store, add: Add
) -> None:
    url = "https://harbor.example/pier"
    add("Ana Ruiz: The pier stays.\n\nOmar Diaz: The bridge goes.", url=url)
    add("Ana Ruiz: The pier stays.\n\nBo Lim: Fish is up.", url=url, scope="slack:T1")
    for typed in ("", "dia", "diez"):
        assert "Omar Diaz" not in store.speakers(typed, scope="slack:T1")
    assert store.speakers("dia") == ("Omar Diaz",)
    add("Omar Diaz: Trams return.")
    assert store.speakers("dia", scope="slack:T1") == ("Omar Diaz",)
