from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest
from aiohttp import WSMsgType, web

from bot.config import Config, Slack
from bot.platforms.slack import run
from store.errors import Misconfigured

ASKED = {
    "command": "/whosaid",
    "text": "absolutely ridiculous",
    "user_id": "U0READER",
    "team_id": "T0NEWS",
    "channel_id": "C0DESK",
    "trigger_id": "1.2.abc",
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - what it waits for happens in other threads
            await asyncio.sleep(0.01)


def listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def http(settings: Slack) -> Config:
    return Config(Path("unused"), slack=replace(settings, port=free_port()))


@asynccontextmanager
async def running(config: Config, store, peer) -> AsyncIterator[asyncio.Task[None]]:
    """The bot, running, and stopped again as `onrecord run` stops it."""
    task = asyncio.create_task(run(config, store, api=f"{peer.url}/api/"))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait((task,))


@pytest.fixture
async def site(http: Config, store, peer) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of the bot's HTTP server, once that is up."""
    port = http.slack.port
    async with running(http, store, peer) as task:
        await until(lambda: task.done() or listening(port))
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
            yield client


Post = Callable[..., Awaitable[tuple[int, str]]]


@pytest.fixture
def post(site: aiohttp.ClientSession, signed) -> Post:
    async def send(body: str, **signing) -> tuple[int, str]:
        headers = signed(body, **signing)
        async with site.post(
            "/slack/events", data=BytesIO(body.encode()), headers=headers
        ) as answer:
            return answer.status, await answer.text()

    return send


async def test_a_signed_command_is_answered(post: Post, peer):
    status, body = await post(urlencode(ASKED | {"response_url": f"{peer.url}/commands/once"}))
    assert (status, body) == (200, "")
    await until(lambda: peer.of("response_url"))
    assert "Dmitry Peskov" in str(peer.only("response_url").blocks)


async def test_what_comes_to_nothing_is_no_failure_to_slack(post: Post, peer):
    asked = ASKED | {"text": '"', "response_url": f"{peer.url}/commands/once"}
    # many, for the work fails before or after Slack is told that the request came
    assert {await post(urlencode(asked)) for _ in range(20)} == {(200, "")}
    await until(lambda: len(peer.of("response_url")) == 20)
    assert "Name some words" in peer.of("response_url")[-1].words


async def test_whoever_watches_is_told_that_it_runs(site: aiohttp.ClientSession):
    async with site.get("/health") as answer:
        assert (answer.status, await answer.text()) == (200, "ok")


async def test_slack_can_verify_the_address(post: Post):
    status, body = await post(json.dumps({"type": "url_verification", "challenge": "abc"}))
    assert (status, json.loads(body)) == (200, {"challenge": "abc"})


async def test_mistakes_in_a_form_go_back_as_json(post: Post):
    view = {"type": "modal", "callback_id": "load", "state": {"values": {}}}
    payload = {"type": "view_submission", "team": {"id": "T0NEWS"}, "user": {"id": "U0EDITOR"}}
    status, body = await post(urlencode({"payload": json.dumps(payload | {"view": view})}))
    assert (status, json.loads(body)["response_action"]) == (200, "errors")


async def test_names_are_offered_as_json(post: Post):
    typed = {"type": "block_suggestion", "action_id": "instead", "value": "kirb"}
    who = {"team": {"id": "T0NEWS"}, "user": {"id": "U0READER", "team_id": "T0NEWS"}}
    status, body = await post(urlencode({"payload": json.dumps(typed | who)}))
    assert (status, json.loads(body)["options"][0]["value"]) == (200, "John Kirby")


@pytest.mark.parametrize(
    "signing",
    [pytest.param({"secret": "another"}, id="forged"), pytest.param({"age": 360}, id="stale")],
)
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(urlencode(ASKED), id="command"),
        pytest.param("[]", id="not an object"),
        pytest.param("{", id="broken"),
    ],
)
async def test_what_slack_did_not_sign_is_refused(post: Post, peer, signing, body):
    assert await post(body, **signing) == (401, "invalid request")
    assert not peer.sent


async def test_an_unsigned_request_is_refused(site: aiohttp.ClientSession):
    async with site.post("/slack/events", data=urlencode(ASKED)) as answer:
        assert answer.status == 401


async def test_a_request_too_large_is_refused(post: Post):
    status, _ = await post("x" * (2**20 + 1))
    assert status == 413


async def test_a_port_in_use_is_told(http: Config, store, peer):
    with (
        socket.create_server(("", http.slack.port)),
        pytest.raises(Misconfigured, match=f"cannot listen for Slack on port {http.slack.port}"),
    ):
        await run(http, store, api=f"{peer.url}/api/")


