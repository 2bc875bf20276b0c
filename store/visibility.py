"""What may be seen: by a workspace or server, and how sure extraction must be of it."""

from __future__ import annotations

from store.model import Statement

SHOWN = 0.6
"""The confidence from which a statement is shown; what stands below is only kept."""

RULED_OUT = -1.0
"""The confidence of what an editor ruled to be no statement: it is shown nowhere."""

OWN = "*"
"""Stands before the digest of an article that a scope corrected for itself.

Of a text that everyone has, the scope then sees its own article and not everyone's.
"""

_CORRECTED = f"digest BETWEEN '{OWN}' AND '{OWN}g'"  # a digest is hexadecimal

# A condition over `article`: a scope sees its own articles and everyone's, each text once.
VISIBLE = f"""
    (article.scope = '' AND '{OWN}' || article.digest NOT IN
        (SELECT digest FROM article WHERE scope = :scope AND {_CORRECTED})
    OR article.scope = :scope AND article.digest NOT IN
        (SELECT digest FROM article WHERE scope = ''))
"""  # noqa: S608 -- conditions of our own

# Those of everyone's articles that a scope does not see, as it has them corrected.
REPLACED = f"""
    SELECT article.id FROM article AS own JOIN article
    ON article.scope = '' AND article.digest = substr(own.digest, {len(OWN) + 1})
    WHERE own.scope = :scope AND own.{_CORRECTED}
"""  # noqa: S608 -- conditions of our own

# A condition over `statement`, as `sure` is one over statements that are no rows.
SURE = f"statement.confidence >= {SHOWN}"


def sure(statement: Statement) -> bool:
    """Whether extraction is sure enough of *statement* for it to be shown."""
    return statement.confidence >= SHOWN
