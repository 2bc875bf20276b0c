"""Several people whom one name may mean: who they are, so that an answer can ask which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from store.model import Person, SpeakerKind
from store.search import names, spelling, weights
from store.search.known import Bearer, Known, Words, folded_name
from store.search.names import TITLES


def namesakes(typed: str, known: Known) -> tuple[Person, ...]:
    """The people of *known* whom *typed* means equally well, who said most first.

    Nobody, where it means one person only, however their name is spelt and shortened, or a body
    or group too. Who is known by a surname only may be any of them and is not told.
    """
    meant = names.bearers(typed, known, alike=weights.SAME_NAME)
    bearers = known.bearers(meant)
    if len(bearers) < 2 or any(b.kind is not SpeakerKind.PERSON for b in bearers.values()):
        return ()
    people = list(_apart(_by_statements(known, bearers)))
    return tuple(people) if len(people) > 1 else ()


def _by_statements(known: Known, bearers: Mapping[int, Bearer]) -> Sequence[Bearer]:
    """*bearers*, those with most statements in sight first."""
    order = sorted(bearers, key=lambda n: (-known.statements(n), bearers[n].names[0]))
    return [bearers[number] for number in order]


def _apart(bearers: Sequence[Bearer]) -> Iterator[Person]:
    """One of each that are the same person by their names, under a full name."""
    told: list[Words] = []
    for bearer in bearers:
        name = max(bearer.names, key=lambda name: len(folded_name(name)))
        words = tuple(word for word in folded_name(name) if word not in TITLES)
        if len(words) > 1 and not any(_same(words, other) for other in told):
            told.append(words)
            yield Person(name, bearer.roles[0] if bearer.roles else None)


def _same(one: Words, other: Words) -> bool:
    """Whether two full names are one but for spelling, initials and names in the middle."""
    surname = spelling.alike(one[-1], other[-1]) >= weights.SAME_SOUND
    return surname and any(
        spelling.alike_given(short, long) >= weights.SAME_NAME
        for short, long in ((one[0], other[0]), (other[0], one[0]))
    )
