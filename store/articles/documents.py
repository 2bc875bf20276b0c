"""What stands between a file and its articles: a file may hold one document or many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import BinaryIO, Protocol, Self

from store.errors import UnreadableArticle
from store.model import Article

LARGEST = 20 * 1024 * 1024  # bytes of one document
LONGEST_LINE = 2_000  # characters of a title or a byline; what is longer is none


@dataclass(frozen=True, slots=True)
class Details:
    """What somebody, or a collection, tells about an article that need not stand in it."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    byline: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None

    def or_else(self, other: Self) -> Self:
        """These, and what *other* tells of that of which these tell nothing.

        A day and a moment are one: who told either is not asked for the other.
        """
        told = {field.name for field in fields(self) if getattr(self, field.name)}
        if told & {"published", "published_at"}:
            told |= {"published", "published_at"}
        return replace(other, **{name: getattr(self, name) for name in told})

    def bounded(self) -> Self:
        """These without any line that is too long: a feed's title stands beside each entry."""
        lines = ("title", "outlet", "url", "byline", "language")
        long = {name for name in lines if len(getattr(self, name) or "") > LONGEST_LINE}
        return replace(self, **dict.fromkeys(long)) if long else self


@dataclass(frozen=True, slots=True)
class Document:
    """One article's bytes, not yet read.

    *beside* is what stands beside it in its collection, and is used where the document itself
    tells nothing. *format* names the format where the collection knows it.
    """

    name: str
    data: bytes
    beside: Details = Details()
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """An article that is still to be fetched from *url*; *beside* as in Document."""

    url: str
    beside: Details = Details()


Found = Document | Linked | UnreadableArticle


class Format(Protocol):
    """One way in which an article is written."""

    NAME: str
    SUFFIXES: frozenset[str]

    def knows(self, data: bytes, *, named: bool) -> bool:
        """Whether *data* is of this format; *named* tells that its file's name says so."""

    def read(self, name: str, data: bytes) -> Article:
        """The article in *data*; raises UnreadableArticle."""


class Collection(Protocol):
    """One way in which many articles are kept in one file."""

    NAME: str
    SUFFIXES: frozenset[str]

    def knows(self, start: bytes, *, named: bool) -> bool:
        """Whether a file that begins with *start* is of this kind; *named* as for a Format."""

    def documents(self, name: str, file: BinaryIO) -> Iterator[Found]:
        """What is in *file*, in its order, without reading any of it as an article.

        A document that is damaged is an UnreadableArticle among the others; one is raised where
        nothing more can be read of the file.
        """
