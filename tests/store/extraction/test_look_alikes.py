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
}


@pytest.mark.parametrize("text", NOTHING_SAID.values(), ids=NOTHING_SAID)
def test_nothing_is_said(text: str, told: Told) -> None:
    assert told(text) == []
