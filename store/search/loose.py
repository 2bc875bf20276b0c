"""Words without a question around them: a name, what was said, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.model import Query
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
    if not query.speaker and (name := _name(words, index)):
        start, end = name
        rest = " ".join((*words[:start], *words[end:], query.topic))
        yield replace(strict, speaker=" ".join(words[start:end]), topic=rest)
    if not query.outlet:
        yield replace(strict, outlet=query.loose)
    yield replace(strict, words=f"{query.words} {' '.join(words)}")


def _name(words: tuple[str, ...], index: Index) -> tuple[int, int] | None:
    """Where in *words* the longest name is; what is pasted at length is never asked for one."""
    if len(words) > weights.NAMED_IN:
        return None
    unsaid = {word for word in words if not index.has(word)}
    for start, end in _stretches(len(words)):
        if _is_name(words[start:end], index, unsaid):
            return start, end
    return None


def _stretches(count: int) -> Iterator[tuple[int, int]]:
    for length in range(min(count, _LONGEST_NAME), 0, -1):
        for start in range(count - length + 1):
            yield start, start + length


def _is_name(words: tuple[str, ...], index: Index, unsaid: set[str]) -> bool:
    """Whether *words* name a speaker beyond doubt: as it is written, or misspelt and no word."""
    if all(word in STOP_WORDS for word in words):
        return False
    if words in index.speakers.written:
        return True
    if len(words) == 1 and len(words[0]) < weights.NAME_ALONE:
        return False
    return unsaid.issuperset(words) and bool(names.people(" ".join(words), index.speakers))
