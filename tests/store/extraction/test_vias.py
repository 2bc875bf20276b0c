"""Through whom words came, in sentences whose quotation is marked; see `conftest`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reported = Callable[[str], dict[str, Any]]

# id: the sentence, then the name and the relation
THROUGH: dict[str, tuple[str, str, str]] = {
    "told an outlet": ("“[It is safe,]” <Ada Birch> {told} CNN.", "CNN", "told"),
    "told a paper": ("<Ada Birch> {told} the Fen Post that [it shut].", "the Fen Post", "told"),
    "told a paper of a day": (
        "<Ada Birch> {told} the Sunday Mirror [the bridge was safe].",
        "the Sunday Mirror",
        "told",
    ),
    "told a gazette": (
        "“[It is safe,]” <Ada Birch> {told} the Lowtown Gazette on Monday.",
        "the Lowtown Gazette",
        "told",
    ),
    "told a station": ("“[It is safe,]” <Ada Birch> {told} Ostra Radio.", "Ostra Radio", "told"),
    "told a station, turned round": (
        "“[It is safe,]” <Ada Birch> {told} Radio Ostra.",
        "Radio Ostra",
        "told",
    ),
    "told a channel": ("“[It is safe,]” <Ada Birch> {told} Channel 9.", "Channel 9", "told"),
    "told a news agency": (
        "“[It is safe,]” <Ada Birch> {told} the Norland news agency.",
        "the Norland news agency",
        "told",
    ),
    "told a programme": (
        "“[It is safe,]” <Ada Birch> {told} BBC Breakfast.",
        "BBC Breakfast",
        "told",
    ),
    "told an evening paper": (
        "“[It is safe,]” <Ada Birch> {told} the Ostra Evening Standard.",
        "the Ostra Evening Standard",
        "told",
    ),
    "confirmed to": (
        "<Ada Birch> {confirmed} to the Fen Post that [it shut].",
        "the Fen Post",
        "told",
    ),
    "an interview": (
        "“[It is safe,]” <Ada Birch> {said} in an interview with the Fen Post.",
        "the Fen Post",
        "told",
    ),
    "an interview before the source": (
        "In an interview with the Fen Post, <Ada Birch> {said} [it was safe].",
        "the Fen Post",
        "told",
    ),
    "a statement to": (
        "“[It is safe,]” <Ada Birch> {said} in a statement to the Fen Post.",
        "the Fen Post",
        "told",
    ),
    "speaking to": (
        "Speaking to Ostra Radio, <Ada Birch> {said} [it was safe].",
        "Ostra Radio",
        "told",
    ),
    "the passive": ("CNN was {told} by <Ada Birch> that [it was safe].", "CNN", "told"),
    "on a channel": ("<Ada Birch> {said} on Fox News that [it was safe].", "Fox News", "told"),
    "on a programme": (
        "“[No,]” <Ada Birch> {said} on CNN’s “Good Morning.”",
        "CNN’s “Good Morning.”",
        "told",
    ),
    "according to a paper": (
        "“[It is safe,]” {said} <Ada Birch>, according to the Fen Post.",
        "the Fen Post",
        "according to",
    ),
    "according to a paper, first": (
        "According to the Fen Post, <Ada Birch> {said} [it was safe].",
        "the Fen Post",
        "according to",
    ),
    "according to a report in": (
        "“[It is safe,]” {said} <Ada Birch>, according to a report in the Fen Post.",
        "the Fen Post",
        "according to",
    ),
    "according to documents": (
        "“[It is safe,]” {said} <Ada Birch>, according to court documents.",
        "court documents",
        "according to",
    ),
    "according to a transcript": (
        "“[It is safe,]” {said} <Ada Birch>, according to a transcript of the call.",
        "a transcript of the call",
        "according to",
    ),
    "according to people": (
        "“[It is safe,]” <Ada Birch> {said}, according to two witnesses.",
        "two witnesses",
        "according to",
    ),
    "according to a paper, told to people": (
        "“[It is safe,]” <Ada Birch> {told} the crew on Monday, according to the Fen Post.",
        "the Fen Post",
        "according to",
    ),
    "according to a person": (
        "“[It is safe,]” <Ada Birch> {said}, according to Bram Otto.",
        "Bram Otto",
        "according to",
    ),
    "reported that": (
        "The Fen Post reported that <Ada Birch> {said} [it was safe].",
        "The Fen Post",
        "according to",
    ),
    "reported, after it": (
        "“[It is safe,]” <Ada Birch> {said}, the Fen Post reported.",
        "the Fen Post",
        "according to",
    ),
    "reported, after indirect words": (
        "<Ada Birch> {said} [it was safe], CNN reported on Monday.",
        "CNN",
        "according to",
    ),
    "reported, turned round": (
        "“[It is safe,]” <Ada Birch> {said}, reported the Fen Post.",
        "the Fen Post",
        "according to",
    ),
    "as reported by": (
        "<Ada Birch> {said} [it was safe], as reported by the Fen Post.",
        "the Fen Post",
        "according to",
    ),
    "quoted": (
        "The Fen Post quoted <Ada Birch> as {saying}: “[It is safe.]”",
        "The Fen Post",
        "according to",
    ),
    "cited": (
        "Reuters cited <Ada Birch> as {saying} [it was safe].",
        "Reuters",
        "according to",
    ),
    "quoted by": (
        "<Ada Birch> was quoted by the Fen Post as {saying} “[it is safe].”",
        "the Fen Post",
        "according to",
    ),
    "quoted by, after it": (
        "“[It is safe,]” <Ada Birch> was quoted as {saying} by the Fen Post.",
        "the Fen Post",
        "according to",
    ),
    "carried by": (
        "“[It is safe,]” <Ada Birch> {said} in remarks carried by Ostra Radio.",
        "Ostra Radio",
        "according to",
    ),
    "a lawyer": (
        "<Ada Birch> {said} through her lawyer that [it was safe].",
        "her lawyer",
        "according to",
    ),
    "a spokesman": (
        "“[It is safe,]” <Ada Birch> {said} through a spokesman.",
        "a spokesman",
        "according to",
    ),
    "an interpreter": (
        "“[It is safe,]” <Ada Birch> {said} through an interpreter.",
        "an interpreter",
        "translation",
    ),
    "speaking through a translator": (
        "Speaking through a translator, <Ada Birch> {said} [it was safe].",
        "a translator",
        "translation",
    ),
    "a translation": (
        "“[It is safe,]” <Ada Birch> {said}, according to a translation by the Fen Post.",
        "the Fen Post",
        "translation",
    ),
    "translated by": (
        "“[It is safe,]” <Ada Birch> {said} in remarks translated by the Fen Post.",
        "the Fen Post",
        "translation",
    ),
    "told an outlet's reporter": (
        "“[It is safe,]” <Birch> {told} Lena Holt of the Fen Post.",
        "Lena Holt of the Fen Post",
        "told",
    ),
    "told an outlet's reporter, the outlet first": (
        "“[It is safe,]” <Birch> {told} the Fen Post’s Lena Holt.",
        "the Fen Post’s Lena Holt",
        "told",
    ),
    "wrote for a paper": (
        "“[It is safe,]” <Birch> {wrote} in an op-ed for the Fen Post.",
        "the Fen Post",
        "told",
    ),
    "according to people and what they know": (
        "“[It is safe,]” <Birch> {said}, according to people familiar with the talks.",
        "people familiar with the talks",
        "according to",
    ),
    "obtained by": (
        "“[It is safe,]” <Birch> {said} in an email obtained by the Fen Post.",
        "the Fen Post",
        "according to",
    ),
    "seen by": (
        "In a letter seen by the Fen Post, <Birch> {told} the council [it was safe].",
        "the Fen Post",
        "according to",
    ),
    "reports, in the present": (
        "“[It is safe,]” <Birch> {said}, Ostra Radio reports.",
        "Ostra Radio",
        "according to",
    ),
    "per": ("“[It is safe,]” <Birch> {said}, per the Fen Post.", "the Fen Post", "according to"),
    "her lawyer said": (
        "“[It is safe,]” <Birch> {said}, her lawyer said.",
        "her lawyer",
        "according to",
    ),
    "state media": (
        "State media quoted <Birch> as {saying} [it was safe].",
        "State media",
        "according to",
    ),
    "an interpreter, from a language": (
        "“[It is safe,]” <Birch> {said} in Norwegian through her interpreter.",
        "her interpreter",
        "translation",
    ),
}


@pytest.mark.parametrize(("sentence", "name", "relation"), THROUGH.values(), ids=THROUGH)
def test_through_whom(sentence: str, name: str, relation: str, reported: Reported) -> None:
    assert reported(sentence)["via"] == [(name, relation)]


WRONG: dict[str, tuple[str, str, str]] = {
    "papers show": (
        "<Birch> {told} police [it was safe], court papers show.",
        "court papers",
        "according to",
    ),
    "a podcast of a day": (
        "“[It is safe,]” <Birch> {said} on Tuesday’s Fen Post podcast.",
        "Tuesday’s Fen Post podcast",
        "told",
    ),
}


@pytest.mark.xfail(strict=True, reason="names no outlet and no verb that passes words on")
@pytest.mark.parametrize(("sentence", "name", "relation"), WRONG.values(), ids=WRONG)
def test_known_to_come_out_wrong(
    sentence: str, name: str, relation: str, reported: Reported
) -> None:
    assert reported(sentence)["via"] == [(name, relation)]
