"""What is told without being asked: corrections in what was posted, and to who reported one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot import corrections, posted
from bot.cards import Answer
from bot.errors import noted
from bot.pages import Page
from bot.platforms.slack import layout, logs, unfurling
from bot.platforms.slack.blocks import notice
from bot.platforms.slack.delivery import Asker, Sent, answer_below, directly, rewrite
from bot.platforms.slack.installing import Installations
from store.errors import StoreUnavailable
from store.model import Message, Stale
from store.store import Store

EVERY = 30.0  # seconds between looks for what was ruled in the shell

# what Slack answers where it may take the very same later
_LATER = frozenset(
    {"ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
)
_LOCKED = frozenset({"cant_update_message", "edit_window_closed"})  # but it can be answered

_looking = Lock()  # by one at a time, or some would be told twice


def remember(
    store: Store, who: Asker, sent: Sent | None, answer: Answer, page: Page, *, did: str
) -> None:
    """Remember *page* of *answer*, which *who* got posted, so that corrections reach it."""
    if sent is None or not who.account:
        return
    message = Message(
        "slack", who.account, sent.channel, sent.ts, who.scope, answer.question, page.number,
        answer.today, did, who.user,
    )  # fmt: skip
    try:
        posted.remember(store, message, answer, page)
    except StoreUnavailable as error:
        logs.logger().warning("Slack: corrections will not reach a message: %s", error)


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells what is due in every workspace; *client_of* is the one that writes there, if any."""

    store: Store
    client_of: Callable[[str], WebClient | None]

    @classmethod
    def of(cls, app: App, store: Store) -> Telling:
        """With the tokens that *app* has."""
        kept = app.installation_store
        if not isinstance(kept, Installations):
            return cls(store, lambda _team: app.client)

        def client_of(team: str) -> WebClient | None:
            token = kept.token_of(team)
            if token is None:
                return None
            retrying = app.client.retry_handlers
            return WebClient(
                token, base_url=app.client.base_url, logger=logs.logger(), retry_handlers=retrying
            )

        return cls(store, client_of)

    async def keep_looking(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            await asyncio.to_thread(self.look)
            await asyncio.sleep(EVERY)

    def finish(self) -> None:
        """Wait until what is being told is told."""
        with _looking:
            return

    def look(self) -> None:
        """Tell all that is due; what cannot be told now stays due."""
        try:
            with _looking:
                self._tell_reporters()
                self._correct()
        except StoreUnavailable as error:
            logs.logger().warning("Slack: what was ruled is told later: %s", error)

    def _tell_reporters(self) -> None:
        for one in corrections.answers(self.store, "slack"):
            team = one.scope.partition(":")[2]
            client = self.client_of(team)
            if client is None:
                continue  # until the bot is installed there again
            reporter = Asker(client, team, one.person, None)
            if _taken(partial(directly, reporter, notice(one.sentence))):
                self.store.corrections.told([one.entry])

    def _correct(self) -> None:
        for stale, told in posted.due(self.store, "slack"):
            client = self.client_of(stale.message.account)
            if client and _taken(partial(self._rewrite, client, stale, told)):
                posted.done(self.store, stale)

    def _rewrite(self, client: WebClient, stale: Stale, told: str) -> None:
        message = stale.message
        if message.did == unfurling.LINKED:
            unfurling.rewrite(client, self.store, stale, told)
            return
        found = posted.again(self.store, stale, told)
        page = layout.page_of(found, message.page)
        posted.shows(self.store, stale, found, page)
        shown = layout.shared(page, message.person, did=message.did)
        there = Sent(message.channel, message.id)
        try:
            rewrite(client, there, shown)
        except SlackApiError as error:
            if error.response["error"] not in _LOCKED:
                raise
            answer_below(client, there, notice(told))


def _taken(write: Callable[[], object]) -> bool:
    """*write*; False where it is to be tried again, True also where nobody would ever take it."""
    try:
        write()
    except SlackApiError as error:
        again = error.response["error"] in _LATER or error.response.status_code != 200
        logs.logger().warning(
            "Slack: %s: %s", "told later" if again else "cannot be told", error.response["error"]
        )
        return not again
    except (SlackClientError, OSError) as error:
        logs.logger().warning("Slack: told later: %s", error)
        return False
    except StoreUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 - it is logged, and keeps nobody else waiting
        noted(error)
        return False
    return True
