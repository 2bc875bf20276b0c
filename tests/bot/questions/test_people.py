"""Who is asked for, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.model import Polarity, Query

Meant = Callable[[str], Query]

ASKED = {
    "what did Zelenskiy say": Query(speaker="Zelenskiy"),
    "what did zelensky's spokesman say": Query(speaker="zelensky's spokesman"),
    "what did zelenskys spokesman say about drones": Query(
        speaker="zelenskys spokesman", topic="drones"
    ),
    "zelensky's spokesman": Query(speaker="zelensky's spokesman"),
    "zelenskys spokesman on drones": Query(speaker="zelenskys spokesman", topic="drones"),
    "quotes by the spokesman for Zelensky": Query(speaker="the spokesman for Zelensky"),
    "quotes from Putin's press secretary about drones": Query(
        speaker="Putin's press secretary", topic="drones"
    ),
    "Putin's spokesman's quotes": Query(speaker="Putin's spokesman"),
    "Kremlin spokesman": Query(speaker="Kremlin spokesman"),
    "what did the Kremlin spokesperson say": Query(speaker="the Kremlin spokesperson"),
    "did Zelensky's adviser deny it": Query(speaker="Zelensky's adviser", polarity=Polarity.DENIES),
    "what did the mayor of Kyiv say about drones": Query(
        speaker="the mayor of Kyiv", topic="drones"
    ),
    "what did President Zelensky say": Query(speaker="President Zelensky"),
    "did J. Kirby say anything about drones": Query(speaker="J. Kirby", topic="drones"),
    "what did Kirby and Biden say": Query(speaker="Kirby and Biden"),
    "what did O'Brien say": Query(speaker="O'Brien"),
    "what did Jean-Pierre say about drones": Query(speaker="Jean-Pierre", topic="drones"),
    "what did the White House say about drones": Query(speaker="the White House", topic="drones"),
    "what did U.S. officials say": Query(speaker="U.S. officials"),
    "quotes by Dr. Fauci": Query(speaker="Dr. Fauci"),
}


@pytest.mark.parametrize("typed", ASKED)
def test_a_question_asks_for_someone(meant: Meant, typed: str) -> None:
    assert meant(typed) == ASKED[typed]
