"""How close what was said is to the words asked for: traits, and one score made of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from store.search import spelling, weights
from store.search.forms import stem
from store.search.synonyms import synonyms

Words = tuple[str, ...]
Numbers = NDArray[np.float64]


class Traits(NamedTuple):
    """What a score is made of, each about 0 to 1.

    The first six are shares of the telling words by what they tell; where *meant*, each word asked
    for is first taken for the one that was said for it.
    """

    exactly: float
    by_form: float
    by_spelling: float
    by_synonym: float
    nearly: float
    by_name: float
    letters: float  # as they stand, and in any order
    letters_sorted: float
    letters_meant: float
    letters_meant_sorted: float
    sequence: float
    sequence_meant: float
    pairs: float
    pairs_meant: float
    words: float  # of all words, those that tell nothing too
    told: float  # what the words met tell, and those not met, of what it takes to tell one from all
    untold: float
    stretch: float  # over which the words met stand apart
    number: float  # of the words that are met, as a share
    named: float

    @property
    def met(self) -> float:
        """The share of the words that is met."""
        return sum(self[:6])


class Sought:
    """The words asked for, and how much each of them tells among all that is in sight."""

    def __init__(
        self, asked: Words, told: Mapping[str, float], spelt: Mapping[str, str], total: int
    ) -> None:
        self.asked = asked
        self.told = told
        self.every = sum(told.values()) or 1.0
        self.chance = math.log(2 + total)  # what it takes to tell one statement from all others
        self.stems = {word: stem(word) for word in told}
        self.meant = {word: synonyms(own) for word, own in self.stems.items()}
        self._named: dict[str, list[tuple[str, float]]] = {}
        self._spelt = spelt  # what is found for the words asked for, and for which

    def as_asked(self, said: Words) -> Words:
        """*said* with the words asked for in place of what is found for them."""
        asked = self._spelt
        return tuple([asked.get(word, word) for word in said])

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


def compared(sought: Sought, read: Mapping[int, tuple[Words, Words]]) -> list[Compared]:
    """How close each of *read* is, the closest first: what was said, and the speaker's name."""
    found = [traits(sought, said, names) for said, names in read.values()]
    if not found:
        return []
    scores = np.maximum(0.0, spread(np.array(found)) @ weights.CLOSE).tolist()
    every = [
        Compared(number, said, one, score)
        for (number, (said, _)), one, score in zip(read.items(), found, scores, strict=True)
    ]
    return sorted(every, key=lambda one: -one.score)


def traits(sought: Sought, said: Words, names: Words) -> Traits:
    """What the score of *said* is made of; *names* are of who said it.

    What nobody but the speaker's name meets was asked about the speaker: it is no part of the
    words that are compared.
    """
    by_name = sought.by_name(said, names)
    asked = tuple([word for word in sought.asked if word not in by_name]) or sought.asked
    shares, meant = [0.0] * 5, dict[str, str]()
    of_stem = dict(zip(map(stem, said), said, strict=True))
    for word in sought.told.keys() - by_name.keys():
        how, well, other = _held(sought, word, said, of_stem)
        if how <= _MEANT:
            meant[word] = other
        if well:
            shares[how] += well * sought.told[word] / sought.every
    for_asked = tuple([meant.get(word, word) for word in asked])
    named = sum(well * sought.told[word] for word, well in by_name.items()) / sought.every
    met = (sum(shares) + named) * sought.every
    pairs = set(pairwise(said))
    alike = _alike(asked, said, pairs)
    alike_meant = alike if for_asked == asked else _alike(for_asked, said, pairs)
    found = (
        *shares,
        named,
        *alike[:2],
        *alike_meant[:2],
        alike[2],
        alike_meant[2],
        alike[3],
        alike_meant[3],
        sum([word in said for word in asked]) / len(asked),
        min(2.0, met / sought.chance),
        min(2.0, (sought.every - met) / sought.chance),
        min(1.0, _stretch(meant.values(), said) / len(asked) / _APART),
        len(meant) / max(1, len(sought.told)),
        float(bool(by_name)),
    )
    return Traits._make(found)


