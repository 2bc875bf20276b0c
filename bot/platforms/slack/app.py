"""Slack's side of the bot: all that listens, what comes before it, and what is told of errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_bolt import Ack, App, BoltContext, BoltRequest, BoltResponse
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.config import Slack
from bot.errors import told
from bot.platforms.slack import (
    agent,
    asking,
    cards,
    corrections,
    following,
    home,
    leaving,
    load_form,
    loading,
    logs,
    naming,
    ruling,
    setting,
    telling,
    unfurling,
)
from bot.platforms.slack.blocks import notice
from bot.platforms.slack.corrections import Correcting
from bot.platforms.slack.delivery import Asker, asker, privately
from bot.platforms.slack.files import FILES
from bot.platforms.slack.loading import Loading
from bot.platforms.slack.rights import is_editor
from bot.seen import Seen
from store.store import Store

Body = Mapping[str, Any]

NOT_INSTALLED = "On Record is not installed in this workspace any more: ask an admin to install it."
_ACKNOWLEDGED = "acknowledged"  # in a request's context, once Slack was told that it came
UNASKED = frozenset({"app_home_opened", "link_shared"})  # events that ask for nothing


@dataclass(frozen=True, slots=True)
class Threads:
    """Where work is done once Slack was told that it came; loads never hold up questions.

    Nor do they hold up *noting*, by which corrections reach what was posted.
    """

    asking: Executor
    noting: Executor
    loading: Executor


class _Punctual(App):
    """Bolt's app, which tells Slack that a request came, whatever becomes of the work.

    Bolt makes a 500 of it where a listener fails before it is sent, and Slack would then say that
    the command failed, beside the sentence that says why there is no answer.
    """

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        """What Slack is told of the request *req*."""
        response = super().dispatch(req)
        return BoltResponse(status=200) if req.context.get(_ACKNOWLEDGED) else response


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
    app = _Punctual(
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
    agent.listen(app, store)
    later = partial(_later, threads.noting)
    leaving.listen(app, store, later)
    unfurling.listen(app, store, later)
    naming.listen(app, store)
    asking.listen(app, store, settings.timezone, later)
    setting.listen(app, store)
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
    following.listen(app, store, may, do)
    tell = telling.Telling.of(app, store).look
    corrections.listen(app, Correcting(store, may, tell, homes.show), do)


def _later(threads: Executor, work: Callable[[], None]) -> None:
    """Have *work* done that nobody waits for; what goes wrong with it is for the log."""

    def attempt() -> None:
        try:
            work()
        except Exception:  # noqa: BLE001 -- nobody is there to be told
            logs.logger().exception("Slack: what was left for later failed")

    threads.submit(attempt)


def _greet(app: App) -> None:
    """Acknowledge each request before a thread is free to work on it, and each event once.

    A form that was filled in wrong goes no further: it stays open and shows what is wrong.
    """
    seen = Seen()

    @app.middleware
    def acknowledged(
        body: Body, context: BoltContext, ack: Ack, next_: Callable[[], None]
    ) -> BoltResponse | None:
        event = body.get("event_id")
        if event and seen.again(event):
            return ack()
        if body.get("type") == naming.ASKED:  # acknowledged with what is to be offered
            next_()
            return None
        if body.get("type") == "view_submission" and (wrong := _mistakes(body["view"])):
            return ack(response_action="errors", errors=wrong)
        ack()
        context[_ACKNOWLEDGED] = True
        next_()
        return None


def _mistakes(view: Body) -> dict[str, str]:
    """What keeps a form from being taken, by field; none where it is fine."""
    if view["callback_id"] == load_form.FORM:
        return load_form.mistakes(load_form.filled_in(view))
    if view["callback_id"] == ruling.FORM:
        return ruling.lacking(view)
    return corrections.unsaid(corrections.told_in(view))


def _attempt(work: Callable[[], None], body: Body, context: BoltContext) -> None:
    """Do *work* outside of Bolt's threads, with what Bolt does where it fails."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - it is told and logged like every other
        _failed(error, body, context)


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
