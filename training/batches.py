"""Examples side by side as torch's numbers, in an order that a seed and an epoch settle."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from store.extraction.learned.network import sequence, starts
from store.extraction.learned.wordpieces import vocabulary
from store.extraction.learned.words import Look, Marked
from training.examples import IGNORED, Example, Lesson, Wanted, examples

Numbers = npt.NDArray[np.int64]

_ALIKE = 32  # batches that are filled by length, so that little is padded


class Batch(NamedTuple):
    """Windows by pieces; what is asked stands at the first piece of a word.

    *passages* numbers the passage of what may point and be pointed to, the boundary and the first
    piece of each word, and is negative elsewhere. *real* is 0 where a window has ended. *cue* and
    *source* are the pieces pointed to.
    """

    ids: Tensor
    looks: Tensor
    marked: Tensor
    passages: Tensor
    real: Tensor
    tags: Tensor
    cue: Tensor
    source: Tensor
    said: Tensor


_PADDING = {"ids": 0, "looks": Look.BOUNDARY, "marked": Marked.OUTSIDE, "passages": -1, "real": 0}


def order(lessons: Iterable[Lesson], seed: int, epoch: int, size: int) -> list[Sequence[Example]]:
    """An epoch's batches: the same for the same seed and epoch, others in each."""
    chance = random.Random(f"{seed} {epoch}")  # noqa: S311 - no secret
    every = [example for lesson in lessons for example in examples(lesson, chance)]
    chance.shuffle(every)
    groups = [
        group
        for alike in cut(every, size * _ALIKE)
        for group in cut(sorted(alike, key=_length), size)
    ]
    chance.shuffle(groups)
    return groups


def cut(every: Sequence[Example], size: int) -> Iterator[Sequence[Example]]:
    """*every* in stretches of *size*, the last one shorter."""
    return (every[at : at + size] for at in range(0, len(every), size))


def _length(example: Example) -> int:
    return sum(passage.size for passage in example.window.passages)


def batch(together: Iterable[Example]) -> Batch:
    """Examples side by side, the shorter ones padded."""
    each = [_numbers(example) for example in together]
    longest = max(len(one["ids"]) for one in each)
    return Batch(
        **{
            name: torch.from_numpy(np.stack([_padded(one[name], name, longest) for one in each]))
            for name in Batch._fields
        }
    )


def _padded(numbers: Numbers, name: str, length: int) -> Numbers:
    rest = length - len(numbers)
    return np.pad(numbers, (0, rest), constant_values=_PADDING.get(name, IGNORED))


def _numbers(example: Example) -> dict[str, Numbers]:
    """An example as the fields of a batch, one number for each piece."""
    ids, looks, marked = np.array(list(sequence(example.window.passages)), dtype=np.int64).T
    numbers = {"ids": ids, "looks": looks, "marked": marked, "real": np.ones_like(ids)}
    numbers["passages"] = np.full_like(ids, _PADDING["passages"])
    numbers |= {name: np.full_like(ids, IGNORED) for name in Wanted._fields}
    every = zip(starts(example.window.passages), example.wanted, strict=True)
    for number, (rows, wanted) in enumerate(every):
        numbers["passages"][rows] = number
        numbers["tags"][rows[1:]] = wanted.tags
        numbers["said"][rows[1:]] = wanted.said
        numbers["cue"][rows[1:]] = _rows(rows, wanted.cue)
        numbers["source"][rows[1:]] = _rows(rows, wanted.source)
    return numbers


def _rows(rows: Numbers, columns: Sequence[int]) -> Numbers:
    """The rows of *columns*, which count the passage's boundary and then its words."""
    wanted = np.asarray(columns, dtype=np.int64)
    return np.where(wanted == IGNORED, IGNORED, rows[wanted.clip(0)])


def blurred(clear: Batch, masked: float) -> Batch:
    """*clear* with that share of its pieces hidden, and of half as many words their look."""
    words = clear.looks != Look.BOUNDARY
    hidden = (torch.rand(clear.ids.shape) < masked) & words
    plain = (torch.rand(clear.ids.shape) < masked / 2) & words
    return clear._replace(
        ids=clear.ids.masked_fill(hidden, vocabulary()["[MASK]"]),
        looks=clear.looks.masked_fill(plain, Look.SMALL),
    )
