"""Words without a question around them: a name, what was said, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.model import Query
from store.search import names, offices, weights
from store.search.candidates import Index
from store.words import STOP_WORDS, folded, telling

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


def searched(query: Query, index: Index) -> Iterator[Query]:
    """Likewise, but what stays loose is to be met by what was said or by the speaker's name.

    What is only about a name and a topic comes last: the article around is asked for it, too.
    """
    words = folded(query.loose)
    if query.nobody and (len(words) <= weights.KEYWORDS or _may_be(query.nobody, index)):
        return
    if not words or query.exact:  # a phrase is a name or was said: not now one, now the other
        yield from readings(query, index)
        return
    alone = len(words) <= _LONGEST_NAME
    if alone and not query.speaker and _is_name(words, index, index.unsaid(words)):
        yield replace(query, loose="", speaker=query.loose)
    if alone and not query.outlet:
        yield replace(query, loose="", outlet=query.loose)
    yield query
    about = next(readings(query, index))
    few = len(telling(folded(about.topic))) <= weights.KEYWORDS  # of more, most must be said
    if about.topic and few and about.speaker != query.speaker:
        yield about


def _may_be(name: str, index: Index) -> bool:
    """Whether *name* is somebody in sight, or a word that nobody in sight ever said."""
    known = index.speakers
    named = names.bearers(name, known, alike=weights.SAME_NAME) or names.near(name, known)
    in_role = named or names.in_role(name, known) or offices.holders(name, known)
    return bool(in_role or index.unsaid(telling(folded(name))))


def _name(words: tuple[str, ...], index: Index) -> tuple[int, int] | None:
    """Where in *words* the longest name is; what is pasted at length is never asked for one."""
    if len(words) > weights.NAMED_IN:
        return None
    unsaid = index.unsaid(words)
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
    if index.speakers.is_written(words):
        return True
    if len(words) == 1 and len(words[0]) < weights.NAME_ALONE:
        return False
    return unsaid.issuperset(words) and bool(names.people(" ".join(words), index.speakers))
