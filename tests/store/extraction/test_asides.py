"""A "not" in what describes a speaker turns nothing round; one at the verb of saying does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

SAID = {
    "a surgeon who is not": (
        "Dr Ada Birch, a surgeon at the infirmary who is not related to him, said the files had "
        "been “changed by hand”.",
        "Ada Birch",
    ),
    "a neighbour who does not": (
        "Ada Birch, a neighbour who does not know the family, said it had been “quiet”.",
        "Ada Birch",
    ),
    "a pilot who had never": (
        "Kit Osei, a pilot who had never flown there, told the inquiry the map was “out of date”.",
        "Kit Osei",
    ),
    "a lawyer who is not": (
        "Lena Holt, a lawyer who is not involved in the case, called the ruling “a disaster”.",
        "Lena Holt",
    ),
    "an expert not involved": (
        "Ada Birch, an expert not involved in the study, said the results were “new to us all”.",
        "Ada Birch",
    ),
    "a teacher without": (
        "Ada Birch, 44, a teacher without a car, said the bus was “the only way to work”.",
        "Ada Birch",
    ),
    "a man who did not": (
        "A man who did not give his name said the water was “up to the windows”.",
        "A man",
    ),
    "residents who had not": (
        "Residents who had not been told of the plan said that it was “a disgrace to the town”.",
        "Residents",
    ),
    "who could not be named": (
        "A witness who could not be named said the driver had “never even slowed down”.",
        "A witness",
    ),
    "who would not be drawn": (
        "Ada Birch, who would not be drawn on the cost, said the work would be “done by May”.",
        "Ada Birch",
    ),
    "who denied": (
        "Bram Otto, a baker who denied any part in it, said the fire had “come from nowhere”.",
        "Bram Otto",
    ),
    "who wrote satire": (
        "Kit Osei, who wrote a satirical novel about it, said the bridge had been “left to rot”.",
        "Kit Osei",
    ),
    "who believes": (
        "Ada Birch, a councillor who believes Otto lied, said the vote was “a charade all along”.",
        "Ada Birch",
    ),
    "who can hardly": (
        "The mayor, who can hardly walk since the fall, said that she would stay.",
        "The mayor",
    ),
}


@pytest.mark.parametrize(("text", "who"), SAID.values(), ids=SAID)
def test_what_describes_a_speaker_turns_nothing_round(text: str, who: str, told: Told) -> None:
    assert [one["speaker"] for one in told(text)] == [who]


SAFE = "that the bridge was safe"
UNSAID = {
    "a surgeon did not": f"Ada Birch, who is a surgeon, did not say {SAFE}.",
    "a surgeon has never": f"Ada Birch, a surgeon, has never said {SAFE}.",
    "a surgeon almost": f"Ada Birch, a surgeon, almost said {SAFE}.",
    "a surgeon might have": f"Ada Birch, a surgeon, might have said {SAFE}.",
    "would not, in May": f"Ada Birch, a surgeon, would not, in May, say {SAFE}.",
    "who has never, in all these years": (
        f"Ada Birch, who has never, in all these years, said {SAFE}, left."
    ),
    "the man who did not": f"The man who did not say {SAFE} left.",
    "nobody who was there": f"Nobody who was there said {SAFE}.",
    "neither": f"Neither Ada Birch, a surgeon, nor Kit Osei, a pilot, said {SAFE}.",
    "no minister": f"No minister, not even Ada Birch, said {SAFE}.",
    "if a surgeon": f"If Ada Birch, a surgeon who is not his sister, said {SAFE}, it is.",
    "pretended": f"Ada Birch pretended that Kit Osei, a pilot, said {SAFE}.",
    "in a fake": f"In a fake video, Kit Osei, a pilot who is not his brother, said {SAFE}.",
}


@pytest.mark.parametrize("text", UNSAID.values(), ids=UNSAID)
def test_a_not_at_the_verb_of_saying_does(text: str, told: Told) -> None:
    assert told(text) == []
