"""Words without a question around them: a name, what was said, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.model import Query, SpeakerKind
from store.search import names, weights
from store.search.candidates import Index
from store.words import STOP_WORDS, folded

_LONGEST_NAME = 5  # words


def readings(query: Query, index: Index) -> Iterator[Query]:
    """What *query* may mean, likeliest first, with nothing left loose.

    Words that are somebody's name in this store are taken for the speaker, the rest for the
    topic; where that finds nothing, all of them for words that were said.
    """
    words = folded(query.loose)
    strict = replace(query, loose="")
    if not words:
        yield strict
        return
    if not query.speaker:
        for start, end in _stretches(len(words)):
            if _is_name(words[start:end], index):
                rest = " ".join((*words[:start], *words[end:], query.topic))
                yield replace(strict, speaker=" ".join(words[start:end]), topic=rest)
                break
    yield replace(strict, words=f"{query.words} {' '.join(words)}")


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    for length in range(min(count, _LONGEST_NAME), 0, -1):
        for start in range(count - length + 1):
            yield start, start + length


def _is_name(words: tuple[str, ...], index: Index) -> bool:
    """Whether *words* name a speaker beyond doubt: as it is written, or misspelt and no word."""
    if all(word in STOP_WORDS for word in words):
        return False
    known = index.speakers
    written = {name for bearer in known.values() for name in _names(bearer)}
    if words in written:
        return True
    if any(index.has(word) for word in words):
        return False
    people = {n: bearer for n, bearer in known.items() if bearer.kind is SpeakerKind.PERSON}
    meant = names.bearers(" ".join(words), people, alike=weights.SAME_NAME)
    return any(likeness > weights.FIRST_NAME_ONLY for likeness in meant.values())


def _names(bearer: names.Bearer) -> Iterator[tuple[str, ...]]:
    """What names *bearer* by itself: a full name or a surname."""
    for name in map(names.folded_name, bearer.names):
        yield name
        if bearer.kind is SpeakerKind.PERSON:
            yield name[-1:]
