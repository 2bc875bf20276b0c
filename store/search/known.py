"""The speakers in sight, kept by the words of their names: few are ever compared letter by letter.

A store may know tens of thousands of speakers, and anyone may type anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA
from sqlite_utils import Database as Connection

from store.model import SpeakerKind
from store.search import spelling
from store.visibility import SURE, VISIBLE
from store.words import folded

Words = tuple[str, ...]

folded_name = lru_cache(maxsize=100_000)(folded)  # the same names are asked for time and again


@dataclass(slots=True)
class Bearer:
    """A speaker in sight, with every name and role that the articles in sight give."""

    kind: SpeakerKind
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


class Known:
    """All speakers in sight."""

    def __init__(self, bearers: Mapping[int, Bearer]) -> None:
        self.bearers = bearers

    def like(self, typed: Words, alike: float) -> dict[int, Bearer]:
        """Those who may be named by *typed*: a word of it is like one of theirs, or its initial.

        Only to leave most aside quickly; how well a name fits is for `names` to say.
        """
        # an initial tells little: it is asked only where nothing else was typed
        words = [word for word in typed if len(word) > 1] or typed
        found = {number for word in words for number in self._near(word, alike)}
        return {number: self.bearers[number] for number in sorted(found)}

    @cached_property
    def written(self) -> frozenset[Words]:
        """Every full name and surname, as it is written."""
        return frozenset(name for bearer in self.bearers.values() for name in _whole(bearer))

    def _near(self, word: str, alike: float) -> Iterator[int]:
        if len(word) == 1:
            yield from self._initials[word]
            return
        for other in {*self._spelt_alike(word, alike), *self._sounding_alike(word)}:
            yield from self._by_word[other]

    def _spelt_alike(self, word: str, alike: float) -> Iterable[str]:
        words = self._by_word.keys()
        found = process.extract(
            word, words, scorer=fuzz.ratio, score_cutoff=100 * alike, limit=None
        )
        return (other for other, _, _ in found)

    def _sounding_alike(self, word: str) -> Iterable[str]:
        sound = spelling.sound(word)
        wrong = spelling.most_wrong(sound)
        sounds = self._by_sound.keys()
        found = process.extract(sound, sounds, scorer=OSA.distance, score_cutoff=wrong, limit=None)
        return (other for heard, _, _ in found for other in self._by_sound[heard])

    @cached_property
    def _by_word(self) -> dict[str, set[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, bearer in self.bearers.items():
            for name in bearer.names:
                for word in folded_name(name):
                    found[word].add(number)
        return dict(found)

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._by_word:
            found[spelling.sound(word)].append(word)
        return dict(found)

    @cached_property
    def _initials(self) -> defaultdict[str, set[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for word, numbers in self._by_word.items():
            found[word[0]] |= numbers
        return found


def in_sight(db: Connection, scope: str) -> Known:
    """The speakers of the statements that *scope* can see."""
    names = db.execute(_sql("alias", "name"), {"scope": scope})
    found: dict[int, Bearer] = {}
    for speaker, kind, name in names:
        found.setdefault(speaker, Bearer(SpeakerKind(kind))).names.append(name)
    for speaker, _, title in db.execute(_sql("role", "title"), {"scope": scope}):
        found[speaker].roles.append(title)
    return Known(found)


def _sql(table: str, column: str) -> str:
    return f"""
        SELECT speaker.id, speaker.kind, {table}.{column}
        FROM {table} JOIN speaker ON speaker.id = {table}.speaker
        JOIN article ON article.id = {table}.article
        WHERE {VISIBLE} AND (article.id, speaker.id) IN (
                SELECT article, speaker FROM statement WHERE {SURE}
            )
        GROUP BY speaker.id, {table}.{column} ORDER BY min(article.id)
    """  # noqa: S608 -- names and conditions of our own


def _whole(bearer: Bearer) -> Iterator[Words]:
    """What names *bearer* by itself: a full name or a surname."""
    for name in map(folded_name, bearer.names):
        yield name
        if bearer.kind is SpeakerKind.PERSON:
            yield name[-1:]
