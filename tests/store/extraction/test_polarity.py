"""Who rejects what is said, in sentences whose quotation is marked; see `conftest`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reported = Callable[[str], dict[str, Any]]

# id: the sentence
DENIED: dict[str, str] = {
    "denied something": "<Ada Birch> {denied} [any involvement].",
    "denied that": "<Ada Birch> {denied} that [she had left].",
    "denied doing": "<Ada Birch> {denied} [taking the money].",
    "has denied": "<Ada Birch> {has denied} [the allegations].",
    "denies": "<Ada Birch> {denies} [all the charges].",
    "denying": "Ada Birch left, {denying} [any involvement].",
    "strongly denied": "<Ada Birch> {strongly denied} [the claim].",
    "denied it, turned round": "[She had taken the money], which <Ada Birch> {denied}.",
    "rejected": "<Ada Birch> {rejected} [the claims].",
    "disputed": "<Ada Birch> {disputed} [the figures].",
    "dismissed": "<Ada Birch> {dismissed} [the report as “gossip”].",
    "refuted": "<Ada Birch> {refuted} [the accusation].",
    "rebutted": "<Ada Birch> {rebutted} [the charge].",
    "repudiated": "<Ada Birch> {repudiated} [the story].",
    "rubbished": "<Ada Birch> {rubbished} [the report].",
    "pleaded not guilty": "<Ada Birch> {pleaded} [not guilty].",
    "nothing to do with": "“[I had nothing to do with it,]” {said} <Ada Birch>.",
    "no part": "<Ada Birch> {said} [she had no part in it].",
    "no role whatsoever": "“[We played absolutely no role in the fire,]” {said} <Ada Birch>.",
    "not involved": "<Ada Birch> {said} [she was not involved].",
    "not guilty": "<Ada Birch> {insisted} [he was not guilty].",
    "a lie": "“[That is a lie,]” {said} <Ada Birch>.",
    "not true": "“[It’s simply not true,]” {said} <Ada Birch>.",
    "a false claim": "“[This is a false claim,]” {said} <Ada Birch>.",
    "the claim was false": "<Ada Birch> {said} [the claim was false].",
    "baseless": "“[These allegations are completely baseless,]” {said} <Ada Birch>.",
    "no truth": "<Ada Birch> {said} [there was no truth in the rumour].",
    "I deny": "“[I categorically deny it,]” {said} <Ada Birch>.",
    "we reject": "“[We reject these accusations,]” {said} <Ada Birch>.",
    "called the claims absurd": "<Ada Birch> {called} [the claims “absurd”].",
    "described the allegations": "<Ada Birch> {described} [the allegations as “baseless”].",
    "called it a lie": "<Ada Birch> {called} [the report “a lie”].",
    "repeatedly denied": "<Birch> {has repeatedly denied} [wrongdoing].",
    "a not of who speaks": "<Birch>, who is not a suspect, {denied} [wrongdoing].",
    "vehemently disputes": "<Birch> {vehemently disputes} [the account].",
    "not me": "“[It was not me,]” {said} <Birch>.",
    "fake news": "“[Fake news,]” {said} <Birch> of the report.",
    "called a witch hunt": "<Birch> {called} [the allegations “a witch hunt”].",
    "no basis": "<Birch> {said} [the allegations had no basis in fact].",
    "absolutely no truth": "“[There is absolutely no truth to these claims,]” {said} <Birch>.",
    "without merit": "<Birch> {said} [the claims were entirely without merit].",
}


@pytest.mark.parametrize("sentence", DENIED.values(), ids=DENIED)
def test_denied(sentence: str, reported: Reported) -> None:
    assert reported(sentence)["polarity"] == "denies"


# id: the sentence
ASSERTED: dict[str, str] = {
    "said": "<Ada Birch> {said} [the bridge was safe].",
    "a not in the content": "<Ada Birch> {said} [the bridge was not safe].",
    "a not in marks": "“[We are not attacking anyone,]” {said} <Ada Birch>.",
    "a never in the content": "<Ada Birch> {said} [she would never leave].",
    "confirmed": "<Ada Birch> {confirmed} [the report].",
    "admitted": "<Ada Birch> {admitted} [taking the money].",
    "did not deny": "<Ada Birch> did not {deny} [taking the money].",
    "did not deny, all of it the cue": "<Ada Birch> {did not deny} [taking the money].",
    "did not dispute": "<Ada Birch> did not {dispute} [the figures].",
    "never denied": "<Ada Birch> has never {denied} [taking the money].",
    "refused to deny": "<Ada Birch> refused to {deny} [the report].",
    "declined to reject": "<Ada Birch> declined to {reject} [the claims].",
    "cannot be denied": "It cannot be {denied} that [the bridge is safe].",
    "no one denied": "<No one> {denied} [the bridge was safe].",
    "neither denied": "<Ada Birch> neither confirmed nor {denied} [the report].",
    "refused to confirm": "<Ada Birch> refused to {confirm} [the report].",
    "without denying": "Ada Birch left without {denying} [the report].",
    "denied bail": "<The judge> {denied} [bail].",
    "rejected an appeal": "<The court> {rejected} [the appeal].",
    "rejected an offer": "<Ada Birch> {rejected} [the offer].",
    "another's denial": "<Ada Birch> {said} [Otto denied the claim].",
    "another's denial in marks": "“[He denies everything,]” {said} <the detective>.",
    "nobody can deny": "“[Nobody can deny it,]” {said} <Ada Birch>.",
    "not a lie": "“[That is not a lie,]” {said} <Ada Birch>.",
    "the claim was not false": "<Ada Birch> {said} [the claim was not false].",
    "the report was true": "<Ada Birch> {said} [the report was true].",
    "responsible": "<Ada Birch> {said} [they were responsible].",
    "not only responsible": "<Ada Birch> {said} [they were not only responsible but proud].",
    "no small part": "<Ada Birch> {said} [she had played no small part in it].",
    "everything to do with": "<Ada Birch> {said} [it had everything to do with money].",
    "a condition": "“[If that is false, I will resign,]” {said} <Ada Birch>.",
    "what others call false": "<Ada Birch> {said} [Otto calls it a lie].",
    "called the bridge": "<Ada Birch> {called} [the bridge “absurd”].",
    "a story that is a story": "<Ada Birch> {called} [the story “a delight”].",
    "has not denied": "<Birch> {has not denied} [wrongdoing].",
    "did not immediately deny": "<Birch> {did not immediately deny} [the report].",
    "hardly denied": "<Birch> hardly {denied} [it].",
    "stopped short of denying": "<Birch> stopped short of {denying} [it].",
    "not without merit": "“[The claims are not without merit,]” {said} <Birch>.",
    "accused of a lie": "<Otto> {accused} [Birch of a lie].",
}


@pytest.mark.parametrize("sentence", ASSERTED.values(), ids=ASSERTED)
def test_not_denied(sentence: str, reported: Reported) -> None:
    assert reported(sentence)["polarity"] == "asserts"


@pytest.mark.xfail(strict=True, reason="“that is false” is what others are said to say")
def test_what_others_say_is_false(reported: Reported) -> None:
    sentence = "“[Anyone who says that is false is wrong,]” {said} <Birch>."
    assert reported(sentence)["polarity"] == "asserts"


# What must be kept of a clause that its cue tears apart, so that the denial is not lost.
TORN = {
    "it is not true, she added": (
        "“The bridge is sound,” Ada Birch said. It is not true, she added, that cracks were found.",
        ["It is not true", "cracks were found"],
    ),
    "it is false, she said": (
        "It is false, Ada Birch said, that the bridge has cracked.",
        ["It is false", "the bridge has cracked"],
    ),
    "not the case, said": (
        "It is not the case, said Ada Birch, that the bridge has cracked.",
        ["It is not the case", "the bridge has cracked"],
    ),
}


@pytest.mark.parametrize(("text", "content"), TORN.values(), ids=TORN)
def test_denied_in_two_pieces(
    text: str, content: list[str], told: Callable[[str], list[dict[str, Any]]]
) -> None:
    last = told(text)[-1]
    assert (last["content"], last["polarity"]) == (content, "denies")


@pytest.mark.xfail(strict=True, reason="“not so” may also be “not so bad”")
def test_it_is_not_so(told: Callable[[str], list[dict[str, Any]]]) -> None:
    (row,) = told("It is simply not so, Ada Birch said, that the bridge is closed.")
    assert row["polarity"] == "denies"
