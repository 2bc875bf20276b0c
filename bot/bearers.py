"""Whether one name may be two people's: articles call them what has nothing in common.

Nobody is told apart by it: the same person may be a mayor here and a goalkeeper there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from store.model import Article, Match, SpeakerKind
from store.words import STOP_WORDS, folded

_Roles = Sequence[str]
_TIMES = frozenset(("former", "ex", "late", "then", "acting", "new", "longtime", "onetime"))


def apart(matches: Iterable[Match]) -> Iterator[tuple[str, str, str]]:
    """Each full name that may be two people's, with a role of the one and one of the other.

    Roles of one article are one person's, and so are those of two that share a word. Only what
    is said of somewhere or somebody by name tells enough: "mayor of Brook", "Rovers goalkeeper".
    """
    for name, articles in _called(matches).items():
        told = [telling[0] for one in _joined(articles) if (telling := list(filter(_places, one)))]
        if len(told) > 1:
            yield name, told[0], told[1]


def _called(matches: Iterable[Match]) -> dict[str, list[_Roles]]:
    """By full name the roles that each article gives it."""
    found: defaultdict[str, defaultdict[Article, list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for match in (one for head in matches for one in (head, *head.variants)):
        speaker, role = match.statement.speaker, match.statement.role
        if role and speaker and speaker.kind is SpeakerKind.PERSON and " " in speaker.name:
            found[speaker.name][match.article].append(role)
    return {name: list(articles.values()) for name, articles in found.items()}


def _joined(articles: Iterable[_Roles]) -> list[_Roles]:
    """The roles of *articles* together wherever they share a word."""
    apart: list[tuple[set[str], list[str]]] = []
    for roles in articles:
        words = {word for role in roles for word in _words(role)}
        same = [one for one in apart if one[0] & words]
        apart = [one for one in apart if one not in same]
        together = words.union(*(one[0] for one in same))
        apart.append((together, [role for one in same for role in one[1]] + [*roles]))
    return [roles for _, roles in apart]


def _places(role: str) -> bool:
    """Whether *role* says of whom or where one is something."""
    words = [word for word in role.split() if word.lower() not in STOP_WORDS]
    # where all are, a capital tells of no name: "Press Secretary"
    return {word[0].isupper() for word in words} == {True, False}


def _words(role: str) -> set[str]:
    return {*folded(role)} - STOP_WORDS - _TIMES
