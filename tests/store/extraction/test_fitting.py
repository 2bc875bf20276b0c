"""Spans as a network finds them, fitted to the text."""

from __future__ import annotations

import pytest

from store.extraction.document import document
from store.extraction.fitting import fitted
from store.model import Quotation, Span

FOUND = {
    "a stop in marks ends what was said": (
        "According to Ada Birch, “the strike is quite over,” meaning the one at the quay.",
        "“the strike is quite over,” meaning the one at the quay",
        "the strike is quite over,",
    ),
    "no stop, and it goes on": (
        "Ada Birch said “the strike is quite over” for the men at the quay.",
        "“the strike is quite over” for the men at the quay",
        "“the strike is quite over” for the men at the quay",
    ),
    "more words in marks behind it": (
        "Ada Birch wrote “the strike is over now,” and that the men were “tired of it.”",
        "“the strike is over now,” and that the men were “tired of it",
        "“the strike is over now,” and that the men were “tired of it.”",
    ),
    "a name in marks is none": (
        "Ada Birch called “Rain,” the play of the year, a triumph.",
        "“Rain,” the play of the year",
        "“Rain,” the play of the year",
    ),
}


@pytest.mark.parametrize(("text", "found", "due"), FOUND.values(), ids=FOUND)
def test_content(text: str, found: str, due: str) -> None:
    start = text.index(found)
    cue = Span(0, text.index(" "))
    (content,) = fitted(
        document(text), Quotation((Span(start, start + len(found)),), (cue,))
    ).content
    assert content.of(text) == due
