"""Who asked, and how a message reaches them: privately first, whatever Slack refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from slack_bolt import BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.platforms.slack import logs
from bot.platforms.slack.blocks import Block, Message, under
from bot.platforms.slack.modals import Window, opened, shown, window
from store.errors import OnRecordError

# what Slack answers where the bot cannot write, or the asker is not there to see it
ABSENT = frozenset(
    {
        "channel_not_found",
        "not_in_channel",
        "user_not_in_channel",
        "is_archived",
        "restricted_action",
    }
)
STRANGER = "of a workspace without the bot"  # in a request's context
ELSEWHERE = "I cannot write in the channel where you asked, so the answer comes here."

Later = Callable[[Callable[[], None]], None]
"""Has work done that nobody waits for, such as what waits for its turn to write."""


class Sent(NamedTuple):
    """A message in Slack."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked, and where: read from the signed request, never from a button's value."""

    client: WebClient = field(repr=False)
    team: str | None
    user: str
    channel: str | None
    thread: str | None = None
    response_url: str | None = field(default=None, repr=False)  # 5 uses, 30 minutes
    account: str | None = None  # the workspace whose token the client has
    window: Window | None = None

    @property
    def scope(self) -> str:
        """What this workspace loaded is seen by this workspace only."""
        if not self.team:
            raise OnRecordError(
                "I cannot tell which workspace you are in, or I am not installed there: no answer."
            )
        return f"slack:{self.team}"

    @property
    def direct(self) -> bool:
        """Whether they asked where nobody else reads: in a direct message, or in a view."""
        return self.channel is None or self.channel.startswith("D")

    @property
    def at_home(self) -> bool:
        """Whether they pressed something in the bot's home, or sent a form that it opened."""
        return self.channel is None and not (self.window and self.window.is_modal)


def asker(context: BoltContext, body: Mapping[str, Any]) -> Asker:
    """Who sent the request *body*.

    In a channel shared with another organisation the asker's own workspace counts, not the one
    that the bot is installed in: outsiders must not read what a newsroom loaded.
    """
    return Asker(
        client=context.client,
        team=None if context.get(STRANGER) else home(context, body),
        user=context.user_id or "",
        channel=context.channel_id,
        thread=context.thread_ts or body.get("container", {}).get("thread_ts") or None,
        response_url=context.response_url,
        account=context.team_id,
        window=window(body),
    )


def home(context: BoltContext, body: Mapping[str, Any]) -> str | None:
    """The workspace of whoever sent *body*, where Slack tells it."""
    if body.get("is_ext_shared_channel") is True:
        return context.actor_team_id
    person = body.get("user")  # an object where something was clicked or sent
    own = person.get("team_id") if isinstance(person, dict) else None
    return own or context.team_id


def privately(to: Asker, message: Message, *, replace: bool = False) -> None:
    """Show *message* to the asker alone, with *replace* in place of the one they clicked in."""
    how = {"replace_original": True} if replace else {"response_type": "ephemeral", **_in(to)}
    if _responded(to, {**_content(message), **how}):
        return
    if to.channel is None:
        at = to.window
        if not (at and at.view and shown(to.client, at, message, replace=replace)):
            directly(to, message)
        return
    try:
        to.client.chat_postEphemeral(
            channel=to.channel,
            user=to.user,
            thread_ts=to.thread,
            parse="none",
            **_content(message),
        )
    except SlackApiError as error:
        if error.response["error"] not in ABSENT:
            raise
        directly(to, under(ELSEWHERE, message))


def asked_of(to: Asker, form: Block) -> bool:
    """Whether Slack opened *form* for whoever asked for it; it must be within 3 seconds."""
    return to.window is not None and opened(to.client, to.window, form)


def openly(to: Asker, message: Message, *, channel: str | None = None) -> Sent:
    """Post *message* where they asked, in the same thread, or in *channel*."""
    where = channel or to.channel or to.user
    told = to.client.chat_postMessage(
        channel=where,
        thread_ts=None if channel else to.thread,
        parse="none",
        **_content(message),
    )
    return Sent(told.get("channel") or where, told["ts"])


def publicly(to: Asker, message: Message) -> Sent | None:
    """Show *message* to everybody where they asked; where that may not be, to the asker alone.

    What is shown where the bot is no member cannot be changed later: Slack does not tell which
    message it is.
    """
    try:
        return openly(to, message)
    except SlackApiError as error:
        if error.response["error"] not in ABSENT:
            raise
    if not _responded(to, {**_content(message), "response_type": "in_channel"}):
        privately(to, message)
    return None


def rewrite(client: WebClient, sent: Sent, message: Message) -> None:
    """Put *message* in the place of one that was *sent*."""
    client.chat_update(
        channel=sent.channel,
        ts=sent.ts,
        text=message.text,
        blocks=message.blocks,
        parse="none",
    )


def answer_below(client: WebClient, sent: Sent, message: Message) -> None:
    """Post *message* in the thread of one that was *sent*, and in the channel, too."""
    client.chat_postMessage(
        channel=sent.channel,
        thread_ts=sent.ts,
        reply_broadcast=True,
        parse="none",
        **_content(message),
    )


def directly(to: Asker, message: Message) -> None:
    """Post *message* in the asker's direct messages with the bot."""
    openly(to, message, channel=to.user)


def remove(to: Asker) -> None:
    """Take away the message that the asker clicked in, where Slack still lets us."""
    _responded(to, {"delete_original": True})


def _in(to: Asker) -> dict[str, str]:
    return {"thread_ts": to.thread} if to.thread else {}


def _content(message: Message) -> dict[str, Any]:
    return {
        "text": message.text,
        "blocks": message.blocks,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _responded(to: Asker, body: dict[str, Any]) -> bool:
    """Whether the request's response_url took *body*; it is good for 5 uses in 30 minutes."""
    if not to.response_url:
        return False
    hook = WebhookClient(to.response_url, logger=logs.logger())
    try:
        return hook.send_dict(body).status_code == 200
    except OSError:
        return False
