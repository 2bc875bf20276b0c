"""Words that the article itself, in another sentence, tells that nobody has said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.rules.cues import hearing
from store.extraction.sentences import ended
from store.model import Quotation

_REACH = 1  # paragraphs after the words, or before, in which the article may tell so


def disowned(document: Document, quotation: Quotation) -> bool:
    """Whether the article takes back that "Otto quoted Birch as saying" so, or shows it a fake."""
    return _taken_back(document, quotation) or _faked(document, quotation)


def _taken_back(document: Document, quotation: Quotation) -> bool:
    sentence = document.sentence_at(quotation.cue[0].start)
    if hearing(sentence, ended(sentence, quotation.cue[0].start)) is None:
        return False
    last = max(one.end for one in (*quotation.content, *quotation.cue))
    return any(_outside(document, en.DISOWNED, last, _end_near(document, last)))


def _faked(document: Document, quotation: Quotation) -> bool:
    """Whether it is said in a video or the like, and that is a fake by what stands near by."""
    sentence = document.sentence_at(quotation.cue[0].start)
    start, end = sentence[0].span.start, sentence[-1].span.end
    shown = _outside(document, en.IN_MEDIUM, start, end)
    if all(any(one.start <= at.start() < one.end for one in quotation.content) for at in shown):
        return False
    for proof in _outside(document, en.PROVED_FAKE, end, _end_near(document, end - 1)):
        if not en.NOT_FAKE.search(proof["how"] + proof["rest"]):
            return True
    number = max(document.paragraph_at(start) - _REACH, 0)
    before = document.paragraphs[number].span.start
    told = any(_outside(document, en.FAKE_MEDIUM, before, start))
    return told and any(_outside(document, en.IN_THAT_MEDIUM, start, end))


def _end_near(document: Document, offset: int) -> int:
    number = min(document.paragraph_at(offset) + _REACH, len(document.paragraphs) - 1)
    return document.paragraphs[number].span.end


def _outside(
    document: Document, pattern: re.Pattern[str], start: int, end: int
) -> Iterator[re.Match[str]]:
    """What of *pattern* stands outside quotation marks between *start* and *end*."""
    for found in pattern.finditer(document.text, start, end):
        if document.stretch_at(found.start()) is None:
            yield found
