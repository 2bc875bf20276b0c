"""Questions in Slack: typed after a command, to the bot, in a message's menu, or by a button."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, tzinfo
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk.errors import SlackApiError

from bot.cards import Answer
from bot.commands import COMMANDS, MESSAGE_COMMANDS, Command, given
from bot.guide import calls_for_help, help_text
from bot.platforms.slack import days, layout, logs, telling
from bot.platforms.slack.blocks import notice
from bot.platforms.slack.delivery import (
    ABSENT,
    Asker,
    Later,
    asker,
    openly,
    privately,
    publicly,
    remove,
)
from bot.platforms.slack.layout import Place
from bot.platforms.slack.typed import plain, text_of, undone, with_forwarded
from bot.questions import LONGEST_QUESTION, Question
from bot.replying import check_again, depends_on_day, reply
from bot.seen import Seen
from bot.settings import settings as settings_of
from store.asked import question_key
from store.errors import StoreUnavailable
from store.store import Store

Body = Mapping[str, Any]
Asking = Callable[[Mapping[str, str]], str]  # what a command's options ask

# of a message that a person wrote: the last is an answer in a thread that is also sent outside
_WRITTEN = [None, "file_share", "me_message", "thread_broadcast"]

NOT_HERE = "I cannot write in this channel: type /invite and my name, then press Share again."


def listen(app: App, store: Store, zone: tzinfo, later: Later) -> None:
    """Answer all who ask; days are told in *zone* where nothing else says which."""
    for command in COMMANDS:
        if command.question:
            _listen_for_command(app, store, command, command.question, zone, later)
    for on_message in MESSAGE_COMMANDS:
        if on_message.question:
            _listen_for_shortcut(app, store, on_message.key, on_message.question, zone, later)
    _listen_for_words(app, store, zone, later)
    _listen_for_clicks(app, store, zone, later)


def _listen_for_command(
    app: App, store: Store, command: Command, question: Asking, zone: tzinfo, later: Later
) -> None:
    @app.command(f"/{command.name}")
    def asked(body: Body, context: BoltContext) -> None:
        typed = body.get("text", "")
        options = given(command, undone(typed) if command.as_typed else plain(typed))
        lacking = [o for o in command.options if o.required and not options.get(o.name)]
        text = "" if lacking else question(options)
        _answer(store, asker(context, body), text, zone, later, secretly=command.as_typed)


def _listen_for_shortcut(
    app: App, store: Store, key: str, question: Callable[[str], str], zone: tzinfo, later: Later
) -> None:
    @app.shortcut({"type": "message_action", "callback_id": key})
    def chosen(body: Body, context: BoltContext) -> None:
        text = undone(text_of(with_forwarded(body["message"])))
        _answer(store, asker(context, body), question(text), zone, later, secretly=True)


def _listen_for_words(app: App, store: Store, zone: tzinfo, later: Later) -> None:
    @app.event("app_mention")
    def mentioned(event: Body, body: Body, context: BoltContext) -> None:
        if not event.get("bot_id"):
            _answer(store, asker(context, body), plain(event.get("text", "")), zone, later)

    @app.event({"type": "message", "subtype": _WRITTEN})
    def written(event: Body, body: Body, context: BoltContext) -> None:
        if event.get("channel_type") == "im" and not event.get("bot_id"):
            _answer(store, asker(context, body), plain(event.get("text", "")), zone, later)


def _listen_for_clicks(app: App, store: Store, zone: tzinfo, later: Later) -> None:
    @app.action(layout.PREVIOUS)
    @app.action(layout.NEXT)
    @app.action(re.compile(rf"{layout.CHOOSE}-\d+"))
    def turned(action: Body, body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        alone = bool(body.get("container", {}).get("is_ephemeral"))
        place = Place.DIRECT if who.direct and not alone else Place.PRIVATE
        page = layout.page_of(*_found(store, who, action["value"], zone))
        message = layout.render(page, place)
        privately(who, message, replace=alone or who.direct)

    shares = Seen()

    @app.action(layout.SHARE)
    def shared(action: Body, body: Body, context: BoltContext) -> None:
        who, done = asker(context, body), False
        pressed_in = f"{who.channel} {body.get('container', {}).get('message_ts')}"
        if shares.again(pressed_in):
            return  # the button was pressed twice: everybody sees it once
        try:
            done = _share(store, who, action["value"], zone, later)
        finally:
            if not done:
                shares.forget(pressed_in)


def _share(store: Store, who: Asker, value: str, zone: tzinfo, later: Later) -> bool:
    """Show everybody where *who* is the page that a button with this *value* is on, if we may."""
    found, number = _found(store, who, value, zone)
    page = layout.page_of(found, number)
    try:
        sent = openly(who, layout.shared(page, who.user))
    except SlackApiError as error:
        if error.response["error"] not in ABSENT:
            raise
        privately(who, notice(NOT_HERE))
        return False
    remove(who)
    later(partial(telling.remember, store, who, sent, found, page, did="shared"))
    return True


def _answer(
    store: Store, to: Asker, question: str, zone: tzinfo, later: Later, *, secretly: bool = False
) -> None:
    """Answer *question* as the channel is set, or *secretly* whatever it is set to."""
    alone = bool(to.response_url) or not to.direct
    send = privately if alone else openly
    if calls_for_help(question):
        send(to, notice(help_text(store, to.scope)))
        return
    found = reply(store, _question(store, question, to, zone))
    if len(question) > LONGEST_QUESTION:  # more than buttons carry
        found = replace(found, question=check_again(question_key(question, to.scope)))
    page = layout.page_of(found, 1)
    if not secretly and not to.direct and to.channel in settings_of(store, to.scope).public:
        sent = publicly(to, layout.shared(page, to.user, did="asked"))
        later(partial(telling.remember, store, to, sent, found, page, did="asked"))
    else:
        send(to, layout.render(page, Place.PRIVATE if alone else Place.DIRECT))
    if len(question) > LONGEST_QUESTION:
        _remember(store, question, to.scope)


def _remember(store: Store, question: str, scope: str) -> None:
    """Keep *question* for its buttons, once it was answered: nobody waits for that."""
    try:
        store.remember(question, scope=scope)
    except StoreUnavailable as error:
        logs.logger().warning("Slack: a text is lost, and its buttons with it: %s", error)


def _found(store: Store, to: Asker, value: str, zone: tzinfo) -> tuple[Answer, int]:
    """The answer that a button with this *value* asks for, and the page of it."""
    question, number, today = layout.asked(value)
    return reply(store, _question(store, question, to, zone, today)), number


def _question(
    store: Store, text: str, who: Asker, zone: tzinfo, today: date | None = None
) -> Question:
    """*text* as *who* asks it; what day it is for them is found out only where that matters."""
    if today is None and depends_on_day(text):
        today = days.today(who, settings_of(store, who.scope).timezone or zone)
    return Question(text, who.scope, today)
