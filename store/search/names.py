"""Names typed by people, misspelt or short, and who or what bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from store.model import SpeakerKind
from store.search import spelling, weights
from store.search.entitled import entitled
from store.search.known import Bearer, Known, Words, folded_name
from store.search.titles import title
from store.words import folded


def bearers(typed: str, known: Known, *, alike: float) -> dict[int, float]:
    """Those of *known* whom *typed* may name, with how well; several where none stands out.

    *alike* is how alike two words of a name must be.
    """
    words = folded(typed)
    # whose surname it is just so leaves behind whoever has one like it
    exact = known.called(words[0]) if len(words) == 1 else {}
    return _best_named(words, known, exact or known.like(words, alike), alike)


def spellings(typed: str, known: Known) -> dict[int, float]:
    """Likewise, but all whose name is spelt like *typed*, which nobody is called just so."""
    words = folded(typed)
    likely = _likely(words, known.like(words, weights.SAME_NAME), weights.SAME_NAME)
    return {n: likeness for n, likeness in likely.items() if likeness >= weights.KNOWN_NAME}


def people(typed: str, known: Known) -> dict[int, float]:
    """Those people of *known* whom *typed* names by a surname at least, misspelt or not."""
    words = folded(typed)
    persons = _persons(words, known, weights.SAME_NAME)
    found = _best_named(words, known, persons, weights.SAME_NAME)
    return {n: likeness for n, likeness in found.items() if likeness > weights.FIRST_NAME_ONLY}


def near(typed: str, known: Known) -> dict[int, float]:
    """Those people of *known* who may be meant by *typed*, if it is misspelt more than usual."""
    words = folded(typed)
    persons = _persons(words, known, weights.NEAR_NAME)
    found = _best_named(words, known, persons, weights.NEAR_NAME)
    surnames = {n: [folded_name(name)[-1] for name in persons[n].names] for n in found}
    return {
        number: likeness
        for number, likeness in found.items()
        if any(_near(word, surname) for word in words for surname in surnames[number])
    }


def _near(word: str, surname: str) -> bool:
    begun = spelling.sound(word)[:1] == spelling.sound(surname)[:1]
    return begun and spelling.alike(word, surname) >= weights.NEAR_NAME


def _persons(words: Words, known: Known, alike: float) -> dict[int, Bearer]:
    """Those of *known* like *words* who are people known by name, and not as somebody's wife."""
    return {
        number: bearer
        for number, bearer in known.like(words, alike).items()
        if bearer.kind is SpeakerKind.PERSON
        and "'s " not in bearer.names[0].replace("’", "'")
        and all(map(folded_name, bearer.names))
    }


def namesakes(typed: str, known: Known) -> dict[int, float]:
    """Those people of *known* who share the surname in *typed*, whatever their given name."""
    return people(" ".join(folded(typed)[-1:]), known)


def _best_named(
    words: Words, known: Known, bearers: Mapping[int, Bearer], alike: float
) -> dict[int, float]:
    likely = _likely(words, bearers, alike)
    best = max(likely.values(), default=0.0)
    if best < weights.KNOWN_NAME * alike / weights.SAME_NAME:
        return {}
    found = {n: likeness for n, likeness in likely.items() if likeness >= best - weights.RIVALS}
    return {n: found[n] for n in entitled(words, {n: bearers[n] for n in found}, known)}


def _likely(words: Words, bearers: Mapping[int, Bearer], alike: float) -> dict[int, float]:
    """How well *words* name each of *bearers*."""
    return {
        number: max(_likeness(words, bearer, folded_name(name), alike) for name in bearer.names)
        for number, bearer in (bearers.items() if words else ())
    }


def in_role(typed: str, known: Known) -> dict[int, set[str]]:
    """Those of *known* who have a role that is or names *typed*, with these roles."""
    words = _bare(_untitled(_bare(folded(typed))))
    found: defaultdict[int, set[str]] = defaultdict(set)
    for number, bearer in known.in_roles(words[-1]).items() if words else ():
        for role in bearer.roles:
            if _tells_of(words, role):
                found[number].add(role)
    return found


@lru_cache(maxsize=100_000)
def _tells_of(words: Words, role: str) -> bool:
    """Whether *role* has all of *words*, or the last as a name: "Putin spokesman"."""
    named = folded_name(" ".join(part for part in role.split() if part[0].isupper()))
    return _all_in(words, folded_name(role)) or _all_in(words[-1:], named)


def outlets(typed: str, named: Iterable[str]) -> set[str]:
    """Those outlets of *named* that *typed* may mean."""
    words = _bare(folded(typed))
    likely = {name: _covered(words, _bare(folded_name(name))) for name in named} if words else {}
    best = max(likely.values(), default=0.0)
    if best < weights.OUTLET_COVERED:
        return set()
    return {name for name, likeness in likely.items() if likeness >= best - weights.RIVALS}


def _likeness(typed: Words, bearer: Bearer, name: Words, alike: float) -> float:
    if typed == name:
        return 1.0
    if not name:
        return 0.0
    if bearer.kind is not SpeakerKind.PERSON:
        covered = _covered(_bare(typed), _bare(name), alike)
        return weights.PART_OF_NAME + (1 - weights.PART_OF_NAME) * covered if covered else 0.0
    naming = list(_naming(_untitled(_without_the(typed)), name, bearer, alike))
    if min(naming, default=0.0) < alike:
        return 0.0
    has_surname = _best(name[-1], typed) >= alike
    return sum(naming) / len(naming) * (0.98 if has_surname else weights.FIRST_NAME_ONLY)


def _naming(typed: Words, name: Words, bearer: Bearer, alike: float) -> Iterator[float]:
    """How well each word typed names the person who bears *name*.

    What gives a role is left out, as in "Kremlin spokesman Peskov", and so is a second initial
    where *name* has none.
    """
    *given, surname = name
    of_roles = {word for role in bearer.roles for word in folded_name(role) if len(word) > 1}
    for at, word in enumerate(typed):
        likeness = max(
            [spelling.alike(word, surname), *(spelling.alike_given(word, g) for g in given)]
        )
        second_initial = len(word) == 1 and at > 0 and len(given) == 1
        if likeness >= alike or not (word in of_roles or second_initial):
            yield likeness


def _covered(typed: Words, name: Words, alike: float = weights.SAME_NAME) -> float:
    """The share of *name* that *typed* gives; 0 where it says something else too."""
    if not typed or not name or not _all_in(typed, name, alike):
        return 0.0
    spelt = sum(_best(word, name) for word in typed) / len(typed)
    return spelt * min(1.0, len(typed) / len(name))


def _all_in(typed: Words, name: Words, alike: float = weights.SAME_NAME) -> bool:
    return all(_best(word, name) >= alike for word in typed)


def _best(word: str, words: Words) -> float:
    """How alike *word* is to the one of *words* that is most like it."""
    if word in words:
        return 1.0
    return max((spelling.alike(word, other) for other in words), default=0.0)


def _untitled(words: Words) -> Words:
    return tuple(word for word in words if not title(word)) or words


def _without_the(words: Words) -> Words:
    """*words* as somebody is called: "the farmer Keller", "Keller the mayor"."""
    return tuple(word for word in words if word != "the") or words


def _bare(words: Words) -> Words:
    return tuple(word for word in words if word not in {"the", "and", "of"})
