"""Organisations by their short forms: "the Times", "the department", "the CWA"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from store.extraction.languages import en

_WORD = r"(?:(?:[A-Z]\.)+|[A-Z][\w&-]*)"  # U.S. Bank, but not across a full stop
_LINKS = r"(?:of|for|the|and|on|&)"
_NAME = re.compile(rf"{_WORD}(?:\s(?:{_LINKS}\s){{0,2}}{_WORD}(?![’']s)){{1,7}}")
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_JOINING = frozenset(("of", "for", "the", "and", "on", "&"))
_SHORT = (
    en.INSTITUTIONS | en.OUTLET_WORDS | frozenset(("center", "centre", "fund", "group", "society"))
)


class Bodies:
    """The names of organisations in a text, found by what they are called for short."""

    def __init__(self, text: str) -> None:
        self._by_head: dict[str, dict[str, str]] = defaultdict(dict)  # then by name, lower case
        self._by_initials: dict[str, dict[str, str]] = defaultdict(dict)
        for words in _names(text):
            name = " ".join(words)
            self._by_head[_head(words)].setdefault(name.lower(), name)
            self._by_initials[_initials(words)].setdefault(name.lower(), name)

    def full_name(self, phrase: str) -> str | None:
        """The only longer name that *phrase* is short for, with its "the"; None if none is."""
        the, _, rest = phrase.partition(" ")
        if the.lower() != "the":
            the, rest = "", phrase
        found = self._acronym(rest) if _ACRONYM.fullmatch(rest) else self._longer(rest, the)
        return f"{the} {found}".strip() if found else None

    def _acronym(self, short: str) -> str | None:
        return _only(self._by_initials.get(short, {}))

    def _longer(self, short: str, the: str) -> str | None:
        words = short.split()
        if not words or not the:
            return None
        last = words[-1].lower()
        if last not in (_SHORT if words[-1][0].isupper() else en.INSTITUTIONS):
            return None
        asked = {word.lower() for word in words}
        longer = {k: v for k, v in self._by_head.get(last, {}).items() if asked < set(k.split())}
        return _only(longer)


def _only(names: dict[str, str]) -> str | None:
    return next(iter(names.values())) if len(names) == 1 else None


def _names(text: str) -> Iterator[list[str]]:
    """The words of each run with capitals that may be an organisation's name."""
    for found in _NAME.finditer(text):
        words = found.group().split()
        while words and (words[0].lower() in en.NEVER_NAMES or words[0].lower() in en.TIME):
            words.pop(0)
        while words and words[-1].lower() in _JOINING:
            words.pop()
        if len(words) > 1:
            yield words


def _head(words: list[str]) -> str:
    """What a body is: "board" of "Board of Elections", "times" of "New York Times"."""
    link = next((at for at, word in enumerate(words) if word in {"of", "for", "on"}), len(words))
    return words[link - 1].lower().rstrip(".")


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in _JOINING)
