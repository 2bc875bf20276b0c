"""The command by which admins and editors say which feeds are followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import App, BoltContext

from bot.commands import FEEDS
from bot.feeds import change
from bot.platforms.slack.blocks import notice
from bot.platforms.slack.delivery import Asker, asker, privately
from bot.platforms.slack.loading import Work
from bot.platforms.slack.typed import linked
from store.store import Store

REFUSED = "Following feeds is for admins and editors; ask an admin of this workspace."


def listen(app: App, store: Store, may: Callable[[Asker], bool], do: Work) -> None:
    """Let those who *may* load follow feeds and drop them; *do* waits for the feed's site."""

    @app.command(f"/{FEEDS.name}")
    def typed(body: Mapping[str, Any], context: BoltContext) -> None:
        who, words = asker(context, body), linked(body.get("text") or "")
        if not may(who):
            privately(who, notice(REFUSED))
        else:
            do(lambda: _change(store, who, words), body, context)


def _change(store: Store, who: Asker, words: str) -> None:
    privately(who, notice(change(store, words, by=f"slack:{who.user}", scope=who.scope)))
