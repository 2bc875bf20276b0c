"""From what the network makes of a passage to the statements that fit it best together.

One walk over the words (Viterbi) decides at once which word belongs to a source, a cue or a
content and, for content, to the content of which cue: a long content can't change its cue
half-way, and words that look like content but answer to no cue are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from store.extraction.learned.network import Floats, Reading


class Tag(IntEnum):
    """The columns of `Reading.tags`."""

    NOTHING = 0
    SOURCE_BEGINS = 1
    SOURCE = 2
    CUE_BEGINS = 3
    CUE = 4
    CONTENT_BEGINS = 5
    CONTENT = 6


class Found(NamedTuple):
    """A statement as ranges of a passage's words; *sure* and *said* are probabilities.

    *sure* is how well words, cue and source hold together; *said*, that the cue reports something
    said or written rather than a thought.
    """

    contents: tuple[range, ...]
    cue: range
    source: range | None
    sure: float
    said: float


_MOST_CUES = 32  # of one passage: more is no prose
_LEAST_LIKELY_CUE = 0.1
_IMPOSSIBLE = -1e9


def statements(reading: Reading) -> Iterator[Found]:
    """What is reported in a passage, in the order of its cues."""
    cues = _possible_cues(reading)
    if not len(cues):
        return
    path = _best_path(reading, cues)
    sources, whole_cues = _runs(path, Tag.SOURCE_BEGINS), _runs(path, Tag.CUE_BEGINS)
    for number, begins in enumerate(cues):
        cue = next((one for one in whole_cues if one.start == begins), None)
        contents = _contents(path, number, len(cues))
        if cue and contents:
            yield _found(reading, cue, contents, sources)


def _possible_cues(reading: Reading) -> npt.NDArray[np.intp]:
    """Where a cue may begin, in order."""
    begins = reading.tags[:, Tag.CUE_BEGINS]
    likely = np.flatnonzero(begins > np.log(_LEAST_LIKELY_CUE))
    if len(likely) > _MOST_CUES:
        likely = np.sort(likely[np.argsort(-begins[likely], kind="stable")[:_MOST_CUES]])
    return likely


def _best_path(reading: Reading, cues: npt.NDArray[np.intp]) -> list[int]:
    """The state of each word: a tag below CONTENT_BEGINS, or which cue's content begins or goes on.

    With K cues the states CONTENT_BEGINS + k and CONTENT_BEGINS + K + k mean that the content of
    cue k begins and goes on.
    """
    gains = _gains(reading, cues)
    goes_on, from_begin = _continuations(len(cues))
    scores = gains[0].copy()
    scores[goes_on] = _IMPOSSIBLE
    back = np.empty(gains.shape, dtype=np.intp)
    for at in range(1, len(gains)):
        best = int(scores.argmax())
        back[at] = best
        stay = scores[goes_on] > scores[from_begin]
        back[at, goes_on] = np.where(stay, goes_on, from_begin)
        scores = scores[back[at]] + gains[at]
    path = [int(scores.argmax())]
    for at in range(len(gains) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def _gains(reading: Reading, cues: npt.NDArray[np.intp]) -> Floats:
    """What each word adds for each state; content pays for how unlikely its cue is."""
    to_cue = reading.cue[:, 1 + cues]
    begins = reading.tags[:, [Tag.CONTENT_BEGINS]] + to_cue
    inside = reading.tags[:, [Tag.CONTENT]] + to_cue
    return np.concatenate([reading.tags[:, : Tag.CONTENT_BEGINS], begins, inside], axis=1)


def _continuations(cues: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The states that only go on something, and the states that begin it, in the same order."""
    contents = Tag.CONTENT_BEGINS + np.arange(cues)
    goes_on = np.concatenate([[Tag.SOURCE, Tag.CUE], contents + cues])
    begins = np.concatenate([[Tag.SOURCE_BEGINS, Tag.CUE_BEGINS], contents])
    return goes_on.astype(np.intp), begins.astype(np.intp)


def _runs(path: list[int], begins: int, inside: int | None = None) -> list[range]:
    """The stretches of *path* that start with state *begins* and go on with *inside*."""
    inside = begins + 1 if inside is None else inside
    found: list[range] = []
    for at, state in enumerate(path):
        if state == begins:
            found.append(range(at, at + 1))
        elif state == inside and found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
    return found


def _contents(path: list[int], number: int, cues: int) -> tuple[range, ...]:
    begins = Tag.CONTENT_BEGINS + number
    return tuple(_runs(path, begins, begins + cues))


def _found(
    reading: Reading, cue: range, contents: tuple[range, ...], sources: list[range]
) -> Found:
    """The statement of *cue* with the likeliest of *sources*, or none where that is likelier."""
    at = cue.start
    words = [word for content in contents for word in content]
    source = max(sources, key=lambda one: reading.source[at, 1 + one.start], default=None)
    fits = reading.source[at, 0]
    if source and reading.source[at, 1 + source.start] > fits:
        fits = reading.source[at, 1 + source.start]
    else:
        source = None
    tags = np.exp(reading.tags)
    content = (tags[words, Tag.CONTENT_BEGINS] + tags[words, Tag.CONTENT]).mean()
    linked = np.exp(reading.cue[words, 1 + at].mean())
    is_cue = tags[at, Tag.CUE_BEGINS] + tags[at, Tag.CUE]
    sure = content * linked * is_cue * np.exp(fits / 2)  # a doubtful source weighs half
    return Found(contents, cue, source, float(sure), float(1 / (1 + np.exp(-reading.said[at]))))
