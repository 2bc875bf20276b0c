"""What a question asks besides words and names: when, at first hand, and just so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlite_utils import Database as Connection

from store.model import Query
from store.words import folded, telling

# A condition over `statement` and `article`: what has no day is never within any.
_WITHIN = """
    coalesce(statement.said_on, article.published)
        BETWEEN coalesce(:since, '0000') AND coalesce(:until, '9999')
"""

# A condition over `statement` and `article`: what a card does not call second-hand or translated.
# To be said to an outlet is first-hand in that outlet, and a hedge inside the words is the
# speaker's own.
_FIRST_HAND = """
    NOT EXISTS (
        SELECT 1 FROM via WHERE via.statement = statement.id AND NOT (
            via.relation = 'told' AND article.outlet IS NOT NULL
            AND replace(lower(via.name), 'the ', '') = replace(lower(article.outlet), 'the ', '')
        )
    )
    AND NOT EXISTS (
        SELECT 1 FROM span AS hedge WHERE hedge.statement = statement.id AND hedge.part = 'hedge'
        AND NOT EXISTS (
            SELECT 1 FROM span AS said WHERE said.statement = statement.id
            AND said.part = 'content' AND said.start <= hedge.start AND hedge.end <= said.end
        )
    )
"""


def narrows(query: Query) -> bool:
    """Whether *query* asks any of it: where not, `narrowed` leaves nothing out."""
    return bool(query.since or query.until or query.first_hand or query.exact)


def phrases(query: Query) -> list[tuple[str, ...]]:
    """The telling words of each phrase that must have been said: no statement has fewer."""
    said = folded(query.words)
    asked = (telling(phrase) for phrase in map(folded, query.exact) if _in(phrase, said))
    return [words for words in asked if words]


def narrowed(db: Connection, query: Query, numbers: Iterable[int]) -> set[int]:
    """Those of the statements *numbers* that meet the days, the hand and the phrases of *query*.

    It is called with the reading of a query whose loose words were shared out, on as few
    statements as are still in question: each is looked up by its id, and its words are read
    only where *query* has phrases. It looks at neither scope nor confidence: the *numbers* are
    in sight already.
    """
    numbers = _meeting(db, query, numbers)
    for phrase in map(folded, query.exact):
        if _in(phrase, folded(query.words)):
            numbers = _saying(db, phrase, numbers)
        elif _in(phrase, folded(query.topic)):
            numbers = _saying(db, phrase, numbers) | _about(db, phrase, numbers)
    return numbers


def _meeting(db: Connection, query: Query, numbers: Iterable[int]) -> set[int]:
    conditions = [_WITHIN] if query.since or query.until else []
    conditions += [_FIRST_HAND] if query.first_hand else []
    if not conditions:
        return set(numbers)
    rows = db.execute(
        "SELECT statement.id FROM statement JOIN article ON article.id = statement.article"  # noqa: S608
        " WHERE statement.id IN (SELECT value FROM json_each(:ids))"
        f" AND {' AND '.join(conditions)}",
        {
            "ids": json.dumps(list(numbers)),
            "since": query.since.isoformat() if query.since else None,
            "until": query.until.isoformat() if query.until else None,
        },
    )
    return {row[0] for row in rows}


def _saying(db: Connection, phrase: tuple[str, ...], numbers: set[int]) -> set[int]:
    """Those in whose own words *phrase* stands, be it over the edge of two pieces."""
    rows = db.execute(
        "SELECT statement, group_concat(words, ' ') FROM ("
        " SELECT statement, words FROM span WHERE part = 'content'"
        " AND statement IN (SELECT value FROM json_each(?)) ORDER BY statement, ordinal"
        ") GROUP BY statement",
        (json.dumps(list(numbers)),),
    )
    return set(_holding(phrase, rows))


def _about(db: Connection, phrase: tuple[str, ...], numbers: set[int]) -> set[int]:
    """Those in whose paragraph or headline *phrase* stands."""
    rows = db.execute(
        "SELECT statement.id, substr(text, start + 1, end - start) || ' ' || coalesce(title, '')"
        " FROM statement JOIN article ON article.id = statement.article"
        " JOIN span ON span.statement = statement.id AND part = 'context'"
        " WHERE statement.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return set(_holding(phrase, rows))


def _holding(phrase: tuple[str, ...], rows: Iterable[tuple[int, str]]) -> Iterator[int]:
    return (number for number, text in rows if _in(phrase, folded(text)))


def _in(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return f" {' '.join(phrase)} " in f" {' '.join(words)} "
