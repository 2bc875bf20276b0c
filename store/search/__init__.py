"""Question to matches: who and where narrow the field, words and topic choose from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlite_utils import Database as Connection

from store import variants
from store.model import Match, Polarity, Query, Reason
from store.records import Kept, kept, showable
from store.search import names, narrowing, offices, ranking, weights
from store.search.candidates import Index, Where
from store.search.loose import readings
from store.words import folded, telling

_TOPIC_REASONS = {
    Where.WORDS: Reason.WORDS,
    Where.PARAGRAPH: Reason.PARAGRAPH,
    Where.ARTICLE: Reason.ARTICLE,
}


@dataclass(slots=True)
class _Field:
    """The statements still in question, each with its score so far, and why they are."""

    scores: dict[int, float]
    reasons: list[Reason] = field(default_factory=list)

    def keep(self, scores: dict[int, float], reason: Reason | None) -> None:
        self.scores = {n: self.scores[n] * scores[n] for n in scores if n in self.scores}
        if reason and reason not in self.reasons:
            self.reasons.append(reason)


def search(db: Connection, query: Query, *, limit: int | None) -> tuple[Match, ...]:
    """What *query* asks for, best first; nothing where nothing is good enough."""
    index = Index(db, query.scope)
    for reading in readings(query, index):
        found = _search(index, reading)
        if query.words:  # bare words are no sentence that could have an opposite
            agreeing = ranking.agreeing(index, folded(query.words), found.scores)
            found.keep(dict.fromkeys(agreeing, 1.0), None)
        if found.scores:
            return _matches(index, found, limit)
    return ()


def nearest(db: Connection, query: Query, *, limit: int) -> tuple[Match, ...]:
    """What comes nearest where `search` finds nothing: not an answer, and to be labelled so."""
    index = Index(db, query.scope)
    for reading in readings(query, index):
        for found in _nearest(index, reading):
            if found.scores:
                return _matches(index, found, limit)
    return ()


def _search(index: Index, query: Query) -> _Field:
    if not _asks(query):
        return _Field({})
    if not query.speaker:
        return _narrow(index, _everything(index), query)
    bearers = names.bearers(query.speaker, index.speakers, alike=weights.SAME_NAME)
    found = _said_by(index, bearers)
    if roles := offices.holders(query.speaker, index.speakers):  # with those who have no name
        named = _in_role(index, roles)
        found = replace(named, scores=found.scores | named.scores)
    return _narrow(index, found, query)


def _narrow(index: Index, found: _Field, query: Query, *, near: bool = False) -> _Field:
    """What of *found* meets all that *query* asks besides its speaker."""
    if narrowing.narrows(query):
        found.keep(dict.fromkeys(narrowing.narrowed(index.db, query, found.scores), 1.0), None)
    if query.other_than:
        found.keep(_not_said_by(index, query.other_than), None)
    if query.outlet:
        found.keep(_in_outlet(index, query.outlet), Reason.OUTLET)
    if query.polarity:
        same = {n: 1.0 for n, e in index.entries.items() if e.polarity == query.polarity}
        found.keep(same, Reason.DENIAL if query.polarity is Polarity.DENIES else None)
    for words, is_topic in ((query.words, False), (query.topic, True)):
        asked = folded(words)
        count = len(telling(asked))
        enough = weights.NEAR if near else weights.accepted(count)
        if count and is_topic:
            about, where = ranking.by_topic(index, asked, found.scores, enough=enough)
            found.keep(about, _TOPIC_REASONS[where])
        elif count:
            said = ranking.by_words(index, asked, found.scores, enough=enough)
            found.keep(said, Reason.WORDS)
        elif asked and not is_topic:  # "did Kirby say we are": such words only as they stand
            found.keep(dict.fromkeys(index.together(asked), 1.0), Reason.WORDS)
    return found


def _nearest(index: Index, query: Query) -> Iterable[_Field]:
    """From the nearest outwards; each is asked for only where the one before has nothing."""
    if query.words:  # the opposite of what was asked for
        yield replace(_search(index, query), reasons=[Reason.WORDS])
    if query.speaker:
        near = names.near(query.speaker, index.speakers)
        yield _narrow(index, _said_by(index, near), query)
        yield _narrow(index, _in_role(index, names.in_role(query.speaker, index.speakers)), query)
        yield _narrow(index, _said_by(index, names.namesakes(query.speaker, index.speakers)), query)
    anyone = replace(query, speaker="")
    if folded(query.words) or folded(query.topic):
        yield _search(index, anyone)
    if telling(folded(query.words)):
        yield _narrow(index, _everything(index), anyone, near=True)


def _asks(query: Query) -> bool:
    """Whether there is anything to search for; stop words alone are nothing."""
    said = telling(folded(query.words)) or telling(folded(query.topic))
    named = folded(query.speaker) or folded(query.outlet)
    return bool(said or named or query.polarity or query.since or query.until)


def _everything(index: Index) -> _Field:
    return _Field(dict.fromkeys(index.entries, 1.0))


def _said_by(index: Index, bearers: dict[int, float]) -> _Field:
    """The statements of *bearers*, each as well as its speaker fits."""
    said = {n: bearers[e.speaker] for n, e in index.entries.items() if e.speaker in bearers}
    return _Field(said, [Reason.SPEAKER])


def _not_said_by(index: Index, typed: str) -> dict[int, float]:
    theirs = names.bearers(typed, index.speakers, alike=weights.SAME_NAME)
    return {n: 1.0 for n, entry in index.entries.items() if entry.speaker not in theirs}


def _in_role(index: Index, roles: dict[int, set[str]]) -> _Field:
    """The statements that were made in one of these *roles*."""
    theirs = [n for n, entry in index.entries.items() if entry.speaker in roles]
    scores = {}
    for number, statement in kept(index.db, theirs).items():
        if statement.statement.role in roles[index.entries[number].speaker or 0]:
            scores[number] = 1.0
    return _Field(scores, [Reason.ROLE])


def _in_outlet(index: Index, typed: str) -> dict[int, float]:
    rows = index.db.execute(
        "SELECT statement, name FROM via UNION"
        " SELECT statement.id, outlet FROM statement JOIN article ON article.id = article"
        " WHERE outlet IS NOT NULL"
    )
    seen = [(number, name) for number, name in rows if number in index.entries]
    meant = names.outlets(typed, {name for _, name in seen})
    return {number: 1.0 for number, name in seen if name in meant}


def _matches(index: Index, found: _Field, limit: int | None) -> tuple[Match, ...]:
    """The best of *found*, newest first among equals, each with all its variants in sight."""
    order = index.newest(found.scores)
    order.sort(key=lambda n: round(found.scores[n], 3), reverse=True)
    heads = {
        head: others[: weights.VARIANTS]
        for head, others in islice(variants.fold(index.db, order, index.scope), limit)
    }
    read = showable(index.db, [n for head, others in heads.items() for n in (head, *others)])
    return tuple(
        replace(_match(read[head], found), variants=tuple(_match(read[n], found) for n in others))
        for head, others in heads.items()
    )


def _match(statement: Kept, found: _Field) -> Match:
    """*statement* as a match; one that is only there as a variant was not asked for."""
    asked = statement.id in found.scores
    return Match(
        id=statement.id,
        statement=statement.statement,
        article=statement.article,
        words=statement.words,
        score=round(100 * found.scores[statement.id], 1) if asked else 0.0,
        reasons=tuple(found.reasons) if asked else (),
    )