class Socket:
    """A websocket server where Slack's would be, for one connection at a time."""

    delay = 0.0  # seconds before it takes a connection

    def __init__(self) -> None:
        self.heard: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self.called = asyncio.Event()
        self.connected = asyncio.Event()
        self.closed = asyncio.Event()
        self._connection = web.WebSocketResponse()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        self.called.set()
        await asyncio.sleep(self.delay)
        self._connection = web.WebSocketResponse()
        await self._connection.prepare(request)
        await self._connection.send_json({"type": "hello", "num_connections": 1})
        self.connected.set()
        async for message in self._connection:
            if message.type is WSMsgType.TEXT:
                await self.heard.put(message.json())
        self.closed.set()
        return self._connection

    async def send(self, kind: str, payload: dict[str, str]) -> dict[str, str]:
        """What the bot acknowledges an envelope of *kind* with."""
        envelope = {"envelope_id": "E1", "type": kind, "payload": payload}
        await self._connection.send_json(envelope | {"accepts_response_payload": True})
        return await asyncio.wait_for(self.heard.get(), 10)


@pytest.fixture
async def wire(peer) -> AsyncIterator[Socket]:
    found = Socket()
    site = web.Application()
    site.router.add_get("/link", found.serve)
    runner = web.AppRunner(site)
    await runner.setup()
    served = web.TCPSite(runner, "127.0.0.1", port=free_port())
    await served.start()
    peer.socket = served.name.replace("http://", "ws://") + "/link"
    yield found
    await runner.cleanup()


@pytest.fixture
def over_socket(settings: Slack) -> Config:
    slack = replace(settings, app_token="xapp-1-not-a-real-token", signing_secret="")
    return Config(Path("unused"), slack=slack)


async def test_a_command_over_the_socket_is_answered(
    over_socket: Config, store, peer, wire: Socket
):
    async with running(over_socket, store, peer):
        await asyncio.wait_for(wire.connected.wait(), 10)
        asked = ASKED | {"response_url": f"{peer.url}/commands/once"}
        assert await wire.send("slash_commands", asked) == {"envelope_id": "E1"}
        await until(lambda: peer.of("response_url"))
    assert "Dmitry Peskov" in str(peer.only("response_url").blocks)
    opened = peer.only("apps.connections.open")
    assert opened.headers["Authorization"] == "Bearer xapp-1-not-a-real-token"


async def test_what_slack_puts_off_is_sent_again(over_socket: Config, store, peer, wire: Socket):
    peer.busy.add("chat.postEphemeral")
    async with running(over_socket, store, peer):
        await asyncio.wait_for(wire.connected.wait(), 10)
        await wire.send("slash_commands", ASKED)
        await until(lambda: len(peer.of("chat.postEphemeral")) == 2)
    first, second = peer.of("chat.postEphemeral")
    assert first.given == second.given


async def test_a_stop_closes_the_socket(over_socket: Config, store, peer, wire: Socket):
    async with running(over_socket, store, peer):
        await asyncio.wait_for(wire.connected.wait(), 10)
    await asyncio.wait_for(wire.closed.wait(), 10)


async def test_a_stop_while_connecting_closes_the_socket(
    over_socket: Config, store, peer, wire: Socket
):
    wire.delay = 0.3
    async with running(over_socket, store, peer):
        await asyncio.wait_for(wire.called.wait(), 10)
    await asyncio.wait_for(wire.closed.wait(), 10)


@pytest.mark.parametrize(
    ("method", "which"),
    [
        pytest.param("auth.test", "bot token", id="bot"),
        pytest.param("apps.connections.open", "app token", id="app"),
    ],
)
async def test_a_wrong_token_is_one_clear_sentence(
    over_socket: Config, store, peer, caplog, method, which
):
    peer.refusals[method] = "invalid_auth"
    with caplog.at_level(logging.DEBUG), pytest.raises(Misconfigured) as told:
        await run(over_socket, store, api=f"{peer.url}/api/")
    assert str(told.value) == f"Slack refused the {which}: invalid_auth"
    assert "not-a-real-token" not in caplog.text


async def test_settings_that_bolt_would_follow_are_refused(
    over_socket: Config, store, peer, monkeypatch
):
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "abc")
    with pytest.raises(Misconfigured, match="unset SLACK_CLIENT_ID"):
        await run(over_socket, store, api=f"{peer.url}/api/")


async def test_slack_out_of_reach_is_told_in_one_line(over_socket: Config, store, caplog):
    with pytest.raises(Misconfigured, match=r"^Slack cannot be reached: check the network"):
        await run(over_socket, store, api=f"http://127.0.0.1:{free_port()}/api/")
    assert caplog.text == ""


async def test_no_secret_is_logged(over_socket: Config, store, peer, wire: Socket, caplog):
    with caplog.at_level(logging.DEBUG):
        async with running(over_socket, store, peer):
            await asyncio.wait_for(wire.connected.wait(), 10)
            address = "https://hooks.slack.com.invalid/commands/T0/1/once"
            await wire.send("slash_commands", ASKED | {"response_url": address})
            await until(lambda: peer.of("chat.postEphemeral"))
    assert "/whosaid" in caplog.text  # there was something to hide it in
    for secret in ("xoxb-1-", "xapp-1-", "hooks.slack.com", "ws://"):
        assert secret not in caplog.text
