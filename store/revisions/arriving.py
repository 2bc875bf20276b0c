"""What is done with an article that is loaded: all that follows of it, in one transaction."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database as Connection

from store import recording, records, sight
from store.corrections import rulings
from store.loads import Loading
from store.model import Article, Came, Change, Loaded, Statement
from store.revisions import details, identity, precedence, succession
from store.revisions.identity import Row
from store.visibility import Standing, sure


@dataclass(frozen=True, slots=True)
class Plan:
    """What an article is to those on record.

    *known* is the one that it is, where it is one; *before* are those in whose place it comes, and
    where it came as OLDER or KNOWN those that stay at its address.
    """

    came: Came
    known: Row | None = None
    before: tuple[Row, ...] = ()

    @property
    def adds(self) -> bool:
        """Whether its text and statements are to be written down."""
        return self.known is None


def planned(db: Connection, article: Article, scope: str) -> Plan:
    """What is to be done with *article*, which *scope* loads."""
    copies = identity.copies(db, article, scope)
    there = identity.at_address(db, article, scope)
    copies.sort(key=lambda row: (not row.visible, row.everyones, row.id))
    if copies and copies[0].visible:
        return _known(article, scope, copies[0], [row for row in there if row.visible])
    works = {row.work for row in (*copies, *there)}
    if gone := identity.withdrawn(db, works, scope):
        return Plan(Came.WITHDRAWN, gone)
    if not there:
        return Plan(Came.OLDER, copies[0]) if copies else Plan(Came.NEW)
    return _version(article, scope, copies, there)


def _known(article: Article, scope: str, known: Row, there: Sequence[Row]) -> Plan:
    """What *article* is, whose text is in sight as *known*: that, but for what was at its address.

    A workspace's own of what it has corrected stays in its place.
    """
    if known.address not in {None, identity.address(article)}:
        return Plan(Came.KNOWN, known)  # of two addresses of one text the first stays
    others = _before(scope, [row for row in there if row.id != known.id])
    stays = Plan(Came.KNOWN, known, others)
    if not others or identity.is_older(identity.told(article), others[0].told):
        return stays
    if others[0].scope != scope and (known.everyones or known.standing is Standing.OWN):
        return stays
    return Plan(Came.UPDATED, known, others)


def _version(article: Article, scope: str, copies: Sequence[Row], there: Sequence[Row]) -> Plan:
    """What *article* is to those that are *there*, at its address."""
    before = _before(scope, there)
    earlier = [row for row in copies if row.work == before[0].work]
    if identity.is_older(identity.told(article), before[0].told):
        return Plan(Came.OLDER, earlier[0] if earlier else None, before)
    back = next((row for row in earlier if row.scope == scope), None)
    return Plan(Came.UPDATED, back, before)


def _before(scope: str, there: Sequence[Row]) -> tuple[Row, ...]:
    """In whose place one comes that *scope* loads: of its own all, else of everyone's the last."""
    return tuple(row for row in there if row.scope == scope) or tuple(there[:1])


def arrive(
    db: Connection, article: Article, plan: Plan, statements: Sequence[Statement], load: Loading
) -> tuple[int, Loaded]:
    """Do what is *planned* with *article*; the number of what is on record, and what was done."""
    if plan.came is Came.NEW:
        return _new(db, article, statements, load)
    if plan.came is Came.UPDATED:
        return _updated(db, article, statements, plan, load)
    if plan.known is None:  # an older version, kept beside the one that stays
        number = _written(db, article, statements, plan, load)
        succession.follow(db, identity.numbered(db, number), plan.before[0], load.scope)
        return number, _loaded(db, plan.before[0].id, plan.came)
    if plan.came is not Came.KNOWN:
        return plan.known.id, _loaded(db, plan.known.id, plan.came)
    taken_over = _taken_over(db, article, plan.known, load)
    filled = _filled(db, article, plan, load)
    loaded = _loaded(db, plan.known.id, plan.came)
    return plan.known.id, dataclasses.replace(loaded, filled=filled, taken_over=taken_over)


def _updated(
    db: Connection, article: Article, statements: Sequence[Statement], plan: Plan, load: Loading
) -> tuple[int, Loaded]:
    number = plan.known.id if plan.known else _written(db, article, statements, plan, load)
    precedence.hand_on(db, plan.before[0].id, number)
    pairs = succession.replace(db, plan.before, number, load.scope)
    if plan.known:
        _filled(db, article, Plan(Came.KNOWN, identity.numbered(db, number)), load)
    if not load.scope:
        works = {row.work for row in (*plan.before, identity.numbered(db, number))}
        succession.settle(db, article, number, works)
    return number, _loaded(db, number, plan.came, succession.changes(pairs))


def _taken_over(db: Connection, article: Article, known: Row, load: Loading) -> tuple[str, ...]:
    """Take over what *article* tells otherwise than before of itself; which details those are."""
    if known.scope != load.scope:
        return ()
    return precedence.take_over(db, known.id, article, by=load.by, at=load.at)


def _filled(db: Connection, article: Article, plan: Plan, load: Loading) -> tuple[str, ...]:
    """Fill in what was not known of the article that is *known*; which details those are."""
    if plan.known is None or plan.known.scope != load.scope:
        return ()
    told = dataclasses.replace(article, url=None) if plan.before else article
    fixed = precedence.insisted(db, plan.known.id) - set(article.told)
    filled = details.fill(db, plan.known.id, told, fixed, by=load.by, at=load.at)
    if filled and not load.scope:
        succession.settle(db, told, plan.known.id, set())
    return filled


def _new(
    db: Connection, article: Article, statements: Sequence[Statement], load: Loading
) -> tuple[int, Loaded]:
    number = recording.add_article(db, article, scope=load.scope, at=load.at, by=load.by)
    recording.add_statements(db, number, article, statements)
    as_read = not rulings.apply(db, number)
    sight.enter(db, number)
    if not load.scope:
        succession.settle(db, article, number, set())
    if not as_read:
        return number, _loaded(db, number, Came.NEW)
    shown = tuple(filter(sure, statements))
    return number, Loaded(article, Came.NEW, shown, load.at, load.by)


def _written(
    db: Connection, article: Article, statements: Sequence[Statement], plan: Plan, load: Loading
) -> int:
    """Write down *article*, a version that is not in sight yet."""
    number = recording.add_article(
        db,
        article,
        scope=load.scope,
        at=load.at,
        by=load.by,
        work=plan.before[0].work,
        standing=Standing.PAST,
    )
    recording.add_statements(db, number, article, statements)
    return number


def _loaded(
    db: Connection,
    number: int,
    came: Came,
    changes: tuple[Change, ...] = (),
) -> Loaded:
    """What a load did, with the article and the statements as they are on record."""
    at, by = db.execute(
        "SELECT loaded_at, loaded_by FROM article WHERE id = ?", (number,)
    ).fetchone()
    return Loaded(
        records.article_of(db, number),
        came,
        records.statements_of(db, number),
        datetime.fromisoformat(at),
        by,
        changes,
    )
