"""Many workspaces: each installs the bot by OAuth, and its token stays in a file of its own."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from slack_bolt.authorization.authorize import InstallationStoreAuthorize
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
from slack_sdk.oauth.state_store.sqlite3 import SQLite3OAuthStateStore

from bot.config import Slack
from bot.platforms.slack import logs
from store.errors import Misconfigured, reason

INSTALL, INSTALLED = "/slack/install", "/slack/oauth_redirect"
TEN_MINUTES = 600  # seconds that somebody has to say yes


def flow(settings: Slack, file: Path, client: WebClient) -> OAuthFlow:
    """What installs the bot in a workspace, and finds its token again in *file*."""
    _make(file)
    log = logs.logger()
    store = Installations(database=str(file), client_id=settings.client_id, logger=log)
    states = SQLite3OAuthStateStore(database=str(file), expiration_seconds=TEN_MINUTES, logger=log)
    asked = OAuthSettings(
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        scopes=scopes(),
        user_scopes=(),
        redirect_uri=f"{settings.url}{INSTALLED}",
        install_path=INSTALL,
        install_page_rendering_enabled=False,  # Slack's own page says all that is to be said
        redirect_uri_path=INSTALLED,
        authorization_url=f"{client.base_url.removesuffix('api/')}oauth/v2/authorize",
        installation_store=store,
        installation_store_bot_only=True,
        state_store=states,
        state_expiration_seconds=TEN_MINUTES,
        logger=log,
    )
    # Slack is asked once whose a token is, not with every question
    asked.authorize = InstallationStoreAuthorize(
        logger=log, installation_store=store, bot_only=True, cache_enabled=True, client=client
    )
    return OAuthFlow(client=client, logger=log, settings=asked)


def scopes() -> list[str]:
    """What the bot asks a workspace for: what its manifest says."""
    manifest = json.loads(files(__package__).joinpath("manifest.json").read_text("utf-8"))
    found: list[str] = manifest["oauth_config"]["scopes"]["bot"]
    return found


class Installations(SQLite3InstallationStore):
    """The SDK's store of who installed the bot, which says when it could not keep or forget."""

    def save(self, installation: Installation) -> None:
        """Keep *installation*; its workspace is told where that fails."""
        try:
            super().save(installation)
        except sqlite3.Error as error:
            raise BoltError(f"an installation could not be kept: {error}") from error
        self.logger.info("Slack: installed in workspace %s", installation.team_id)

    def forget(self, team: str | None, enterprise: str | None) -> bool:
        """Delete every token of a workspace; whether none is left."""
        self.delete_all(enterprise_id=enterprise, team_id=team or "")
        # the SDK only warns of a file that cannot be written
        return not self.knows(team, enterprise)

    def token_of(self, team: str) -> str | None:
        """The newest token of a workspace, whatever organisation it is part of."""
        try:
            with closing(self.connect()) as db:
                row = db.execute(
                    "SELECT bot_token FROM slack_bots WHERE client_id = ? AND team_id = ?"
                    " ORDER BY installed_at DESC LIMIT 1",
                    (self.client_id, team),
                ).fetchone()
        except sqlite3.Error as error:
            self.logger.warning("Slack: no token of workspace %s can be read: %s", team, error)
            return None
        return row[0] if row else None

    def installed_since(self, at: float | None, team: str | None, enterprise: str | None) -> bool:
        """Whether a workspace installed the bot after *at*, in seconds of Unix time.

        Slack tells of leaving late, and again, where the bot was not there to hear it.
        """
        found = self.find_bot(enterprise_id=enterprise, team_id=team)
        return bool(at and found and found.installed_at > at)

    def knows(self, team: str | None, enterprise: str | None) -> bool:
        """Whether there is a token for a workspace."""
        return self.find_bot(enterprise_id=enterprise, team_id=team) is not None


def _make(file: Path) -> None:
    """Make *file* for its owner only, before there is a token to put in it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        there = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.fchmod(there, 0o600)  # an older one may have been copied here
        finally:
            os.close(there)
    except OSError as error:
        raise Misconfigured(f"cannot keep Slack's tokens in {file}: {reason(error)}") from error
