"""What ends where a workspace or server takes the bot away; what it loaded waits unseen."""

from __future__ import annotations

from store.store import Store

_BY = "the bot, which was taken away"


def left(store: Store, scope: str) -> None:
    """Follow none of the feeds of *scope* any longer; whoever has the bot back adds them again."""
    for feed in store.feeds.of(scope):
        store.feeds.remove(feed.url, by=_BY, scope=scope)
