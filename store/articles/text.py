"""Plain text: kept as it is; a first line that looks like a headline is the title."""

from __future__ import annotations

import re

from store.articles.encoding import decode
from store.model import Article

NAME = "txt"
SUFFIXES = frozenset({"txt", "text"})

_LONGEST_TITLE = 150  # characters
_LABELS = 3  # that may stand above a headline
_END_OF_SENTENCE = re.compile(r"[.!?:;,…][\"'”’»)]*$")
_NO_TITLE = re.compile(r"(by|from)\s", re.IGNORECASE)
_LABEL = re.compile(  # what press offices set above their headline
    r"\W*(?:(?:press|news|media) (?:release|statement|advisory|notice)|for (?:immediate|general)"
    r" release|(?:not |hold )?for release|embargoed\b.*|under embargo\b.*)\W*",
    re.IGNORECASE,
)


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- text begins with anything
    """Whether *data* is *named* so: nothing in plain text says that it is."""
    return named


def read(name: str, data: bytes) -> Article:
    """The article in *data*, its text exactly as decoded."""
    text = decode(name, data)
    return Article(text=text, title=headline(text))


def headline(text: str) -> str | None:
    """The first line of *text* that is no label, where it stands by itself above the article."""
    first, rest = _line(text)
    for _ in range(_LABELS):
        if is_label(first):
            first, rest = _line(rest)
    by_itself = rest.strip() and not rest.split("\n", 1)[0].strip()
    if not by_itself or len(first) > _LONGEST_TITLE or _END_OF_SENTENCE.search(first):
        return None
    return None if _NO_TITLE.match(first) else first


def _line(text: str) -> tuple[str, str]:
    """The first line of *text* that is not blank, and what is below it."""
    first, _, rest = text.lstrip().partition("\n")
    return first.strip(), rest


def is_label(line: str) -> bool:
    """Whether *line* only says what is below it: "PRESS RELEASE", "For immediate release"."""
    return len(line) <= _LONGEST_TITLE and bool(_LABEL.fullmatch(line))
