"""What is told of an article besides its text: filled in, corrected, and who did so."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date, datetime

from sqlite_utils import Database as Connection

from store import sight
from store.links import canonical
from store.model import Article
from store.revisions import log
from store.visibility import IN_SIGHT

DETAILS = ("title", "outlet", "byline", "url", "published", "published_at", "language")

FILLED = "filled in by a load"
CHANGED = "changed"
TAKEN_BACK = "taken back"
TOLD_ANEW = "told anew by its publisher"
_OF_DETAILS = frozenset((FILLED, CHANGED, TAKEN_BACK, TOLD_ANEW))

Written = Mapping[str, str | None]
"""Details by their names, as they are written down; None is not known."""


def fill(
    db: Connection, article: int, told: Article, fixed: Set[str], *, by: str, at: datetime
) -> tuple[str, ...]:
    """Note what *told* tells and *article* did not, but for what is *fixed*; which details."""
    known = of(db, article)
    lacking = {name for name in DETAILS if not known[name]} - fixed
    new = {name: value for name, value in written(told).items() if value and name in lacking}
    put(db, article, new, FILLED, by=by, at=at)
    _note_update(db, article, told)
    return tuple(new)


def tell(
    db: Connection, article: int, told: Written, *, by: str, at: datetime, because: str
) -> tuple[str, ...]:
    """Note what a person *told* of *article*, in place of what was known; what that changed."""
    known = of(db, article)
    if "published" in told:  # a moment of another day would speak against it
        told = {"published_at": None, **told}
    new = {name: value for name, value in told.items() if value != known[name]}
    put(db, article, new, CHANGED, by=by, at=at, because=because)
    return tuple(new)


def take_back(
    db: Connection, article: int, *, by: str, at: datetime, because: str
) -> tuple[str, ...]:
    """Let be known of *article* what was before the last change, by whomever."""
    done = [entry for entry in log.of(db, article) if entry.did in _OF_DETAILS]
    if not done or done[-1].did == TAKEN_BACK:
        return ()
    together = [entry for entry in done if entry.at == done[-1].at]
    for one in together:
        entry = log.Entry(article, at, by, TAKEN_BACK, one.detail, one.after, one.before, because)
        log.note(db, entry)
    change(db, article, {one.detail: one.before for one in together})
    return tuple(one.detail for one in together)


def put(
    db: Connection,
    article: int,
    new: Written,
    did: str,
    *,
    by: str,
    at: datetime,
    because: str = "",
) -> None:
    """Let what is *new* be known of *article*, and log what somebody *did* with each detail."""
    known = of(db, article)
    for name, value in new.items():
        log.note(db, log.Entry(article, at, by, did, name, known[name], value, because))
    change(db, article, new)


def of(db: Connection, article: int) -> Written:
    """What is told of *article*."""
    row = db.execute(f"SELECT {', '.join(DETAILS)} FROM article WHERE id = ?", (article,))  # noqa: S608
    return dict(zip(DETAILS, row.fetchone(), strict=True))


def change(db: Connection, article: int, told: Written) -> None:
    """Let *told* be known of *article*, and of what scopes have of it for themselves."""
    if not told:
        return
    values = dict(told)
    if "url" in values:
        values["address"] = canonical(values["url"] or "")
    changes = ", ".join(f"{name} = :{name}" for name in values)
    for number, in_sight in db.execute(_SAME, {"article": article}).fetchall():
        if in_sight:
            sight.leave(db, number)
        db.execute(f"UPDATE article SET {changes} WHERE id = :id", {**values, "id": number})  # noqa: S608
        if in_sight:
            sight.enter(db, number)


_SAME = f"""
    SELECT article.id, {IN_SIGHT} FROM article JOIN article AS told
    ON article.digest = told.digest AND article.work = told.work
    WHERE told.id = :article AND told.scope IN ('', article.scope) ORDER BY article.id
"""  # noqa: S608 -- a condition of our own


def written(article: Article) -> Written:
    """The details of *article* as they are written down."""
    return {name: _text(getattr(article, name)) for name in DETAILS}


def _text(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def _note_update(db: Connection, article: int, told: Article) -> None:
    """Note that the text still was so when it was last updated."""
    if told.updated_at is None:
        return
    row = db.execute("SELECT updated_at FROM article WHERE id = ?", (article,)).fetchone()
    if row[0] is None or datetime.fromisoformat(row[0]) < told.updated_at:
        db.execute(
            "UPDATE article SET updated_at = ? WHERE id = ?",
            (told.updated_at.isoformat(), article),
        )
