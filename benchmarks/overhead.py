"""Measures what the bot adds to the search itself, from a request to the answer handed over.

    python benchmarks/overhead.py CORPUS.tsv QUERIES.jsonl [--store FILE] [--check]

Slack: from the body of a signed `/whosaid`, as Bolt gets it, to the answer that the SDK is given.
Discord: from the same command as the gateway tells it, to the answer that discord.py would put on
the wire, with all that it does for that. 20 askers ask again as soon as they have an answer while
articles load; the store is made and copied as in asked_by_many.py.

What a request takes is counted thread by thread, less what `Store.search` and `Store.nearest` took
of it: as CPU time, and as wall time, this less the wait for a free thread, too. Wall time holds
what all others do meanwhile, for a Python process has one core: CPU time is what the bot adds.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import random
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from shutil import copyfile
from statistics import quantiles
from threading import Thread
from typing import Any
from urllib.parse import urlencode

from bars import ONE_THREAD, holds

os.environ.update(ONE_THREAD)

from asked_by_many import ASKERS, fresh, loading
from clocks import NOW, Request, Stepped, Threads, Watched
from discord import ClientUser
from discord.webhook.async_ import AsyncWebhookAdapter, async_context
from search import articles, load
from slack_bolt import BoltRequest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from slack_sdk.webhook import WebhookClient, WebhookResponse

from bot import config
from bot.platforms.discord.client import Client
from bot.platforms.slack import ASKING, app

SECRET = "no secret"  # noqa: S105 - as it says
STAMP = "2026-01-01T00:00:00+00:00"


def main() -> int:
    """Print what the bot adds on each platform; 1 if the bar is missed."""
    logging.disable()
    arguments = _arguments()
    path = arguments.store or arguments.corpus.with_suffix(".db")
    if not arguments.store:
        load(arguments.corpus, path)
    asked = [json.loads(line)["q"] for line in arguments.queries.read_text("utf-8").splitlines()]
    random.Random(1).shuffle(asked)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory(dir=path.resolve().parent) as folder:
        copy = Path(copyfile(path, Path(folder, "store.db")))
        new = list(articles(fresh(arguments.corpus, Path(folder, "new.tsv"))))
        told = {article.text: statements for article, statements in new}
        with Watched(copy, extractor=lambda article: told[article.text]) as store:
            coming = (article for article, _ in new)
            with loading(store, coming):
                slack = _slack(store, asked, arguments)
            with loading(store, coming):
                discord = asyncio.run(_discord(store, asked, arguments))
    worst = max(_printed("Slack", slack), _printed("Discord", discord))
    held = holds("milliseconds_beside_the_search", 1000 * worst)
    return 1 if arguments.check and not held else 0


def _arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="statements, one a line")
    parser.add_argument("queries", type=Path, help="queries, one JSON object a line")
    parser.add_argument("--store", type=Path, help="one with CORPUS in it; or it is made beside")
    parser.add_argument("--seconds", type=float, default=30, help="how long each platform is asked")
    parser.add_argument("--askers", type=int, default=ASKERS, help="how many ask at once")
    parser.add_argument("--check", action="store_true", help="end in 1 where the bar is missed")
    return parser.parse_args()


def _slack(store: Watched, asked: Sequence[str], how: Namespace) -> list[Request]:
    """What Slack's askers asked, one after another in a thread each."""
    settings = config.Slack(bot_token=SECRET, signing_secret=SECRET)
    threads = app.Threads(Threads(ASKING), ThreadPoolExecutor(1), ThreadPoolExecutor(2))
    wire = ThreadingHTTPServer(("127.0.0.1", 0), _Slack)
    Thread(target=wire.serve_forever, daemon=True).start()
    client = WebClient(SECRET, base_url=f"http://127.0.0.1:{wire.server_port}/")
    bot = app.application(settings, store, client, threads)
    WebhookClient.send_dict = _handed_over  # type: ignore[method-assign] # where the SDK begins
    queries, until = cycle(asked), time.perf_counter() + how.seconds

    def ask() -> Iterator[Request]:
        while time.perf_counter() < until:
            heard = _heard(next(queries))
            request = Request()
            with request.worked_on():
                bot.dispatch(heard)
            request.handed_over.wait()
            yield request

    with ThreadPoolExecutor(how.askers) as people:
        asking = [people.submit(lambda: list(ask())) for _ in range(how.askers)]
        return [request for one in asking for request in one.result()]


class _Slack(BaseHTTPRequestHandler):
    """What tells Bolt, once, whose token it has."""

    def do_POST(self) -> None:
        """Tell it."""
        told = {"ok": True, "team_id": "T1", "user_id": "U2", "bot_id": "B2", "user": {"id": "U1"}}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""


