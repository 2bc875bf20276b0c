"""Several people whom one name may mean: who they are, so that an answer can ask which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from store.model import Person, SpeakerKind
from store.search import names, spelling, weights
from store.search.known import Bearer, Known, Words, folded_name
from store.search.titles import TITLES


def namesakes(typed: str, known: Known, among: Collection[str] = ()) -> tuple[Person, ...]:
    """The people of *known* whom *typed* means equally well, who said most first.

    Of those who have a name that is *among* some, where any are given, and never more than
    `weights.NAMESAKES`. Nobody, where it means one person only, however their name is spelt and
    shortened, or a body or group too. Who is known by a surname only may be any of them and is
    not told.
    """
    bearers = known.bearers(names.bearers(typed, known, alike=weights.SAME_NAME))
    if any(bearer.kind is not SpeakerKind.PERSON for bearer in bearers.values()):
        return ()
    wanted = {n: one for n, one in bearers.items() if not among or {*one.names} & {*among}}
    people = tuple(islice(_apart(_by_statements(known, wanted)), weights.NAMESAKES))
    return people if len(people) > 1 else ()


def _by_statements(known: Known, bearers: Mapping[int, Bearer]) -> Sequence[Bearer]:
    """*bearers*, those with most statements in sight first."""
    said = known.statements(bearers)
    order = sorted(bearers, key=lambda n: (-said[n], bearers[n].names[0]))
    return [bearers[number] for number in order]


def _apart(bearers: Sequence[Bearer]) -> Iterator[Person]:
    """One of each that are the same person by their names, under a full name."""
    told: defaultdict[str, list[Words]] = defaultdict(list)  # by how their given names begin
    for bearer in bearers:
        name = max(bearer.names, key=lambda name: len(folded_name(name)))
        words = tuple(word for word in folded_name(name) if word not in TITLES)
        if len(words) < 2:
            continue
        begun = {words[0][0], spelling.sound(words[0])[:1]}
        if not any(_same(words, other) for letter in begun for other in told[letter]):
            for letter in begun:
                told[letter].append(words)
            yield Person(name, bearer.roles[0] if bearer.roles else None)


def _same(one: Words, other: Words) -> bool:
    """Whether two full names are one but for spelling, initials and names in the middle.

    Given names that are one begin with one letter, or sound so.
    """
    surname = spelling.alike(one[-1], other[-1]) >= weights.SAME_SOUND
    return surname and any(
        spelling.alike_given(short, long) >= weights.SAME_NAME
        for short, long in ((one[0], other[0]), (other[0], one[0]))
    )
