"""Links that people share: below one of an article on record, who is quoted in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.cards import Answer
from bot.linked import Linked, again, linked
from bot.platforms.slack import blocks, layout
from bot.platforms.slack.blocks import LONGEST, Block
from bot.platforms.slack.delivery import Asker, Later, Sent, asker
from bot.platforms.slack.layout import LONGEST_HEADING
from store.model import Message as Posted
from store.model import Stale
from store.store import Store

Body = Mapping[str, Any]

LINKED = "linked"  # what somebody did, where what we show stands below a link
COMPOSER = "composer"  # where a link is still being written: nobody knows yet who will read it


def listen(app: App, store: Store, later: Later) -> None:
    """Hear of links, and say nothing of those that are not on record."""

    @app.event("link_shared")
    def shared(event: Body, body: Body, context: BoltContext) -> None:
        if body.get("is_ext_shared_channel") or event.get("source") == COMPOSER:
            return  # others may read there, whose workspace did not load it
        who, there = asker(context, body), Sent(event["channel"], event["message_ts"])
        found = _found(store, event, who.scope)
        if found:
            _show(who.client, there, {url: one.answer for url, one in found.items()})
        for url, one in found.items():
            later(partial(_remember, store, who, there, url, one))


def below(found: Answer) -> list[Block]:
    """What stands below a link of whose article this was *found*: nothing there can be pressed."""
    shown = [blocks.lines(blocks.fitting(found.heading, LONGEST_HEADING), "")]
    for card in layout.page_of(found, 1).cards:
        shown += [{"type": "divider"}, *layout.alone(card)]
    return shown


def rewrite(client: WebClient, store: Store, stale: Stale, told: str) -> None:
    """Let what stands below a link say what holds, and what is *told* of it."""
    message = stale.message
    found = again(store, _plain(message.question), message.scope, told)
    store.posted.also(stale, found.speakers)
    _show(client, Sent(message.channel, message.id), {message.question: found.answer})


def _found(store: Store, event: Body, scope: str) -> dict[str, Linked]:
    """By the links of *event*, as Slack wrote them: what is on record, as much as Slack takes."""
    found: dict[str, Linked] = {}
    spent = 0
    for url in dict.fromkeys(link["url"] for link in event["links"]):
        article = linked(store, _plain(url), scope)
        spent += blocks.size(below(article.answer)) if article else 0
        if article and spent <= LONGEST:
            found[url] = article
    return found


def _show(client: WebClient, there: Sent, found: Mapping[str, Answer]) -> None:
    shown = {url: {"blocks": below(answer)} for url, answer in found.items()}
    client.chat_unfurl(channel=there.channel, ts=there.ts, unfurls=shown)


def _remember(store: Store, who: Asker, there: Sent, url: str, found: Linked) -> None:
    """Remember what stands below *url*, so that corrections reach it."""
    message = Posted(
        "slack", who.account or "", there.channel, there.ts, who.scope, url, 1, None, LINKED,
        who.user,
    )  # fmt: skip
    store.posted.remember(message, found.speakers)


def _plain(url: str) -> str:
    return url.replace("&amp;", "&")
