"""Which of several people of one name a title before it leaves: "Mayor Keller", "Mrs Keller"."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from store.extraction.languages import en
from store.extraction.mentions import gender
from store.search.known import Bearer, Known, Words, folded_name
from store.search.offices import held
from store.search.titles import title


def entitled(typed: Words, bearers: Mapping[int, Bearer], known: Known) -> Collection[int]:
    """Those of *bearers* who are what the titles *typed* say, all where nobody is known to be.

    "Mrs" leaves nobody out of whom the articles do not tell whether they are a man or a woman.
    """
    left = bearers
    for one in filter(None, map(title, typed)) if len(bearers) > 1 else ():
        if told := gender(one):
            fitting = {n: b for n, b in left.items() if _genders(b, known.pronouns(n)) <= {told}}
        else:
            fitting = {n: bearer for n, bearer in left.items() if _has(one, bearer)}
        left = fitting or left
    return left


def _has(one: str, bearer: Bearer) -> bool:
    """Whether an article calls *bearer* by that title, or by the office that it is."""
    named = {title(word) for name in bearer.names for word in folded_name(name)}
    return one in named or any(held(one, role) for role in bearer.roles)


def _genders(bearer: Bearer, pronouns: Collection[str]) -> set[str]:
    """What articles tell of the gender of *bearer*: by roles and pronouns, else by the name."""
    told = {gender(role=role) for role in bearer.roles}
    told |= {"f" if pronoun in en.SHE else "m" for pronoun in pronouns}
    return told - {""} or {gender(name=name) for name in bearer.names} - {""}
