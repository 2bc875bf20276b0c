"""A workspace that takes the bot away: its tokens go at once, its articles wait unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import App, BoltContext

from bot.leaving import left
from bot.platforms.slack import logs
from bot.platforms.slack.delivery import STRANGER, Later, home
from bot.platforms.slack.installing import Installations
from store.store import Store

Body = Mapping[str, Any]


def listen(app: App, store: Store, later: Later) -> None:
    """Forget the workspaces that uninstall the bot or revoke its token.

    What they loaded is kept: one click too many does not cost a newsroom its archive. Nobody sees
    it until the bot is installed there again.
    """
    installed = app.installation_store
    kept = installed if isinstance(installed, Installations) else None

    def forget(body: Body, context: BoltContext, why: str) -> None:
        if _forget(kept, body, context, why):
            later(partial(left, store, f"slack:{context.team_id}"))

    @app.event("app_uninstalled")
    def uninstalled(body: Body, context: BoltContext) -> None:
        forget(body, context, "it uninstalled the bot")

    @app.event("tokens_revoked")
    def revoked(event: Body, body: Body, context: BoltContext) -> None:
        if event.get("tokens", {}).get("bot"):  # of people's own tokens we have none
            forget(body, context, "it revoked the bot's token")

    if kept:
        _tell_strangers(app, kept)


def _tell_strangers(app: App, kept: Installations) -> None:
    """Mark who asks in a shared channel, and is of a workspace that has no bot (any more)."""

    @app.middleware
    def known(body: Body, context: BoltContext, next_: Callable[[], None]) -> None:
        team = home(context, body)
        if team != context.team_id and not kept.knows(team, context.actor_enterprise_id):
            context[STRANGER] = True
        next_()


def _forget(kept: Installations | None, body: Body, context: BoltContext, why: str) -> bool:
    """Forget the tokens of a workspace that left; whether it has."""
    log, team = logs.logger(), context.team_id
    if kept is None:
        log.warning("Slack: workspace %s: %s; SLACK_BOT_TOKEN is of no use any more", team, why)
    elif kept.installed_since(body.get("event_time"), team, context.enterprise_id):
        log.info("Slack: workspace %s: %s, but installed it again since", team, why)
        return False
    elif kept.forget(team, context.enterprise_id):
        log.warning("Slack: workspace %s: %s; its tokens are deleted", team, why)
    else:
        log.error("Slack: workspace %s: %s; its tokens could NOT be deleted", team, why)
    return True
