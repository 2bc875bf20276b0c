"""What may be seen: by a workspace or server, and how sure extraction must be of it."""

from __future__ import annotations

from store.model import Statement

SHOWN = 0.6
"""The confidence from which a statement is shown; what stands below is only kept."""

# A condition over `article`: a scope sees its own articles and everyone's, each text once.
VISIBLE = """
    (article.scope = '' OR article.scope = :scope AND article.digest NOT IN
        (SELECT digest FROM article WHERE scope = ''))
"""

# A condition over `statement`, as `sure` is one over statements that are no rows.
SURE = f"statement.confidence >= {SHOWN}"


def sure(statement: Statement) -> bool:
    """Whether extraction is sure enough of *statement* for it to be shown."""
    return statement.confidence >= SHOWN
