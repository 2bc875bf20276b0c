"""How close what was said is to the words asked for: traits, and one score made of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from store.search import spelling, weights

Words = tuple[str, ...]
Traits = tuple[float, ...]

MET = 1  # the trait that is the share of the words met


class Sought:
    """The words asked for, and how much each of them tells among all that is in sight."""

    def __init__(self, asked: Words, told: Mapping[str, float], total: int) -> None:
        self.asked = asked
        self.told = told
        self.every = sum(told.values()) or 1.0
        self.chance = math.log(2 + total)  # what it takes to tell one statement from all others
        self._named: dict[str, list[tuple[str, float]]] = {}

    def hear(self, names: set[str]) -> None:
        """Find out which of the words asked for may be meant for any of *names*."""
        words, others = list(self.told), list(names)
        sounds: dict[str, list[str]] = {}
        for word in words:
            sounds.setdefault(spelling.sound(word), []).append(word)
        for name in others:
            heard = sounds.get(spelling.sound(name), ()) if len(name) > 2 else ()
            self._named[name] = [(word, weights.SAME_SOUND) for word in heard]
        spelt = process.cdist(
            others, words, scorer=fuzz.ratio, score_cutoff=100 * weights.SAME_NAME
        )
        for row, column in np.argwhere(spelt > 0).tolist():
            like = float(spelt[row, column]) / 100
            self._named[others[row]].append((words[column], like))

    def by_name(self, said: Words, names: Words) -> dict[str, float]:
        """The words that *names* meet and *said* does not, each with how well."""
        return {
            word: well for name in names for word, well in self._named[name] if word not in said
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement held against the words asked for: its traits, and how close they say it is."""

    id: int
    said: Words
    traits: Traits
    score: float

    @property
    def named(self) -> bool:
        """Whether some of the words are of its speaker's name."""
        return bool(self.traits[-1])


def compared(number: int, sought: Sought, said: Words, names: Words) -> Compared:
    """How close *said* is to what is *sought*; *names* are the words of its speaker's name."""
    found = traits(sought, said, names)
    return Compared(number, said, found, max(0.0, _weighed(found, weights.CLOSE)))


def traits(sought: Sought, said: Words, names: Words) -> Traits:
    """What the score of *said* is made of, each about 0 to 1; *names* are of who said it.

    What nobody but the speaker's name meets was asked about the speaker: it is no part of the
    words that are compared.
    """
    by_name = sought.by_name(said, names)
    asked = tuple(word for word in sought.asked if word not in by_name) or sought.asked
    held = {word: by_name.get(word) or _held(word, said) for word in sought.told}
    met = sum(well * sought.told[word] for word, well in held.items())
    pairs = set(pairwise(asked))
    typed, spoken = " ".join(asked), " ".join(said)
    return (
        sum(sought.told[word] for word in sought.told if held[word] >= 1) / sought.every,
        met / sought.every,
        fuzz.partial_ratio(typed, spoken) / 100,
        fuzz.partial_token_sort_ratio(typed, spoken) / 100,
        LCSseq.similarity(asked, said) / len(asked),
        len(pairs.intersection(pairwise(said))) / max(1, len(pairs)),
        min(2.0, met / sought.chance),
        min(2.0, (sought.every - met) / sought.chance),
        float(bool(by_name)),
    )


def _held(word: str, said: Words) -> float:
    """How well *said* holds *word*: 1 where it stands there."""
    if word in said:
        return 1.0
    found = process.extractOne(word, said, scorer=fuzz.ratio, score_cutoff=weights.SAME_WORD)
    return found[1] / 100 if found else 0.0


def answering(sought: Sought, ranked: Sequence[Compared]) -> list[Compared]:
    """Those of *ranked*, the closest first, that are close enough to be an answer."""
    ahead = lead(ranked)
    close = [_weighed(signs(sought, one.traits, ahead), weights.ANSWER) > 0 for one in ranked]
    # where not even the closest is an answer, no other is
    return [one for one, answers in zip(ranked, close, strict=True) if answers and close[0]]


def signs(sought: Sought, found: Traits, ahead: float) -> Traits:
    """What tells an answer from what is merely the nearest there is.

    *ahead* is how far the closest statement is ahead of the closest one that says anything else.
    """
    exactly, met, in_order, _, in_sequence, in_pairs, *_ = found
    return (
        *found,
        in_order**4,
        met**4,
        in_sequence * met,
        in_pairs * met,
        float(exactly > 0.99),
        min(1.0, ahead),
        len(sought.told) / 10,
        math.log(1 + len(sought.told)),
        1.0,
    )


def _weighed(values: Traits, by: Traits) -> float:
    return sum(value * weight for value, weight in zip(values, by, strict=True))


def lead(ranked: Sequence[Compared]) -> float:
    """How far ahead the first of *ranked* is of the first that is not the same utterance."""
    first = " ".join(ranked[0].said)
    others = (
        one
        for one in ranked
        if fuzz.token_sort_ratio(first, " ".join(one.said)) < weights.SAME_SAID
    )
    return ranked[0].score - next((one.score for one in others), 0.0)
