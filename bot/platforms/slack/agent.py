"""The bot as an agent: whoever opens its messages is offered questions that have an answer there.

Slack's agents (`agent_view` in the manifest) are written to in direct messages, which are answered
like any other. An agent has no use for `assistant_thread_started` and what came with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk.errors import SlackApiError

from bot.guide import examples
from bot.phrases import short
from bot.platforms.slack import logs
from bot.platforms.slack.blocks import escape
from bot.platforms.slack.delivery import asker
from store.store import Store

Body = Mapping[str, Any]

FOR_EXAMPLE = "For example, of what is loaded here"
HELP = {"title": "What can I ask?", "message": "help"}
LONGEST_PROMPT = 75  # characters; Slack names no limit, and a button has this one


def listen(app: App, store: Store) -> None:
    """Offer questions to whoever opens the bot's messages."""

    @app.event("app_home_opened", matchers=[_shows_messages])
    def opened(body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        try:
            # with a thread_ts Slack would show an agent's prompts nowhere, and say nothing
            who.client.assistant_threads_setSuggestedPrompts(
                channel_id=who.channel or "", title=FOR_EXAMPLE, prompts=prompts(store, who.scope)
            )
        except SlackApiError as error:  # an app of before asked for no `assistant:write`
            logs.logger().warning("Slack: no questions are offered: %s", error.response["error"])


def prompts(store: Store, scope: str) -> list[dict[str, str]]:
    """The examples that help shows, each to be asked with one tap, and help itself."""
    asked = [escape(example.question) for example in examples(store, scope)]
    tapped = [
        {"title": short(f"{q[0].upper()}{q[1:]}", LONGEST_PROMPT), "message": q} for q in asked
    ]
    return [*tapped, HELP]


def _shows_messages(event: Body) -> bool:
    return event.get("tab") == "messages"
