"""A workspace with the bot in it, and the requests that Slack sends for what people do there."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jsonschema_rs
import pytest
from slack_bolt import App, BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

from bot.config import Slack
from bot.platforms.slack.app import Threads, application
from store.articles import read
from store.model import Article
from store.store import Store

from .peer import BOT, TEAM, Json, Peer, serving

TOKEN = "xoxb-1-not-a-real-token"
SECRET = "0123456789abcdef0123456789abcdef"
EDITOR, READER = "U0EDITOR", "U0READER"
CHANNEL, DIRECT = "C0DESK", "D0READER"


Contract = Callable[[str, object], None]


@pytest.fixture(scope="session")
def contract(shared: Path) -> Contract:
    """Raises where a payload is none of the kind that Slack's own types give that name."""

    @cache
    def validator(kind: str) -> jsonschema_rs.Validator:
        schema = json.loads((shared / f"contracts/slack/{kind}.json").read_text(encoding="utf-8"))
        return jsonschema_rs.validator_for(schema)

    return lambda kind, payload: validator(kind).validate(payload)


@pytest.fixture
def peer() -> Iterator[Peer]:
    with serving() as found:
        yield found


@pytest.fixture
def store(tmp_path: Path, seeds: Path) -> Iterator[Store]:
    """A store that holds the seed article."""
    with Store(tmp_path / "onrecord.db") as found:
        path = next(seeds.glob("*.txt"))
        found.load(read(path.name, path.read_bytes()), by="test")
        yield found


def merged(base: Json, extra: Json) -> Json:
    """*base* with *extra* laid over it, at every depth."""
    result = dict(base)
    for key, value in extra.items():
        below = result.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        result[key] = merged(below, value) if both else value
    return result


@pytest.fixture(params=["minimal", "samples"])
def shapes(request: pytest.FixtureRequest) -> Callable[[str], Json]:
    """What a payload is built on: nothing, or Slack's own sample of its shape."""
    if request.param == "minimal":
        return lambda _: {}
    samples = request.getfixturevalue("shared") / "contracts/slack/samples"
    return lambda path: json.loads((samples / path).read_text(encoding="utf-8"))


