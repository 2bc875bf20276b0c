"""What may be seen: by a workspace or server, and how sure extraction must be of it."""

from __future__ import annotations

from enum import StrEnum

from sqlite_utils import Database as Connection

from store.model import Statement

SHOWN = 0.6
"""The confidence from which a statement is shown; what stands below is only kept."""

RULED_OUT = -1.0
"""The confidence of what an editor ruled to be no statement: it is shown nowhere."""


class Standing(StrEnum):
    """How an article stands to what is seen of its work; only the first two are in sight."""

    PRESENT = "present"
    OWN = "own"  # of a scope: it sees this in place of everyone's
    SHARED = "shared"  # of a scope: everyone has the same by now, and the scope sees that
    PAST = "past"  # a later version took its place
    WITHDRAWN = "withdrawn"  # somebody withdrew it


# A condition over `article`: whether anyone sees it at all, and so whether it is in the index.
IN_SIGHT = f"article.standing IN ('{Standing.PRESENT}', '{Standing.OWN}')"

# A condition over `article`: a scope sees its own and everyone's, but for those of everyone's in
# whose place it has its own.
VISIBLE = f"""
    (article.scope = '' AND article.standing = '{Standing.PRESENT}' AND article.work NOT IN
        (SELECT work FROM article WHERE scope = :scope AND standing = '{Standing.OWN}')
    OR article.scope = :scope AND {IN_SIGHT})
"""  # noqa: S608 -- conditions of our own

# Those of everyone's articles in whose place a scope has its own.
REPLACED = f"""
    SELECT article.id FROM article AS own JOIN article
    ON article.work = own.work AND article.scope = '' AND article.standing = '{Standing.PRESENT}'
    WHERE own.scope = :scope AND own.standing = '{Standing.OWN}'
"""  # noqa: S608 -- conditions of our own

# A condition over `statement`, as `sure` is one over statements that are no rows.
SURE = f"statement.confidence >= {SHOWN}"


def sure(statement: Statement) -> bool:
    """Whether extraction is sure enough of *statement* for it to be shown."""
    return statement.confidence >= SHOWN


def in_sight(db: Connection) -> str:
    """IN_SIGHT; of a store that is brought up to date from before there were versions, any."""
    return IN_SIGHT if "standing" in db["article"].columns_dict else "1"
