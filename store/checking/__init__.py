"""Quotations held against the record: what stands, what was altered, who really said it.

pasted.py       text -> the quotations in it, and who it says they are by
candidates.py   quotation -> the statements it may be from, through the Store's own search
records.py      statements -> their words; words.py says which words are the same
comparing.py    quotation and record -> what was kept, left out, dropped and added
judging.py      of all comparisons the best -> the verdict
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from store.checking.candidates import Finding
from store.checking.judging import judge
from store.checking.pasted import quotations, unmarked, whole
from store.checking.verdicts import Edit, Piece, Standing, Verdict
from store.errors import UnusableQuestion
from store.extraction.document import Document, document
from store.model import Article, Statement

__all__ = ["Edit", "Piece", "Standing", "Verdict", "check"]

LONGEST = 30_000  # characters
MOST = 500  # quotations
_PASSAGE = 300  # words that may be one quotation

_THEIRS = (Standing.VERBATIM, Standing.PARTIAL, Standing.REPORTED, Standing.ANOTHER_SPEAKER)

Extractor = Callable[[Article], Sequence[Statement]]


def check(finding: Finding, text: str, extract: Extractor, scope: str) -> tuple[Verdict, ...]:
    """A verdict on every quotation in *text*, in order; none where nothing is quoted.

    A text without quotation marks is a quotation itself, or else each of its sentences is one.
    Raises UnusableQuestion where it is too much to be checked at once.
    """
    laid_out = _laid_out(text)
    everything = whole(laid_out)
    if everything is None:
        return ()
    verdict = cache(lambda one: judge(finding, text, one, scope))  # a text may be one sentence
    passage = Verdict(everything.spans, Standing.NOT_FOUND)
    if len(text.split()) <= _PASSAGE:
        passage = verdict(everything)
    if passage.standing is Standing.VERBATIM:
        return (passage,)
    told = extract(Article(text))
    if laid_out.stretches and (any(one.cue for one in told) or not _has_marks(passage)):
        return tuple(map(verdict, quotations(laid_out, told)))
    sentences = [_sentence(*map(verdict, readings)) for readings in unmarked(laid_out, told)]
    by_name = all(one.speaker and one.standing in _THEIRS for one in sentences)
    if by_name or (not passage.matches and any(one.matches for one in sentences)):
        return tuple(sentences)
    return (passage,)


def _sentence(alone: Verdict, *told: Verdict) -> Verdict:
    """The verdict on a sentence without marks: as it stands, or on what it tells that was said.

    "Kirby said we had no role" is about what Kirby said, unless the rest is on record, too.
    """
    if alone.standing in _THEIRS:
        return alone
    named = [one for one in told if one.speaker and one.matches and _kept(alone) <= _kept(one)]
    return next((one for one in named if one.standing in _THEIRS), next(iter(named), alone))


def _has_marks(verdict: Verdict) -> bool:
    """Whether what is on record has quotation marks inside it, as what was pasted has."""
    return any(mark in words for one in verdict.matches for words in one.words for mark in '“"„«‘')


def _kept(verdict: Verdict) -> int:
    return sum(len(one.words.split()) for one in verdict.pieces if one.edit is Edit.KEPT)


def _laid_out(text: str) -> Document:
    if len(text) > LONGEST:
        told = f"the text has {len(text):,} characters: check it in parts of up to {LONGEST:,}"
        raise UnusableQuestion(told)
    laid_out = document(text)
    sentences = sum(len(paragraph.sentences) for paragraph in laid_out.paragraphs)
    count = len(laid_out.stretches) or sentences
    if count > MOST:
        told = f"the text has {count:,} quotations: check it in parts of up to {MOST:,}"
        raise UnusableQuestion(told)
    return laid_out
