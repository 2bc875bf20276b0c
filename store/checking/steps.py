"""The way from a record's words to a quotation's, one word at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.checking.records import Said
from store.checking.verdicts import Edit
from store.checking.words import Gap, Word, numbers, says_no

REPLACED = 8  # words at most that a bracket may stand for


@dataclass(frozen=True, slots=True)
class Step:
    """What was done to a *word*; one that was ADDED is the quotation's and was not *said*."""

    edit: Edit
    word: Word
    said: Said | None = None


def told(edit: Edit, said: Iterable[Said]) -> Iterator[Step]:
    """One step for each word of the record."""
    return (Step(edit, one.word, one) for one in said)


def stands_for(gap: Gap, keys: Sequence[str]) -> bool:
    """Whether an editor may put *gap* where the record has the words *keys*.

    A bracket may not hide a "not", nor another number than it gives.
    """
    if not gap.bracket:
        return True
    stem = not gap.stem or any(k.startswith(gap.stem) or k.endswith(gap.stem) for k in keys)
    fixed = not says_no(keys) and numbers(keys) <= numbers(gap.put)
    return len(keys) <= REPLACED and stem and fixed
