"""Rows as articles and statements; `recording` writes them down."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlite_utils import Database as Connection

from store import lineage
from store.model import (
    Article,
    Correction,
    Evidence,
    Kind,
    Polarity,
    Relation,
    Revision,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Via,
)
from store.visibility import SURE

_SpansByPart = defaultdict[str, list[tuple[Span, str | None]]]  # each with the words of content


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement as the store holds it."""

    id: int
    article_id: int
    statement: Statement
    article: Article
    words: tuple[str, ...]


def digest(text: str) -> str:
    """What tells *text* from every other: its SHA-256; raises UnicodeEncodeError."""
    return hashlib.sha256(text.encode()).hexdigest()


def kept(db: Connection, ids: Collection[int]) -> dict[int, Kept]:
    """The statements with these ids."""
    wanted = json.dumps(list(ids))
    spans, vias = _spans_of(db, wanted), _vias_of(db, wanted)
    revised = lineage.earlier(db, ids)
    articles: dict[int, Article] = {}
    found = {}
    for row in db.query(_STATEMENTS, {"ids": wanted}):
        number, article_id = row["id"], row["article"]
        if article_id not in articles:
            articles[article_id] = article_of(db, article_id)
        statement = _statement(row, spans[number], vias[number], revised.get(number))
        words = tuple(words or "" for _, words in spans[number]["content"])
        found[number] = Kept(number, article_id, statement, articles[article_id], words)
    return found


def showable(db: Connection, ids: Collection[int]) -> dict[int, Kept]:
    """The statements with these ids, without *words* where their article was altered.

    Not only the words said are shown but what stands around them, too: all of the text must
    still be what was loaded.
    """
    found = kept(db, ids)
    altered = _altered(db, {one.article_id: one.article.text for one in found.values()})
    return {
        number: replace(one, words=()) if one.article_id in altered else one
        for number, one in found.items()
    }


def _altered(db: Connection, texts: Mapping[int, str]) -> set[int]:
    """Those articles whose *texts*, by id, are not the ones that were loaded."""
    rows = db.execute(
        "SELECT id, digest FROM article WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(texts)),),
    )
    return {number for number, loaded in rows if digest(texts[number]) != loaded}


def _statement(
    row: dict[str, Any], spans: _SpansByPart, vias: Sequence[Via], revised: Revision | None
) -> Statement:
    def of(part: str) -> tuple[Span, ...]:
        return tuple(span for span, _ in spans[part])

    return Statement(
        kind=Kind(row["kind"]),
        content=of("content"),
        context=of("context")[0],
        cue=of("cue"),
        source=of("source"),
        speaker=_speaker(row),
        role=row["role"],
        evidence=Evidence(row["evidence"]),
        via=tuple(vias),
        hedges=of("hedge"),
        polarity=Polarity(row["polarity"]),
        addressee=next(iter(of("addressee")), None),
        said_on=_day(row["said_on"]),
        confidence=row["confidence"],
        corrected=_correction(row),
        revised=revised,
    )


_STATEMENTS = """
    SELECT statement.*, speaker.kind AS speaker_kind,
        (SELECT json_group_array(name) FROM (
            SELECT name FROM alias
            WHERE alias.article = statement.article AND alias.speaker = statement.speaker
            ORDER BY ordinal
        )) AS names,
        corrected_on,
        (SELECT name FROM alias
            WHERE alias.article = statement.article AND alias.speaker = reading.speaker
            AND ordinal = 0) AS read_as
    FROM statement LEFT JOIN speaker ON speaker.id = statement.speaker
    LEFT JOIN reading ON reading.statement = statement.id
    WHERE statement.id IN (SELECT value FROM json_each(:ids))
"""


def _speaker(row: dict[str, Any]) -> Speaker | None:
    if row["speaker"] is None:
        return None
    name, *aliases = json.loads(row["names"])
    return Speaker(name, SpeakerKind(row["speaker_kind"]), tuple(aliases))


def _correction(row: dict[str, Any]) -> Correction | None:
    on = _day(row["corrected_on"])
    return Correction(on, row["read_as"]) if on else None


def _spans_of(db: Connection, ids: str) -> dict[int, _SpansByPart]:
    rows = db.execute(
        "SELECT statement, part, start, end, words FROM span"
        " WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, part, ordinal",
        (ids,),
    )
    found = {}
    for number, group in groupby(rows, key=itemgetter(0)):
        parts: _SpansByPart = defaultdict(list)
        for _, part, start, end, words in group:
            parts[part].append((Span(start, end), words))
        found[number] = parts
    return found


def _vias_of(db: Connection, ids: str) -> defaultdict[int, list[Via]]:
    rows = db.execute(
        "SELECT statement, start, end, relation FROM via"
        " WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, ordinal",
        (ids,),
    )
    found: defaultdict[int, list[Via]] = defaultdict(list)
    for number, start, end, relation in rows:
        found[number].append(Via(Span(start, end), Relation(relation)))
    return found


def article_of(db: Connection, number: int) -> Article:
    """The article with this id, as it was loaded."""
    row = db.execute(
        "SELECT text, title, outlet, byline, url, published, file, published_at, updated_at,"
        " language FROM article WHERE id = ?",
        (number,),
    ).fetchone()
    text, title, outlet, byline, url, published, file, *moments, language = row
    published_at, updated_at = map(_moment, moments)
    day = _day(published)
    return Article(text, title, outlet, byline, url, day, file, published_at, updated_at, language)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def statements_of(db: Connection, article_id: int) -> tuple[Statement, ...]:
    """The statements of one article that are shown, in the order they were written down."""
    rows = db.execute(
        f"SELECT id FROM statement WHERE article = ? AND {SURE} ORDER BY id",  # noqa: S608
        (article_id,),
    )
    ids = [row[0] for row in rows]
    found = kept(db, ids)
    return tuple(found[number].statement for number in ids)
