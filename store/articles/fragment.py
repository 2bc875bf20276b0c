"""A piece of HTML that is an article and nothing else, as feeds and dumps hold it."""

from __future__ import annotations

from store.articles.encoding import decode
from store.articles.paragraphs import paragraphs
from store.model import Article

NAME = "fragment"
SUFFIXES: frozenset[str] = frozenset()


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- only a collection can tell
    """Never: a page begins no differently."""
    return False


def read(name: str, data: bytes) -> Article:
    """The article in *data*, all of whose paragraphs are its text."""
    return Article("\n\n".join(paragraphs(name, decode(name, data))))
