"""Whom "he" means where another was spoken of or to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
