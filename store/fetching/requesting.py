"""One request to one vetted address: what comes back is bounded in time and size."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException

from urllib3 import HTTPHeaderDict
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ProtocolError, SSLError
from urllib3.response import BaseHTTPResponse

from store.fetching.addresses import IPAddress, Target, unfetchable
from store.fetching.policy import Policy
from store.fetching.unpacking import ENCODINGS, PIECE, CutOff, unpacked

_MOST_ADDRESSES, _OF_EACH = 32, 2  # of one host; that are tried, of IPv4 and of IPv6

_SLOW = "it takes too long"
_SILENT = "the site does not answer"
_BROKEN_OFF = "its answer broke off or is damaged"
_INSECURE = "no secure connection to the site can be made"
_DISTRUSTED = "its certificate does not show that it is that site; paste the text instead"

_DAMAGE = (HTTPException, ProtocolError, ConnectionResetError, zlib.error, CutOff)


class TimeUp(Exception):
    """The deadline has passed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answers: the body is read as long as it is asked for."""

    status: int
    headers: HTTPHeaderDict
    _response: BaseHTTPResponse
    _asked: Target
    _largest: int

    def pieces(self) -> Iterator[bytes]:
        """The body as it comes, decompressed; raises Unfetchable where it gets too large."""
        encoding = self.headers.get("content-encoding", "").strip().lower().removeprefix("x-")
        if encoding not in {"identity", "", *ENCODINGS}:
            raise unfetchable(self._asked.url, "it is compressed in a way that was not asked for")
        if int(self._response.length_remaining or 0) > self._largest:
            raise self._too_large()
        raw = iter(partial(self._response.read1, PIECE, decode_content=False), b"")
        size = 0
        for piece in unpacked(raw) if encoding in ENCODINGS else raw:
            size += len(piece)
            if max(size, self._response.tell()) > self._largest:
                raise self._too_large()
            yield piece

    def body(self) -> bytes:
        """All of the body, as `pieces` has it."""
        return b"".join(self.pieces())

    def _too_large(self) -> Exception:
        size = f"{self._largest // 1024**2} MB"
        return unfetchable(self._asked.url, f"it is larger than {size}")


@contextmanager
def answering(
    asked: Target,
    addresses: tuple[IPAddress, ...],
    headers: Mapping[str, str],
    policy: Policy,
    patience: float,
) -> Iterator[Answer]:
    """What *asked* answers at the first of *addresses* that can be connected to.

    Whatever goes wrong, while the body is read inside, too, is Unfetchable. Nothing that the
    environment tells of proxies is heeded: they would connect to what nobody vetted.
    """
    late = threading.Event()
    until = time.monotonic() + patience
    try:
        connection = _connected(asked, addresses, policy, until)
        with _ending(connection, until, late):
            asking = {"Host": asked.authority, "Accept-Encoding": ", ".join(ENCODINGS), **headers}
            connection.request("GET", asked.path, headers=asking, preload_content=False)
            response = connection.getresponse()
            yield Answer(response.status, response.headers, response, asked, policy.largest)
            if late.is_set():  # what ends with its connection may look whole
                raise TimeUp
    except (HTTPError, OSError, TimeUp, *_DAMAGE) as error:
        why = _SLOW if late.is_set() or time.monotonic() >= until else _trouble(error)
        raise unfetchable(asked.url, why, passing=why != _DISTRUSTED) from error


def _connected(
    asked: Target, addresses: tuple[IPAddress, ...], policy: Policy, until: float
) -> HTTPConnection:
    """A connection to one of *addresses*, and to nothing else; the host stands in its requests."""
    *others, last = _few(addresses[:_MOST_ADDRESSES])
    for address in others:
        with suppress(OSError, HTTPError):
            return _connection(asked, address, policy, until)
    return _connection(asked, last, policy, until)


def _few(addresses: tuple[IPAddress, ...]) -> Iterator[IPAddress]:
    """The first of each kind: where a network's IPv6 leads nowhere IPv4 has its turn."""
    for place, address in enumerate(addresses):
        before = sum(one.version == address.version for one in addresses[:place])
        if before < _OF_EACH:
            yield address


def _connection(asked: Target, address: IPAddress, policy: Policy, until: float) -> HTTPConnection:
    patience = min(policy.connecting, until - time.monotonic())
    if patience <= 0:
        raise TimeUp
    if asked.scheme == "https":
        connection: HTTPConnection = HTTPSConnection(
            str(address),
            asked.port,
            timeout=patience,
            ssl_context=policy.trusted(),
            server_hostname=asked.host,  # which the certificate must be of
        )
    else:
        connection = HTTPConnection(str(address), asked.port, timeout=patience)
    try:
        connection.connect()
    except BaseException:
        connection.close()
        raise
    connection.timeout = policy.silent
    return connection


@contextmanager
def _ending(connection: HTTPConnection, until: float, late: threading.Event) -> Iterator[None]:
    """End *connection*, at the latest when time is up: one that trickles never falls silent."""
    line: socket.socket = connection.sock

    def end() -> None:
        late.set()
        with suppress(OSError):
            # past TLS: its own way would end what another thread is reading from
            socket.socket.shutdown(line, socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, until - time.monotonic()), end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


def _trouble(error: Exception) -> str:
    causes = (error, error.__cause__, error.__context__)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return _DISTRUSTED
    if any(isinstance(cause, ssl.SSLError | SSLError) for cause in causes):
        return _INSECURE
    return _BROKEN_OFF if isinstance(error, _DAMAGE) else _SILENT