def _handed_over(_self: WebhookClient, _body: dict[str, Any], *_: Any) -> WebhookResponse:
    if request := NOW.get():
        request.hand_over()
    return WebhookResponse(url="", status_code=200, body="ok", headers={})


def _heard(words: str) -> BoltRequest:
    body = urlencode(
        {"command": "/whosaid", "text": words, "team_id": "T1", "user_id": "U1", "channel_id": "C1",
         "trigger_id": "1.1", "response_url": "http://[::1]:9/commands/1"}
    )  # fmt: skip
    stamp = str(int(time.time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Signature": str(signature),
        "X-Slack-Request-Timestamp": stamp,
    }
    return BoltRequest(body=body, headers=headers)


class _NoWire(AsyncWebhookAdapter):
    """What is between discord.py and Discord: it takes all, and the answer stops the clock."""

    async def request(self, route: Any, *_: Any, **__: Any) -> Any:
        """Take what is sent; Discord's first answer is that the bot is at it."""
        if "callback" in route.path:
            return {"interaction": {"id": "1", "type": 2}}
        if request := NOW.get():
            request.hand_over()
        author = {"id": "2", "username": "bot", "discriminator": "0", "avatar": None}
        return {
            "id": "5", "channel_id": "4", "author": author, "content": "", "timestamp": STAMP,
            "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [],
            "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "type": 0,
            "flags": 64, "components": [],
        }  # fmt: skip


async def _discord(store: Watched, asked: Sequence[str], how: Namespace) -> list[Request]:
    """What Discord's askers asked, all of them in one loop."""
    loop = asyncio.get_running_loop()
    loop.set_default_executor(Threads())
    loop.set_task_factory(_task)
    async_context.set(_NoWire())
    client = Client(config.Discord(), store)
    await client._async_setup_hook()  # what logging in would do
    client._connection.application_id = 3
    me = {"id": "2", "username": "bot", "discriminator": "0", "avatar": None}
    client._connection.user = ClientUser(state=client._connection, data=me)
    queries, until = cycle(asked), time.perf_counter() + how.seconds

    async def ask() -> list[Request]:
        found = []
        while time.perf_counter() < until:
            told, request = _interaction(next(queries)), Request()
            with request.worked_on():
                client._connection.parse_interaction_create(told)
            while not request.handed_over.is_set():  # noqa: ASYNC110 - Slack's askers are threads
                await asyncio.sleep(0.002)
            found.append(request)
        return found

    every = await asyncio.gather(*(ask() for _ in range(how.askers)))
    return [request for one in every for request in one]


def _task(loop: asyncio.AbstractEventLoop, coroutine: Any, **named: Any) -> asyncio.Task[Any]:
    request = NOW.get()

    async def stepped() -> Any:
        return await Stepped(coroutine, request) if request else await coroutine

    return asyncio.Task(stepped(), loop=loop, **named)


def _interaction(words: str) -> Any:
    user = {"id": "6", "username": "rita", "discriminator": "0", "avatar": None}
    member = {
        "user": user, "roles": [], "joined_at": STAMP, "deaf": False, "mute": False, "flags": 0,
        "permissions": "3072",
    }  # fmt: skip
    option = {"name": "words", "type": 3, "value": words}
    return {
        "id": "1", "application_id": "3", "type": 2, "token": "t", "version": 1, "guild_id": "7",
        "channel_id": "4", "channel": {"id": "4", "type": 0, "name": "news", "position": 0},
        "member": member, "locale": "en-US", "guild_locale": "en-US", "app_permissions": "3072",
        "entitlements": [], "attachment_size_limit": 1, "context": 0,
        "authorizing_integration_owners": {"0": "7"},
        "data": {"id": "8", "name": "whosaid", "type": 1, "options": [option]},
    }  # fmt: skip


def _printed(what: str, requests: Sequence[Request]) -> float:
    """The 95th percentile of the CPU time that *requests* took beside the search, printed."""
    figures = {
        "CPU beside the search": [one.added for one in requests],
        "CPU of the search": [one.searched for one in requests],
        "wall beside the search": [one.wall_added for one in requests],
        "wall of the search": [one.wall_searched for one in requests],
    }
    print(f"{what}: {len(requests)} answers; ms, p50 and p95")
    for name, seconds in figures.items():
        parts = quantiles(seconds, n=100)
        print(f"  {name:24} {1000 * parts[49]:8.1f} {1000 * parts[94]:8.1f}")
    return quantiles(figures["CPU beside the search"], n=100)[94]


if __name__ == "__main__":
    sys.exit(main())
