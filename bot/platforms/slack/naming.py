"""A field for a speaker's name: those on record are offered while it is typed, and a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, App, BoltContext, BoltResponse

from bot.corrections import names
from bot.phrases import short
from bot.platforms.slack import logs
from bot.platforms.slack.blocks import Block, escape, plain
from bot.platforms.slack.delivery import asker
from store.errors import OnRecordError
from store.store import Store

Body = Mapping[str, Any]

ASKED = "block_suggestion"  # what Slack calls it when somebody types in such a field
_LONGEST_SHOWN = 75  # characters of an option


def listen(app: App, store: Store) -> None:
    """Offer names as they are typed, at once: whoever types waits for no thread."""

    @app.middleware
    def typed(
        body: Body, context: BoltContext, ack: Ack, next_: Callable[[], None]
    ) -> BoltResponse | None:
        if body.get("type") != ASKED:
            next_()
            return None
        return ack(options=_offered(store, body, context))


def speakers(action: str, name: str = "") -> Block:
    """The field, in which each change is told as *action*; it holds *name* at first."""
    first = {"initial_option": _option(name, name)} if name else {}
    return {
        "type": "external_select",
        "action_id": action,
        "min_query_length": 0,
        "placeholder": plain("Type a name"),
        **first,
    }


def chosen(state: Body) -> str:
    """The name that such a field holds, "" for none."""
    return str((state.get("selected_option") or {}).get("value", ""))


def _offered(store: Store, body: Body, context: BoltContext) -> list[Block]:
    try:
        found = names(store, str(body.get("value") or ""), asker(context, body).scope)
    except OnRecordError as error:  # who types is told nothing with every letter; the log is
        logs.logger().error("Slack: no names can be offered: %s", error)
        return []
    return [_option(name, label) for name, label in found.items()]


def _option(name: str, label: str) -> Block:
    return {"text": plain(_shown(label)), "value": name}


def _shown(label: str) -> str:
    return short(label, _LONGEST_SHOWN, lambda text: len(escape(text)))
