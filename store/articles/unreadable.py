"""The sentence that a person reads when an article cannot be read."""

from __future__ import annotations

from store.articles.documents import LARGEST
from store.errors import UnreadableArticle


def unreadable(name: str, why: str) -> UnreadableArticle:
    """The error that says that *name* cannot be read, and why."""
    return UnreadableArticle(f"cannot read '{name}': {why}" if name else f"cannot read it: {why}")


def too_large(name: str, do: str = "; load it in parts") -> UnreadableArticle:
    """The error that says that *name* is larger than LARGEST, and what to *do* about it."""
    return unreadable(name, f"it is larger than {LARGEST // 1024**2} MB{do}")
