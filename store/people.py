"""Who is who across articles."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database as Connection

from store.model import Speaker, SpeakerKind, Statement
from store.words import folded


def key(speaker: Speaker, article: int) -> str:
    """What two mentions share when they are one and the same.

    A full name, or the name of a body, is the same everywhere. A bare surname is whoever that
    article means, and so is a group without a name: to join those would be a guess.
    """
    words = folded(speaker.name)
    same_everywhere = (
        len(words) > 1
        if speaker.kind is SpeakerKind.PERSON
        else speaker.kind is SpeakerKind.ORGANISATION
    )
    name = " ".join(words) or speaker.name
    return name if same_everywhere else f"{name} @{article}"


def is_own(name: str, key: str) -> bool:
    """Whether *name* is the one that made the *key* of its bearer, and none that is shorter."""
    return key.partition(" @")[0] == (" ".join(folded(name)) or name)


def keep(db: Connection, statements: Iterable[Statement], article: int) -> dict[Speaker, int]:
    """Write down the speakers of one article, with its names and roles for them."""
    ids: dict[Speaker, int] = {}
    roles = set()
    for statement in statements:
        speaker = statement.speaker
        if speaker is None:
            continue
        if speaker not in ids:
            ids[speaker] = number_of(db, speaker, article)
        if statement.role:
            roles.add((ids[speaker], article, statement.role))
    db.conn.executemany("INSERT INTO role (speaker, article, title) VALUES (?, ?, ?)", roles)
    return ids


def number_of(db: Connection, speaker: Speaker, article: int) -> int:
    """The id of *speaker*, whom *article* has among its people from now on."""
    found = _id(db, speaker, article)
    _name(db, found, speaker, article)
    return found


def _id(db: Connection, speaker: Speaker, article: int) -> int:
    who = (key(speaker, article), speaker.kind)
    find = "SELECT id FROM speaker WHERE key = ? AND kind = ?"
    found = db.execute(find, who).fetchone()
    if found is None:
        db.execute("INSERT INTO speaker (key, kind, name) VALUES (?, ?, ?)", (*who, speaker.name))
        found = db.execute(find, who).fetchone()
    return int(found[0])


def _name(db: Connection, speaker_id: int, speaker: Speaker, article: int) -> None:
    """Add the article's names for a speaker, whom it may have named otherwise before."""
    find = "SELECT name FROM alias WHERE article = ? AND speaker = ?"
    known = [row[0] for row in db.execute(find, (article, speaker_id))]
    new = [n for n in dict.fromkeys((speaker.name, *speaker.aliases)) if n not in known]
    db.conn.executemany(
        "INSERT INTO alias (article, speaker, ordinal, name) VALUES (?, ?, ?, ?)",
        [(article, speaker_id, len(known) + at, name) for at, name in enumerate(new)],
    )
