"""Slack: commands, mentions and direct messages, over Socket Mode or signed HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
)

from bot.config import Config
from bot.platforms.slack import logs, serve
from bot.platforms.slack.app import Threads, application
from bot.platforms.slack.files import FILES
from bot.platforms.slack.installing import flow
from bot.platforms.slack.layout import render
from bot.platforms.slack.telling import Telling
from store.errors import Misconfigured
from store.store import Store

__all__ = ["render", "run"]

# Questions and loads worked on at once; more wait their turn, acknowledged.
ASKING, LOADING = 8, 2
TOKENS = "slack-tokens.db"  # beside the store: the workspaces that installed the bot by OAuth


async def run(
    config: Config, store: Store, *, api: str = WebClient.BASE_URL, files: str = FILES
) -> None:
    """Answer in Slack until cancelled; *api* and *files* are where Slack itself is."""
    settings = config.slack
    client = _client(settings.bot_token or None, api)
    threads = Threads(
        asking=ThreadPoolExecutor(ASKING, "slack"),
        noting=ThreadPoolExecutor(1, "note"),
        loading=ThreadPoolExecutor(LOADING, "load"),
    )
    try:
        making = _app_of_many if settings.many else _app
        app = await asyncio.to_thread(making, config, store, client, threads, files)
        async with _telling(Telling.of(app, store)):
            if settings.app_token:
                await serve.over_socket(app, _client(settings.app_token, api))
            else:
                await serve.over_http(app, settings.signing_secret, settings.port, store)
    finally:
        # what was asked is still answered; that may leave something to note, or a load to begin
        await asyncio.to_thread(threads.asking.shutdown)
        await asyncio.to_thread(threads.noting.shutdown)
        await asyncio.to_thread(threads.loading.shutdown)


@asynccontextmanager
async def _telling(telling: Telling) -> AsyncIterator[None]:
    """Meanwhile what is due is told."""
    looking = asyncio.create_task(telling.keep_looking())
    try:
        yield
    finally:
        looking.cancel()
        await asyncio.to_thread(telling.finish)


def _client(token: str | None, api: str) -> WebClient:
    again = [ConnectionErrorRetryHandler(), RateLimitErrorRetryHandler(max_retry_count=2)]
    return WebClient(token, base_url=api, logger=logs.logger(), retry_handlers=again)


def _app_of_many(
    config: Config, store: Store, client: WebClient, threads: Threads, files: str
) -> App:
    oauth = flow(config.slack, config.store.with_name(TOKENS), client)
    return application(config.slack, store, client, threads, files=files, oauth=oauth)


def _app(config: Config, store: Store, client: WebClient, threads: Threads, files: str) -> App:
    try:
        client.auth_test()
    except SlackApiError as error:
        reason = error.response["error"]
        raise Misconfigured(f"Slack refused the bot token: {reason}") from error
    except (SlackClientError, OSError) as error:
        raise Misconfigured(serve.UNREACHED) from error
    app = application(config.slack, store, client, threads, files=files)
    if app.oauth_flow:  # Bolt reads these by itself, and then forgets the bot token
        raise Misconfigured("unset SLACK_CLIENT_ID and SLACK_CLIENT_SECRET: a bot token is enough")
    return app
