"""What a word does to the sentence it stands in: English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from store.variants import thesaurus
from store.variants.meaning import is_number
from store.words import STOP_WORDS, negations

_SAME_SPELLING = 75.0  # likeness of two words, from 0 to 100, one of which is in no dictionary

# What may be left out anywhere: it takes nothing back and names nobody.
_ASIDES = """
    absolutely actually also basically certainly clearly completely definitely er frankly honestly
    however indeed just literally moreover obviously of okay please quite really simply sir so
    surely therefore though thus totally truly uh um very well yeah yes percent per cent
"""
_ASIDE_PHRASES = re.compile(r"\b(?:you know|i mean|you see|of course|in fact|as i said)\b")
_DAYS = """
    monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight yesterday
"""

# Small words that turn a sentence if only one has them; those together stand for each other.
_TURNING = """
    am are be been being is was were, can could, or, than, should, from, by, out, off, up, down,
    over, under
"""

# What takes back all that follows, so that it cannot be cut off; and all that stands before.
_TAKES_BACK = """
    almost alleged allegedly avoid barely cease deny doubt end fail fake false falsely few forget
    former formerly hardly hope imagine lack lie little myth nearly neglect only pretend prevent
    quit rarely refrain refuse reject rumour rumor scarcely seldom stop supposed supposedly untrue
    wish wrong
"""
_JUDGES = "absurd allege fake false falsely myth nonsense pretend untrue wrong"

# What makes all that follows the words or the thoughts of others, unless it is "I say".
_OTHERS_SAY = """
    accuse argue assume believe claim fear insist report say suggest suppose tell think
"""
_ONESELF = "i we"

# A beginning that ends in one of these has what follows hanging on it.
_HOLDS_ON = "of to for by with from against on in at than about over under"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AS_SETS = tuple(map(_set, (_ASIDES, _DAYS, _TAKES_BACK, _JUDGES, _OTHERS_SAY)))
_ASIDE, _DAY, _TAKING_BACK, _JUDGING, _SAYING = _AS_SETS
_SELF, _HOLDING = _set(_ONESELF), _set(_HOLDS_ON)
_SMALL = STOP_WORDS | _ASIDE | _DAY
_TURN = {word: at for at, forms in enumerate(_TURNING.split(",")) for word in forms.split()}


def tells(word: str) -> bool:
    """Whether a sentence may hang on *word*; numbers and each "no" are counted apart."""
    return not (word in _SMALL or is_number(word) or negations((word,)))


def same(one: str, other: str) -> bool:
    """Whether the two are spellings or forms of one word, or synonyms."""
    if one == other:
        return True
    ours, theirs = thesaurus.bases(one), thesaurus.bases(other)
    if not ours.isdisjoint(theirs):
        return not _other_voice(one, other)
    if is_number(one) and is_number(other):  # a dictionary has "million" and "billion" as one
        return False
    if ours and theirs:
        return thesaurus.synonyms(one, other)
    return fuzz.ratio(one, other) >= _SAME_SPELLING


def _other_voice(one: str, other: str) -> bool:
    """Who is "killing" is not who is "killed"."""
    doing, done = (one, other) if one.endswith("ing") else (other, one)
    return doing.endswith("ing") and thesaurus.is_past(done)


def without_asides(words: Sequence[str]) -> list[str]:
    """*words* without phrases like "you know"."""
    return _ASIDE_PHRASES.sub("", " ".join(words)).split()


def turning(words: Iterable[str]) -> set[int]:
    """Which of the small words that turn a sentence are among *words*."""
    return {_TURN[word] for word in words if word in _TURN}


def names_day(words: Iterable[str]) -> bool:
    """Whether a day is named or pointed to."""
    return not _DAY.isdisjoint(words)


def takes_back(words: Iterable[str]) -> bool:
    """Whether anything in *words* takes back what follows."""
    return _any_form(words, _TAKING_BACK)


def judges(words: Iterable[str]) -> bool:
    """Whether anything in *words* takes back what stands before."""
    return _any_form(words, _JUDGING)


def leads_in(words: Sequence[str]) -> bool:
    """Whether what follows the beginning *words* would say something else without it."""
    if not any(map(tells, words)):
        return False
    others_say = _SELF.isdisjoint(words) and _any_form(words, _SAYING)
    return others_say or takes_back(words) or words[-1] in _HOLDING


def _any_form(words: Iterable[str], of: frozenset[str]) -> bool:
    return any(not of.isdisjoint(thesaurus.bases(word)) for word in words)
