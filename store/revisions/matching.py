"""What became of the statements of one version of an article in another, one to one.

The same words are the same statement, wherever they stand: first those by the same speaker, in
their order. Of the others, those by one speaker are matched by how near their words are, the
nearest first; what is left is in one version alone.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from sqlite_utils import Database as Connection

from store.lineage import PLACE
from store.model import Became, Polarity
from store.visibility import SURE
from store.words import folded

NEAR = 65.0
"""Likeness of the words in order, from 0 to 100, from which they are rather changed than others."""

_WHOLE = 4  # words that are enough to tell that a statement was only cut short or went on
_MOST, _LONGEST = 200, 1000  # statements, and characters of each, that are compared by likeness

_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it is matched: where its words stand, and by whom they were read."""

    place: str
    words: tuple[str, ...]
    speaker: str  # as extraction read it, folded; "" is nobody known
    name: str | None  # whom it is shown as said by
    shown: bool
    denied: bool = False

    @property
    def surname(self) -> str:
        """The last word of who said it: another version may give more or less of a name."""
        return self.speaker.rpartition(" ")[-1]


@dataclass(frozen=True, slots=True)
class Pair:
    """What became of a statement; one of the two is None where it is in one version alone."""

    before: Said | None
    now: Said | None
    became: Became


def said(db: Connection, article: int) -> list[Said]:
    """The statements of *article*, also those that are not shown, in their order."""
    found: dict[str, Said] = {}
    for place, words, read_as, *rest in db.execute(_SAID, (article,)).fetchall():
        pieces = tuple(json.loads(words))
        speaker = " ".join(folded(read_as or ""))
        name, shown, polarity = rest
        denied = polarity == Polarity.DENIES
        found.setdefault(place, Said(place, pieces, speaker, name, bool(shown), denied))
    return list(found.values())


_NAME = """
    (SELECT name FROM alias WHERE alias.article = statement.article
        AND alias.speaker = {} AND ordinal = 0)
"""
_SAID = f"""
    SELECT {PLACE},
        (SELECT json_group_array(words) FROM (
            SELECT words FROM span
            WHERE statement = statement.id AND part = 'content' ORDER BY ordinal
        )),
        {_NAME.format("iif(reading.statement, reading.speaker, statement.speaker)")},
        {_NAME.format("statement.speaker")},
        {SURE}, polarity
    FROM statement LEFT JOIN reading ON reading.statement = statement.id
    WHERE article = ? ORDER BY statement.id
"""  # noqa: S608 -- conditions of our own


def matched(before: Sequence[Said], now: Sequence[Said]) -> list[Pair]:
    """What became of each of the statements *before*, and which of those *now* are new."""
    pairs: list[Pair] = []
    for find in (_by_the_same, _by_any, _near):
        lost = _left(before, (pair.before for pair in pairs))
        new = _left(now, (pair.now for pair in pairs))
        pairs += find(lost, new)
    pairs += [Pair(one, None, Became.WITHDRAWN) for one in _left(before, (p.before for p in pairs))]
    return pairs + [Pair(None, one, Became.ADDED) for one in _left(now, (p.now for p in pairs))]


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of two versions are the same, whichever marks and spaces they are set with.

    “Don't” and “don’t” are; a letter, a comma or a question mark more or less is a change.
    """
    return _plain(one) == _plain(other)


def _plain(words: Sequence[str]) -> str:
    return " ".join(" ".join(words).translate(_MARKS).split())


def _left(every: Sequence[Said], paired: Iterable[Said | None]) -> list[Said]:
    done = {one.place for one in paired if one}
    return [one for one in every if one.place not in done]


def _by_the_same(before: Sequence[Said], now: Sequence[Said]) -> list[Pair]:
    return [
        Pair(one, other, Became.UNCHANGED if one.denied == other.denied else Became.CHANGED)
        for one, other in _in_turn(before, now, lambda said: (_plain(said.words), said.surname))
    ]


def _by_any(before: Sequence[Said], now: Sequence[Said]) -> list[Pair]:
    return [
        Pair(one, other, Became.REASSIGNED)
        for one, other in _in_turn(before, now, lambda said: _plain(said.words))
    ]


def _in_turn(
    before: Sequence[Said], now: Sequence[Said], key: Callable[[Said], object]
) -> Iterator[tuple[Said, Said]]:
    """Those with one *key*: the first with the first, the second with the second."""
    waiting = _grouped(now, key)
    for one in before:
        if others := waiting.get(key(one)):
            yield one, others.popleft()


def _grouped(every: Sequence[Said], key: Callable[[Said], object]) -> dict[object, deque[Said]]:
    found: defaultdict[object, deque[Said]] = defaultdict(deque)
    for one in every:
        found[key(one)].append(one)
    return found


def _near(before: Sequence[Said], now: Sequence[Said]) -> list[Pair]:
    """Those by one speaker in nearly the same words, the nearest first."""
    speakers = _grouped(now[:_MOST], lambda said: said.surname)
    pairs: list[Pair] = []
    for speaker, theirs in _grouped(before[:_MOST], lambda said: said.surname).items():
        if others := speakers.get(speaker):
            pairs += _nearest(list(theirs), list(others))
    return pairs


def _nearest(before: Sequence[Said], now: Sequence[Said]) -> Iterator[Pair]:
    old, new = (
        [folded(" ".join(said.words)[:_LONGEST]) for said in every] for every in (before, now)
    )
    likeness = process.cdist(
        [" ".join(words) for words in old], [" ".join(words) for words in new], scorer=fuzz.ratio
    )
    for at, words in enumerate(old):
        for to, others in enumerate(new):
            if _goes_on(words, others):
                likeness[at, to] = max(likeness[at, to], NEAR)
    done: tuple[set[int], set[int]] = (set(), set())
    best = np.argsort(-likeness, axis=None, kind="stable")
    for at, to in zip(*np.unravel_index(best, likeness.shape), strict=True):
        if likeness[at, to] < NEAR:
            return
        if at not in done[0] and to not in done[1]:
            done[0].add(at)
            done[1].add(to)
            yield Pair(before[at], now[to], Became.CHANGED)


def _goes_on(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether all of the shorter stands together in the longer, and is enough to tell."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _WHOLE and f" {' '.join(shorter)} " in f" {' '.join(longer)} "
