"""Words that come first-hand, though an outlet or another stands near them; see `conftest`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reported = Callable[[str], dict[str, Any]]
Told = Callable[[str], list[dict[str, Any]]]

# id: the sentence
FIRST_HAND: dict[str, str] = {
    "said": "“[It is safe,]” {said} <Ada Birch>.",
    "told people": "“[It is safe,]” <Ada Birch> {told} reporters.",
    "told a council": "“[It is safe,]” <Ada Birch> {told} the Ostra Council.",
    "told somebody called Post": "“[It is safe,]” <Ada Birch> {told} Emily Post.",
    "told Mr Times": "“[It is safe,]” <Ada Birch> {told} Mr Times.",
    "an outlet's own": "<The Fen Post> {reported} [the bridge was safe].",
    "the outlet's own name": "<CNN> {said} [the bridge was safe].",
    "an outlet's editor": "“[It is safe,]” {said} <Bram Otto, editor of the Fen Post>.",
    "an outlet's anchor": "<CNN anchor Bram Otto> {said} [the bridge was safe].",
    "once of an outlet": "<Ada Birch>, once of the Fen Post, {said} [it was safe].",
    "about an outlet": "“[It is a rag,]” <Ada Birch> {said} of the Fen Post.",
    "an outlet that is called names": "<Ada Birch> {called} [the Fen Post “a rag”].",
    "after an outlet reported": "<Ada Birch> {said} after CNN reported the fire that [it was out].",
    "an outlet reported something else": (
        "CNN reported the fire on Monday, and <Ada Birch> {said} [it was out]."
    ),
    "told an outlet in the content": "<Ada Birch> {said} [she had told CNN it was safe].",
    "reported in the content": "<Ada Birch> {said} [the Fen Post reported the fire].",
    "according to a paper, elsewhere": (
        "Boats run late, according to the Fen Post, but <Ada Birch> {said} [it was safe]."
    ),
    "according to a paper, in a clause that follows": (
        "<Ada Birch> {said} [it was safe], but boats run late, according to the Fen Post."
    ),
    "its own according to": "[The bridge is safe], {according to} <Ada Birch>.",
    "according to plan": "“[It is safe,]” <Ada Birch> {said} as all went according to plan.",
    "according to the rules": "<Ada Birch> {said} [it was built according to the rules].",
    "according to in marks": "“[It went according to the plan,]” {said} <Ada Birch>.",
    "an interview with police": "“[It is safe,]” <Ada Birch> {said} in an interview with police.",
    "an interview": "“[It is safe,]” <Ada Birch> {said} in an interview.",
    "through tears": "“[It is safe,]” <Ada Birch> {said} through tears.",
    "through a megaphone": "“[It is safe,]” <Ada Birch> {said} through a megaphone.",
    "via video": "“[It is safe,]” <Ada Birch> {said} via video link.",
    "on the radio": "“[It is safe,]” <Ada Birch> {said} on the radio.",
    "on Monday": "“[It is safe,]” <Ada Birch> {said} on Monday.",
    "on a site for all": "“[It is safe,]” <Ada Birch> {wrote} on Twitter.",
    "quoted nobody": "<Ada Birch> {quoted} her mother: “[It is safe.]”",
    "reported to": "<Ada Birch>, who reported to police, {said} [it was safe].",
    "police reported": "“[It is safe,]” <Ada Birch> {said}. CNN reported the fire.",
    "about an outlet's report": "“[No,]” <Birch> {said} of the Ostra Radio report.",
    "who worked for an outlet": "“[No,]” {said} <Birch>, who used to work for CNN.",
    "denying a report": "<Birch> {said} [it was safe], denying a report in the Fen Post.",
}


@pytest.mark.parametrize("sentence", FIRST_HAND.values(), ids=FIRST_HAND)
def test_words_come_first_hand(sentence: str, reported: Reported) -> None:
    assert reported(sentence)["via"] == []


def test_nobody_passes_on_their_own_words(told: Told) -> None:
    rows = told(
        "The ferry closes in May, according to the council's leader, Ada Birch, who insisted "
        "that no jobs would be lost."
    )
    assert ("Ada Birch", []) in [(row["speaker"], row["via"]) for row in rows]
    assert not any(row["via"] for row in rows)
