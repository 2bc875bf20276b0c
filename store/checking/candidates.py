"""The statements that a quotation may be from: all that checking asks of finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from store.checking.editing import Quoted
from store.model import Match, Person, Query

_FEW = 8  # statements a question
_WHOLE = 60  # words; a longer quotation is looked for in parts only
_PART = 8  # words in which a part of a sentence that was put together of two is found
_TWO = 6  # words of which each half may be somebody's
_PARTS = 12  # at most
_VARIANTS = 8  # of one statement that are held against the quotation too


class Finding(Protocol):
    """What can be asked: a `Store`."""

    def search(self, query: Query, *, limit: int | None = None) -> tuple[Match, ...]:
        """What *query* asks for, best first."""

    def nearest(self, query: Query, *, limit: int = 3) -> tuple[Match, ...]:
        """What comes nearest to it."""

    def namesakes(self, typed: str, *, scope: str = "") -> tuple[Person, ...]:
        """The people whom a name may mean, where it is not one only."""


def candidates(
    finding: Finding, quotation: Quoted, speaker: str | None, scope: str
) -> Iterator[tuple[Match, ...]]:
    """The likeliest first; more is looked for only as long as more is taken."""
    keys = [word.key for word in quotation.words]
    whole = Query(words=" ".join(keys), scope=scope)
    if len(keys) <= _WHOLE:
        yield _flat(finding.search(whole, limit=_FEW))
        if speaker:
            theirs = Query(words=whole.words, speaker=speaker, scope=scope)
            yield _flat(finding.search(theirs, limit=_FEW))
        yield _flat(finding.nearest(whole, limit=_FEW))
    for part in _parts(quotation, keys):
        query = Query(words=" ".join(part), scope=scope)
        yield _flat(finding.search(query, limit=_FEW))
        yield _flat(finding.nearest(query, limit=_FEW))


def elsewhere(finding: Finding, words: Sequence[str], scope: str) -> tuple[Match, ...]:
    """What *words* may be from that are not in the statement that the others are from."""
    query = Query(words=" ".join(words), scope=scope)
    return _flat((*finding.search(query, limit=_FEW), *finding.nearest(query, limit=_FEW)))


def _parts(quotation: Quoted, keys: Sequence[str]) -> list[Sequence[str]]:
    """Stretches of *quotation* from its beginning to its end, none with a mark inside."""
    edges = sorted({0, len(keys), *quotation.gaps})
    parts = []
    for start, end in pairwise(edges):
        count = max(-(-(end - start) // _PART), 2 if end - start >= _TWO else 1)
        cuts = [start + (end - start) * at // count for at in range(count + 1)]
        parts += [keys[a:b] for a, b in pairwise(cuts)]
    return parts[:: -(-len(parts) // _PARTS) or 1]


def _flat(matches: Sequence[Match]) -> tuple[Match, ...]:
    """*matches* with their variants: of one utterance, another outlet may have the very words."""
    return tuple(one for match in matches for one in (match, *match.variants[:_VARIANTS]))
