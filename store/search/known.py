"""The speakers in sight, found by the words of their names and roles: few are ever compared.

A store may know a million speakers, and anyone may type anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, reduce

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA
from sqlite_utils import Database as Connection

from store.model import Evidence, SpeakerKind
from store.search import lookup, spelling, weights
from store.search.found import among, together
from store.search.postings import NONE, Ids, Kind, Part
from store.search.titles import title
from store.visibility import SURE, VISIBLE
from store.words import folded

Words = tuple[str, ...]

_SHORT = 5  # letters of a sound
_TELLING = frozenset(("he", "she"))
_LITTLE = frozenset(("the", "and", "of"))
_PRONOUNS = f"""
    SELECT lower(substr(text, start + 1, end - start))
    FROM (SELECT * FROM statement WHERE speaker = :speaker LIMIT :most) AS statement
    JOIN article ON article.id = statement.article
    JOIN span ON span.statement = statement.id AND part = 'source'
    WHERE evidence = '{Evidence.PRONOUN}' AND {SURE} AND {VISIBLE}
"""  # noqa: S608 -- conditions of our own

folded_name = lru_cache(maxsize=100_000)(folded)  # the same names are asked for time and again


@dataclass(slots=True)
class Bearer:
    """A speaker in sight, with every name and role that the articles in sight give."""

    kind: SpeakerKind
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


class Known:
    """All speakers that *scope* can see."""

    def __init__(self, db: Connection, scope: str) -> None:
        self._db = db
        self._scopes = tuple(dict.fromkeys(("", scope)))
        self._lists = lookup.Lists(db)
        self._written: dict[str, list[int]] = {}
        self._read: dict[int, Bearer] = {}  # a name typed is asked for more than once

    def like(self, typed: Words, alike: float) -> dict[int, Bearer]:
        """Those who may be named by *typed*: a word of it is like one of theirs, or its initial.

        Only to leave most aside quickly; how well a name fits is for `names` to say. Each word must
        be of their names or roles, but for titles, and short words that may be misspelt anyhow.
        Of very many, those are left whom the most words name.
        """
        words = {word for word in typed if len(word) > 1 and not title(word)} - _LITTLE
        named, meant = list[Ids](), list[Ids]()
        for word in words or set(typed):
            named.append(lookup.read(self._db, self._near(Kind.NAME, word, alike), Part.SAID))
            if len(spelling.sound(word)) >= _SHORT:
                of_role = lookup.spelt(self._db, self._scopes, Kind.ROLE, word)
                roles = lookup.read(self._db, of_role, Part.SAID)
                meant.append(together([named[-1], roles]))
        numbers = reduce(lambda found, ids: found[among(found, ids)], meant, together(named))
        times = sum((among(numbers, ids).astype(int) for ids in named), np.zeros(len(numbers), int))
        most = np.argsort(-times, kind="stable")[: weights.BEARERS]
        return self.bearers(numbers[most].tolist())

    def in_roles(self, word: str) -> dict[int, Bearer]:
        """Those who have a role with *word*, or one like it, in it."""
        terms = self._near(Kind.ROLE, word, weights.SAME_NAME)
        numbers = lookup.read(self._db, terms, Part.SAID).tolist()
        return self.bearers(numbers[: weights.BEARERS])

    def called(self, surname: str) -> dict[int, Bearer]:
        """Those whose surname, or only name, is *surname* just so."""
        alone = lookup.spelt(self._db, self._scopes, Kind.NAME, surname)
        numbers = lookup.read(self._db, alone, Part.SURNAME).tolist()
        return self.bearers(numbers[: weights.BEARERS])

    def statements(self, speakers: Iterable[int]) -> dict[int, int]:
        """How many statements each of *speakers* has in sight."""
        return lookup.statements(self._db, self._scopes, speakers)

    def pronouns(self, speaker: int) -> set[str]:
        """By which pronouns articles in sight name *speaker*, among the first statements."""
        asked = {"speaker": speaker, "scope": self._scopes[-1], "most": weights.READ_FOR_PRONOUNS}
        rows = self._db.execute(_PRONOUNS, asked)
        return {row[0] for row in rows} & _TELLING

    def is_written(self, words: Words) -> bool:
        """Whether *words* are somebody's full name or surname, as it is written."""
        if len(words) == 1:
            return any(len(self._lists.of(t, Part.SURNAME)) for t in self._terms_of(words[0]))
        bearers = self.bearers(self._bearing(words).tolist()[: weights.BEARERS])
        names = (name for bearer in bearers.values() for name in bearer.names)
        return any(folded_name(name) == words for name in names)

    def _bearing(self, words: Words) -> Ids:
        """Those in whose names all of *words* are."""
        lists = []
        for word in words:
            terms = self._terms_of(word)
            if not terms:
                return NONE
            lists.append(together([self._lists.of(term, Part.SAID) for term in terms]))
        lists.sort(key=len)
        return reduce(lambda found, ids: found[among(found, ids)], lists)

    def _terms_of(self, word: str) -> list[int]:
        """The terms of names that *word* has; looked up once."""
        if word not in self._written:
            self._written[word] = list(lookup.spelt(self._db, self._scopes, Kind.NAME, word))
        return self._written[word]

    def _near(self, kind: Kind, word: str, alike: float) -> list[int]:
        """The terms that are spelt or sound like *word*; of one letter, those that begin so."""
        if len(word) == 1:
            return list(lookup.begun(self._db, self._scopes, kind, spelling.sound(word)))
        sound = spelling.sound(word)
        found = lookup.misspelt(self._db, self._scopes, kind, sound, 2)
        found |= lookup.forms(self._db, self._scopes, kind, sound)
        # two letters wrong, or one in a word too short to have slips: what begins alike
        begun = 1 if len(sound) < _SHORT else 2
        found |= lookup.begun(self._db, self._scopes, kind, sound[:begun])
        return _alike(word, found, alike)

    def bearers(self, numbers: Iterable[int]) -> dict[int, Bearer]:
        """The speakers *numbers*."""
        wanted = sorted(numbers)
        if new := [number for number in wanted if number not in self._read]:
            self._read |= self._bearers(new)
        return {number: self._read[number] for number in wanted if number in self._read}

    def _bearers(self, numbers: Iterable[int]) -> dict[int, Bearer]:
        rows = self._db.conn.execute(
            "SELECT speaker.id, speaker.kind, bearer.kind, text FROM bearer"
            " JOIN speaker ON speaker.id = bearer.speaker"
            " WHERE scope IN (SELECT value FROM json_each(?))"
            " AND speaker IN (SELECT value FROM json_each(?))"
            " ORDER BY speaker.id, articles DESC, length(text) DESC, text",
            (json.dumps(self._scopes), json.dumps(list(numbers))),
        )
        found: dict[int, Bearer] = {}
        for number, kind, part, text in rows:
            bearer = found.setdefault(number, Bearer(SpeakerKind(kind)))
            told = bearer.names if part == Kind.NAME else bearer.roles
            if text not in told:
                told.append(text)
        return found


def _alike(word: str, found: Mapping[int, str], alike: float) -> list[int]:
    """Those of the words *found*, by their numbers, that are spelt or sound like *word*."""
    words = list(found.values())
    if not words:
        return []
    heard = spelling.sound(word)
    sounds = [spelling.sound(other) for other in words]
    spelt = process.cdist([word], words, scorer=fuzz.ratio, score_cutoff=100 * alike)[0]
    wrong = process.cdist([heard], sounds, scorer=OSA.distance)[0]
    close = (spelt > 0) | (wrong <= spelling.most_wrong(heard))
    return [term for term, near in zip(found, close.tolist(), strict=True) if near]
