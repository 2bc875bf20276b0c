"""Words that keep a report at a distance, in sentences whose quotation is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reported = Callable[[str], dict[str, Any]]

# id: (sentence, the hedges)
HEDGED: dict[str, tuple[str, list[str]]] = {
    "reportedly": ("<Ada Birch> reportedly {said} [it was safe].", ["reportedly"]),
    "allegedly": ("<Ada Birch> allegedly {told} police [it was safe].", ["allegedly"]),
    "apparently": ("<Ada Birch> apparently {told} Otto [it was safe].", ["apparently"]),
    "purportedly": ("<Ada Birch> purportedly {wrote} that [it was safe].", ["purportedly"]),
    "supposedly": ("<Ada Birch> supposedly {promised} that [it was safe].", ["supposedly"]),
    "after the content": (
        "“[It is safe,]” <Ada Birch> reportedly {told} CNN.",
        ["reportedly"],
    ),
    "before an auxiliary": ("<Ada Birch> reportedly has {said} [it shut].", ["reportedly"]),
    "after an auxiliary": ("<Ada Birch> has reportedly {said} [it shut].", ["reportedly"]),
    "before another adverb": ("<Ada Birch> reportedly also {said} [it shut].", ["reportedly"]),
    "first": ("Reportedly, <Ada Birch> {said} [it was safe].", ["Reportedly"]),
    "first without a comma": ("Allegedly <Ada Birch> {said} [it was safe].", ["Allegedly"]),
    "between commas": ("<Ada Birch>, allegedly, {said} [it was safe].", ["allegedly"]),
    "just after": ("<Ada Birch> {said}, reportedly, that [it was safe].", ["reportedly"]),
    "last": ("“[It is safe,]” {said} <Ada Birch>, allegedly.", ["allegedly"]),
    "after and": ("Ada Birch left and <she> reportedly {said} [it was safe].", ["reportedly"]),
    "without a source": ("Ada Birch left and reportedly {said} [it was safe].", ["reportedly"]),
    "reported to have": (
        "<Ada Birch> is reported to have {said} [it was safe].",
        ["is reported to have"],
    ),
    "alleged to have": (
        "<Ada Birch> is alleged to have {told} police [it was safe].",
        ["is alleged to have"],
    ),
    "said to have": (
        "<Ada Birch> is said to have {told} Otto: “[It is safe.]”",
        ["is said to have"],
    ),
    "believed to have": (
        "<Ada Birch> was believed to have {said} [it was safe].",
        ["was believed to have"],
    ),
    "rumoured to have": (
        "<Ada Birch> was rumoured to have {said} [it was safe].",
        ["was rumoured to have"],
    ),
    "it is alleged": (
        "It is alleged that <Ada Birch> {told} police [it was safe].",
        ["It is alleged"],
    ),
    "it is alleged, between commas": (
        "<Ada Birch>, it is alleged, {told} police [it was safe].",
        ["it is alleged"],
    ),
    "unconfirmed": (
        "According to unconfirmed reports, <Ada Birch> {said} [it was safe].",
        ["unconfirmed"],
    ),
    "a purported letter": (
        "In a purported letter, <Ada Birch> {wrote} that [it was safe].",
        ["purported"],
    ),
    "an alleged recording": (
        "“[It is safe,]” <Ada Birch> {said} in an alleged recording.",
        ["alleged"],
    ),
    "in the content": ("<Ada Birch> {said} [the bridge was possibly safe].", ["possibly"]),
    "in the content, at its start": (
        "<Ada Birch> {said} that [perhaps the bridge was safe].",
        ["perhaps"],
    ),
    "in the content before the cue": (
        "[The bridge is probably safe], <Ada Birch> {said}.",
        ["probably"],
    ),
    "reportedly in the content": (
        "<Ada Birch> {said} [the bridge had reportedly shut].",
        ["reportedly"],
    ),
    "in a mixed content outside marks": (
        "<Ada Birch> {said} [the bridge was possibly “a ruin”].",
        ["possibly"],
    ),
    "at the cue and in the content": (
        "<Ada Birch> reportedly {said} [the bridge was possibly safe].",
        ["reportedly", "possibly"],
    ),
    "according to": (
        "{According to} <Ada Birch>, [the bridge is presumably safe].",
        ["presumably"],
    ),
    "widely believed to have": (
        "<Birch> is widely believed to have {told} Otto [it was safe].",
        ["is widely believed to have"],
    ),
    "it was reportedly": ("It was reportedly <Birch> who {said} [it was safe].", ["reportedly"]),
    "after had": ("<Birch> had, allegedly, {told} Otto [it was safe].", ["allegedly"]),
    "in the content and not of another": (
        "<Birch> {said} [the fire was allegedly set], and Otto reportedly fled.",
        ["allegedly"],
    ),
    "before a participle": (
        "<Birch> was overheard reportedly {saying} [it was safe].",
        ["reportedly"],
    ),
}


@pytest.mark.parametrize(("sentence", "hedges"), HEDGED.values(), ids=HEDGED)
def test_hedges(sentence: str, hedges: list[str], reported: Reported) -> None:
    assert reported(sentence)["hedges"] == hedges


# id: the sentence
PLAIN: dict[str, str] = {
    "nothing": "<Ada Birch> {said} [the bridge was safe].",
    "in marks": "“[It is possibly safe,]” {said} <Ada Birch>.",
    "in marks of a mixed content": "<Ada Birch> {said} [the bridge was “probably safe”].",
    "in marks, first": "“[Apparently it is safe,]” {said} <Ada Birch>.",
    "of who speaks": "<The allegedly drunk driver> {said} [it was safe].",
    "of what who speaks did": "<Ada Birch>, who allegedly fled, {said} [it was safe].",
    "of what who speaks is": "“[It is safe,]” {said} <Ada Birch>, possibly the oldest mayor.",
    "of what who speaks owns": "<Ada Birch>, apparently its owner, {said} [it was safe].",
    "of who speaks, an adjective": "<Ada Birch>, the alleged owner, {said} [it was safe].",
    "of another's deed after": "“[It is safe,]” <Ada Birch> {said} after Otto allegedly fled.",
    "of another's deed before": "Otto reportedly left, and <Ada Birch> {said} [it was safe].",
    "of another's deed, a clause": "When Otto reportedly left, <Ada Birch> {said} [it was safe].",
    "of the occasion": "“[It is safe,]” <Ada Birch> {said} in what was possibly her last speech.",
    "of a place": "“[It is safe,]” <Ada Birch> {said} at probably the oldest inn.",
    "perhaps surprisingly": "Perhaps surprisingly, <Ada Birch> {said} [it was safe].",
    "perhaps the oldest": "Perhaps the oldest resident, <Ada Birch> {said} [it was safe].",
    "in the sentence before": "Otto reportedly left. <Ada Birch> {said} [it was safe].",
    "in the sentence after": "“[It is safe,]” <Ada Birch> {said}. Otto reportedly left.",
    "said to be": "<Ada Birch>, said to be its owner, {said} [it was safe].",
    "reported": "<Ada Birch> {reported} [the bridge was safe].",
    "alleged": "<Ada Birch> {alleged} that [the bridge was not safe].",
    "rumour in the content": "<Ada Birch> {said} [it was a rumour].",
    "unconfirmed in the content": "<Ada Birch> {said} [the news was unconfirmed].",
    "alleged to have in the content": "<Ada Birch> {said} [Otto is alleged to have “fled”].",
    "the passive of something else": "<Ada Birch>, reported to police, {said} [it was safe].",
    "openly": "<Ada Birch> openly {said} [the bridge was safe].",
    "certainly": "<Ada Birch> certainly {said} [the bridge was safe].",
    "a denial": "<Ada Birch> flatly {denied} [any involvement].",
    "a letter": "In a letter, <Ada Birch> {wrote} that [it was safe].",
    "a colon": "<Ada Birch>{:} “[Perhaps it is safe.]”",
    "quoted": "<Birch> was quoted as {saying} [it was safe].",
    "rumours that are the via": "<Birch> {said}, according to rumours, that [it was safe].",
}


@pytest.mark.parametrize("sentence", PLAIN.values(), ids=PLAIN)
def test_no_hedge(sentence: str, reported: Reported) -> None:
    assert reported(sentence)["hedges"] == []
