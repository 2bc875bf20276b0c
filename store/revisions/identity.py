"""Which articles on record a text that is loaded may be: by its words, its publisher, its address.

The same text is the same article, unless both copies tell who published them and those are two:
then it is wire copy, and each outlet has an article of its own. Another text at the same address
is a version of the article there. An address that is only a site's is none of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from sqlite_utils import Database as Connection

from store.links import canonical
from store.model import Article
from store.records import digest
from store.visibility import IN_SIGHT, VISIBLE, Standing
from store.words import folded

_FRONT = re.compile(r"(/(index|default|home)(\.\w+)?)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What tells one copy or version of an article from another; None is not known."""

    site: str | None = None  # the host of its address
    outlet: tuple[str, ...] = ()
    moment: datetime | None = None  # when it was updated, else published
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An article on record, as far as it takes to tell what another is to it."""

    id: int
    scope: str
    work: int
    digest: str
    standing: Standing
    visible: bool  # to the scope that loads
    told: Told
    address: str | None

    @property
    def everyones(self) -> bool:
        """Whether it is everyone's."""
        return not self.scope


def told(article: Article) -> Told:
    """What *article* tells of itself."""
    moment = article.updated_at or article.published_at
    return Told(
        _site(article.url), _outlet(article.outlet), moment, _day(moment, article.published)
    )


def one_publisher(one: Told, other: Told) -> bool:
    """Whether two copies of a text are of one publisher, or one of them does not tell of whom.

    A site's own pages are one (“edition.cnn.com”, “cnn.com”), and so are those of one outlet.
    """
    if one.site and other.site and _one_site(one.site, other.site):
        return True
    if one.outlet and other.outlet:
        return one.outlet == other.outlet
    return not (one.site and other.site)


def is_older(one: Told, other: Told) -> bool:
    """Whether *one* is an older version than *other*, as far as both tell when they were made."""
    if one.moment and other.moment:
        return one.moment < other.moment
    return bool(one.day and other.day and one.day < other.day)


def address(article: Article) -> str | None:
    """The canonical address of *article*; None where it has none, or only that of a site."""
    return _of_article(canonical(article.url or ""))


def _of_article(place: str | None) -> str | None:
    parts = urlsplit(place or "")
    return place if parts.query or not _FRONT.fullmatch(parts.path) else None


def copies(db: Connection, article: Article, scope: str) -> list[Row]:
    """The articles of *scope* and of everyone's with the text of *article*, by its publisher."""
    where = "digest = :value AND scope IN ('', :scope)"
    found = _rows(db, where, digest(article.text), scope)
    return [row for row in found if one_publisher(row.told, told(article))]


def at_address(db: Connection, article: Article, scope: str) -> list[Row]:
    """What *scope* sees, or would see were it not withdrawn, at the address of *article*.

    Its own come first, then the one that was loaded last.
    """
    place = address(article)
    if place is None:
        return []
    past = f"'{Standing.PAST}', '{Standing.SHARED}'"
    where = f"address = :value AND scope IN ('', :scope) AND standing NOT IN ({past})"
    found = _rows(db, where, place, scope)
    seen = [row for row in found if row.visible or row.standing == Standing.WITHDRAWN]
    return sorted(seen, key=lambda row: (row.everyones, -row.id))


def withdrawn(db: Connection, works: Iterable[int], scope: str) -> Row | None:
    """An article of *works* that was withdrawn for *scope*; None where there is none."""
    where = f"work = :value AND scope IN ('', :scope) AND standing = '{Standing.WITHDRAWN}'"
    for work in sorted(set(works)):
        if rows := _rows(db, where, work, scope):
            return rows[0]
    return None


def of_others(db: Connection, article: Article, works: Iterable[int]) -> list[Row]:
    """What workspaces and servers have in sight, and is the same as everyone's *article*.

    Or a version of it: what is in its *works*, at its address, or has its text.
    """
    own = f"scope <> '' AND {IN_SIGHT}"
    found = {row.id: row for work in works for row in _rows(db, f"{own} AND work = :value", work)}
    same = _rows(db, f"{own} AND digest = :value", digest(article.text))
    found |= {row.id: row for row in same if one_publisher(row.told, told(article))}
    if place := address(article):
        found |= {row.id: row for row in _rows(db, f"{own} AND address = :value", place)}
    return sorted(found.values(), key=lambda row: row.id)


def numbered(db: Connection, article: int) -> Row:
    """The article with this id."""
    (row,) = _rows(db, "id = :value", article)
    return row


def _rows(db: Connection, where: str, value: str | int, scope: str = "") -> list[Row]:
    rows = db.execute(
        f"SELECT id, scope, work, digest, standing, {VISIBLE}, url, outlet,"  # noqa: S608 -- our own
        f" published, published_at, updated_at FROM article WHERE {where} ORDER BY id",
        {"value": value, "scope": scope},
    )
    return [_row(*row) for row in rows.fetchall()]


def _row(
    number: int,
    scope: str,
    work: int,
    text: str,
    standing: str,
    visible: int,
    url: str | None,
    outlet: str | None,
    published: str | None,
    published_at: str | None,
    updated_at: str | None,
) -> Row:
    first, last = (datetime.fromisoformat(at) if at else None for at in (published_at, updated_at))
    day = date.fromisoformat(published) if published else None
    moment = last or first
    known = Told(_site(url), _outlet(outlet), moment, _day(moment, day))
    place = _of_article(canonical(url or ""))
    return Row(number, scope, work, text, Standing(standing), bool(visible), known, place)


def _site(url: str | None) -> str | None:
    return urlsplit(canonical(url or "") or "").hostname


def _one_site(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _outlet(name: str | None) -> tuple[str, ...]:
    words = folded(name or "")
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def _day(moment: datetime | None, published: date | None) -> date | None:
    return moment.astimezone(UTC).date() if moment else published
