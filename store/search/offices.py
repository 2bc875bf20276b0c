"""Somebody's spokesman, and others who are asked for by what they are to whom."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from store.search import weights
from store.search.known import Known, Words
from store.search.spelling import alike
from store.search.titles import TITLES
from store.words import folded

_OFFICES = """
    spokesman spokeswoman spokesperson spokespeople secretary press chief staff aide aides adviser
    advisor advisers advisors lawyer lawyers attorney attorneys counsel deputy vice wife husband
    son daughter brother sister father mother ambassador envoy minister assistant head director
    chairman chairwoman chair representative commander leader boss ceo founder owner coach
"""
_OFFICE_WORDS = frozenset(_OFFICES.split()) | TITLES
_OTHERS = """
    former ex late then acting deputy vice assistant associate shadow outgoing incoming candidate
    elect onetime next
"""
# With one of these it is another's office: a deputy mayor is no mayor, nor is a former one.
_OTHERWISE = frozenset(_OTHERS.split())
_LITTLE = frozenset(("the", "a", "an", "of", "for", "to", "and"))
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?(?!\w)")
_OF = re.compile(r" (?:of|for|to|at|in)\b")
_SPOKESMAN = re.compile(r"spokes(?:woman|person|people)")


def holders(typed: str, known: Known) -> dict[int, set[str]]:
    """Those of *known* with a role that is all that *typed* says, with these roles.

    Nobody, where *typed* is no office of somebody's or of somewhere's: "Zelensky's spokesman"
    and "the mayor of Kyiv" are, "the mayor" and "President Zelensky" are not. Misspelt names
    will do. What the person said whose spokesman it is is never an answer.
    """
    words = _telling(typed)
    if not _office(typed) or all(word in _OFFICE_WORDS for word in words):
        return {}
    found: defaultdict[int, set[str]] = defaultdict(set)
    whose = next(word for word in words if word not in _OFFICE_WORDS)
    for number, bearer in known.in_roles(whose).items():
        found[number].update(role for role in bearer.roles if _is_role(typed, words, role))
    return {number: roles for number, roles in found.items() if roles}


def held(office: str, role: str) -> bool:
    """Whether who has *role* holds that *office*: a deputy or former mayor is no mayor."""
    return _office(role) == office and not _OTHERWISE.intersection(_telling(role))


def _is_role(typed: str, words: Words, role: str) -> bool:
    if _office(typed) != _office(role):
        return False
    said = _telling(role)
    if _OTHERWISE.intersection(words) != _OTHERWISE.intersection(said):
        return False
    return all(_is_in(word, said) for word in words)


@lru_cache(maxsize=100_000)
def _telling(role: str) -> Words:
    words = folded(_POSSESSIVE.sub("", role))
    return tuple(_one(word) for word in words if word not in _LITTLE)


@lru_cache(maxsize=100_000)
def _office(role: str) -> str:
    """What one is who has *role*, "" where it ends with no office: "spokesman" for Zelensky's."""
    own = _POSSESSIVE.split(role)[-1]
    last = folded(_OF.split(own)[0])[-1:]
    return _one(last[0]) if last and last[0] in _OFFICE_WORDS else ""


def _is_in(word: str, role: Words) -> bool:
    if word in _OFFICE_WORDS:
        return word in role
    return any(alike(word, other) >= weights.SAME_NAME for other in role)


def _one(office: str) -> str:
    """*office* without what only tells of the person: a spokeswoman is a spokesman."""
    return "spokesman" if _SPOKESMAN.fullmatch(office) else office
