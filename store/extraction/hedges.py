"""The words that keep a report at a distance: "reportedly", "is said to have"."""

from __future__ import annotations

from collections.abc import Iterator

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.phrases import is_adverb
from store.extraction.sentences import Sentence, Word, begun
from store.extraction.spans import overlap
from store.model import Kind, Quotation, Span

_OPENERS = en.CONJUNCTIONS | {"that"}


def hedges(document: Document, quotation: Quotation, kind: Kind) -> tuple[Span, ...]:
    """The hedges at the cue and, where the words are not all inside marks, in the content."""
    found: set[Span] = set()
    if quotation.cue:
        found |= set(_around_cue(document, quotation))
        found |= set(_in_phrases(document, quotation))
    if kind is not Kind.DIRECT:
        for content in quotation.content:
            found |= {w.span for w in document.words_in(content) if w.key in en.HEDGES}
    return tuple(sorted(found))


def _around_cue(document: Document, quotation: Quotation) -> Iterator[Span]:
    """Adverbs that belong to cue or source: "Reportedly, Birch said", "said Birch, allegedly."."""
    sentence = document.sentence_at(quotation.cue[0].start)
    first, last = (
        begun(sentence, quotation.cue[0].start),
        begun(sentence, quotation.cue[-1].end),
    )
    numbers = [*range(first, last), *_adverbs_before(sentence, first), last]
    for source in quotation.source[:1]:
        numbers += _before_source(sentence, begun(sentence, source.start))
    ends = [begun(sentence, one[-1].end) for one in (quotation.cue, quotation.source) if one]
    numbers += [end + 1 for end in ends if _aside(sentence, end + 1)]
    if _aside(sentence, first - 2):
        numbers.append(first - 2)
    yield from (sentence[n].span for n in numbers if n < len(sentence) and _hedges(sentence[n]))


def _hedges(word: Word) -> bool:
    return word.key in en.HEDGES


def _adverbs_before(sentence: Sentence, at: int) -> Iterator[int]:
    while at > 0 and is_adverb(sentence[at - 1].key):
        at -= 1
        yield at


def _before_source(sentence: Sentence, at: int) -> Iterator[int]:
    """What opens its clause with nothing but a comma between it and the source."""
    at -= 1 + (at > 0 and sentence[at - 1].text == ",")
    before = sentence[at - 1] if at > 0 else None
    if at == 0 or (before and (not before.plain or before.key in _OPENERS | en.BE)):
        yield at


def _aside(sentence: Sentence, at: int) -> bool:
    """Whether the word stands alone between commas, or after one at the end."""
    if not 0 < at < len(sentence) or sentence[at - 1].text != ",":
        return False
    return at + 1 == len(sentence) or not sentence[at + 1].plain


def _in_phrases(document: Document, quotation: Quotation) -> Iterator[Span]:
    """Hedges of several words, and those of what the words are taken from."""
    sentence = document.sentence_at(quotation.cue[0].start)
    if not sentence:
        return
    start, end = sentence[0].span.start, sentence[-1].span.end
    taken = (*quotation.content, *quotation.source)
    begins = {one[0].start for one in (quotation.cue, quotation.source) if one}
    for pattern, adjoins in ((en.HEDGE_PHRASES, True), (en.HEDGED_SOURCES, False)):
        for found in pattern.finditer(document.text, start, end):
            span = Span(*next(found.span(n) for n, words in enumerate(found.groups(), 1) if words))
            free = not overlap((span,), taken)
            if free and (not adjoins or found.end() in begins):
                yield span
