"""What looks like a report, a denial or somebody spoken to, and says nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., list[dict[str, Any]]]

NOTHING_SAID: dict[str, str] = {
    "told to resign": "Ada Birch was told to resign on Monday.",
    "told off": "Ada Birch told off the driver.",
    "asked for": "Ada Birch asked for the files on Monday.",
    "asked to leave": "Ada Birch was asked to leave the hall.",
    "denied boarding": "Ada Birch was denied boarding on Monday.",
    "denied entry": "Guards denied Ada Birch entry to the hall.",
    "denied a visa": "The embassy denied her a visa.",
    "according to plan": "The launch went according to plan.",
    "according to size": "The boats were sorted according to size.",
    "refused to confirm": "Ada Birch refused to confirm the report.",
    "did not dispute": "Ada Birch did not dispute the figures.",
    "neither confirmed nor denied": "Ada Birch neither confirmed nor denied the report.",
    "rejected an offer": "Ada Birch rejected the offer on Monday.",
    "dismissed from office": "Ada Birch was dismissed on Monday.",
    "promised land": "The promised bridge has not been built.",
    "a report": "The report is due on Tuesday.",
    "an interview": "Ada Birch gave an interview to the Fen Post.",
    "reportedly did": "Ada Birch reportedly left on Monday.",
    "scare quotes": "The so-called “green” bus broke down on Mill Lane again.",
    "a title": "Her novel, “The Long Ferry,” came out in May.",
    "a nickname": "Bram “the Boat” Otto won the race.",
    "did not say": "Ada Birch did not say that the bridge would be built.",
    "never said": "Ada Birch never said the bridge was safe.",
    "declined to comment": "Ada Birch declined to comment.",
    "did not deny": "Ada Birch did not deny that she had been there.",
    "stance": "Apparently Ada Birch disagrees.",
    "doubled down": "Ada Birch doubled down on Monday.",
    "allegation by nobody": "A video allegedly showing the crash was posted on Monday.",
    "denied bail": "The judge denied bail to the driver.",
    "passive denial": "The driver was denied entry.",
    "noun that looks like a cue": "Her claims that year were paid in full.",
    "passive": "The bridge was said to be safe.",
    "condition": "If Ada Birch says the bridge is safe, it will open.",
    "question": "Has Ada Birch said that the bridge is safe?",
    "no one": "No one said the bridge was safe.",
    "infinitive": "Ada Birch went to say goodbye to the crew.",
}


@pytest.mark.parametrize("text", NOTHING_SAID.values(), ids=NOTHING_SAID)
def test_nothing_is_said(text: str, told: Told) -> None:
    assert told(text) == []
