"""What may be fetched, and how much of it."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import certifi

from store.fetching.addresses import IPAddress, is_public

Resolver = Callable[[str, int], Iterable[str]]


def answers(host: str, port: int) -> Iterable[str]:
    """Every address that this machine finds for the name *host*; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return dict.fromkeys(str(place[0]) for *_, place in found)


@cache
def trusted() -> ssl.SSLContext:
    """What certificates are held against: those who vouch for them here, and for browsers."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True, slots=True)
class Policy:
    """The bounds of fetching; made in code only: no setting of a running bot widens them.

    Times are in seconds, sizes in bytes.
    """

    permitted: Callable[[IPAddress], bool] = is_public
    ports: frozenset[int] = frozenset({80, 443})
    resolve: Resolver = answers
    trusted: Callable[[], ssl.SSLContext] = trusted
    largest: int = 20 * 1024 * 1024  # after decompression, and as it comes
    connecting: float = 5  # until a name is looked up, and until a connection stands
    silent: float = 15  # that nothing comes
    whole: float = 25  # for one address with all that it leads to, but for pauses
    pause: float = 1  # between two requests to one host
    longest_pause: float = 30  # that a site may ask for by Crawl-delay
