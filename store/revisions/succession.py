"""One version in the place of another: for whoever loaded it, and for each scope with its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from sqlite_utils import Database as Connection

from store import lineage, sight
from store.corrections import posted, rulings
from store.lineage import Step
from store.model import Article, Change
from store.revisions import identity, matching
from store.revisions.identity import Row
from store.revisions.matching import Pair
from store.visibility import Standing


def follow(db: Connection, before: Row, after: Row, scope: str) -> list[Pair]:
    """Write down what became of the statements of *before* in *after*, which *scope* has loaded.

    What was ruled on them holds there too, and what shows them is due.
    """
    pairs = matching.matched(matching.said(db, before.id), matching.said(db, after.id))
    steps = [
        Step(pair.before.place, pair.now.place if pair.now else None, pair.became)
        for pair in pairs
        if pair.before
    ]
    lineage.note(db, after.work, scope, before.digest, after.digest, steps)
    moved = {step.place: step.there for step in steps if step.there is not None}
    rulings.carry(db, before.digest, after.digest, moved, scope, after.scope)
    posted.outdated(db, before.digest, before.work, scope)
    posted.outdated(db, after.digest, after.work, scope)  # it may have been in sight before
    return pairs


def replace(db: Connection, before: Sequence[Row], after: int, scope: str) -> list[Pair]:
    """Let *after* stand in the place of those *before* for *scope*, from now on.

    The first of those tells what became of its statements. Where they are everyone's and *scope*
    is not, the others go on seeing them; where *after* is everyone's, it stays as it is.
    """
    now = identity.numbered(db, after)
    for row in before:
        if row.scope != scope:
            _join(db, now, row.work)
            now = identity.numbered(db, after)
    first: list[Pair] | None = None
    for row in before:
        pairs = follow(db, row, now, scope)
        first = pairs if first is None else first
        if row.scope == scope:
            sight.retire(db, row.id, Standing.PAST)
            _join(db, row, now.work)
    if now.scope == scope:
        show(db, now)
    elif scope in rulings.that_ruled(db, now.digest):
        rulings.own_of(db, scope, after)
    return first or []


def show(db: Connection, now: Row) -> None:
    """Let *now* be in sight, with what is ruled: in place of everyone's, where there is one."""
    if now.standing in {Standing.PRESENT, Standing.OWN}:
        sight.leave(db, now.id)
    everyones = db.execute(
        "SELECT 1 FROM article WHERE work = ? AND scope = '' AND standing = ?",
        (now.work, Standing.PRESENT),
    ).fetchone()
    sight.stand(db, now.id, Standing.OWN if now.scope and everyones else Standing.PRESENT)
    rulings.show(db, now.id)


def settle(db: Connection, article: Article, after: int, works: Set[int]) -> None:
    """Let the scopes that have their own of everyone's article *after* see what they are due.

    Of versions that is the newest; what a scope has ruled on the text holds for it there. *works*
    are those of which *after* is a version that comes now; what scopes have of others stays.
    """
    if not db.execute("SELECT 1 FROM article WHERE scope > '' LIMIT 1").fetchone():
        return  # mostly
    now = identity.numbered(db, after)
    rows = identity.of_others(db, article, {now.work, *works})
    own = {row.scope for row in rows if row.work == now.work and not works}
    for row in rows:
        if row.work == now.work and not works:
            continue
        if row.scope not in own and _stays(row, now):
            own.add(row.scope)
            sight.stand(db, row.id, Standing.OWN)
        else:
            _yield(db, row, now)
        _join(db, row, now.work)
    for scope in rulings.that_ruled(db, now.digest) - own:
        rulings.own_of(db, scope, after)


def _stays(row: Row, now: Row) -> bool:
    """Whether a scope goes on seeing its own *row*, as that tells to be newer."""
    return row.digest != now.digest and identity.is_older(now.told, row.told)


def _yield(db: Connection, row: Row, now: Row) -> None:
    """Let its scope see everyone's *now* in place of its own *row*."""
    if row.digest == now.digest:
        sight.retire(db, row.id, Standing.SHARED)
        posted.outdated(db, row.digest, row.work, row.scope)
        return
    follow(db, row, now, row.scope)
    sight.retire(db, row.id, Standing.PAST)


def _join(db: Connection, row: Row, work: int) -> None:
    """Let what the scope of *row* has of its work be of *work*."""
    if row.work == work:
        return
    for table in ("article", "lineage"):
        db.execute(
            f"UPDATE OR REPLACE {table} SET work = ? WHERE work = ? AND scope = ?",  # noqa: S608 -- our own
            (work, row.work, row.scope),
        )


def changes(pairs: Iterable[Pair]) -> tuple[Change, ...]:
    """What a reader sees of *pairs*: those that are or were shown."""
    return tuple(
        Change(
            pair.became,
            (pair.now or pair.before).name,  # type: ignore[union-attr]  # one of them is there
            pair.before.words if pair.before else (),
            pair.now.words if pair.now else (),
        )
        for pair in pairs
        if any(said and said.shown for said in (pair.before, pair.now))
    )
