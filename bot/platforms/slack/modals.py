"""What Slack shows above all else: forms, and answers to what was pressed where no message is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.platforms.slack.blocks import Block, Message, plain

# what Slack answers where a trigger was used or is older than 3 seconds, where three modals are
# open already, and where the one to change was closed
_GONE = frozenset(
    {
        "exchanged_trigger_id",
        "expired_trigger_id",
        "not_found",
        "push_limit_reached",
        "trigger_exchanged",
        "trigger_expired",
    }
)


@dataclass(frozen=True, slots=True)
class Window:
    """What a person did something in, and the *trigger* that lets a modal open for it."""

    trigger: str = field(repr=False)  # good for 3 seconds, once
    view: str = ""  # the id of the modal or home that it was, "" for a message
    is_modal: bool = False


def window(body: Mapping[str, Any]) -> Window | None:
    """Where the request *body* comes from; None for what opens nothing, as a form that was sent."""
    if "trigger_id" not in body or body.get("type") == "view_submission":
        return None
    view = body.get("view") or {}
    return Window(body["trigger_id"], view.get("id", ""), view.get("type") == "modal")


def opened(client: WebClient, at: Window, modal: Block) -> bool:
    """Whether Slack opened *modal*; it does not where the person waited too long for it."""
    try:
        if at.is_modal:
            client.views_push(trigger_id=at.trigger, view=modal)
        else:
            client.views_open(trigger_id=at.trigger, view=modal)
    except SlackApiError as error:
        if error.response["error"] not in _GONE:
            raise
        return False
    return True


def shown(client: WebClient, at: Window, message: Message, *, replace: bool) -> bool:
    """Whether Slack shows *message* in a modal, with *replace* in that which was clicked in."""
    modal: Block = {
        "type": "modal",
        "title": plain("On Record"),
        "close": plain("Close"),
        "blocks": message.blocks,
    }
    if not (replace and at.is_modal):
        return opened(client, at, modal)
    try:
        client.views_update(view_id=at.view, view=modal)
    except SlackApiError as error:
        if error.response["error"] not in _GONE:
            raise
        return False
    return True
