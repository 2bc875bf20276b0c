"""When two statements are one utterance: in the same words nearly, or translated twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from store.variants.sayings import Saying
from store.words import negations

DAYS = 3  # that two reports of one utterance are apart at most, where the words differ more
_SAME_WORDS = 80.0  # likeness of the words in order, from 0 to 100
_TRANSLATED = 62.0  # the same of the words sorted


def likeness(one: Saying, other: Saying) -> float:
    """How alike two statements of anybody's are, from 0 to 100; 0 where they are not one."""
    if one.speaker != other.speaker or one.polarity != other.polarity:
        return 0.0
    how = fuzz.ratio(one.text, other.text, score_cutoff=_SAME_WORDS)
    if how:
        return how if _same_fixed(one, other) else 0.0
    return 0.0


def may_be_alike(traits: int, others: int) -> bool:
    """Whether statements with these traits may be translations of one utterance."""
    shared = (traits & others).bit_count()
    return shared >= 2 and 3 * shared >= max(traits.bit_count(), others.bit_count())


def _same_fixed(one: Saying, other: Saying) -> bool:
    return _fixed(one.words) == _fixed(other.words) and _in_order(one.words, other.words)


def _fixed(words: tuple[str, ...]) -> tuple[Sequence[str], Sequence[str]]:
    return negations(words), sorted(word for word in words if any(map(str.isdigit, word)))


def _in_order(one: Sequence[str], other: Sequence[str]) -> bool:
    shared = (Counter(one) & Counter(other)).total()
    return LCSseq.similarity(one, other) == shared
