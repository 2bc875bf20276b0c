"""What people may do with articles on record: withdraw them, and tell what is not known of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from store import records
from store.characters import storable
from store.database import Database
from store.errors import UnusableQuestion
from store.model import Article
from store.revisions import details, finding, log, withdrawing
from store.revisions.details import Written
from store.revisions.log import Entry

LONGEST_WHY = 1000  # characters


class Revisions:
    """The articles of one store, named by number, address or title.

    Each method raises UnusableQuestion where *scope* has no such article of its own; "" is
    everyone's. What is done is logged with who, when and why.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def withdraw(self, which: str, *, because: str, by: str, scope: str = "") -> Article:
        """Take an article out of sight, until that is undone; which it is."""
        why, now = _reason(because), datetime.now(UTC)
        with self._database.writing() as db:
            article = finding.find(db, which, scope)
            withdrawing.withdraw(db, article, by=storable(by), at=now, because=why)
            return records.article_of(db, article)

    def restore(self, which: str, *, because: str = "", by: str, scope: str = "") -> Article:
        """Put an article that was withdrawn back into sight; which it is."""
        why, now = _why(because), datetime.now(UTC)
        with self._database.writing() as db:
            article = finding.find(db, which, scope, withdrawn=True)
            withdrawing.restore(db, article, by=storable(by), at=now, because=why)
            return records.article_of(db, article)

    def tell(
        self, which: str, told: Written, *, because: str = "", by: str, scope: str = ""
    ) -> tuple[Article, Sequence[str]]:
        """Set details of an article; what it is now, and which of them that changed."""
        why, now = _why(because), datetime.now(UTC)
        fit = {name: value and storable(" ".join(value.split())) for name, value in told.items()}
        with self._database.writing() as db:
            article = finding.find(db, which, scope)
            changed = details.tell(db, article, fit, by=storable(by), at=now, because=why)
            return records.article_of(db, article), changed

    def take_back(
        self, which: str, *, because: str = "", by: str, scope: str = ""
    ) -> tuple[Article, Sequence[str]]:
        """Undo the last change of an article's details, which is not undone; as `tell`."""
        why, now = _why(because), datetime.now(UTC)
        with self._database.writing() as db:
            article = finding.find(db, which, scope)
            changed = details.take_back(db, article, by=storable(by), at=now, because=why)
            if not changed:
                raise UnusableQuestion("There is no change of its details to undo.")
            return records.article_of(db, article), changed

    def history(self, which: str, *, scope: str = "") -> tuple[int, Article, Sequence[Entry]]:
        """An article in sight, its number, and what was done to it, oldest first."""
        with self._database.reading() as db:
            article = finding.find(db, which, scope)
            return article, records.article_of(db, article), log.of(db, article)


def _reason(because: str) -> str:
    if not because.strip():
        raise UnusableQuestion("Say why it is withdrawn: the log keeps it.")
    return _why(because)


def _why(because: str) -> str:
    if len(because) > LONGEST_WHY:
        raise UnusableQuestion(f"The reason may have {LONGEST_WHY} characters at most.")
    return storable(" ".join(because.split()))