@dataclass
class Workspace:
    """A workspace with the bot in it; each method is something a person does there."""

    app: App
    peer: Peer
    threads: Threads
    shapes: Callable[[str], Json]
    team: str = TEAM
    events: int = 0
    waiting: tuple[str, ...] = ("asking", "noting", "loading")  # for whose work each method waits

    @contextmanager
    def busy(self, kind: str) -> Iterator[None]:
        """No thread of that *kind* is free; nobody waits for one."""
        free = threading.Event()
        getattr(self.threads, kind).submit(free.wait, 10)
        before, self.waiting = self.waiting, tuple(one for one in self.waiting if one != kind)
        try:
            yield
        finally:
            free.set()
            self.waiting = before

    def command(self, name: str, text: str = "", user: str = READER, **more: str) -> BoltResponse:
        filled = {
            "command": name, "text": text, "user_id": user, "team_id": self.team,
            "channel_id": CHANNEL, "trigger_id": "1.2.abc",
            "response_url": f"{self.peer.url}/commands/once",
        }  # fmt: skip
        base = self.shapes("app-backend/slash-commands/SlashCommandPayload.json")
        return self.send(urlencode(base | filled | more))

    def shortcut(self, key: str, text: str, user: str = READER, **message: Any) -> BoltResponse:
        """Somebody chooses *key* in the menu of a message."""
        base = self.shapes("app-backend/interactive-components/MessageShortcutPayload.json")
        for name in ("attachments", "file", "files", "thread_ts"):
            base.get("message", {}).pop(name, None)
        filled = {
            "type": "message_action", "callback_id": key, "trigger_id": "1.2.abc",
            "team": {"id": self.team}, "user": {"id": user, "team_id": self.team},
            "channel": {"id": CHANNEL}, "response_url": f"{self.peer.url}/actions/once",
            "message_ts": "1.1", "message": {"text": text, "ts": "1.1"} | message,
        }  # fmt: skip
        return self.send(urlencode({"payload": json.dumps(merged(base, filled))}))

    def click(self, button: Json, user: str = READER, **container: Any) -> BoltResponse:
        channel, home = container.pop("channel", CHANNEL), container.pop("home", self.team)
        base = self.shapes("app-backend/interactive-components/BlockActionPayload.json")
        base.pop("view", None)  # a click is in a message or in a view, never in both
        filled = {
            "type": "block_actions", "team": {"id": self.team},
            "user": {"id": user, "team_id": home},
            "channel": {"id": channel}, "response_url": f"{self.peer.url}/actions/once",
            "trigger_id": "1.2.abc",
            "container": {"type": "message", "message_ts": "1.1", "is_ephemeral": True}
            | container,
            "actions": [{**button, "block_id": "b", "action_ts": "1.2"}],
        }  # fmt: skip
        return self.send(urlencode({"payload": json.dumps(merged(base, filled))}))

    def press(
        self, button: Json, user: str = READER, *, view: str = "home", home: str = ""
    ) -> BoltResponse:
        """A click in the bot's home, or in a modal."""
        base = self.shapes("app-backend/interactive-components/BlockActionPayload.json")
        for name in ("channel", "message", "response_url"):
            base.pop(name, None)
        base.get("view", {}).pop("app_installed_team_id", None)
        filled = {
            "type": "block_actions", "team": {"id": self.team},
            "user": {"id": user, "team_id": home or self.team}, "trigger_id": "1.2.abc",
            "container": {"type": "view", "view_id": "V1"}, "view": {"id": "V1", "type": view},
            "actions": [{**button, "block_id": "b", "action_ts": "1.2"}],
        }  # fmt: skip
        base["container"] = {}
        return self.send(urlencode({"payload": json.dumps(merged(base, filled))}))

    def go_home(self, user: str = READER, **envelope: Any) -> Json:
        """The home that somebody is shown who opens it."""
        opened = {"type": "app_home_opened", "user": user, "tab": "home", "channel": DIRECT}
        self.event(opened, **envelope)
        return self.peer.of("views.publish")[-1].given

    def submit(self, view: Json, values: Json, user: str = EDITOR) -> BoltResponse:
        base = self.shapes("app-backend/views/ViewSubmissionPayload.json")
        base.get("view", {}).pop("app_installed_team_id", None)
        state = {"values": {name: {name: value} for name, value in values.items()}}
        kept = {k: view[k] for k in ("type", "callback_id", "private_metadata")}
        filled = {
            "type": "view_submission", "team": {"id": self.team}, "user": {"id": user},
            "view": {**kept, "id": "V1", "state": state},
        }  # fmt: skip
        return self.send(urlencode({"payload": json.dumps(merged(base, filled))}))

    def suggest(self, typed: str, home: str = "") -> list[Json]:
        """What is offered to somebody of the workspace *home* who types a name in a form."""
        filled = {
            "type": "block_suggestion", "block_id": "instead", "action_id": "instead",
            "value": typed, "team": {"id": self.team},
            "user": {"id": READER, "team_id": home or self.team},
            "view": {"id": "V1", "type": "modal", "callback_id": "wrong_speaker"},
        }  # fmt: skip
        response = self.send(urlencode({"payload": json.dumps(filled)}))
        assert response.status == 200
        return json.loads(response.body)["options"]

    def event(self, filled: Json, *, id: str = "", **envelope: Any) -> BoltResponse:  # noqa: A002
        kinds = {"app_home_opened": "AppHomeOpened", "app_mention": "AppMention"}
        kinds["link_shared"] = "LinkShared"
        base = self.shapes(f"events/{kinds.get(filled['type'], 'Message')}Payload.json")
        for name in ("subtype", "unfurl_id", "source"):
            base.get("event", {}).pop(name, None)
        self.events += 1
        body = {
            "type": "event_callback", "team_id": self.team, "event_id": id or f"Ev{self.events}",
            "authorizations": [{"team_id": self.team, "user_id": BOT, "is_bot": True}],
            "event": {"user": READER, "ts": "1.1"} | filled,
        }  # fmt: skip
        return self.send(json.dumps(merged(base, body | envelope)))

    def mention(self, text: str, channel: str = CHANNEL, **more: str) -> BoltResponse:
        said = {"type": "app_mention", "text": f"<@{BOT}> {text}", "channel": channel}
        return self.event(said | more)

    def write(self, text: str, **more: str) -> BoltResponse:
        said = {"type": "message", "channel_type": "im", "text": text, "channel": DIRECT}
        return self.event(said | more)

    def send(self, body: str, *, secret: str = SECRET, age: float = 0) -> BoltResponse:
        """Dispatch *body*, signed."""
        response = self.app.dispatch(BoltRequest(body=body, headers=signature(body, secret, age)))
        for kind in self.waiting:  # of one thread each
            getattr(self.threads, kind).submit(int).result()
        return response


def signature(body: str, secret: str = SECRET, age: float = 0) -> dict[str, str]:
    """The headers that Slack sends with *body*."""
    stamp = str(int(time.time() - age))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    kind = "application/json" if body.startswith("{") else "application/x-www-form-urlencoded"
    return {
        "Content-Type": kind,
        "X-Slack-Signature": str(signature),
        "X-Slack-Request-Timestamp": stamp,
    }


@pytest.fixture
def signed() -> Callable[..., dict[str, str]]:
    return signature


@pytest.fixture
def settings() -> Slack:
    return Slack(bot_token=TOKEN, signing_secret=SECRET, editors=frozenset({EDITOR}))


@pytest.fixture
def workspace(
    peer: Peer, store: Store, settings: Slack, shapes: Callable[[str], Json]
) -> Iterator[Workspace]:
    client = WebClient(TOKEN, base_url=f"{peer.url}/api/")
    with ExitStack() as stack:  # one each, so that `send` can wait for them
        threads = Threads(*(stack.enter_context(ThreadPoolExecutor(1)) for _ in range(3)))
        app = application(settings, store, client, threads, files=f"{peer.url}/files")
        yield Workspace(app, peer, threads, shapes)


@pytest.fixture
def loaded_here(store: Store) -> None:
    """An article that only this workspace has."""
    text = "“Only moonlight pays for that,” Ada Marsh said on Friday.\n"
    store.load(Article(text), by="test", scope=f"slack:{TEAM}")


@pytest.fixture
def many(store: Store) -> None:
    """More statements on one thing than a page holds, in this workspace."""
    for number in range(12):
        text = f"“The harbour is closed for {number + 2} days,” said Ada Marsh{number}.\n"
        store.load(Article(text), by="test", scope=f"slack:{TEAM}")


@pytest.fixture
def being_loaded(tmp_path: Path) -> Callable[[], AbstractContextManager[None]]:
    """Another process that holds the store as a loader does, until it is let go."""

    @contextmanager
    def hold() -> Iterator[None]:
        with closing(sqlite3.connect(tmp_path / "onrecord.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield

    return hold
