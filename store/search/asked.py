"""What each word asked for is looked for as: its forms, other spellings, other words, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from rapidfuzz.distance import OSA
from sqlite_utils import Database as Connection

from store.search import lookup, spelling, weights
from store.search.forms import stem
from store.search.lookup import Lists
from store.search.postings import Kind, Part
from store.search.synonyms import synonyms


class Where(Enum):
    """Where a word is looked for, from the words said outwards."""

    WORDS = (Part.SAID,)
    PARAGRAPH = (Part.SAID, Part.AROUND)
    ARTICLE = (Part.SAID, Part.AROUND, Part.HEADLINE)


@dataclass(frozen=True, slots=True)
class Spelling:
    """What stands in the index for a word asked for, and how well it will do."""

    term: int
    word: str
    well: float
    size: int  # of its list, about


@dataclass(frozen=True, slots=True)
class Asked:
    """A word asked for: its spellings in sight, and in how many statements those are, about."""

    word: str
    spellings: tuple[Spelling, ...]
    holding: int


def asked(
    db: Connection, scopes: tuple[str, ...], words: Iterable[str], where: Where, lists: Lists
) -> dict[str, Asked]:
    """What each of *words* is looked for as in *scopes*, whose *lists* are read for it."""
    stems = {word: stem(word) for word in words}
    forms = lookup.all_forms(db, scopes, Kind.WORD, set(stems.values()))
    terms = set(chain.from_iterable(forms.values()))
    lists.read(terms, where.value)
    sizes = {term: sum(len(lists.of(term, part)) for part in where.value) for term in terms}
    found = {word: _in_its_forms(word, forms.get(like, {}), sizes) for word, like in stems.items()}
    return {
        word: one if one.holding else _misspelt(db, scopes, word, where, lists)
        for word, one in found.items()
    }


def instead(
    db: Connection, scopes: tuple[str, ...], words: Iterable[Asked]
) -> dict[str, tuple[Spelling, ...]]:
    """What may have been said for each of *words*; the commonest words stand for too much."""
    meant = {one.word: synonyms(stem(one.word)) for one in words}
    forms = lookup.all_forms(db, scopes, Kind.WORD, set(chain.from_iterable(meant.values())))
    terms = set(chain.from_iterable(forms.values()))
    sizes = lookup.sizes(db, terms, [Part.SAID], most=weights.SYNONYM_HELD)
    return {
        word: tuple(
            Spelling(term, other, weights.BY_SYNONYM * alike, sizes[term])
            for like, alike in others.items()
            for term, other in forms.get(like, {}).items()
            if 0 < sizes[term] <= weights.SYNONYM_HELD
        )
        for word, others in meant.items()
    }


def named(
    db: Connection, scopes: tuple[str, ...], words: Iterable[str], unsaid: set[str], lists: Lists
) -> dict[str, tuple[Spelling, ...]]:
    """The speakers whose names have *words* in them, as what these are looked for as.

    By the surname, or by two words of the name; those that are *unsaid* may be misspelt.
    """
    terms = {
        word: _names(db, scopes, word, is_unsaid=word in unsaid) for word in words if len(word) > 2
    }
    lists.read(chain.from_iterable(terms.values()), (Part.SAID, Part.SURNAME))
    bearers = {
        word: {n for term in of for n in lists.of(term, Part.SAID).tolist()}
        for word, of in terms.items()
    }
    times = Counter(chain.from_iterable(bearers.values()))
    # two to be counted for who is found by two words of the name, one for the surname
    for of in terms.values():
        times.update({n for term in of for n in lists.of(term, Part.SURNAME).tolist()})
    likely = [n for n, count in times.most_common(weights.NAMED) if count > 1]
    said = lookup.all_spelt(db, scopes, Kind.SPEAKER, map(str, likely))
    lists.read(chain.from_iterable(said.values()), [Part.SAID])
    return {
        word: tuple(
            Spelling(term, word, weights.SAME_SOUND, len(lists.of(term, Part.SAID)))
            for number in likely
            if number in of
            for term in said.get(str(number), ())
        )
        for word, of in bearers.items()
    }


def _names(db: Connection, scopes: tuple[str, ...], word: str, *, is_unsaid: bool) -> list[int]:
    """The terms of names that sound as *word*, or are it misspelt."""
    sound = spelling.sound(word)
    found = lookup.forms(db, scopes, Kind.NAME, sound)
    if not found and is_unsaid:
        near = lookup.misspelt(db, scopes, Kind.NAME, sound)
        found = {term: w for term, w in near.items() if OSA.distance(word, w, score_cutoff=2) <= 2}
    return list(found)


def _in_its_forms(word: str, forms: Mapping[int, str], sizes: Mapping[int, int]) -> Asked:
    found = tuple(
        Spelling(term, other, 1.0 if other == word else weights.BY_FORM, sizes[term])
        for term, other in forms.items()
        if sizes[term]
    )
    return Asked(word, found, sum(sizes[one.term] for one in found))


def _misspelt(
    db: Connection, scopes: tuple[str, ...], word: str, where: Where, lists: Lists
) -> Asked:
    """What *word* may be meant for, the nearest first, and of those the commonest."""
    allowed = weights.misspelt(word)
    if not allowed:
        return Asked(word, (), 0)
    known = lookup.misspelt(db, scopes, Kind.WORD, word, 2 if allowed > 1 else 1)
    near = ((t, w, OSA.distance(word, w, score_cutoff=allowed)) for t, w in known.items())
    wrong = {term: (other, letters) for term, other, letters in near if letters <= allowed}
    lists.read(wrong, where.value)
    sizes = {term: sum(len(lists.of(term, part)) for part in where.value) for term in wrong}
    order = sorted((t for t in wrong if sizes[t]), key=lambda t: (wrong[t][1], -sizes[t]))
    words = list(dict.fromkeys(wrong[t][0] for t in order))[: weights.SPELLINGS]
    found = tuple(
        Spelling(term, wrong[term][0], weights.BY_SPELLING ** wrong[term][1], sizes[term])
        for term in order
        if wrong[term][0] in words
    )
    return Asked(word, found, sum(sizes[one.term] for one in found))
