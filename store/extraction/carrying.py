"""Whether a quotation that nobody is named for goes on from the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.people import People
from store.model import Evidence, Kind, Quotation, Statement

_TURNS = 20  # statements in a row by one speaker after which nobody else takes turns


def goes_on(
    document: Document, people: People, quotation: Quotation, told: Sequence[Statement]
) -> bool:
    """Whether *quotation* is by the speaker of the last statement *told*.

    It is in the same paragraph, or as the next paragraph, unless someone else is named in
    between or may answer: the words before it were asked or answered, or two speak in turn.
    """
    before = told[-1]
    last, first = before.content[-1], quotation.content[0]
    if before.evidence is Evidence.NONE or before.kind is Kind.INDIRECT:
        return False
    paragraphs = document.paragraphs_between(last.end - 1, first.start)
    if paragraphs > 1 or (paragraphs and _talked(document, told)):
        return False
    return not _others_between(document, people, before, first.start)


def _talked(document: Document, told: Sequence[Statement]) -> bool:
    """Whether the last words were part of a talk, so that somebody else may speak next."""
    cue = " ".join(one.of(document.text) for one in told[-1].cue).lower()
    if en.CUES.get(cue) in en.TALKING:
        return True
    near = islice(reversed(told), _TURNS)
    same = list(takewhile(lambda one: one.speaker == told[-1].speaker, near))
    if len(same) in {len(told), _TURNS}:
        return False
    other, first = told[-len(same) - 1], same[-1]
    close = document.paragraphs_between(other.content[-1].end - 1, first.content[0].start) == 1
    return close and other.kind is first.kind is Kind.DIRECT


def _others_between(document: Document, people: People, before: Statement, at: int) -> bool:
    """Whether someone else is named after the sentence of *before*."""
    told = max((*before.content, *before.source, *before.cue), key=lambda one: one.start)
    ended = max(document.sentence_at(told.start)[-1].span.end, before.content[-1].end)
    known = {before.speaker.name} if before.speaker else set()
    between = people.between(ended, at)
    return not {people.full_name(one.name) or one.name for one in between} <= known
