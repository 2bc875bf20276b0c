"""Somebody's spokesman, and others who are asked for by what they are to whom."""

from __future__ import annotations

import re
from collections import defaultdict

from store.search import weights
from store.search.known import Known, Words, folded_name
from store.search.names import TITLES
from store.search.spelling import alike
from store.words import folded

_OFFICES = """
    spokesman spokeswoman spokesperson spokespeople secretary press chief staff aide aides adviser
    advisor advisers advisors lawyer lawyers attorney attorneys counsel deputy vice wife husband
    son daughter brother sister father mother ambassador envoy minister assistant head director
    chairman chairwoman chair representative commander leader boss ceo founder owner coach
"""
_OFFICE_WORDS = frozenset(_OFFICES.split()) | TITLES
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?(?!\w)")
_LITTLE = frozenset(("the", "a", "an", "of", "for", "to", "and"))
_ONE_OFFICE = re.compile(r"^(?:spokes(?:man|woman|person|people)|advis[eo]rs?)$")


def holders(typed: str, known: Known) -> dict[int, set[str]]:
    """Those of *known* with a role that is all that *typed* says, with these roles.

    Nobody, where *typed* is no office of somebody's or of somewhere's: "Zelensky's spokesman"
    and "the mayor of Kyiv" are, "the mayor" and "Zelensky" are not. Misspelt names will do.
    It is to be asked where *typed* is nobody's name; what the person said whose spokesman it is
    is never an answer.
    """
    words = _telling(folded(_POSSESSIVE.sub("", typed)))
    if not any(map(_is_office, words)) or all(map(_is_office, words)):
        return {}
    found: defaultdict[int, set[str]] = defaultdict(set)
    for number, bearer in known.bearers.items():
        for role in bearer.roles:
            if all(_is_in(word, _telling(folded_name(role))) for word in words):
                found[number].add(role)
    return found


def _telling(words: Words) -> Words:
    return tuple(word for word in words if word not in _LITTLE)


def _is_office(word: str) -> bool:
    return word in _OFFICE_WORDS


def _is_in(word: str, role: Words) -> bool:
    if _is_office(word):
        return _one(word) in map(_one, role)
    return any(alike(word, other) >= weights.SAME_NAME for other in role)


def _one(office: str) -> str:
    """*office* without what only tells of the person: a spokeswoman is a spokesman."""
    return office[:6] if _ONE_OFFICE.match(office) else office
