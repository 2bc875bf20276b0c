"""What becomes of an article that is loaded, and of the statements in its earlier version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store.model.statements import Article, Statement


class Came(StrEnum):
    """What an article that is loaded is to what is on record."""

    NEW = "new"
    KNOWN = "known"  # on record already, and so it stays
    UPDATED = "updated"  # it took the place of an earlier version
    OLDER = "older"  # a newer version is on record, and stays in its place
    WITHDRAWN = "withdrawn"  # somebody withdrew it, and so it stays


class Became(StrEnum):
    """What became of a statement in another version of its article."""

    UNCHANGED = "unchanged"
    REASSIGNED = "reassigned"  # the same words, by another speaker
    CHANGED = "changed"  # nearly these words, by the same speaker
    WITHDRAWN = "withdrawn"  # nowhere in it
    ADDED = "added"  # nowhere in the earlier one


@dataclass(frozen=True, slots=True)
class Change:
    """A statement in two versions of an article: its words in each, none where it is not in it."""

    became: Became
    speaker: str | None
    before: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one load did, and the *article* that is on record now.

    *statements* are those that are shown; *changes* are what a new version did to those before,
    *filled* the details that were not known until now, *taken_over* those that it tells otherwise
    by now.
    """

    article: Article
    came: Came
    statements: tuple[Statement, ...]
    at: datetime
    by: str
    changes: tuple[Change, ...] = ()
    filled: tuple[str, ...] = ()
    taken_over: tuple[str, ...] = ()

    @property
    def new(self) -> bool:
        """Whether no version of the article was on record before."""
        return self.came is Came.NEW


@dataclass(frozen=True, slots=True)
class Load:
    """An entry of the load log: an article that is new or changed, or that could not be loaded.

    *name* is the article's title or the file's name, *reason* why it failed, None where it did
    not; *statements* are those that are shown now, and *updated* tells that it is a new version.
    """

    name: str | None
    at: datetime
    by: str
    scope: str  # "" is everyone's
    statements: int
    reason: str | None
    updated: bool
