"""slack.com with two workspaces behind it, each of them played by emulate.

emulate plays one workspace, whose id is always the same; what stands before the two sends each
request to the one whose code or token it has, and gives their ids back as different ones.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import aiohttp
from aiohttp import web

from ..peers import PEERS, node

HERALD, GAZETTE = "T0HERALD", "T0GAZETTE"
_THEIR_ID = "T000000001"  # of every workspace that emulate plays

Json = dict[str, Any]


@dataclass
class Newsrooms:
    """Two workspaces at one address: keeps who was asked what, and what they answered."""

    behind: dict[str, str] = field(default_factory=dict)  # address by team
    owners: dict[str, str] = field(default_factory=dict)  # team by code and token
    calls: list[tuple[str, str, Json, Json]] = field(default_factory=list)
    url: str = ""
    down: bool = False  # it takes calls, and hangs up

    def told(self, team: str) -> list[str]:
        """What the bot wrote in *team*, and Slack took."""
        return [
            str(given["blocks"])
            for owner, method, given, answer in self.calls
            if owner == team and method.startswith("chat.") and answer["ok"]
        ]

    def homes(self) -> dict[str, str]:
        """The home that the bot showed last in each workspace, and Slack took."""
        return {
            owner: str(given["view"])
            for owner, method, given, answer in self.calls
            if method == "views.publish" and answer["ok"]
        }

    @property
    def tokens(self) -> dict[str, str]:
        """The team that each bot token was given to."""
        return {key: team for key, team in self.owners.items() if key.startswith("xoxb-")}

    def site(self) -> web.Application:
        found = web.Application()
        found.router.add_get("/oauth/v2/authorize", self._ask)
        found.router.add_post("/oauth/v2/authorize/callback", self._allow)
        found.router.add_post("/api/{method}", self._call)
        return found

    async def _ask(self, request: web.Request) -> web.Response:
        team = request.query["team"]
        status, _, page = await self._pass_on(team, request)
        inside = f'<input type="hidden" name="team" value="{team}"></form>'
        return web.Response(
            status=status, text=page.replace("</form>", inside), content_type="text/html"
        )

    async def _allow(self, request: web.Request) -> web.Response:
        team = str((await request.post())["team"])
        status, headers, _ = await self._pass_on(team, request)
        back = headers["Location"]
        self.owners[dict(parse_qsl(urlsplit(back).query))["code"]] = team
        return web.Response(status=status, headers={"Location": back})

    async def _call(self, request: web.Request) -> web.Response:
        if self.down and request.transport:
            request.transport.abort()
        method, body = request.match_info["method"], await request.text()
        given = dict(parse_qsl(body)) if not body.startswith("{") else json.loads(body)
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        team = self.owners.get(given.get("code") or bearer)
        if team is None:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        _, _, text = await self._pass_on(team, request)
        answer = json.loads(text)
        if method == "oauth.v2.access" and answer["ok"]:
            self.owners[answer["access_token"]] = team
        self.calls.append((team, method, given, answer))
        return web.json_response(answer)

    async def _pass_on(self, team: str, request: web.Request) -> tuple[int, Any, str]:
        address = f"{self.behind[team]}{request.path_qs}"
        kept = {k: v for k, v in request.headers.items() if k in ("Authorization", "Content-Type")}
        async with (
            aiohttp.ClientSession() as client,
            client.request(
                request.method, address, data=await request.read(), headers=kept,
                allow_redirects=False,
            ) as answer,
        ):  # fmt: skip
            text = (await answer.text()).replace(_THEIR_ID, team)
            return answer.status, answer.headers, text


def form(page: str, person: str) -> Json:
    """What the button of *person* sends, on the page where the bot is let in."""
    (found,) = (part for part in page.split("<form")[1:] if f">{person}<" in part)
    hidden = re.findall(r'name="([^"]*)"[^>]*value="([^"]*)"', found)
    return {name: unescape(value) for name, value in hidden}


@asynccontextmanager
async def newsrooms(app: Json) -> AsyncIterator[Newsrooms]:
    """Both workspaces, where *app* is known."""
    playing = await asyncio.create_subprocess_exec(
        node("emulate"), str(PEERS / "slack.mjs"), json.dumps(app),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert playing.stdin
    assert playing.stdout
    addresses = json.loads(await asyncio.wait_for(playing.stdout.readline(), 30))
    found = Newsrooms(dict(zip((HERALD, GAZETTE), addresses, strict=True)))
    runner = web.AppRunner(found.site())
    await runner.setup()
    served = web.TCPSite(runner, "127.0.0.1", port=0)
    await served.start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield found
    finally:
        await runner.cleanup()
        playing.stdin.close()
        await playing.wait()
