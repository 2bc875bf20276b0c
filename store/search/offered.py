"""Names to offer while one is typed: those that begin so first, most articles first.

What very many have typed so far is soon met among those in most articles, and what few have is
looked up by the words of their names: whatever is typed, little is read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from heapq import merge, nlargest
from itertools import islice

from rapidfuzz import fuzz, process
from sqlite_utils import Database as Connection

from store import people
from store.search import lookup, spelling, weights
from store.search.found import among
from store.search.known import Words, folded_name
from store.search.postings import Ids, Kind, Part
from store.visibility import REPLACED, SURE, VISIBLE
from store.words import folded

_Terms = Mapping[int, float]  # each with how alike it is

_NAMED = """
    SELECT articles, text, key FROM bearer CROSS JOIN speaker ON speaker.id = bearer.speaker
    WHERE bearer.kind = :name AND bearer.speaker NOT IN (SELECT value FROM json_each(:gone))
    AND scope
"""
_OF_SOME = """
    IN (SELECT value FROM json_each(:scopes))
    AND speaker IN (SELECT value FROM json_each(:speakers))
"""
# whoever is quoted only in what a scope has an article of its own of
_GONE = f"""
    SELECT DISTINCT told.speaker FROM statement AS told
    WHERE told.article IN ({REPLACED}) AND told.speaker IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM statement JOIN article ON article.id = article
        WHERE speaker = told.speaker AND {SURE} AND {VISIBLE}
    )
"""  # noqa: S608 -- conditions of our own


def speakers(db: Connection, typed: str, scope: str, *, limit: int) -> tuple[str, ...]:
    """At most *limit* names of those in sight of *scope* that *typed* may begin, best first."""
    words, scopes = folded(typed), tuple(dict.fromkeys(("", scope)))
    gone = json.dumps([row[0] for row in db.execute(_GONE, {"scope": scope})])
    found = dict.fromkeys(islice(_foremost(db, scopes, words, gone), limit))
    for likely in (_begun, _misspelt) if words else ():
        if len(found) < limit:
            found |= dict.fromkeys(_looked_up(db, scopes, words, likely, gone))
    return tuple(found)[:limit]


def outlets(db: Connection, typed: str, scope: str, *, limit: int) -> tuple[str, ...]:
    """Likewise names of outlets, of those that articles are from and of those they name as via.

    One that is written in several ways is offered as most statements have it.
    """
    words, scopes = _bare(typed), tuple(dict.fromkeys(("", scope)))
    every = lookup.beginning(db, scopes, Kind.OUTLET, "")
    likely = {n: _likeness(words, " ".join(_bare(word))) for n, word in every.items()}
    terms = [n for n, likeness in likely.items() if likeness >= weights.BEGUN_NAME]
    held = lookup.sizes(db, terms, [Part.SAID], most=weights.CHECKED)
    ways: defaultdict[Words, list[int]] = defaultdict(list)
    for term in sorted(terms, key=lambda n: (-held[n], every[n])):
        ways[_bare(every[term])].append(term)
    ranked = sorted(
        (-likely[of[0]], -sum(map(held.__getitem__, of)), every[of[0]]) for of in ways.values()
    )
    return tuple(name for *_, name in ranked[:limit])


def _foremost(db: Connection, scopes: Sequence[str], words: Words, gone: str) -> Iterator[str]:
    """Of the names of those in most articles those that *words* begin, in that order."""
    find = _NAMED + "= :scope ORDER BY articles DESC"
    asked = {"name": Kind.NAME, "gone": gone}
    each = (db.conn.execute(find, {**asked, "scope": scope}) for scope in scopes)
    for _, name, key in islice(merge(*each, key=lambda row: -row[0]), weights.FOREMOST):
        if _begins(words, key) and people.is_own(name, key):
            yield name


def _looked_up(
    db: Connection,
    scopes: Sequence[str],
    words: Words,
    likely: Callable[[Connection, Sequence[str], str], _Terms],
    gone: str,
) -> Iterator[str]:
    """The names with a word that is *likely* for each of *words*, likeliest first."""
    told = [word for word in words if len(word) > 1] or words  # an initial tells little
    bearing = (_bearing(db, likely(db, scopes, word)) for word in told)
    numbers = reduce(lambda found, ids: found[among(found, ids)], bearing)
    rows = db.conn.execute(
        _NAMED + _OF_SOME,
        {
            "name": Kind.NAME,
            "gone": gone,
            "scopes": json.dumps(scopes),
            "speakers": json.dumps(numbers[: weights.BEARERS].tolist()),
        },
    ).fetchall()
    ranked = [(-_likeness(words, key), -articles, name, key) for articles, name, key in rows]
    for likeness, _, name, key in sorted(ranked):
        if -likeness >= weights.BEGUN_NAME and people.is_own(name, key):
            yield name


def _bearing(db: Connection, terms: _Terms) -> Ids:
    """Those with one of *terms* in their names, of very many the likeliest."""
    likeliest = nlargest(weights.BEGUN_WORDS, terms, key=terms.__getitem__)
    return lookup.read(db, likeliest, Part.SAID)


def _begun(db: Connection, scopes: Sequence[str], word: str) -> _Terms:
    """The terms that *word* begins, those that it is whole before the others."""
    terms = lookup.beginning(db, scopes, Kind.NAME, word)
    return {term: len(word) / len(other) for term, other in terms.items()}


def _misspelt(db: Connection, scopes: Sequence[str], word: str) -> _Terms:
    """The terms whose beginning is spelt like *word*."""
    sound = spelling.sound(word)
    near = lookup.begun(db, scopes, Kind.NAME, sound[:1])
    near |= lookup.misspelt(db, scopes, Kind.NAME, sound)
    begun = [other[: len(word)] for other in near.values()]
    alike = process.cdist([word], begun, scorer=fuzz.ratio)[0].tolist() if near else []
    terms = zip(near, alike, strict=True)
    return {term: well for term, well in terms if well >= 100 * weights.BEGUN_NAME}


def _bare(outlet: str) -> Words:
    """What tells *outlet* from others: the Herald is Herald."""
    words = folded_name(outlet)
    return tuple(word for word in words if word != "the") or words


def _begins(typed: Words, key: str) -> bool:
    name = key.split()
    return all(any(word.startswith(one) for word in name) for one in typed)


def _likeness(typed: Words, key: str) -> float:
    """How well each word *typed*, perhaps unfinished, begins a word of the name in *key*."""
    name = key.split()
    return min((max((_alike(t, word) for word in name), default=0.0) for t in typed), default=1.0)


def _alike(typed: str, word: str) -> float:
    return 1.0 if word.startswith(typed) else fuzz.ratio(typed, word[: len(typed)]) / 100
