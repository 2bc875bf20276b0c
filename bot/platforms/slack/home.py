"""The bot's home in Slack: what is new, and for those who look after it what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from slack_bolt import App, BoltContext

from bot import home
from bot.corrections import NOTHING_OPEN
from bot.home import Home, Note
from bot.platforms.slack import blocks, layout, load_form
from bot.platforms.slack.blocks import Block, Message, plain
from bot.platforms.slack.delivery import Asker, asker
from bot.platforms.slack.reviewing import as_blocks
from bot.platforms.slack.rights import is_admin, is_named
from store.store import Store

Body = Mapping[str, Any]

LOAD = "Load articles"
_WHEN = "{date_short_pretty} at {time}"  # where and when the reader is


@dataclass(frozen=True, slots=True)
class Homes:
    """Everybody's home; *editors* are those whom the configuration names."""

    store: Store
    editors: Set[str]

    def listen(self, app: App) -> None:
        """Show each person theirs whenever they open it."""

        @app.event("app_home_opened", matchers=[is_opened])
        def opened(body: Body, context: BoltContext) -> None:
            self.show(asker(context, body))

    def show(self, who: Asker, did: str = "") -> None:
        """Show *who* their home as it is now, below what they *did*."""
        runs = is_admin(who)
        edits = runs or is_named(who, self.store, self.editors)
        found = home.home(self.store, who.scope, settles=edits, runs=runs)
        _publish(who, view(found, loads=edits, did=did))


def is_opened(event: Body) -> bool:
    """Whether *event* is that somebody opened their home, and not the bot's messages."""
    return event.get("type") == "app_home_opened" and event.get("tab") == "home"


def say(who: Asker, message: Message) -> None:
    """Show *who* nothing but *message* where their home would be."""
    _publish(who, message.blocks)


def view(found: Home, *, loads: bool, did: str = "") -> list[Block]:
    """The blocks of a home, with a button for whoever *loads* articles."""
    lead = blocks.notice(did).blocks if did else []
    button = {**blocks.button(load_form.FORM, LOAD, LOAD, 0), "style": "primary"}
    load = [{"type": "actions", "elements": [button]}] if loads else []
    return [
        *lead,
        blocks.lines(found.heading, "", home.HOW_TO_ASK),
        *load,
        *_reports(found),
        *_notes(home.FAILED, found.failed, home.NOTHING_FAILED),
        *_notes(home.FOLLOWED, found.feeds, ""),
        *_notes(home.LOADED, found.loaded, home.NOTHING_NEWLY_LOADED),
        *_new(found),
    ]


def _reports(found: Home) -> Iterator[Block]:
    if found.reports is None:
        return
    yield _header(home.TO_REVIEW)
    if not found.reports:
        yield _aside(NOTHING_OPEN)
    for item in found.reports:
        yield from as_blocks(item)


def _notes(title: str, notes: Sequence[Note] | None, none: str) -> Iterator[Block]:
    if notes is None:
        return
    yield _header(title)
    if not notes:
        yield _aside(none)
        return
    listed = {"type": "rich_text_list", "style": "bullet", "elements": [*map(_note, notes)]}
    yield {"type": "rich_text", "elements": [listed]}


def _note(note: Note) -> Block:
    when = {
        "type": "date",
        "timestamp": int(note.at.timestamp()),
        "format": _WHEN,
        "fallback": f"{note.at:%Y-%m-%d %H:%M} UTC",
    }
    platform, _, person = note.by.partition(":")
    by: list[Block] = []
    if platform == "slack":
        by = [_text(", by "), {"type": "user", "user_id": person}]
    return {"type": "rich_text_section", "elements": [_text(f"{note.told} – "), when, *by]}


def _new(found: Home) -> Iterator[Block]:
    yield _header(home.NEW)
    if not found.new:
        yield _aside(home.NOTHING_NEW)
    for card in found.new:
        yield from ({"type": "divider"}, *layout.with_buttons(card))


def _publish(who: Asker, shown: list[Block]) -> None:
    who.client.views_publish(user_id=who.user, view={"type": "home", "blocks": shown})


def _header(title: str) -> Block:
    return {"type": "header", "text": plain(title)}


def _aside(told: str) -> Block:
    return {"type": "context", "elements": [plain(told)]}


def _text(text: str) -> Block:
    return {"type": "text", "text": text}
