"""discord.com as discord-digital-twin plays it, and the bot in a process of its own on it.

What stands before it makes up for what it does not know, and keeps what the bot asked of it.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from ..peers import PEERS, node

Json = Any

TOKEN = "a.secret.token"
COMMAND, BUTTON, TYPING, FORM = 2, 3, 4, 5  # kinds of interaction
LABEL, FILE = 18, 19  # kinds of component
OWNER = {"id": "1", "username": "ed", "discriminator": "0", "avatar": None}
# `onrecord run` with Discord on this machine
RUN = """
import sys
import discord
import yarl
from bot.cli import main
discord.http.Route.BASE = sys.argv[1]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(sys.argv[2])
main(["run"])
"""


@dataclass(frozen=True)
class Call:
    """One thing that the bot asked of Discord, and what it was answered."""

    method: str
    path: str
    given: Json
    answer: Json
    status: int

    @property
    def text(self) -> str:
        """What it says, with nothing of how it is escaped."""
        return json.dumps(self.given, ensure_ascii=False).replace("\\\\", "")


@dataclass
class Twin:
    """Two servers, *home* with the bot and *elsewhere* without; who acts is a member of both."""

    playing: asyncio.subprocess.Process
    behind: str
    gateway: str
    home: str
    elsewhere: str
    channels: dict[str, str]  # one of each server
    calls: list[Call] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    url: str = ""

    async def starts(self, kind: int, data: Json, **where: str) -> list[Call]:
        """All that the bot does about an interaction, once it has answered."""
        before = len(self.calls)
        token = await self._tell({"type": kind, "data": data, "guildId": self.home} | where)
        enough = 1 if kind == TYPING else 2  # a promise, and what was promised

        def about() -> list[Call]:
            return [call for call in self.calls[before:] if token in call.path]

        await self.until(lambda: _is_form(about()) or len(about()) >= enough)
        assert {call.status for call in about()} == {200}
        return about()

    async def types(self, command: str, **options: str) -> list[Call]:
        """A command is typed, on the server that has the bot."""
        return await self.starts(COMMAND, typed_in(command, options))

    async def offered(self, command: str, option: str, typed: str) -> list[str]:
        """What is offered for an *option* while it is typed."""
        data = typed_in(command, {option: typed})
        data["options"][0]["focused"] = True
        (told,) = await self.starts(TYPING, data)
        return [choice["name"] for choice in told.given["data"]["choices"]]

    async def presses(self, shown: Call, label: str) -> list[Call]:
        """A button is pressed on what the bot has *shown*."""
        (button,) = {part["custom_id"] for part in parts(shown.given) if part.get("label") == label}
        data = {"custom_id": button, "component_type": 2}
        return await self.starts(BUTTON, data, messageId=shown.answer["id"])

    async def sends(self, form: Call, **filled: str) -> list[Call]:
        """A *form* that opened is sent, with a file by its name in *files*."""
        asked = form.given["data"]
        labels = [part for part in asked["components"] if part["type"] == LABEL]
        data = {
            "custom_id": asked["custom_id"],
            "components": [_filled(label, filled) for label in labels],
            "resolved": {"attachments": dict(self._attached())},
        }
        return await self.starts(FORM, data)

    def _attached(self) -> Iterator[tuple[str, Json]]:
        for name, content in self.files.items():
            url = f"{self.url}/files/{name}"
            told = {"filename": name, "size": len(content), "url": url, "proxy_url": url}
            yield name, {"id": "1", **told}

    async def until(self, true: Callable[[], object]) -> None:
        async with asyncio.timeout(30):
            while not true():  # noqa: ASYNC110 -- of another process
                await asyncio.sleep(0.02)

    async def _tell(self, what: Json) -> str:
        assert self.playing.stdin
        assert self.playing.stdout
        self.playing.stdin.write(f"{json.dumps(what)}\n".encode())
        return str(json.loads(await self.playing.stdout.readline()))

    def site(self) -> web.Application:
        found = web.Application()
        found.router.add_get("/files/{name}", self._file)
        found.router.add_route("*", "/api/v10/{path:.*}", self._call)
        return found

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["name"]])

    async def _call(self, request: web.Request) -> web.Response:
        path, body = request.match_info["path"], await request.read()
        given = json.loads(body) if body else None
        if path.endswith("/commands"):  # it takes rights as text only
            body = json.dumps([_rights_as_text(command) for command in given]).encode()
        kept = {k: v for k, v in request.headers.items() if k in ("Authorization", "Content-Type")}
        address = f"{self.behind}/v10/{path.removeprefix('oauth2/')}"
        async with (
            aiohttp.ClientSession() as client,
            client.request(request.method, address, data=body, headers=kept) as got,
        ):
            answer = json.loads(await got.text() or "null")
        if path == "oauth2/applications/@me":  # it tells of no owner
            answer |= {"owner": OWNER}
        if path.endswith("/callback"):  # it says nothing of what came of it
            answer = {"interaction": {"id": path.split("/")[1], "type": COMMAND}}
        status = 200 if got.status == 204 and path.endswith("/callback") else got.status
        self.calls.append(Call(request.method, path, given, answer, status))
        # discord.py reads JSON only where the type is given without a charset
        return web.Response(
            body=json.dumps(answer), status=status, headers={"Content-Type": "application/json"}
        )


def parts(given: Json) -> list[Json]:
    """Every component of a message, however deep."""
    found = list(given.get("components", ()))
    return found + [inner for part in found for inner in parts(part)]


def _synced(calls: list[Call]) -> bool:
    return any(call.path.endswith("/commands") for call in calls)


def _is_form(calls: list[Call]) -> bool:
    return any(call.path.endswith("/callback") and call.given["type"] == 9 for call in calls)


def typed_in(name: str, options: dict[str, str]) -> Json:
    told = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
    return {"id": "1", "name": name, "type": 1, "options": told}


def _filled(label: Json, told: dict[str, str]) -> Json:
    asked = label["component"]
    name, value = asked["custom_id"], told.get(asked["custom_id"], "")
    held = {"values": [value] if value else []} if asked["type"] == FILE else {"value": value}
    return {"type": LABEL, "component": {"type": asked["type"], "custom_id": name} | held}


def _rights_as_text(command: Json) -> Json:
    rights = command["default_member_permissions"]
    return command | {"default_member_permissions": rights and str(rights)}


@asynccontextmanager
async def playing() -> AsyncIterator[Twin]:
    """Discord, with nobody on it yet."""
    started = await asyncio.create_subprocess_exec(
        node("discord-digital-twin"), str(PEERS / "discord.mjs"), TOKEN,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert started.stdin
    assert started.stdout
    told = json.loads(await asyncio.wait_for(started.stdout.readline(), 30))
    found = Twin(started, **told)
    runner = web.AppRunner(found.site())
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port=0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield found
    finally:
        await runner.cleanup()
        started.stdin.close()
        await started.wait()


@asynccontextmanager
async def running(twin: Twin, store: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot as it runs, on *twin* and on the file of a store; then it is asked to stop."""
    before = len(twin.calls)
    settings = store.with_name("config.toml")
    settings.touch()
    env = os.environ | {
        "ONRECORD_STORE": str(store), "ONRECORD_CONFIG": str(settings), "DISCORD_TOKEN": TOKEN
    }  # fmt: skip
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", RUN, f"{twin.url}/api/v10", twin.gateway, env=env
    )
    try:
        await twin.until(lambda: bot.returncode or _synced(twin.calls[before:]))
        yield bot
    finally:
        if bot.returncode is None:
            bot.send_signal(signal.SIGTERM)
        await asyncio.wait_for(bot.wait(), 30)
