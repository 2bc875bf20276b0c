"""Whose word counts: what a person told of an article goes before what its publisher tells."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database as Connection

from store.links import canonical
from store.model import Article
from store.revisions import details, log

TAKEN_OVER = ("title", "byline", "published")


def hand_on(db: Connection, before: int, after: int) -> None:
    """Let what a person told of the version *before* hold for the one *after*."""
    names = insisted(db, before) - insisted(db, after)
    if not names:
        return
    known = details.of(db, before)
    details.change(db, after, {name: known[name] for name in names})
    told = " ".join(sorted(names | insisted(db, after)))
    db.execute("UPDATE article SET told = ? WHERE id = ?", (told, after))


def take_over(
    db: Connection, article: int, told: Article, *, by: str, at: datetime
) -> tuple[str, ...]:
    """Note what *told*, the same text at the same address, tells otherwise than *article* did.

    A publisher mends a headline, too. What a person told stays; which details those are.
    """
    known = details.of(db, article)
    if not told.url or canonical(told.url) != canonical(known["url"] or ""):
        return ()
    if _is_stale(db, article, told):
        return ()
    now = details.written(told)
    fixed = insisted(db, article, unknown=TAKEN_OVER) - set(told.told)
    names = [
        name
        for name in TAKEN_OVER
        if name not in fixed and now[name] and known[name] and now[name] != known[name]
    ]
    if "published" in names and _one_moment(known["published_at"], told.published_at):
        names.remove("published")  # its day in another zone
    new = {name: now[name] for name in names}
    if "published" in new and now["published_at"] != known["published_at"]:
        new["published_at"] = now["published_at"]  # of another day it would speak against it
    details.put(db, article, new, details.TOLD_ANEW, by=by, at=at)
    return tuple(names)


def _one_moment(written: str | None, told: datetime | None) -> bool:
    return bool(written and told and datetime.fromisoformat(written) == told)


def _is_stale(db: Connection, article: int, told: Article) -> bool:
    """Whether *told* is a copy of before *article* was last updated, as far as they tell."""
    (updated,) = db.execute("SELECT updated_at FROM article WHERE id = ?", (article,)).fetchone()
    if updated is None:
        return False
    return told.updated_at is None or told.updated_at < datetime.fromisoformat(updated)


def insisted(db: Connection, article: int, unknown: tuple[str, ...] = ()) -> set[str]:
    """The details of *article* that a person told, when it was loaded or since.

    Those that are *unknown* may be, where it was loaded before that was noted.
    """
    (told,) = db.execute("SELECT told FROM article WHERE id = ?", (article,)).fetchone()
    by_hand = {details.CHANGED, details.TAKEN_BACK}
    since = {one.detail for one in log.of(db, article) if one.did in by_hand}
    names = since | set(unknown if told is None else told.split())
    return names | {"published_at"} if "published" in names else names
