"""Plain text whose headline is told beside it, as feeds and dumps hold it."""

from __future__ import annotations

from store.articles.encoding import decode
from store.model import Article

NAME = "plain"
SUFFIXES: frozenset[str] = frozenset()


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- only a collection can tell
    """Never: a text with its headline begins no differently."""
    return False


def read(name: str, data: bytes) -> Article:
    """The article in *data*, its text exactly as decoded; its first line is no headline."""
    return Article(decode(name, data))
