"""Links that people share: below one of an article on record, who is quoted in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_bolt import App, BoltContext

from bot.cards import Answer
from bot.linked import linked
from bot.platforms.slack import blocks
from bot.platforms.slack.blocks import LONGEST, LONGEST_HEADING, Block
from bot.platforms.slack.delivery import asker
from store.store import Store

Body = Mapping[str, Any]

COMPOSER = "composer"  # where a link is still being written: nobody knows yet who will read it


def listen(app: App, store: Store) -> None:
    """Hear of links, and say nothing of those that are not on record."""

    @app.event("link_shared")
    def shared(event: Body, body: Body, context: BoltContext) -> None:
        if body.get("is_ext_shared_channel") or event.get("source") == COMPOSER:
            return  # others may read there, whose workspace did not load it
        if found := _unfurls(store, event, asker(context, body).scope):
            context.client.chat_unfurl(
                channel=event["channel"], ts=event["message_ts"], unfurls=found
            )


def below(found: Answer) -> list[Block]:
    """What stands below a link of whose article this was *found*: nothing there can be pressed."""
    shown = [blocks.lines(blocks.fitting(found.heading, LONGEST_HEADING), "")]
    for card in blocks.page_of(found, 1).cards:
        shown += [{"type": "divider"}, *blocks.alone(card)]
    return shown


def _unfurls(store: Store, event: Body, scope: str) -> dict[str, dict[str, list[Block]]]:
    """By the links of *event*, as Slack wrote them: what stands below; together what it takes."""
    found: dict[str, dict[str, list[Block]]] = {}
    spent = 0
    for url in dict.fromkeys(link["url"] for link in event["links"]):
        article = linked(store, url.replace("&amp;", "&"), scope)
        if article is None:
            continue
        shown = below(article)
        spent += blocks.size(shown)
        if spent <= LONGEST:
            found[url] = {"blocks": shown}
    return found
