"""Question to matches: who and where narrow the field, words and topic choose from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database as Connection

from store import variants
from store.model import Match, Polarity, Query, Reason
from store.records import Kept, showable
from store.search import addressed, names, narrowing, offices, outside, ranking, weights
from store.search.asked import Where
from store.search.candidates import Index
from store.search.fields import Check, Field
from store.search.found import Found, among
from store.search.loose import readings, searched
from store.search.opposites import opposed
from store.search.postings import Ids
from store.words import folded, telling

_TOPIC_REASONS = {
    Where.WORDS: Reason.WORDS,
    Where.PARAGRAPH: Reason.PARAGRAPH,
    Where.ARTICLE: Reason.ARTICLE,
}


def search(db: Connection, query: Query, *, limit: int | None) -> tuple[Match, ...]:
    """What *query* asks for, best first; nothing where nothing is good enough."""
    index = Index(db, query.scope)
    for reading in searched(query, index):
        found = _search(index, reading)
        if query.words:  # bare words are no sentence that could have an opposite
            found.check(_agreeing(index, folded(query.words)))
            found.settle()
        if matches := _matches(found, limit):
            return outside.told(index, reading, matches)
    return ()


def nearest(db: Connection, query: Query, *, limit: int) -> tuple[Match, ...]:
    """What comes nearest where `search` finds nothing: not an answer, and to be labelled so."""
    index = Index(db, query.scope)
    for reading in readings(query, index):
        for found in _nearest(index, reading):
            if matches := _matches(found, limit):
                return matches
    return ()


def versions(db: Connection, number: int, scope: str) -> tuple[Match, ...]:
    """The statement *number* and all that repeats it, first seen first, where *scope* sees it."""
    numbers = variants.group(db, number, scope)
    read = showable(db, numbers)
    return tuple(_match(read[one], None, ()) for one in numbers)


def at_address(db: Connection, address: str, scope: str) -> tuple[Match, ...]:
    """What the article at the canonical *address* says, in its order, where *scope* sees it."""
    numbers = addressed.under(db, address, scope)
    read = showable(db, numbers)
    return tuple(_match(read[one], None, ()) for one in numbers)


def _search(index: Index, query: Query) -> Field:
    if not _asks(query):
        return Field.nothing(index)
    if not query.speaker:
        return _narrow(Field(index), query)
    bearers = names.bearers(query.speaker, index.speakers, alike=weights.SAME_NAME)
    theirs = _said_by(index, bearers)
    if roles := offices.holders(query.speaker, index.speakers):  # with those who have no name
        theirs = theirs.joined(_in_role(index, roles))
    found = _narrow(theirs, query)
    is_misspelt = max(bearers.values(), default=0.0) <= weights.MISSPELT_NAME
    if is_misspelt and found.is_empty and telling(folded(f"{query.words} {query.topic}")):
        # which of the names spelt like it is meant is for what they said to tell
        found = _narrow(_said_by(index, names.spellings(query.speaker, index.speakers)), query)
    return found


def _narrow(found: Field, query: Query, *, near: bool = False) -> Field:
    """What of *found* meets all that *query* asks besides its speaker."""
    index = found.index
    if query.other_than:
        theirs = names.bearers(query.other_than, index.speakers, alike=weights.SAME_NAME)
        found.check(_outside(index.by(theirs).ids))
    if query.outlet:
        found.keep(Found.equal(index.in_outlets(query.outlet)), Reason.OUTLET)
    if query.polarity is Polarity.DENIES:
        found.keep(Found.equal(index.denials), Reason.DENIAL)
    elif query.polarity:
        found.check(_outside(index.denials))
    for phrase in narrowing.phrases(query):
        found.among(index.saying_all(phrase))
    if narrowing.narrows(query):
        most = weights.READ if query.exact else weights.CHECKED
        found.check(_meeting(index, query), most=most)
    found.settle()
    if not found.is_empty:
        _choose(found, query, near=near)
    return found


def _choose(found: Field, query: Query, *, near: bool) -> None:
    """Leave of *found* what the words and the topic of *query* choose."""
    if loose := folded(query.loose):
        asked = (*folded(query.words), *loose)
        enough = weights.accepted(len(telling(asked)))
        found.keep(ranking.by_words(found, asked, enough=enough, by_name=True), Reason.WORDS)
        return
    for words, is_topic in ((query.words, False), (query.topic, True)):
        asked = folded(words)
        count = len(telling(asked))
        enough = weights.NEAR if near else weights.accepted(count)
        if count and is_topic:
            about, where = ranking.by_topic(found, asked, enough=enough)
            found.keep(about, _TOPIC_REASONS[where])
        elif count:
            found.keep(ranking.by_words(found, asked, enough=enough), Reason.WORDS)
        elif asked and not is_topic:  # "did Kirby say we are": such words only as they stand
            found.check(_saying(found.index, asked), Reason.WORDS)


def _nearest(index: Index, query: Query) -> Iterable[Field]:
    """From the nearest outwards; each is asked for only where the one before has nothing."""
    if query.words:  # the opposite of what was asked for
        yield replace(_search(index, query), reasons=[Reason.WORDS])
    if query.speaker:
        yield _narrow(_said_by(index, names.near(query.speaker, index.speakers)), query)
        yield _narrow(_in_role(index, names.in_role(query.speaker, index.speakers)), query)
        yield _narrow(_said_by(index, names.namesakes(query.speaker, index.speakers)), query)
    anyone = replace(query, speaker="")
    if folded(query.words) or folded(query.topic):
        yield _search(index, anyone)
    if telling(folded(query.words)):
        yield _narrow(Field(index), anyone, near=True)


def _asks(query: Query) -> bool:
    """Whether there is anything to search for; stop words alone are nothing."""
    said = telling(folded(f"{query.words} {query.topic} {query.loose}"))
    named = folded(query.speaker) or folded(query.outlet)
    return bool(said or named or query.polarity or query.since or query.until)


def _said_by(index: Index, bearers: dict[int, float]) -> Field:
    """The statements of *bearers*, each as well as its speaker fits."""
    return Field(index, index.by(bearers), [Reason.SPEAKER])


def _in_role(index: Index, roles: dict[int, set[str]]) -> Field:
    """The statements that were made in one of these *roles*."""
    theirs = index.by(dict.fromkeys(roles, 1.0)).ids
    made = [n for n, speaker, role in index.roles_of(theirs) if role in roles[speaker]]
    return Field(index, Found.of(dict.fromkeys(made, 1.0)), [Reason.ROLE])


def _outside(ids: Ids) -> Check:
    return lambda asked: ~among(asked, ids)


def _meeting(index: Index, query: Query) -> Check:
    """Within its days, at first hand, in these phrases: what *query* asks for."""
    known: dict[int, bool] = {}  # each is asked for with the words and again among the best

    def holds(asked: Ids) -> NDArray[np.bool_]:
        new = [number for number in asked.tolist() if number not in known]
        met = narrowing.narrowed(index.db, query, new) if new else set()
        known.update((number, number in met) for number in new)
        return np.array([known[number] for number in asked.tolist()], np.bool_)

    return holds


def _saying(index: Index, words: tuple[str, ...]) -> Check:
    """In whose words all of *words* stand together, in this order."""
    phrase = f" {' '.join(words)} "

    def holds(asked: Ids) -> NDArray[np.bool_]:
        read = index.words_of(asked.tolist())
        said = (folded(" ".join(read[number])) for number in asked.tolist())
        return np.array([phrase in f" {' '.join(one)} " for one in said], np.bool_)

    return holds


def _agreeing(index: Index, asked: tuple[str, ...]) -> Check:
    """Who does not say the opposite of the sentence *asked*."""

    def holds(numbers: Ids) -> NDArray[np.bool_]:
        read = index.words_of(numbers.tolist())
        return np.array([not opposed(asked, read[n]) for n in numbers.tolist()], np.bool_)

    return holds


def _matches(found: Field, limit: int | None) -> tuple[Match, ...]:
    """The best of *found*, newest first among equals, each with all its variants in sight."""
    index = found.index
    heads = {
        head: others[: weights.VARIANTS] for head, others in islice(_folded(found, limit), limit)
    }
    numbers = [n for head, others in heads.items() for n in (head, *others)]
    read, scores = showable(index.db, numbers), found.scored(numbers)
    made = {n: _match(read[n], scores.get(n), found.reasons_for(n)) for n in numbers}
    return tuple(
        replace(made[head], variants=tuple(made[n] for n in others))
        for head, others in heads.items()
    )


def _folded(found: Field, limit: int | None) -> Iterator[tuple[int, list[int]]]:
    """Each utterance of *found* once with its variants, as far as *limit* of them need."""
    order = (number for number in found.in_order() if number not in found.index.replaced)
    seen, done = [], set[int]()
    while batch := list(islice(order, limit and weights.BATCH)):
        seen += batch
        for head, others in variants.fold(found.index.db, batch, found.index.scope):
            if head not in done:
                done.update((head, *others))
                yield head, others


def _match(statement: Kept, score: float | None, reasons: tuple[Reason, ...]) -> Match:
    """*statement* as a match; one that is only there as a variant was not asked for."""
    return Match(
        id=statement.id,
        statement=statement.statement,
        article=statement.article,
        words=statement.words,
        score=0.0 if score is None else min(100.0, round(100 * score, 1)),
        reasons=() if score is None else reasons,
    )
