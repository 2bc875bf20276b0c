"""The listeners: what a person does in Slack, and what the bot does about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from typing import Any

from slack_bolt import Ack, App, BoltContext, BoltResponse
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.cards import Answer
from bot.commands import COMMANDS, MESSAGE_COMMANDS, Command, MessageCommand, given
from bot.config import Slack
from bot.errors import told
from bot.guide import calls_for_help, help_text
from bot.platforms.slack import (
    agent,
    blocks,
    cards,
    corrections,
    days,
    home,
    leaving,
    loading,
    logs,
    naming,
    ruling,
    setting,
    telling,
    unfurling,
)
from bot.platforms.slack.blocks import Place, notice
from bot.platforms.slack.corrections import Correcting
from bot.platforms.slack.delivery import (
    ABSENT,
    Asker,
    asker,
    openly,
    privately,
    publicly,
    remove,
)
from bot.platforms.slack.loading import FILES, Loading
from bot.platforms.slack.rights import is_editor
from bot.platforms.slack.seen import Seen
from bot.platforms.slack.typed import plain, undone
from bot.questions import LONGEST_QUESTION, Question
from bot.replying import check_again, depends_on_day, reply
from bot.settings import settings as settings_of
from store.errors import StoreUnavailable
from store.store import Store, question_key

Body = Mapping[str, Any]
Asking = Callable[[Mapping[str, str]], str]  # what a command's options ask

NOT_HERE = "I cannot write in this channel: type /invite and my name, then press Share again."
NOT_INSTALLED = "On Record is not installed in this workspace any more: ask an admin to install it."
UNASKED = frozenset({"app_home_opened", "link_shared"})  # events that ask for nothing


@dataclass(frozen=True, slots=True)
class Threads:
    """Where work is done once Slack was told that it came; loads never hold up questions."""

    asking: Executor
    loading: Executor


def application(
    settings: Slack,
    store: Store,
    client: WebClient,
    threads: Threads,
    *,
    files: str = FILES,
    oauth: OAuthFlow | None = None,
) -> App:
    """Slack's side of the bot: of one workspace, or with *oauth* of all that installed it."""
    app = App(
        name="onrecord",
        client=client,
        signing_secret=settings.signing_secret,
        logger=logs.logger(),
        listener_executor=threads.asking,
        attaching_function_token_enabled=False,  # one token, ours, for all that we call
        oauth_flow=oauth,
        user_facing_authorize_error_message=NOT_INSTALLED,
    )
    app.error(_failed)
    _greet(app)
    leaving.listen(app)
    agent.listen(app, store)
    unfurling.listen(app, store)
    naming.listen(app, store)
    for command in COMMANDS:
        if command.question:
            _listen_for_command(app, store, command, command.question, settings.timezone)
    for on_message in MESSAGE_COMMANDS:
        _listen_for_shortcut(app, store, on_message, settings.timezone)
    setting.listen(app, store)
    _listen_for_words(app, store, settings.timezone)
    _listen_for_clicks(app, store, settings.timezone)
    cards.listen(app, store)
    _listen_for_editors(app, store, settings.editors, files, threads.loading)
    return app


def _listen_for_editors(
    app: App, store: Store, editors: frozenset[str], files: str, threads: Executor
) -> None:
    """What is for admins and editors, and a home for everyone, which has it within reach."""
    homes = home.Homes(store, editors)
    homes.listen(app)

    def may(who: Asker) -> bool:
        return is_editor(who, store, editors)

    def do(work: Callable[[], None], body: Body, context: BoltContext) -> None:
        threads.submit(_attempt, work, body, context)

    loading.listen(app, Loading(store, may, homes.show, files), do)
    tell = telling.Telling.of(app, store).look
    corrections.listen(app, Correcting(store, may, tell, homes.show), do)


def _greet(app: App) -> None:
    """Acknowledge each request before a thread is free to work on it, and each event once.

    A form that was filled in wrong goes no further: it stays open and shows what is wrong.
    """
    seen = Seen()

    @app.middleware
    def acknowledged(body: Body, ack: Ack, next_: Callable[[], None]) -> BoltResponse | None:
        event = body.get("event_id")
        if event and seen.again(event):
            return ack()
        if body.get("type") == naming.ASKED:  # acknowledged with what is to be offered
            next_()
            return None
        if body.get("type") == "view_submission" and (wrong := _mistakes(body["view"])):
            return ack(response_action="errors", errors=wrong)
        ack()
        next_()
        return None


