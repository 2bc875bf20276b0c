"""What is found where very many statements have the words that are asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Loaded, Query, Reason
from store.search import weights
from store.store import Store

Add = Callable[..., Loaded]

SAID = "The harbour bridge and the market tower need another school."
OTHERS = [
    f"Another tower {n} and the school need the bridge, the market or the harbour."
    for n in range(400)
]


def notes(*lines: tuple[str, str]) -> str:
    return "\n\n".join(f"{who}: {words}" for who, words in lines)


@pytest.mark.parametrize("at", [0, 200, 400])
def test_of_all_that_have_the_words_the_one_in_order_comes_first(
    store: Store, add: Add, at: int
) -> None:
    said = [*OTHERS[:at], SAID, *OTHERS[at:]]
    add(notes(*((f"Ann A{n}", words) for n, words in enumerate(said))))
    typed = "harbour bridge and the market tower need another school"
    assert store.search(Query(words=typed), limit=1)[0].words == (SAID,)


def test_a_phrase_is_found_wherever_it_stands_just_so(store: Store, add: Add) -> None:
    just_so = ["The market tower will stand.", "I climbed a market tower.", "No market tower fell!"]
    others = [f"A tower {n} of this market." for n in range(500)]
    said = [just_so[0], *others[:250], just_so[1], *others[250:], just_so[2]]
    add(notes(*((f"Ann A{n}", words) for n, words in enumerate(said))))
    found = store.search(Query(words="market tower", exact=("market tower",)))
    assert sorted(match.words[0] for match in found) == sorted(just_so)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Castellano harbour bridge market tower school", id="in front"),
        pytest.param("harbour bridge market tower school Castellamo", id="misspelt, at the end"),
        pytest.param("tower school market Kastellano harbour bridge", id="by ear, within"),
    ],
)
def test_a_name_among_words_tells_who_is_meant(store: Store, add: Add, typed: str) -> None:
    words = "Another tower and the school need the bridge, the market or the harbour."
    people = ("Marta Castellano", *(f"Ann A{n}" for n in range(weights.TIES + 60)))
    add(notes(*((who, words) for who in people)))
    found = store.search(Query(loose=typed), limit=1)[0]
    assert found.statement.speaker
    assert found.statement.speaker.name == "Marta Castellano"
    assert Reason.SPEAKER in found.reasons


def test_a_topic_is_looked_for_beside_what_a_speaker_said(store: Store, add: Add) -> None:
    for words in OTHERS[:20]:
        add(f"Omar Diaz: {words}")
    add("Omar Diaz: The harbour needs another tower.\n\nAna Ruiz: I will not pay for that.")
    add("Ana Ruiz: It rains.")
    found = store.search(Query(speaker="Ana Ruiz", topic="harbour tower"))
    assert [(match.words, Reason.ARTICLE in match.reasons) for match in found] == [
        (("I will not pay for that.",), True)
    ]
