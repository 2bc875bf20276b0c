"""The same utterance in other outlets and other translations, folded into one match."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz, process

from store.search import weights
from store.search.candidates import Index
from store.words import negations


def fold(index: Index, order: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Each utterance in *order* once, where it first comes, with its variants.

    Those are looked for in all that is in sight: what is worded otherwise comes first, then
    what is in *order* too, then the newest.
    """
    rank = {number: at for at, number in enumerate(order)}
    said: dict[int | None, Mapping[int, str]] = {None: {}}
    done: set[int] = set()
    for number in order:
        if number in done:
            continue
        speaker = index.entries[number].speaker
        if speaker not in said:
            said[speaker] = _said(index, speaker)
        same = _same_utterance(index, number, said[speaker]) - done
        done |= same
        yield number, _ordered(index.newest(same), number, said[speaker], rank)


def _ordered(
    same: Iterable[int], head: int, said: Mapping[int, str], rank: Mapping[int, int]
) -> list[int]:
    return sorted(same, key=lambda n: (said[n] == said[head], rank.get(n, len(rank))))


def _said(index: Index, speaker: int | None) -> Mapping[int, str]:
    """The words of all that *speaker* said in sight, sorted: their order is left aside."""
    theirs = [n for n, entry in index.entries.items() if entry.speaker == speaker]
    rows = index.db.execute(
        "SELECT rowid, words FROM said WHERE rowid IN (SELECT value FROM json_each(?))",
        (json.dumps(theirs),),
    )
    return {number: " ".join(sorted(words.split())) for number, words in rows}


def _same_utterance(index: Index, number: int, said: Mapping[int, str]) -> set[int]:
    """What of the same speaker's *said* are the same words, but for how they were rendered.

    A sentence and its opposite, or with another number, are never the same.
    """
    if not said.get(number):
        return set()
    alike = process.extract(
        said[number], said, scorer=fuzz.ratio, score_cutoff=weights.SAME_UTTERANCE, limit=None
    )
    polarity, fixed = index.entries[number].polarity, _fixed(said[number])
    same = {n for words, _, n in alike if _fixed(words) == fixed}
    return {n for n in same - {number} if index.entries[n].polarity == polarity}


def _fixed(said: str) -> tuple[Sequence[str], Sequence[str]]:
    """What no rendering changes: what says no, and numbers."""
    words = tuple(said.split())
    return negations(words), [word for word in words if any(map(str.isdigit, word))]