def _mistakes(view: Body) -> dict[str, str]:
    """What keeps a form from being taken, by field; none where it is fine."""
    if view["callback_id"] == loading.FORM:
        return loading.mistakes(loading.filled_in(view))
    if view["callback_id"] == ruling.FORM:
        return ruling.lacking(view)
    return corrections.unsaid(corrections.told_in(view))


def _listen_for_command(
    app: App, store: Store, command: Command, question: Asking, zone: tzinfo
) -> None:
    @app.command(f"/{command.name}")
    def asked(body: Body, context: BoltContext) -> None:
        typed = body.get("text", "")
        options = given(command, undone(typed) if command.as_typed else plain(typed))
        lacking = [o for o in command.options if o.required and not options.get(o.name)]
        text = "" if lacking else question(options)
        _answer(store, asker(context, body), text, zone, secretly=command.as_typed)


def _listen_for_shortcut(app: App, store: Store, command: MessageCommand, zone: tzinfo) -> None:
    @app.shortcut({"type": "message_action", "callback_id": command.key})
    def chosen(body: Body, context: BoltContext) -> None:
        text = undone(body["message"].get("text") or "")
        _answer(store, asker(context, body), command.question(text), zone, secretly=True)


def _listen_for_words(app: App, store: Store, zone: tzinfo) -> None:
    @app.event("app_mention")
    def mentioned(event: Body, body: Body, context: BoltContext) -> None:
        if not event.get("bot_id"):
            _answer(store, asker(context, body), plain(event.get("text", "")), zone)

    @app.event({"type": "message", "subtype": [None, "file_share"]})
    def written(event: Body, body: Body, context: BoltContext) -> None:
        if event.get("channel_type") == "im" and not event.get("bot_id"):
            _answer(store, asker(context, body), plain(event.get("text", "")), zone)


def _listen_for_clicks(app: App, store: Store, zone: tzinfo) -> None:
    @app.action(blocks.PREVIOUS)
    @app.action(blocks.NEXT)
    @app.action(re.compile(rf"{blocks.CHOOSE}-\d+"))
    def turned(action: Body, body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        alone = bool(body.get("container", {}).get("is_ephemeral"))
        place = Place.DIRECT if who.direct and not alone else Place.PRIVATE
        page = blocks.page_of(*_found(store, who, action["value"], zone))
        message = blocks.render(page, place)
        privately(who, message, replace=alone or who.direct)

    @app.action(blocks.SHARE)
    def shared(action: Body, body: Body, context: BoltContext) -> None:
        who = asker(context, body)
        found, number = _found(store, who, action["value"], zone)
        page = blocks.page_of(found, number)
        try:
            sent = openly(who, blocks.shared(page, who.user))
        except SlackApiError as error:
            if error.response["error"] not in ABSENT:
                raise
            privately(who, notice(NOT_HERE))
            return
        telling.remember(store, who, sent, found, page, did="shared")
        remove(who)


def _attempt(work: Callable[[], None], body: Body, context: BoltContext) -> None:
    """Do *work* outside of Bolt's threads, with what Bolt does where it fails."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - it is told and logged like every other
        _failed(error, body, context)


def _answer(
    store: Store, to: Asker, question: str, zone: tzinfo, *, secretly: bool = False
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
    page = blocks.page_of(found, 1)
    if not secretly and not to.direct and to.channel in settings_of(store, to.scope).public:
        sent = publicly(to, blocks.shared(page, to.user, did="asked"))
        telling.remember(store, to, sent, found, page, did="asked")
    else:
        send(to, blocks.render(page, Place.PRIVATE if alone else Place.DIRECT))
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
    question, number, today = blocks.asked(value)
    return reply(store, _question(store, question, to, zone, today)), number


def _question(
    store: Store, text: str, who: Asker, zone: tzinfo, today: date | None = None
) -> Question:
    """*text* as *who* asks it; what day it is for them is found out only where that matters."""
    if today is None and depends_on_day(text):
        today = days.today(who, settings_of(store, who.scope).timezone or zone)
    return Question(text, who.scope, today)


def _failed(error: Exception, body: Body, context: BoltContext) -> None:
    """Tell the person who asked, and the log what they cannot use."""
    sentence, event = told(error), body.get("event", {})
    at_home = home.is_opened(event)
    if event.get("type") in UNASKED and not at_home:
        logs.logger().warning("Slack: an event came to nothing: %s", sentence)
        return
    tell = home.say if at_home else privately
    try:
        tell(asker(context, body), notice(sentence))
    except (SlackApiError, OSError) as unreachable:
        logs.logger().warning("Slack: could not tell the asker: %s", unreachable)
