"""Whom "he" means where another was spoken of or to; what another clause’s subject says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., list[dict[str, Any]]]
Speakers = Callable[[str], list[str | None]]

# id: (text with <sources>, {cues} and [what was said], the last speaker)
HE: dict[str, tuple[str, str | None]] = {
    "spoken about, then I": (
        "<Ada Moll> {said} [Petra Lind had burnt the boat]. “[I loved that boat],” <she> {said}.",
        None,
    ),
    "spoken about, then he said": (
        "<Ivo Otto> {said} [that Bram Kerr had resigned]. <He> {said} [the dam would hold].",
        None,
    ),
    "spoken about by title": (
        "<Ivo Otto> {said} [that Mr Kerr had resigned in May]. “[I had no choice],” <he> {said}.",
        None,
    ),
    "told, then I": (
        "<Ivo Otto> {told} Bram Kerr [that he was sacked]. “[I was shocked],” <he> {said}.",
        None,
    ),
    "asked, then I": (
        "<Ivo Otto> {asked} Bram Kerr [how high the dam was]. “[I never measured it],” "
        "<he> {said}.",
        None,
    ),
    "asked and he named the asker": (
        "<Ivo Otto> {asked} Bram Kerr [how high the dam was].\n\n“[I never measured it, "
        "Mr Otto],” <he> {said}.",
        None,
    ),
    "spoken about, he added": (
        "<Ivo Otto> {said} [Bram Kerr had resigned]. “[I was shocked],” <he> {added}.",
        "Ivo Otto",
    ),
    "spoken about, he also said": (
        "<Ivo Otto> {said} [Bram Kerr had resigned]. <He> also {said} [the dam would hold].",
        "Ivo Otto",
    ),
    "spoken about, and named again inside": (
        "<Ivo Otto> {said} [Bram Kerr had resigned]. “[I will miss Kerr],” <he> {said}.",
        "Ivo Otto",
    ),
    "spoken about, and he inside": (
        "<Ivo Otto> {said} [Bram Kerr had resigned]. “[I will miss him],” <he> {said}.",
        "Ivo Otto",
    ),
    "spoken about, same sentence": (
        "<Ivo Otto> {said} [Bram Kerr had resigned], and <he> {said} [the dam would hold].",
        "Ivo Otto",
    ),
    "spoken about, a woman": (
        "<Ivo Otto> {said} [that Petra Lind had resigned]. <He> {said} [the dam would hold].",
        "Ivo Otto",
    ),
    "own words in marks, then he said": (
        "“[Kerr has resigned],” <Ivo Otto> {said}. “[I was shocked],” <he> {said}.",
        "Ivo Otto",
    ),
    "object of the reported clause": (
        "<Ivo Otto> {said} [he had not seen Bram Kerr]. “[I was at home],” <he> {said}.",
        "Ivo Otto",
    ),
    "possessive in the reported clause": (
        "<Ivo Otto> {said} [Bram Kerr’s boat had sunk]. “[I saw it],” <he> {said}.",
        "Ivo Otto",
    ),
    "spoken about by his own side, told again": (
        "<Ivo Otto> {told} the court [that Bram Kerr had lied].\n\nIvo Otto left. <He> "
        "{said} [it was over].",
        "Ivo Otto",
    ),
    "told him": (
        "Paul Otto met Bram Kerr in May. <Kerr> {told} him [the dam leaked]. “[I was shocked],” "
        "<he> {said}.",
        None,
    ),
    "warned": (
        "<Lena Holt> {warned} Rosa Quill [that the pier was closed]. “[I swam],” <she> {said}.",
        None,
    ),
    "spoken about, his name tells no sex": (
        "<Wim Declan> {told} reporters [that Piet Rowe had sold the mill]. “[It was mine],” <he> "
        "{said}.",
        None,
    ),
    "spoken about, not done yet": (
        "<Wim Declan> {said} [Piet Rowe would sell the mill]. <He> {said} [it was a shame].",
        "Wim Declan",
    ),
    "told back": (
        "<Lena Holt> {asked} Rosa Quill [how deep it was]. “[Ask Quill],” <she> {told} Holt.",
        None,
    ),
    "relative with a speaker": (
        "Ivo Otto, who rowed with Bram Kerr, left. <He> {said} [the dam would hold].",
        "Ivo Otto",
    ),
}
# id: (text, words of what is told: who says it)
CLAUSES: dict[str, tuple[str, dict[str, str]]] = {
    "while another, saying": (
        "“We were slow,” said captain Ines Ferro, while coach Bruno Wald blamed the referee, "
        "saying: “He gave them two goals.”",
        {"He gave them": "Bruno Wald"},
    ),
    "but another, adding": (
        "“We were slow,” said Ines Ferro, but Bruno Wald praised the crew, adding: “They "
        "rowed like gods.”",
        {"They rowed": "Bruno Wald"},
    ),
    "as another, saying, indirect": (
        "Ines Ferro said the race was lost, as Bruno Wald blamed the weather, saying the "
        "wind had turned.",
        {"the race was lost": "Ines Ferro", "the wind had turned": "Bruno Wald"},
    ),
    "and another, saying": (
        "Ines Ferro praised the crew and Bruno Wald blamed the umpire, saying: “He never looked.”",
        {"He never looked": "Bruno Wald"},
    ),
    "one subject, saying": (
        "Ines Ferro said the race was lost and blamed Bruno Wald, saying: “He never looked.”",
        {"He never looked": "Ines Ferro"},
    ),
    "whom another called": (
        "Otto Lind, whom Ada Moll called “a coward”, said the dam would hold.",
        {"a coward": "Ada Moll", "the dam would hold": "Otto Lind"},
    ),
    "gapped": (
        "Otto Lind said the dam would hold; Ada Moll, that it would not.",
        {"the dam would hold": "Otto Lind", "it would not": "Ada Moll"},
    ),
    "gapped, of three": (
        "Otto Lind says taxes will fall; Ada Moll, that they will rise; Ivo Kerr, that "
        "nobody knows.",
        {"taxes will fall": "Otto Lind", "they will rise": "Ada Moll", "nobody knows": "Ivo Kerr"},
    ),
    "gapped, with and": (
        "Otto Lind said the dam would hold, and Ada Moll that it would not.",
        {"it would not": "Ada Moll"},
    ),
}
WRONG: dict[str, tuple[str, str | None, str]] = {
    "accused": (
        "Paul Otto accused Bram Kerr of lying. “[I told the truth],” <he> {said}.",
        None,
        "who is blamed is not read as spoken to",
    ),
    "told a woman": (
        "<Ivo Otto> {told} Petra Lind [that she was sacked]. “[I was shocked],” <she> {said}.",
        "Petra Lind",
        "a speaker whose name tells no sex may be a woman, too",
    ),
    "the clause in front, another in the main one": (
        "When Ivo Otto praised the dam, Bram Kerr frowned.\n\n“[It leaks],” <he> {said}.",
        "Bram Kerr",
        "a name that tells no sex stays in the way",
    ),
    "who he was, in between": (
        "Ivo Otto, whom Bram Kerr called a fool, left. “[I am tired],” <he> {said}.",
        "Ivo Otto",
        "who only calls him so counts as much as he",
    ),
    "beat": (
        "Ivo Otto beat Bram Kerr in two sets. “[I was lucky],” <he> {said}.",
        "Ivo Otto",
        "a name that tells no sex may be a firm's",
    ),
}


@pytest.mark.parametrize(("text", "due"), HE.values(), ids=HE)
def test_last_speaker(text: str, due: str | None, speakers: Speakers) -> None:
    assert speakers(text)[-1] == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        pytest.param(text, due, marks=pytest.mark.xfail(strict=True, reason=reason), id=name)
        for name, (text, due, reason) in WRONG.items()
    ],
)
def test_nobody_yet(text: str, due: str | None, speakers: Speakers) -> None:
    assert speakers(text)[-1] == due


@pytest.mark.parametrize(("text", "due"), CLAUSES.values(), ids=CLAUSES)
def test_own_clause(text: str, due: dict[str, str], told: Told) -> None:
    rows = told(text)
    said = {words: [r["speaker"] for r in rows if words in " ".join(r["content"])] for words in due}
    assert said == {words: [who] for words, who in due.items()}
