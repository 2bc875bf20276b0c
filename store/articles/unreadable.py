"""The sentence that a person reads when an article cannot be read."""

from __future__ import annotations

from store.errors import UnreadableArticle


def unreadable(name: str, why: str) -> UnreadableArticle:
    """The error that says that *name* cannot be read, and why."""
    return UnreadableArticle(f"cannot read '{name}': {why}" if name else f"cannot read it: {why}")
