"""Whether a text and an article mean the same speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.model import Speaker, SpeakerKind, Statement
from store.search import spelling, weights
from store.words import folded

_LITTLE = frozenset(("a", "an", "the", "of", "and", "for", "one", "its", "his", "her", "their"))

Words = tuple[str, ...]


def same(text: Statement, article: Statement) -> bool | None:
    """Whether the speaker of one is the other's; None where either names nobody.

    A surname alone is everyone's who bears it; a role alone is everyone's who has it.
    """
    one, other = text.speaker, article.speaker
    if one is None or other is None:
        return None
    ours, theirs = list(_names(one)), list(_names(other))
    if any(a == b for a in ours for b in theirs):
        return True
    if one.kind is other.kind is SpeakerKind.PERSON:
        roles = set(_bare(text.role)) | set(_bare(article.role))
        if any(_same_person(a, b, roles) for a in ours for b in theirs):
            return True
    elif any(_within(a, b) or _within(b, a) for a in ours for b in theirs):
        return True
    return _by_role(ours, article) or _by_role(theirs, text)


def _names(speaker: Speaker) -> Iterator[Words]:
    """The names of *speaker*, none of them a part of the first: many bear the same surname."""
    first = _bare(speaker.name)
    names = map(_bare, (speaker.name, *speaker.aliases))
    return (name for name in names if name and (name == first or not _within(name, first)))


def _bare(name: str | None) -> Words:
    return tuple(word for word in folded(name or "") if word not in _LITTLE)


def _same_person(one: Words, other: Words, roles: set[str]) -> bool:
    """Whether two names have one surname, and no given names that speak against it."""
    if spelling.alike(one[-1], other[-1]) < weights.SAME_NAME:
        return False
    given, others = ([word for word in name[:-1] if word not in roles] for name in (one, other))
    return not given or not others or _same_given(given[0], others[0])


def _same_given(one: str, other: str) -> bool:
    alike = max(spelling.alike_given(one, other), spelling.alike_given(other, one))
    return alike >= weights.SAME_NAME


def _within(one: Words, other: Words) -> bool:
    return set(one) <= set(other)


def _by_role(names: Sequence[Words], statement: Statement) -> bool:
    """Whether one of *names* is no name but what the other is: "the Kremlin spokesman"."""
    role = _bare(statement.role)
    return bool(role) and any(_within(name, role) for name in names)
