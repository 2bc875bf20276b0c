"""Whether the network and the rules found the same statement, and what both make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.spans import common, length, overlap, words_in
from store.model import Kind, Quotation, Span

_OPENING = 4  # words that only one of the two may have before the other begins
_SAME = 0.93  # the share of characters that two contents have in common to be the same words


def agree(document: Document, ruled: Quotation, seen: Quotation) -> bool:
    """Whether both are the same statement, however the one or the other cuts it."""
    if ruled.source and seen.source and not overlap(ruled.source, seen.source):
        relative = words_in(document.text, seen.source)[0] in en.RELATIVES
        if not relative:  # “Otto, who said”: one may take the name, the other the “who”
            return False
    if same_words(ruled.content, seen.content):
        return True
    shared = length(common(ruled.content, seen.content))
    if shared == length(seen.content) and document.kind(ruled.content) is Kind.DIRECT:
        return True  # of a quotation over several paragraphs the network sees one at a time
    if not overlap(ruled.cue, seen.cue):
        return False
    if shared == length(seen.content) and _torn(document, ruled):
        return True
    return _less_its_opening(document, ruled, seen) or _goes_on(document, ruled, seen)


def _torn(document: Document, ruled: Quotation) -> bool:
    """Whether the cue stands inside its clause, whose first words may turn the rest round.

    "At no point, she said, was it unsafe": the network may miss the part before the cue.
    """
    first, last = ruled.content[0], ruled.content[-1]
    torn = first.end <= ruled.cue[0].start and ruled.cue[-1].end <= last.start
    return torn and not according(document, ruled)


def same_words(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether two contents are the same but for a word like "that" and the signs around."""
    shared = length(common(some, others))
    return shared >= _SAME * (length(some) + length(others) - shared)


def _less_its_opening(document: Document, ruled: Quotation, seen: Quotation) -> bool:
    """Whether the rules leave out only who is told, or what the source is called besides."""
    ends = ruled.content[-1].end == seen.content[-1].end
    opening = document.text[seen.content[0].start : ruled.content[0].start]
    return ends and 0 < len(opening.split()) <= _OPENING


def _goes_on(document: Document, ruled: Quotation, seen: Quotation) -> bool:
    """Whether the network stops within a clause, mostly after marks: "was “right,” but also late".

    Where another verb of saying follows, the rest may be another's words.
    """
    stop = seen.content[-1].end
    if document.kind(ruled.content) is not Kind.MIXED or stop >= ruled.content[-1].end:
        return False
    begun = common(seen.content, (Span(ruled.content[0].start, stop),))
    if length(begun) != length(common(ruled.content, seen.content)):
        return False
    rest = words_in(document.text, (Span(stop, ruled.content[-1].end),))
    return not any(word in en.CUES and word not in en.ALSO_NOUNS for word in rest)


def agreed(document: Document, ruled: Quotation, seen: Quotation) -> Quotation:
    """What both found, as the rules cut it; a source begins where the network says it begins."""
    if not seen.cue:
        return replace(seen, content=ruled.content)
    longer = any(
        one.start < other.start and one.holds(other) and not _names_text(document, one)
        for one in seen.source
        for other in ruled.source
    )
    source = seen.source if longer or not ruled.source else ruled.source
    return replace(ruled, cue=ruled.cue or seen.cue, source=source)


def _names_text(document: Document, source: Span) -> bool:
    """Whether a text is named first, and its writer after it: "a letter from the mayor"."""
    return bool(en.TEXTS.intersection(words_in(document.text, (source,))))


def according(document: Document, quotation: Quotation) -> bool:
    """Whether the cue is "according to"."""
    return tuple(words_in(document.text, quotation.cue)[-2:]) == en.ACCORDING


def others_own(document: Document, seen: Quotation, rivals: Sequence[Quotation]) -> list[Quotation]:
    """Those whom a later sentence names for its own words, which the network ran on to.

    "According to Quay Aid, it is late. Its founder, Ada Birch, said: “We will sue.”"
    """
    if not seen.cue:
        return []
    own = document.sentence_at(seen.cue[0].start)
    found = [one for one in rivals if one.source and one.cue and not overlap(one.cue, seen.cue)]
    apart = [
        one
        for one in found
        if all(document.sentence_at(span.start) is not own for span in (*one.content, *one.source))
    ]
    return apart if less(seen, apart).content else []


def less(seen: Quotation, others: Iterable[Quotation]) -> Quotation:
    """*seen* without what is said by *others*."""
    taken = [span for one in others for span in one.content]
    left = [span for span in seen.content if not overlap((span,), taken)]
    return replace(seen, content=tuple(left))
