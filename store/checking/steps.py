"""The way from a record's words to a quotation's, one word at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.checking.brackets import MOST, stands_for
from store.checking.editing import Gap
from store.checking.records import Record, Said
from store.checking.verdicts import Edit
from store.checking.words import Word


@dataclass(frozen=True, slots=True)
class Step:
    """What was done to a *word*; one that is the quotation's own was not *said*."""

    edit: Edit
    word: Word
    said: Said | None = None


def told(edit: Edit, said: Iterable[Said]) -> Iterator[Step]:
    """One step for each word of the record."""
    return (Step(edit, one.word, one) for one in said)


def replaced(record: Record, gap: Gap, said: Sequence[Said]) -> range | None:
    """Which of the words *said* at *gap* its bracket may stand for; none where it may for none.

    Where more may be left out on one side of it, those are the fewest on the other.
    """
    for count in range(1, min(len(said), MOST) + 1) if gap.before or gap.after else (len(said),):
        found = _nearest(gap, said, count)
        words = [said[at].word for at in found]
        if _own(gap, words) or stands_for(gap.put, words, record.speaker):
            return found
    return None


def across(record: Record, gap: Gap | None, said: Sequence[Said]) -> Iterator[Step]:
    """What becomes of the words *said* at *gap*, and what is put there."""
    if gap is None or gap.bracket is None:
        yield from told(Edit.LEFT_OUT, said)
        return
    found = replaced(record, gap, said)
    fits = found is not None
    open_ended = gap.before or gap.after
    if found is None:
        found = _nearest(gap, said, min(len(gap.put), len(said)) if open_ended else len(said))
    yield from told(Edit.LEFT_OUT, said[: found.start])
    here = said[found.start : found.stop]
    if fits and _own(gap, [one.word for one in here]):
        yield from told(Edit.KEPT, here)
    else:
        yield from told(Edit.REPLACED if fits else Edit.DROPPED, here)
        yield Step(Edit.PUT if fits else Edit.ADDED, gap.bracket)
    yield from told(Edit.LEFT_OUT, said[found.stop :])


def _nearest(gap: Gap, said: Sequence[Said], count: int) -> range:
    """The *count* words next to the side of the bracket where nothing is left out."""
    return range(len(said) - count, len(said)) if gap.before else range(count)


def _own(gap: Gap, said: Sequence[Word]) -> bool:
    """Whether the bracket is the article's own."""
    return "".join(word.key for word in gap.put) == "".join(word.key for word in said)
