"""Roles and descriptions: what somebody is, whose, and whether two tell of the same person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.extraction.languages import en

# What a source may add to a role: "the Republican presidential candidate".
_ADDED = en.DESCRIPTORS | {"presidential", "presumptive", "gop", "u.s."}
_NOTHING_TOLD = (en.DETERMINERS - en.POSSESSIVES) | en.PREPOSITIONS | {"and", ","}


def heads(role: str) -> set[str]:
    """The words that say what somebody is: "lawyer" of "the mayor's lawyer for the case"."""
    found: set[str] = set()
    for part in _parts(_keys(role)):
        roles = [key for key in part if key in en.ROLES]
        found.update(roles[-1:])
    return found


def _keys(role: str) -> list[str]:
    return role.lower().replace("’", "'").replace(",", " , ").split()


def _parts(keys: Iterable[str]) -> Iterator[list[str]]:
    """The roles that one person has: "editor and publisher", each up to its preposition."""
    part: list[str] = []
    told = True
    for key in keys:
        if key in {"and", ","}:
            yield part
            part, told = [], True
        elif key in en.PREPOSITIONS:
            told = False
        elif told:
            part.append(key)
    yield part


def fits(source: Iterable[str], role: str) -> bool:
    """Whether "the White House spokesman" can be who has *role*: it says no more than that.

    What has a "former" or "deputy" to it is not the same as what has none, and "his lawyer" is
    only who was called so.
    """
    words, known = set(source), set(_keys(role))
    if words & en.RANKS != known & en.RANKS:
        return False
    party = words & en.DESCRIPTORS
    if party and known & en.DESCRIPTORS and not party & known:
        return False
    return words - _NOTHING_TOLD - _ADDED <= known
