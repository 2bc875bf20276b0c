"""Several people whom one name may mean: who they are, so that an answer can ask which."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from sqlite_utils import Database as Connection

from store.model import Person, SpeakerKind
from store.search import names, spelling, weights
from store.search.known import Bearer, Known, Words, folded_name
from store.search.names import TITLES
from store.visibility import SURE, VISIBLE


def namesakes(db: Connection, typed: str, known: Known, scope: str) -> tuple[Person, ...]:
    """The people of *known* whom *typed* means equally well, who said most first.

    Nobody, where it means one person only, however their name is spelt and shortened, or a body
    or group too. Who is known by a surname only may be any of them and is not told.
    """
    meant = names.bearers(typed, known, alike=weights.SAME_NAME)
    bearers = {number: known.bearers[number] for number in meant}
    if len(bearers) < 2 or any(b.kind is not SpeakerKind.PERSON for b in bearers.values()):
        return ()
    people = list(_apart(_by_statements(db, bearers, scope)))
    return tuple(people) if len(people) > 1 else ()


def _by_statements(db: Connection, bearers: Mapping[int, Bearer], scope: str) -> Sequence[Bearer]:
    """*bearers*, those with most statements in sight first."""
    rows = db.execute(
        f"""
        SELECT speaker, count(*) FROM statement JOIN article ON article.id = statement.article
        WHERE speaker IN (SELECT value FROM json_each(:ids)) AND {SURE} AND {VISIBLE}
        GROUP BY speaker
        """,  # noqa: S608 -- conditions of our own
        {"ids": json.dumps(list(bearers)), "scope": scope},
    )
    counts = dict(rows.fetchall())
    order = sorted(bearers, key=lambda number: (-counts.get(number, 0), bearers[number].names[0]))
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
