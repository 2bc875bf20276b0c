"""Slack's side of the wire: a server on this machine that answers the SDK."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

TEAM, BOT = "T0NEWS", "U0BOT"

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """One thing that the bot asked of Slack."""

    method: str  # "chat.postMessage", "response_url", "file"
    given: Json
    headers: Mapping[str, str]

    @property
    def blocks(self) -> list[Json]:
        return self.given.get("view", self.given)["blocks"]

    @property
    def words(self) -> str:
        """The text that a reader of its rich text sees."""
        return "\n".join(
            part.get("text", "")
            for block in self.blocks
            if block["type"] == "rich_text"
            for section in block["elements"]
            for part in section["elements"]
        )

    @property
    def buttons(self) -> dict[str, Json]:
        """Its buttons, by action, but for those that every card has."""
        return {name: one for name, one in self.every_button.items() if name != "wrong"}

    @property
    def every_button(self) -> dict[str, Json]:
        """Its buttons, by action; of those of several cards the last."""
        rows = [block["elements"] for block in self.blocks if block["type"] == "actions"]
        return {button["action_id"]: button for row in rows for button in row}


@dataclass
class Peer:
    """Slack's side of the wire: records each call and answers as Slack would."""

    calls: list[Call] = field(default_factory=list)
    profile: Json = field(default_factory=dict)  # what more users.info tells
    refusals: dict[str, str] = field(default_factory=dict)  # method -> error
    busy: set[str] = field(default_factory=set)  # methods that are rate limited, once
    spent: bool = False  # whether response_urls are used up
    admins: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    url: str = ""
    socket: str = ""  # where apps.connections.open sends a bot

    def of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def only(self, method: str) -> Call:
        (call,) = self.of(method)
        return call

    @property
    def sent(self) -> list[Call]:
        """What a person or a channel got to see."""
        return [c for c in self.calls if c.method.startswith(("chat.", "response_url"))]

    def answer(self, method: str, given: Json) -> Json:
        if method in self.refusals:
            return {"ok": False, "error": self.refusals[method]}
        return {"ok": True, **self._detail(method, given)}

    def _detail(self, method: str, given: Json) -> Json:
        if method == "auth.test":
            return {"team_id": TEAM, "user_id": BOT, "bot_id": "B0BOT", "url": self.url}
        if method == "users.info":
            admin = given["user"] in self.admins
            user = {"id": given["user"], "is_admin": admin, "is_owner": False}
            return {"user": user | self.profile}
        if method == "files.info":
            name = given["file"]
            link = name if "://" in name else f"{self.url}/files/{name}"
            return {"file": {"id": name, "name": name.rpartition("/")[2], "url_private": link}}
        if method == "apps.connections.open":
            return {"url": self.socket}
        return {"ts": "1700000000.000100", "message_ts": "1700000000.000100"}


class Handler(BaseHTTPRequestHandler):
    """One request to the peer: a Web API method, a response_url, or a file."""

    peer: Peer

    def log_message(self, *_: object) -> None:
        """Nothing: the peer keeps its calls."""

    def do_GET(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        is_json = "json" in self.headers["Content-Type"]
        self._serve(json.loads(body or "{}") if is_json else dict(parse_qsl(body)))

    def _serve(self, given: Json) -> None:
        parts = urlsplit(self.path)
        given = {**dict(parse_qsl(parts.query)), **given}
        for key in {"blocks", "view"} & given.keys():
            given[key] = json.loads(given[key]) if isinstance(given[key], str) else given[key]
        top, _, rest = parts.path.strip("/").partition("/")
        method = {"api": rest, "files": "file"}.get(top, "response_url")
        self.peer.calls.append(Call(method, given, dict(self.headers)))
        if method in self.peer.busy:
            self.peer.busy.remove(method)
            self._send(429, b'{"ok": false, "error": "ratelimited"}')
        elif method == "file":
            self._send(200 if rest in self.peer.files else 302, self.peer.files.get(rest, b""))
        elif method == "response_url":
            self._send(*((404, b"used_url") if self.peer.spent else (200, b"ok")))
        else:
            self._send(200, json.dumps(self.peer.answer(method, given)).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if status == 429:
            self.send_header("Retry-After", "0")
        if status == 302:
            self.send_header("Location", f"{self.peer.url}/files/elsewhere")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving() -> Iterator[Peer]:
    """A peer that answers at its url."""
    found = Peer()
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), type("Handler", (Handler,), {"peer": found})
    ) as server:
        found.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield found
        server.shutdown()
        thread.join()
