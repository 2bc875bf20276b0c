"""Whether two alike statements differ only in what cannot turn their meaning.

What may differ is what is written otherwise, cut off or left out in print: spellings and forms of
a word, synonyms, contractions, asides, a day, and where it begins and ends. Any other word that
only one of them has may be the one that makes it another statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from store.variants import thesaurus
from store.variants.meaning import is_number, numbers
from store.variants.sayings import Saying
from store.variants.vocabulary import (
    judges,
    leads_in,
    names_day,
    same,
    takes_back,
    tells,
    turning,
    without_asides,
)
from store.words import negations

# A translation differs in so many places, or has so many telling words of its own: one that differs
# in less is rather the same sentence with a word changed.
_UNLIKE, _OTHERWISE = 2, 3
_SAME = 0.25  # what share of the telling words, at least, is the same in both, or a synonym


@dataclass(frozen=True, slots=True)
class _Edit:
    """What stands in *one* in place of what stands in the *other*; either may be nothing."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    before: str  # the word before it that both have; empty where both begin
    after: str  # the word after it that both have; empty where both end

    @property
    def cuts(self) -> bool:
        """Whether it is where they end, and one of them goes on."""
        return not self.after and not (self.one and self.other)


@dataclass(frozen=True, slots=True)
class _Spare:
    """Words of either statement that may be left out where others may not."""

    names: frozenset[str]  # beside another name
    bracketed: frozenset[str]


def may_turn(one: Saying, other: Saying) -> bool:
    """Whether any of what the two do not share may be what makes them two statements."""
    as_far = one.plain[-1] == other.plain[-1]
    if as_far and ("?" in one.content) != ("?" in other.content):
        return True
    spare = _Spare(one.names | other.names, one.bracketed | other.bracketed)
    return not all(_harmless(edit, spare) for edit in _edits(one.plain, other.plain))


def retold(one: Saying, other: Saying) -> bool:
    """Whether the two have enough in common, and too little to be one with a word changed."""
    told, others = _telling(one), _telling(other)
    same = len(told) - len(_unmatched(told, others)[0])
    if same < _SAME * (len(told) + len(others)) / 2:
        return False
    found = list(_edits(one.plain, other.plain))
    unlike = sum(_differs(edit) for edit in found)
    changed = (sum(map(tells, words)) for words in _changed(found))
    return unlike >= _UNLIKE or min(changed) >= _OTHERWISE


def _differs(edit: _Edit) -> bool:
    """Whether any word that tells has nothing that is the same in its place."""
    ours, theirs = _unmatched(edit.one, edit.other)
    return any(map(tells, (*ours, *theirs)))


def _changed(edits: Sequence[_Edit]) -> tuple[list[str], list[str]]:
    """All words of one and of the other that stand in place of something else."""
    one = [word for edit in edits for word in edit.one]
    return one, [word for edit in edits for word in edit.other]


def opposed(one: Saying, other: Saying) -> bool:
    """Whether a word of one is the opposite of one in the other, or takes back what that says."""
    ours, theirs = _unmatched(_telling(one), _telling(other))
    if any(thesaurus.antonyms(a, b) for a in ours for b in theirs):
        return True
    found = (_unmatched(edit.one, edit.other) for edit in _edits(one.plain, other.plain))
    return any(_takes_back(*left) for left in found)


def _telling(one: Saying) -> list[str]:
    return list(filter(tells, dict.fromkeys(one.plain)))


def _takes_back(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether only one of them tells anything, and that takes back: "we refused to sign"."""
    return any(map(tells, one)) != any(map(tells, other)) and takes_back((*one, *other))


def _edits(one: Sequence[str], other: Sequence[str]) -> Iterator[_Edit]:
    start, started = 0, 0
    for block in (*LCSseq.opcodes(one, other), None):
        if block and block.tag != "equal":
            continue
        end, ended = (block.src_start, block.dest_start) if block else (len(one), len(other))
        if end > start or ended > started:
            before = one[start - 1] if start else ""
            after = one[end] if block else ""
            yield _Edit(tuple(one[start:end]), tuple(other[started:ended]), before, after)
        if block:
            start, started = block.src_end, block.dest_end


def _harmless(edit: _Edit, spare: _Spare) -> bool:
    if "".join(edit.one) == "".join(edit.other):  # "cease-fire", "ceasefire"
        return True
    one, other = _unmatched(edit.one, edit.other)
    if names_day(one) and names_day(other):
        return False
    # a number may be cut off with the end, but for the "million" of "five million"
    if numbers(one) != numbers(other) and (not edit.cuts or is_number(edit.before)):
        return False
    if edit.before and edit.after:
        return _may_be_left_out(one, other, edit, spare)
    if any(map(tells, one)) and any(map(tells, other)):
        return False
    cut = (*one, *other)
    return not (judges(cut) if edit.before else leads_in(cut))


def _may_be_left_out(one: Sequence[str], other: Sequence[str], edit: _Edit, spare: _Spare) -> bool:
    """Whether what only one has, between words that both have, is harmless."""
    if turning(one) != turning(other):
        return False
    if negations((edit.before,)):  # "not really"
        return not (one or other)
    ours, theirs = set(filter(tells, one)), set(filter(tells, other))
    told = ours | theirs
    if not told or (ours and theirs):
        return not told
    return told <= spare.bracketed or _named(told, edit, spare)


def _named(told: Set[str], edit: _Edit, spare: _Spare) -> bool:
    """Whether it only names more fully who is named next: "Pavel Tanaka", "Tanaka"."""
    return edit.after in spare.names and told <= spare.names and not (edit.one and edit.other)


def _unmatched(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """What of each, without asides, has nothing in the other that is the same word."""
    ours, theirs = without_asides(one), without_asides(other)
    for word in tuple(ours):
        found = next((candidate for candidate in theirs if same(word, candidate)), None)
        if found is not None:
            ours.remove(word)
            theirs.remove(found)
    return ours, theirs
