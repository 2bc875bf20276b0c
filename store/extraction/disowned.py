"""Words that the article itself, in another sentence, tells that nobody has said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.reporting import verb
from store.extraction.rules.cues import hearing
from store.extraction.rules.fiction import present
from store.extraction.sentences import Sentence, ended
from store.extraction.spans import overlap
from store.model import Quotation, Span, Speaker, Statement

_REACH = 1  # paragraphs after the words, or before, in which the article may tell so
_BACK = 5  # statements back from which another may go on


def disowned(document: Document, quotation: Quotation) -> bool:
    """Whether the article takes back that "Otto quoted Birch as saying" so, or shows it a fake."""
    return _taken_back(document, quotation) or _faked(document, quotation)


def goes_on_from(
    document: Document, quotation: Quotation, speaker: Speaker | None, told: Sequence[Statement]
) -> bool:
    """Whether *quotation*, by *speaker*, goes on from words that the article disowns.

    A doctored video's “I sold it,” she says in it. “And I would do it again,” she adds.
    """
    near = islice(reversed(told), _BACK)
    for one in takewhile(lambda one: not (one.confidence and one.speaker), near):
        before = Quotation(one.content, one.cue, one.source)
        other = speaker and one.speaker and speaker.name != one.speaker.name
        if other or not _follows(document, before, quotation):
            return False
        if disowned(document, before):
            return True
        quotation = before
    return False


def _follows(document: Document, before: Quotation, quotation: Quotation) -> bool:
    """Whether nothing stands between the two, and the cue of the second goes on: "he adds"."""
    here = document.sentence_at(_first(quotation))
    last = document.sentence_at(max(one.end for one in (*before.content, *before.cue)) - 1)
    if not here or not last:
        return False
    end, start = last[-1].span.end, here[0].span.start
    if end < start and any(word.plain for word in document.words_in(Span(end, start))):
        return False
    if not quotation.cue:  # the words in between
        return True
    cue = [word for word in here if word.span.start == quotation.cue[0].start]
    on = verb(document, quotation.cue) in en.GOING_ON or any(word.key in en.TOO for word in here)
    return on or (any(map(present, cue)) and _only_said(document, here, quotation))


def _only_said(document: Document, sentence: Sentence, quotation: Quotation) -> bool:
    """Whether *sentence*, in the paragraph of what precedes it, only tells that it is said."""
    told = (*quotation.content, *quotation.cue, *quotation.source)
    rest = [word for word in sentence if word.plain and not overlap((word.span,), told)]
    paragraph = document.paragraphs[document.paragraph_at(sentence[0].span.start)]
    return not rest and sentence is not paragraph.sentences[0]


def _first(quotation: Quotation) -> int:
    return min(one.start for one in (*quotation.content, *quotation.cue))


def _taken_back(document: Document, quotation: Quotation) -> bool:
    if not quotation.cue:
        return False
    sentence = document.sentence_at(quotation.cue[0].start)
    if hearing(sentence, ended(sentence, quotation.cue[0].start)) is None:
        return False
    last = max(one.end for one in (*quotation.content, *quotation.cue))
    return any(_outside(document, en.DISOWNED, last, _end_near(document, last)))


def _faked(document: Document, quotation: Quotation) -> bool:
    """Whether it is said in a video or the like, and that is a fake by what stands near by."""
    sentence = document.sentence_at((quotation.cue or quotation.content)[0].start)
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
