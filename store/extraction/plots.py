"""People of a novel or a film whose plot a paragraph tells: what they say nobody said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.people import People, surname
from store.extraction.sentences import Sentence, Word
from store.model import Quotation, Speaker

_OPENING = 6  # words of "In Otto's long new novel"


def of_plot(
    document: Document, people: People, quotation: Quotation, speaker: Speaker | None
) -> bool:
    """Whether the paragraph introduces *speaker* as somebody of a work that it tells the plot of.

    "In the novel, a mayor called Ada Birch is sacked. “At last,” she tells her cat."
    """
    start = quotation.content[0].start
    if speaker is None or not document.paragraphs:
        return False
    for sentence in document.paragraphs[document.paragraph_at(start)].sentences:
        at = _plot_from(sentence)
        if at is not None and sentence[-1].span.end <= start:
            begin = sentence[at].span.start
            known = _names(people, 0, begin)
            if surname(speaker.name) in _names(people, begin, sentence[-1].span.end) - known:
                return True
    return False


def _names(people: People, start: int, end: int) -> set[str]:
    return {surname(one.name) for one in people.between(start, end) if one.name}


def _is_work(phrase: Sequence[Word]) -> bool:
    """Whether *phrase* is a work: "the novel by Otto", not "the film industry"."""
    head = list(takewhile(lambda word: word.key not in en.PREPOSITIONS, phrase))
    return bool(head) and head[-1].key in en.STAGED


def _plot_from(sentence: Sentence) -> int | None:
    """Where *sentence* begins to tell a plot: after "In the novel," or "a film in which"."""
    if any(word.key in en.PLAYING for word in sentence):
        return None
    opening = list(takewhile(lambda word: word.text != ",", sentence[:_OPENING]))
    if (
        sentence[0].key in en.WITHIN
        and _is_work(opening[1:])
        and len(opening) < min(_OPENING, len(sentence))
    ):
        return len(opening)
    work = next((i for i, word in enumerate(sentence) if word.key in en.STAGED), len(sentence))
    for at in range(work + 1, len(sentence) - 1):
        if sentence[at].key == "in" and sentence[at + 1].key == "which":
            return at
    return None
