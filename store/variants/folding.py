"""Statements found, each utterance once with all that repeats it in sight."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlite_utils import Database as Connection

from store.visibility import SURE, VISIBLE


def fold(db: Connection, numbers: Sequence[int], scope: str) -> Iterator[tuple[int, list[int]]]:
    """Each utterance among the statements *numbers* once, where it first comes in their order.

    It comes with the others of its group that *scope* sees, whether they are among *numbers* or
    not: first seen first, by the day they were published, else by the day they were loaded.
    """
    firsts = _firsts(db, numbers)
    groups = _groups(db, set(firsts.values()), scope)
    done: set[int] = set()
    for number in numbers:
        first = firsts.get(number, number)
        if first not in done:
            done.add(first)
            yield number, [other for other in groups[first] if other != number]


def group(db: Connection, number: int, scope: str) -> list[int]:
    """The statement *number* and all that repeats it in sight of *scope*, first seen first.

    None where *scope* does not see it.
    """
    first = _firsts(db, (number,)).get(number, number)
    found = _groups(db, {first}, scope)[first]
    return found if number in found else []


def _firsts(db: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """The founder of each group that one of *numbers* is in; none of those in no group."""
    rows = db.execute(
        "SELECT statement, first FROM variant"
        " WHERE statement IN (SELECT value FROM json_each(:numbers))"
        " UNION SELECT first, first FROM variant"
        " WHERE first IN (SELECT value FROM json_each(:numbers))",
        {"numbers": json.dumps(list(numbers))},
    )
    return dict(rows)


def _groups(db: Connection, firsts: set[int], scope: str) -> defaultdict[int, list[int]]:
    """What *scope* sees of the groups that *firsts* founded, first seen first."""
    rows = db.execute(
        f"""
        WITH member (statement, first) AS (
            SELECT statement, first FROM variant
            WHERE first IN (SELECT value FROM json_each(:firsts))
            UNION ALL SELECT value, value FROM json_each(:firsts)
        )
        SELECT member.first, statement.id
        FROM member JOIN statement ON statement.id = member.statement
        JOIN article ON article.id = statement.article
        WHERE {SURE} AND {VISIBLE}
        ORDER BY coalesce(published, date(loaded_at)), statement.id
        """,  # noqa: S608 -- conditions of our own
        {"firsts": json.dumps(sorted(firsts)), "scope": scope},
    )
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for first, number in rows:
        groups[first].append(number)
    return groups
