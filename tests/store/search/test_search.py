"""What is asked of invented articles: names, opposites, order, odd questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.model import Loaded, Match, Polarity, Query
from store.store import Store
from store.words import folded, telling

Add = Callable[..., Loaded]


def said(found: tuple[Match, ...]) -> list[str]:
    return [" ".join(match.words) for match in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Ruiz", ["The pier stays.", "The bridge goes."], id="all of a surname"),
        pytest.param("Ana Ruiz", ["The pier stays."], id="one of them"),
        pytest.param("Anna Ruiz", ["The pier stays."], id="misspelt first name"),
        pytest.param("Mayor Ruiz", ["The pier stays."], id="title in front"),
        pytest.param("Ana", ["The pier stays."], id="first name where nobody bears it as last"),
        pytest.param("José Niño", ["Fish is up."], id="accents"),
        pytest.param("jose nino", ["Fish is up."], id="without accents"),
        pytest.param("O’Neil", ["Trams are late."], id="curly apostrophe"),
        pytest.param("Ann Ruizinger", [], id="somebody else"),
        pytest.param("Smith", [], id="nobody"),
        pytest.param("!!!", [], id="no name at all"),
    ],
)
def test_names(store: Store, add: Add, typed: str, expected: list[str]) -> None:
    add("Ana Ruiz, mayor: The pier stays.")
    add("Luis Ruiz, deputy mayor: The bridge goes.")
    add("Jose\N{COMBINING ACUTE ACCENT} Niño: Fish is up.\n\nSam O'Neil: Trams are late.")
    assert sorted(said(store.search(Query(speaker=typed)))) == sorted(expected)


@pytest.mark.parametrize(
    ("first", "second", "matches"),
    [
        pytest.param(
            "We keep the pier open all summer.",
            "We keep the pier open all summer long.",
            1,
            id="reworded",
        ),
        pytest.param("We will keep the pier.", "We will not keep the pier.", 2, id="opposite"),
        pytest.param("We do keep the old pier.", "We don't keep the old pier.", 2, id="don't"),
        pytest.param("The pier cost 20 million.", "The pier cost 90 million.", 2, id="number"),
        pytest.param("We will keep the pier.", "We will sell the pier to you.", 2, id="other"),
    ],
)
def test_variants(store: Store, add: Add, first: str, second: str, matches: int) -> None:
    add(f"Ana Ruiz (Harbor Times): {first}")
    add(f"Ana Ruiz (Daily Ledger): {second}")
    assert len(store.search(Query(words="pier"))) == matches


def test_the_same_words_of_another_speaker_are_no_variant(store: Store, add: Add) -> None:
    add("Ana Ruiz: The old pier will stay.\n\nOmar Diaz: The old pier will stay.")
    assert len(store.search(Query(words="old pier"))) == 2


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(
            Query(outlet="Daily Ledger"),
            [("The old pier will stay for children.", "The old pier will stay for kids.")],
            id="the outlet asked for leads",
        ),
        pytest.param(
            Query(words="stay kids"),
            [("The old pier will stay for kids.", "The old pier will stay for children.")],
            id="the words asked for lead",
        ),
        pytest.param(Query(polarity=Polarity.DENIES), [("The old pier will stay.",)], id="denial"),
    ],
)
def test_a_match_has_its_variants_though_they_do_not_meet_the_question(
    store: Store, add: Add, query: Query, expected: list[tuple[str, ...]]
) -> None:
    add("Ana Ruiz (Harbor Times): The old pier will stay for kids.", published=date(2024, 6, 1))
    add("Ana Ruiz (Daily Ledger): The old pier will stay for children.")
    add("!Ana Ruiz: The old pier will stay.")
    add("Omar Diaz: The old pier will stay for students.")
    found = store.search(query)
    assert [(*match.words, *said(match.variants)) for match in found] == expected


def test_the_limit_counts_utterances(store: Store, add: Add) -> None:
    for day in range(1, 9):
        add(f"Ana Ruiz: The pier stays.\n\nAna Ruiz: Fish is up.\n\nDay {day}")
    found = store.search(Query(speaker="Ruiz"), limit=2)
    assert [(*match.words, len(match.variants)) for match in found] == [
        ("The pier stays.", 7),
        ("Fish is up.", 7),
    ]


def test_statements_without_any_word_are_no_variants(store: Store, add: Add) -> None:
    add("Ana Ruiz: …!\n\nAna Ruiz: ?!")
    assert len(store.search(Query(speaker="Ruiz"))) == 2


def test_newest_first_among_equals(store: Store, add: Add) -> None:
    add("Ana Ruiz: Nobody knows the day.")
    add("Ana Ruiz: It is May.", published=date(2024, 5, 1))
    add("Ana Ruiz: It is June, after all.", published=date(2024, 6, 1))
    found = said(store.search(Query(speaker="Ruiz")))
    assert found == ["It is June, after all.", "It is May.", "Nobody knows the day."]


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        pytest.param("the Harbor Times", ["One.", "Two."], id="article's own, and a via"),
        pytest.param("harbour times", ["One.", "Two."], id="other spelling"),
        pytest.param("Ledger", ["Two."], id="part of a name"),
        pytest.param("Times of India", [], id="another name"),
    ],
)
def test_outlets(store: Store, add: Add, outlet: str, expected: list[str]) -> None:
    add("Ana Ruiz: One.", outlet="Harbor Times")
    add("Omar Diaz (The Harbor Times): Two.", outlet="Daily Ledger")
    assert sorted(said(store.search(Query(outlet=outlet)))) == expected


def test_a_misspelt_word_is_only_corrected_to_one_in_sight(store: Store, add: Add) -> None:
    add("Ana Ruiz: The prison is full.")
    add("Omar Diaz: The poison is out.", scope="slack:B")
    assert said(store.search(Query(words="the prisson", scope="slack:A"))) == [
        "The prison is full."
    ]


def test_a_role_alone_is_only_near(store: Store, add: Add) -> None:
    add("Ana Ruiz, harbour master: The pier stays.")
    asked = Query(speaker="the harbour master")
    assert (store.search(asked), said(store.nearest(asked))) == ((), ["The pier stays."])


@pytest.mark.parametrize(
    "words",
    [
        pytest.param('"', id="quote"),
        pytest.param('pier" OR words:"stays', id="fts phrase"),
        pytest.param("pier NEAR(stays) AND NOT *", id="fts operators"),
        pytest.param("pier\0stays", id="NUL"),
        pytest.param("'; DROP TABLE article; --", id="sql"),
        pytest.param("pier " * 2_000, id="ten thousand characters"),
        pytest.param("p" * 10_000, id="one long word"),
        pytest.param("\ud800", id="half a character"),
        pytest.param("ﬁ ½ Ⅷ ʼ ٣ ก็ 漢字 🙂", id="odd letters"),
    ],
)
def test_any_words_are_safe(store: Store, add: Add, words: str) -> None:
    add("Ana Ruiz: The pier stays.")
    for field in ("words", "speaker", "topic", "outlet", "loose"):
        asked = Query(**{field: words})
        store.search(asked)
        store.nearest(asked)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(), field=st.sampled_from(["words", "speaker", "topic", "outlet", "loose"]))
def test_whatever_is_asked_has_an_answer(seeded: Store, words: str, field: str) -> None:
    asked = Query(**{field: words})
    for match in (*seeded.search(asked), *seeded.nearest(asked)):
        assert match.words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Don’t! don't", ("dont", "dont"), id="apostrophes"),
        pytest.param("The U.S. and J.K. Rowling", ("the", "us", "and", "jk", "rowling"), id="U.S."),
        pytest.param("Zürich, Straße, ÉTÉ", ("zurich", "strasse", "ete"), id="accents"),
        pytest.param("COVID-19 cost $3.5m", ("covid", "19", "cost", "3", "5m"), id="numbers"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_folded(text: str, expected: tuple[str, ...]) -> None:
    assert folded(text) == expected


def test_telling_words_come_once_and_in_order() -> None:
    assert telling(("the", "pier", "is", "the", "old", "pier")) == ("pier", "old")
