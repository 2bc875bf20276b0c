"""What each article is found by, written down with its statements and taken out with them.

All of it follows from the rows of the article: what `add` writes, `remove` takes away.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlite_utils import Database as Connection

from store.model import Polarity, SpeakerKind
from store.search import postings
from store.search.postings import Kind, Part, Term
from store.visibility import SURE, in_sight
from store.words import STOP_WORDS, folded

_BATCH = 2_000  # articles that are indexed together when all are


@dataclass(frozen=True, slots=True)
class _Borne:
    """A name or a role that articles give a speaker."""

    speaker: int
    kind: Kind
    text: str


def add(db: Connection, article: int) -> None:
    """Index the shown statements of *article*, which is in sight from now on."""
    _put_in(db, _scope(db, article), [article])


def remove(db: Connection, article: int) -> None:
    """Take *article* out of the index, before it goes out of sight or its rows change."""
    _take_out(db, _scope(db, article), article)


def rebuild(db: Connection) -> None:
    """Index every article in sight anew."""
    for table in ("posting", "term", "slip", "bearer", "held"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 -- names of our own
    articles = defaultdict(list)
    rows = db.execute(f"SELECT scope, id FROM article WHERE {in_sight(db)} ORDER BY id")  # noqa: S608
    for scope, article in rows:
        articles[scope].append(article)
    for scope, numbers in articles.items():
        for at in range(0, len(numbers), _BATCH):
            _put_in(db, scope, numbers[at : at + _BATCH])


def _scope(db: Connection, article: int) -> str:
    (scope,) = db.execute("SELECT scope FROM article WHERE id = ?", (article,)).fetchone()
    return str(scope)


def _put_in(db: Connection, scope: str, articles: list[int]) -> None:
    lists: defaultdict[Term, list[int]] = defaultdict(list)
    borne: Counter[_Borne] = Counter()
    statements = 0
    for article in articles:
        statements += _read(db, article, lists, borne)
    for one in _more(db, scope, borne):
        for term in _terms(db, one):
            lists[term].append(one.speaker)
    postings.add(db, scope, {term: sorted(set(ids)) for term, ids in lists.items()})
    _count(db, scope, len(articles), statements)


def _take_out(db: Connection, scope: str, article: int) -> None:
    lists: defaultdict[Term, list[int]] = defaultdict(list)
    borne: Counter[_Borne] = Counter()
    statements = _read(db, article, lists, borne)
    for one in _fewer(db, scope, borne):
        for term in _terms(db, one) - _still(db, scope, one):
            lists[term].append(one.speaker)
    postings.remove(db, scope, {term: sorted(set(ids)) for term, ids in lists.items()})
    _count(db, scope, -1, -statements)


def _count(db: Connection, scope: str, articles: int, statements: int) -> None:
    db.execute(
        "INSERT INTO held (scope, articles, statements) VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
        " SET articles = articles + excluded.articles,"
        " statements = statements + excluded.statements",
        (scope, articles, statements),
    )
    db.execute("DELETE FROM held WHERE articles = 0")


def _more(db: Connection, scope: str, borne: Counter[_Borne]) -> list[_Borne]:
    """Those of *borne* that nobody bore until these articles."""
    new = [one for one in borne if not _bears(db, scope, one)]
    db.conn.executemany(
        "INSERT INTO bearer (scope, speaker, kind, text, articles) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
        ((scope, one.speaker, one.kind, one.text, times) for one, times in borne.items()),
    )
    return new


def _fewer(db: Connection, scope: str, borne: Counter[_Borne]) -> list[_Borne]:
    """Those of *borne* that nobody bears without these articles."""
    db.conn.executemany(
        "UPDATE bearer SET articles = articles - ?"
        " WHERE scope = ? AND speaker = ? AND kind = ? AND text = ?",
        ((times, scope, one.speaker, one.kind, one.text) for one, times in borne.items()),
    )
    db.conn.executemany(
        "DELETE FROM bearer WHERE scope = ? AND speaker = ? AND kind = ? AND text = ?"
        " AND articles = 0",
        ((scope, one.speaker, one.kind, one.text) for one in borne),
    )
    return [one for one in borne if not _bears(db, scope, one)]


_BEARS = "SELECT 1 FROM bearer WHERE scope = ? AND speaker = ? AND kind = ? AND text = ?"


def _bears(db: Connection, scope: str, one: _Borne) -> bool:
    return bool(db.conn.execute(_BEARS, (scope, one.speaker, one.kind, one.text)).fetchone())


def _still(db: Connection, scope: str, one: _Borne) -> set[Term]:
    """What a speaker is still found by as before."""
    rows = db.execute(
        "SELECT text FROM bearer WHERE scope = ? AND speaker = ? AND kind = ?",
        (scope, one.speaker, one.kind),
    )
    return {term for row in rows for term in _terms(db, replace(one, text=row[0]))}


def _terms(db: Connection, one: _Borne) -> set[Term]:
    """What a name or a role is found by: a person by the surname alone, too."""
    words = folded(one.text)
    found = {Term(one.kind, Part.SAID, word) for word in words}
    if one.kind is Kind.NAME and (len(words) == 1 or (words and _is_person(db, one.speaker))):
        found.add(Term(Kind.NAME, Part.SURNAME, words[-1]))
    return found


def _is_person(db: Connection, speaker: int) -> bool:
    kind = db.conn.execute("SELECT kind FROM speaker WHERE id = ?", (speaker,)).fetchone()[0]
    return bool(kind == SpeakerKind.PERSON)


def _read(
    db: Connection, article: int, lists: defaultdict[Term, list[int]], borne: Counter[_Borne]
) -> int:
    """Add what the shown statements of *article* are found by; how many those are."""
    text, title, outlet = db.conn.execute(
        "SELECT text, title, outlet FROM article WHERE id = ?", (article,)
    ).fetchone()
    rows = db.conn.execute(
        f"SELECT id, speaker, polarity, role FROM statement WHERE article = ? AND {SURE}"  # noqa: S608
        " ORDER BY id",
        (article,),
    ).fetchall()
    if not rows:
        return 0
    for word in _asked_for(title or ""):
        lists[Term(Kind.WORD, Part.HEADLINE, word)].append(article)
    words, vias = _words(db, article, text), _vias(db, article)
    for number, speaker, polarity, _ in rows:
        for part, word in words[number]:
            lists[Term(Kind.WORD, part, word)].append(number)
        for name in {outlet, *vias[number]} - {None}:
            lists[Term(Kind.OUTLET, Part.SAID, name)].append(number)
        if speaker is not None:
            lists[Term(Kind.SPEAKER, Part.SAID, str(speaker))].append(number)
        if polarity == Polarity.DENIES:
            lists[Term(Kind.DENIAL, Part.SAID, "")].append(number)
    speakers = {row[1] for row in rows} - {None}
    borne.update(_named(db, article, speakers))
    borne.update({_Borne(row[1], Kind.ROLE, row[3]) for row in rows if row[1] and row[3]})
    return len(rows)


def _words(db: Connection, article: int, text: str) -> dict[int, set[tuple[Part, str]]]:
    """The words of each statement that can be asked for, once where they stand nearest."""
    rows = db.conn.execute(
        "SELECT span.statement, part, start, end, words FROM statement"
        " JOIN span ON span.statement = statement.id AND part IN ('content', 'context')"
        " WHERE article = ? ORDER BY part",
        (article,),
    ).fetchall()
    said: defaultdict[int, set[str]] = defaultdict(set)
    found: defaultdict[int, set[tuple[Part, str]]] = defaultdict(set)
    for number, part, start, end, words in rows:  # content comes before context
        if part == "content":
            said[number] |= _asked_for(words)
            found[number] = {(Part.SAID, word) for word in said[number]}
        else:
            around = _asked_for(text[start:end]) - said[number]
            found[number] |= {(Part.AROUND, word) for word in around}
    return found


def _asked_for(text: str) -> set[str]:
    return set(folded(text)) - STOP_WORDS


def _vias(db: Connection, article: int) -> dict[int, list[str]]:
    rows = db.conn.execute(
        "SELECT via.statement, name FROM statement JOIN via ON via.statement = statement.id"
        " WHERE article = ?",
        (article,),
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for number, name in rows.fetchall():
        found[number].append(name)
    return found


def _named(db: Connection, article: int, speakers: Iterable[int]) -> Iterator[_Borne]:
    find = "SELECT name FROM alias WHERE article = ? AND speaker = ?"
    for speaker in speakers:
        for row in db.conn.execute(find, (article, speaker)).fetchall():
            yield _Borne(speaker, Kind.NAME, row[0])
