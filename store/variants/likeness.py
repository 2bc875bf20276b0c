"""When two statements are one utterance: in nearly the same words, or translated twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from store.variants import edits, meaning
from store.variants.sayings import Saying
from store.words import folded

DAYS = 3
"""That two reports may lie apart which only mean the same: it is said again soon enough."""

SAME_WORDS = 78.0
"""Likeness of the words in order, from 0 to 100, from which they are nearly the same."""

# Of two translations: likeness of the words in any order, from 0 to 100; how many telling words
# are the same; what share of all, and of many; and how much longer one may be.
_TRANSLATED, _SHARED, _LONGER = 54.0, 2, 2.0
_SHARE, _SHARE_OF_MANY, _MANY = 0.33, 0.5, 10

_ALL = (1 << 64) - 1  # SQLite's integers have a sign


def likeness(one: Saying, other: Saying) -> float:
    """How alike two statements are if they are one utterance, from 0 to 100; else 0.

    That of two translations stays below SAME_WORDS.
    """
    if (one.speaker, one.polarity) != (other.speaker, other.polarity):
        return 0.0
    same = fuzz.ratio(one.text, other.text, score_cutoff=SAME_WORDS)
    how = same or (_translated(one, other) if _near(one, other) else 0.0)
    if not how or one.words == other.words:
        return how
    if _told_apart(one, other):
        return 0.0
    if same and not edits.may_turn(one, other):
        return same
    return how * SAME_WORDS / 101 if _may_be_retold(one, other) else 0.0


def nearly_the_same(one: str, other: str) -> bool:
    """Whether two texts are nearly the same words, so that none of them may turn the meaning."""
    first, second = (Saying(0, 0, "", 0, "", None, text, folded(text)) for text in (one, other))
    return likeness(first, second) >= SAME_WORDS


def _may_be_retold(one: Saying, other: Saying) -> bool:
    """Whether two that are alike, and yet not in the same words, may be one utterance all the same.

    The article says that it is a translation, or it reads like one.
    """
    if one.numbers != other.numbers or edits.opposed(one, other):
        return False
    if one.translated or other.translated:
        return True
    return _near(one, other) and edits.retold(one, other)


def _near(one: Saying, other: Saying) -> bool:
    """Whether two statements are near enough in time to be one utterance in other words.

    In one article they are not: who speaks on there says something else.
    """
    if one.day is None or other.day is None or one.article == other.article:
        return False
    return abs(one.day - other.day) <= DAYS


def may_be_translated(traits: int, others: int) -> bool:
    """Whether statements with these traits may be translations of one utterance."""
    shared = (traits & others & _ALL).bit_count()
    return _enough(shared, (traits & _ALL).bit_count(), (others & _ALL).bit_count())


def _enough(shared: int, one: int, other: int) -> bool:
    """Whether *shared* of so many words in *one* and in the *other* are enough for translations."""
    mean = (one + other) / 2
    return shared >= _SHARED and shared >= (_SHARE if mean <= _MANY else _SHARE_OF_MANY) * mean


def _translated(one: Saying, other: Saying) -> float:
    lengths = sorted((len(one.text), len(other.text)))
    if lengths[1] > _LONGER * lengths[0]:
        return 0.0
    ours, theirs = meaning.rare(one.gist), meaning.rare(other.gist)
    if not _enough(_common(ours, theirs), len(ours), len(theirs)):
        return 0.0
    # to name the same people and places is no more than to have the same subject
    named = {meaning.stem(name) for name in one.names | other.names}
    if _common([w for w in ours if w not in named], theirs) < _SHARED:
        return 0.0
    return fuzz.ratio(one.in_any_order, other.in_any_order, score_cutoff=_TRANSLATED)


def _told_apart(one: Saying, other: Saying) -> bool:
    """Whether something says that these are two utterances, however alike they are."""
    if LCSseq.similarity(one.gist, other.gist) != _common(one.gist, other.gist):
        return True  # who did it to whom, or what the "no" belongs to
    if one.gist.count(meaning.NO) != other.gist.count(meaning.NO):
        return True
    ours, theirs = set(one.words), set(other.words)
    if meaning.opposed(ours - theirs, theirs - ours):
        return True
    return meaning.renamed(one.names - theirs, other.names - ours)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return (Counter(one) & Counter(other)).total()
