"""Whether the bot can answer: asked by whoever watches over it."""

from __future__ import annotations

from pathlib import Path

from bot.phrases import in_digits
from store.errors import StoreUnavailable
from store.store import Store


def health(store: Store) -> str:
    """A sentence that says that *store* answers; raises StoreUnavailable where it does not."""
    held = store.holdings()
    statements = in_digits(held.statements, "statement")
    return f"The store answers: {statements}, {in_digits(held.articles, 'article')}."


def health_of(path: Path) -> str:
    """`health` of the store in the file at *path*, which must be there."""
    if not path.exists():
        raise StoreUnavailable(f"there is no store {path}: load an article first")
    with Store.to_read(path) as store:
        return health(store)
