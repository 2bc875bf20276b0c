"""What sites ask of robots in their robots.txt (RFC 9309)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from store.errors import Unfetchable
from store.fetching.addresses import Target, unfetchable
from store.fetching.requesting import Answer

NAME = "OnRecord"  # which rules are for us

_LARGEST = 500 * 1024  # bytes that are heeded, as RFC 9309 has it
_KEPT = 3600.0  # seconds
_KEPT_UNREAD = 120.0  # seconds, where it could not be read
_MOST = 1000  # sites whose rules are kept

_REFUSED = "the site's robots.txt asks robots to leave it alone; paste the text instead"


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks for; with *trouble* it cannot be known, so nothing may be fetched now."""

    told: Protego
    until: float
    trouble: Unfetchable | None = None

    def check(self, asked: Target) -> None:
        """Raise Unfetchable where *asked* is to be left alone."""
        if error := self.trouble:
            passing, retry_after = error.passing, error.retry_after
            raise unfetchable(asked.url, error.why, passing=passing, retry_after=retry_after)
        if not self.told.can_fetch(asked.url, NAME):
            raise unfetchable(asked.url, _REFUSED)

    @property
    def pause(self) -> float:
        """The seconds between two requests that it asks for."""
        return float(self.told.crawl_delay(NAME) or 0)


class Robots:
    """The rules of each site, read by *read* when one is asked for first, and kept for a while."""

    def __init__(self, read: Callable[[Target], Rules]) -> None:
        self._read = read
        self._kept: dict[tuple[str, str], Rules] = {}
        self._lock = threading.Lock()

    def rules(self, asked: Target) -> Rules:
        """What the site of *asked* asks for."""
        site = (asked.scheme, asked.authority)
        with self._lock:
            known = self._kept.get(site)
        if known and known.until > time.monotonic():
            return known
        found = self._read(Target(asked.scheme, asked.host, asked.port, "/robots.txt"))
        with self._lock:
            if len(self._kept) >= _MOST:
                now = time.monotonic()
                self._kept = {site: kept for site, kept in self._kept.items() if kept.until > now}
            self._kept[site] = found
        return found


def rules(answer: Answer, retry_after: float | None) -> Rules:
    """What *answer* to the question for a robots.txt says; one that is not there allows all."""
    if answer.status in {200, 203}:
        return Rules(Protego.parse(_start(answer)), time.monotonic() + _KEPT)
    if 400 <= answer.status < 500 and answer.status != 429:
        return Rules(_ALL, time.monotonic() + _KEPT)
    why = f"the site's robots.txt cannot be read now ({answer.status})"
    return unread(unfetchable("", why, passing=True, retry_after=retry_after))


def unread(error: Unfetchable) -> Rules:
    """The rules where *error* kept them from being read."""
    return Rules(_ALL, time.monotonic() + _KEPT_UNREAD, error)


_ALL = Protego.parse("")


def _start(answer: Answer) -> str:
    """As much of a robots.txt as is heeded; a line that is cut short there is left out."""
    read = b""
    for piece in answer.pieces():
        read += piece
        if len(read) > _LARGEST:
            break
    whole = read if len(read) <= _LARGEST else read[:_LARGEST].rpartition(b"\n")[0]
    return whole.decode("utf-8", "replace")
