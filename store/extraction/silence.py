"""What a tagger found and must not be shown: the words around its cue tell that nobody said it.

A network learns what is reported; that somebody *would* say it, that a placard said it or that
another's words were read out is one word's difference, and such words the rules know.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.rules.cues import speaks
from store.extraction.rules.irreal import unsaid
from store.extraction.sentences import Sentence, Word
from store.model import Kind, Quotation, Span

_SHORTEST = 4  # words without marks that make up what somebody says: "the offer" is a thing


def may_be_said(document: Document, quotation: Quotation) -> bool:
    """Whether nothing at the cue speaks against it and anybody but the writer is the source."""
    sentence = document.sentence_at(quotation.cue[0].start)
    cue, source = _numbers(sentence, quotation.cue), _numbers(sentence, quotation.source)
    if not cue or not _is_somebody(document, quotation):
        return False
    torn = any(sentence[i].text == "," for i in cue)  # did not, as some claim, say
    return not torn and not unsaid(sentence, cue, source)


def is_said(document: Document, quotation: Quotation) -> bool:
    """Whether *quotation* may be shown as words that its source said, whoever else found it."""
    sentence = document.sentence_at(quotation.cue[0].start)
    cue = _numbers(sentence, quotation.cue)
    if not may_be_said(document, quotation) or _in_heading(document, quotation):
        return False
    if not speaks(sentence, cue):
        return False
    if document.kind(quotation.content) is Kind.INDIRECT:
        words = sum(len(span.of(document.text).split()) for span in quotation.content)
        return words >= _SHORTEST and not _denies_a_thing(document, quotation)
    return not _anothers(sentence, cue, _numbers(sentence, quotation.content))


def speaking(document: Document, quotation: Quotation) -> bool:
    """Whether the cue of *quotation* holds a verb of saying, whoever says it."""
    sentence = document.sentence_at(quotation.cue[0].start)
    return speaks(sentence, _numbers(sentence, quotation.cue))


def _denies_a_thing(document: Document, quotation: Quotation) -> bool:
    """Whether something is refused, not contradicted: "denied her entry to the hall"."""
    lemma = en.CUES.get(" ".join(one.of(document.text) for one in quotation.cue).lower())
    start = quotation.content[0].start
    that = document.text[max(start - 5, 0) : start].split()[-1:] == ["that"]
    return lemma in en.NOMINAL_DENIALS and not that


def _is_somebody(document: Document, quotation: Quotation) -> bool:
    """Whether anybody but the writer is the source."""
    words = [word for one in quotation.source for word in one.of(document.text).lower().split()]
    return bool(words) and not en.WRITERS.issuperset(words)


def _in_heading(document: Document, quotation: Quotation) -> bool:
    """Whether an editor's words are all that reports it."""
    number = document.paragraph_at(quotation.content[0].start)
    return document.paragraphs[number].heading


def _anothers(sentence: Sentence, cue: range, content: range) -> bool:
    """Whether words in marks are another's, or a text's, that the source only tells of.

    "told the jury Otto said: “No”", "“No,” she recalled Otto saying", "read out his motto: “No”".
    """
    if sentence[cue[0]].key in en.TEXTS:
        return True
    between = sentence[cue.stop : content.start] if content.start >= cue.stop else ()
    if any(map(_speaks_itself, between)) or _holds_text(between):
        return True
    opening = list(takewhile(lambda word: word.plain, sentence[content.start : content.stop]))
    if content.start >= cue.stop and (_holds_text(opening) or any(map(_speaks_itself, opening))):
        return True
    return content.start < cue.start and _tells_of(sentence, cue.stop)


def _tells_of(sentence: Sentence, at: int) -> bool:
    """Whether somebody and a verb of saying follow: "said Otto told her", "recalled him saying"."""
    end = at
    while end < len(sentence) and (sentence[end].capital or sentence[end].key in en.OBJECTS):
        end += 1
    return at < end < len(sentence) and _speaks_itself(sentence[end])


def _speaks_itself(word: Word) -> bool:
    return word.key in en.CUES and word.key not in en.ALSO_NOUNS


def _holds_text(words: Sequence[Word]) -> bool:
    return any(word.key in en.TEXTS for word in words)


def _numbers(sentence: Sentence, spans: Iterable[Span]) -> range:
    """The numbers of the first to the last word of *sentence* that begin in *spans*."""
    held = [
        i
        for i, word in enumerate(sentence)
        if any(one.start <= word.span.start < one.end or word.span.holds(one) for one in spans)
    ]
    return range(held[0], held[-1] + 1) if held else range(0)
