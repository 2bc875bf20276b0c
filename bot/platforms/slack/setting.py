"""The command by which admins set up how the bot answers in their workspace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltContext

from bot.commands import SETTINGS
from bot.platforms.slack.blocks import notice
from bot.platforms.slack.delivery import asker, privately
from bot.platforms.slack.rights import is_admin
from bot.settings import Place, change
from store.store import Store

REFUSED = "Settings are for admins; ask an admin of this workspace."
_MEMBER = re.compile(r"<@(\w+)(?:\|[^>]*)?>")  # as Slack writes it where `should_escape` is on


def listen(app: App, store: Store) -> None:
    """Let admins see and change the settings of their workspace."""

    @app.command(f"/{SETTINGS.name}")
    def typed(body: Mapping[str, Any], context: BoltContext) -> None:
        who = asker(context, body)
        if not is_admin(who):
            privately(who, notice(REFUSED))
            return
        here = Place(who.scope, None if who.direct else who.channel, _MEMBER.findall)
        told = change(store, body.get("text", ""), here, by=f"slack:{who.user}")
        privately(who, notice(told))
