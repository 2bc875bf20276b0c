"""A site on this machine: what it serves, and what it was asked."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address

from store.fetching import Fetcher, Policy
from store.fetching.addresses import IPAddress

LOOPBACK = IPv4Address("127.0.0.1")


@dataclass(frozen=True)
class Reply:
    """One answer; *act* writes a body that is not plain bytes."""

    data: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str | None = "text/html; charset=utf-8"
    length: int | None = None  # where it is told wrong
    act: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Site:
    """What stands at each path; a path that is not there is answered with 404."""

    url: str
    port: int
    pages: dict[str, Reply | Callable[[BaseHTTPRequestHandler], Reply]] = field(
        default_factory=dict
    )
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def headers(self, path: str) -> dict[str, str]:
        """What was told when *path* was asked for last, names in lower case."""
        return next(told for asked, told in reversed(self.asked) if asked == path)


@contextmanager
def serving(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that answers on *host* as long as the context lasts."""
    server = ThreadingHTTPServer((host, 0), _Handler)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    port = server.server_address[1]
    server.site = Site(f"{'https' if tls else 'http'}://{host}:{port}", port)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.site  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def policy(**told: object) -> Policy:
    """The rules of the bot, but for tests' own sites and without a pause between requests."""

    def permitted(address: IPAddress) -> bool:
        return address == LOOPBACK

    def resolve(host: str, port: int) -> list[str]:
        return [str(LOOPBACK)]

    ours = {"permitted": permitted, "resolve": resolve, "ports": range(1, 65536), "pause": 0}
    return Policy(**{**ours, **told})  # type: ignore[arg-type]


def fetcher(**told: object) -> Fetcher:
    """A fetcher by that `policy`."""
    return Fetcher(policy(**told))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        page = site.pages.get(self.path, Reply(status=404))
        self._answer(page(self) if callable(page) else page)
        self.close_connection = True

    def _answer(self, reply: Reply) -> None:
        self.send_response(reply.status)
        if reply.kind:
            self.send_header("Content-Type", reply.kind)
        if reply.act is None:
            length = len(reply.data) if reply.length is None else reply.length
            self.send_header("Content-Length", str(length))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(reply.data)
            if reply.act:
                reply.act(self)
        except OSError:
            pass  # who asked went away

    def log_message(self, *told: object) -> None:
        pass