_MEANT = 3  # the last of the traits by which a word is taken for another
_APART = 3  # times as far as they were asked for: what stands farther apart is not told apart


def _held(
    sought: Sought, word: str, said: Words, of_stem: Mapping[str, str]
) -> tuple[int, float, str]:
    """By which trait *said* holds *word*, how well, and which of its words that is."""
    if word in said:
        return 0, 1.0, word
    if other := of_stem.get(sought.stems[word]):
        return 1, weights.BY_FORM, other
    found = process.extractOne(word, said, scorer=fuzz.ratio, score_cutoff=weights.SAME_WORD)
    if found and found[1] >= weights.MISSPELT_WORD:
        return 2, found[1] / 100, found[0]
    meant = sought.meant[word]
    if known := meant.keys() & of_stem.keys():
        best = max(known, key=lambda one: (meant[one], one))
        return 3, meant[best], of_stem[best]
    return (4, found[1] / 100, found[0]) if found else (4, 0.0, word)


def _alike(
    asked: Words, said: Words, pairs: set[tuple[str, str]]
) -> tuple[float, float, float, float]:
    """The letters as they stand and in any order, the sequence, and the *pairs*, as shares."""
    typed, spoken = " ".join(asked), " ".join(said)
    return (
        fuzz.partial_ratio(typed, spoken) / 100,
        fuzz.partial_token_sort_ratio(typed, spoken) / 100,
        LCSseq.similarity(asked, said) / len(asked),
        _common(asked, pairs),
    )


def _common(asked: Words, pairs: set[tuple[str, str]]) -> float:
    """The share of the neighbours in *asked* that are among *pairs*."""
    own = set(pairwise(asked))
    return len(own & pairs) / max(1, len(own))


def _stretch(words: Iterable[str], said: Words) -> float:
    """How many words of *said* it takes to have all of *words*, some of them once."""
    places = [said.index(word) for word in words]
    return max(places) - min(places) + 1 if places else 0


def spread(traits: Numbers) -> Numbers:
    """A row of *traits*, with what some of them are only worth together."""
    met = traits[:, :6].sum(1)
    letters, sequence, pairs, told = (traits[:, _AT[name]] for name in _TOGETHER)
    return np.column_stack(
        (traits, traits[:, :3].sum(1), met, letters**2, sequence**2, sequence * told, pairs * told)
    )


_AT = {name: at for at, name in enumerate(Traits._fields)}
_TOGETHER = ("letters_meant", "sequence_meant", "pairs_meant", "told")


def answering(sought: Sought, ranked: Sequence[Compared]) -> list[Compared]:
    """Those of *ranked*, the closest first, that are close enough to be an answer."""
    close = signs(sought, ranked) @ weights.ANSWER > 0
    # where not even the closest is an answer, no other is
    return [one for one, answers in zip(ranked, close, strict=True) if answers and close[0]]


def signs(sought: Sought, ranked: Sequence[Compared]) -> Numbers:
    """A row for each of *ranked*: what tells an answer from what is merely the nearest there is."""
    traits = np.array([one.traits for one in ranked])
    scores = np.array([one.score for one in ranked])
    ahead, many = lead(ranked), len(sought.told)
    met = traits[:, :4].sum(1)
    alike = traits[:, _AT["letters"]]
    of_all = (ahead, min(0.2, ahead), many / 10, math.log(1 + many), len(sought.asked) / 10)
    return np.column_stack(
        (
            spread(traits),
            scores,
            alike**4,
            met**4,
            traits[:, 0] > 0.99,
            np.tile((*of_all, min(5.0, sought.every / 50), 1.0), (len(ranked), 1)),
        )
    )


def lead(ranked: Sequence[Compared]) -> float:
    """How far ahead the first of *ranked* is of the first that is not the same utterance."""
    first = " ".join(ranked[0].said)
    others = (
        one
        for one in ranked
        if fuzz.token_sort_ratio(first, " ".join(one.said)) < weights.SAME_SAID
    )
    return ranked[0].score - next((one.score for one in others), 0.0)
