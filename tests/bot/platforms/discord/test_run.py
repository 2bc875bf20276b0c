"""Starting and stopping, over real HTTP and a real gateway connection to this machine."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest
import yarl
from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer, unused_port

from bot import config
from bot.platforms.discord import run
from store.errors import Misconfigured
from store.store import Store

TOKEN = "a.secret.token"
SETTINGS = config.Config(Path("unused"), discord=config.Discord(token=TOKEN))


def told(data: object, status: int = 200) -> web.Response:
    # discord.py reads JSON only where the type is given without a charset
    header = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(data).encode(), status=status, headers=header)


class FakeDiscord:
    """As much of Discord as a start needs; it takes one token and notes what it was told."""

    def __init__(self) -> None:
        self.synced = asyncio.Event()
        self.identified = asyncio.Event()
        self.closed = asyncio.Event()
        self.gateway_closes_with: int | None = None
        self.refuses_commands = False

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/users/@me", self.me)
        app.router.add_get("/oauth2/applications/@me", self.application)
        app.router.add_put("/applications/{id}/commands", self.sync)
        app.router.add_get("/gateway", self.gateway)
        return app

    async def me(self, request: web.Request) -> web.Response:
        if request.headers["Authorization"] != f"Bot {TOKEN}":
            return told({"message": "401: Unauthorized", "code": 0}, status=401)
        return told(USER)

    async def application(self, _request: web.Request) -> web.Response:
        return told(APPLICATION)

    async def sync(self, _request: web.Request) -> web.Response:
        self.synced.set()
        return told(REFUSAL, status=400) if self.refuses_commands else told([])

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 45000}})
        await socket.receive_json()
        if self.gateway_closes_with:
            await socket.close(code=self.gateway_closes_with)
            return socket
        await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": READY})
        self.identified.set()
        async for message in socket:
            if message.type is WSMsgType.CLOSE:
                break
        self.closed.set()
        return socket


USER = {"id": "1", "username": "On Record", "discriminator": "0", "avatar": None, "bot": True}
APPLICATION = {
    "id": "1", "name": "On Record", "icon": None, "description": "", "summary": "",
    "bot_public": True, "bot_require_code_grant": False, "verify_key": "", "flags": 0, "team": None,
    "owner": USER,
}  # fmt: skip
REFUSAL = {
    "message": "Invalid Form Body", "code": 50035,
    "errors": {"0": {"name": {"_errors": [{"code": "X", "message": "This name is taken"}]}}},
}  # fmt: skip
READY = {
    "v": 10, "user": USER, "guilds": [], "session_id": "s", "application": {"id": "1", "flags": 0},
    "resume_gateway_url": "ws://127.0.0.1",
}  # fmt: skip


@asynccontextmanager
async def started(fake: FakeDiscord, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    async with TestServer(fake.app()) as server:
        gateway = yarl.URL(str(server.make_url("/gateway"))).with_scheme("ws")
        monkeypatch.setattr(discord.http.Route, "BASE", str(server.make_url("")).rstrip("/"))
        monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)
        yield


async def test_it_registers_its_commands_connects_and_closes_when_cancelled(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fake = FakeDiscord()
    caplog.set_level(logging.DEBUG)
    async with started(fake, monkeypatch), asyncio.timeout(10):
        running = asyncio.create_task(run(SETTINGS, store))
        await fake.synced.wait()
        await fake.identified.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        await fake.closed.wait()
    told = [record.getMessage() for record in caplog.records if record.name.startswith("discord")]
    assert told
    # no address of a request: those of interactions have their tokens in them
    assert not [line for line in told if "http" in line or TOKEN in line]


async def test_a_refused_token_is_a_sentence_without_the_token(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = config.Config(Path("unused"), discord=config.Discord(token="an.other.token"))
    async with started(FakeDiscord(), monkeypatch):
        with pytest.raises(Misconfigured, match="Discord refused the token") as refused:
            await run(wrong, store)
    assert "an.other.token" not in str(refused.value) + caplog.text


async def test_a_token_withdrawn_later_is_the_same_sentence(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeDiscord()
    fake.gateway_closes_with = 4004
    async with started(fake, monkeypatch), asyncio.timeout(10):
        with pytest.raises(Misconfigured, match="Discord refused the token"):
            await run(SETTINGS, store)


async def test_refused_commands_are_a_sentence_with_what_discord_says(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeDiscord()
    fake.refuses_commands = True
    async with started(fake, monkeypatch):
        with pytest.raises(Misconfigured, match=r"refused the commands.* This name is taken"):
            await run(SETTINGS, store)


async def test_no_network_is_a_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", f"http://127.0.0.1:{unused_port()}")
    with pytest.raises(Misconfigured, match="cannot be reached"):
        await run(SETTINGS, store)
