"""A quotation that was put together of several statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from store.checking.editing import Quoted
from store.checking.records import Record
from store.words import telling

_RUN = 3  # the fewest words that are somebody's, if one of them tells something
_COVERED = 0.9  # the share of its words that the records must have between them
_MOST = 4  # records; words that are from everywhere are from nowhere


def spliced(quotation: Quoted, records: Iterable[Record]) -> list[Record]:
    """The *records* that *quotation* is put together of, most first; none where it is not."""
    keys = tuple(word.key for word in quotation.words)
    starts = [(record, _starts(record.keys)) for record in records]
    taken: dict[int, tuple[int, Record]] = {}
    at = 0
    while at < len(keys):
        length, record = max(
            ((_run(keys, at, record.keys, found), record) for record, found in starts),
            key=lambda one: one[0],
            default=(0, None),
        )
        if record is None or length < _RUN or not telling(keys[at : at + length]):
            at += 1
            continue
        words, _ = taken.get(id(record), (0, record))
        taken[id(record)] = words + length, record
        at += length
    covered = sum(words for words, _ in taken.values())
    if not 1 < len(taken) <= _MOST or covered < _COVERED * len(keys):
        return []
    return [record for _, record in sorted(taken.values(), key=lambda one: -one[0])]


def _starts(keys: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    """Where in *keys* each run begins."""
    found: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(keys) - _RUN + 1):
        found.setdefault(tuple(keys[at : at + _RUN]), []).append(at)
    return found


def _run(
    keys: Sequence[str], at: int, said: Sequence[str], starts: dict[tuple[str, ...], list[int]]
) -> int:
    """How many words from *at* on stand in *said* one after another."""
    return max(
        (_common(keys, at, said, there) for there in starts.get(tuple(keys[at : at + _RUN]), ())),
        default=0,
    )


def _common(keys: Sequence[str], at: int, said: Sequence[str], there: int) -> int:
    count = 0
    while (
        at + count < len(keys)
        and there + count < len(said)
        and keys[at + count] == said[there + count]
    ):
        count += 1
    return count
