"""Fetching one address: every hop is vetted, allowed by its site and waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from urllib.parse import urljoin

from store.errors import Unfetchable
from store.fetching import robots
from store.fetching.addresses import Target, target, unfetchable
from store.fetching.fetched import Fetched, fetched, retry_after
from store.fetching.pacing import Pacing
from store.fetching.policy import Policy
from store.fetching.requesting import Answer, answering
from store.fetching.resolving import vetted
from store.fetching.robots import Robots, Rules

REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_VALIDATOR = 500  # characters of an ETag or a date that are sent back

_STOPPING = "On Record is stopping"
_NEVER = threading.Event()


class Fetcher:
    """Fetches addresses, politely: it remembers what sites ask for, and when it asked them.

    May be used from many threads at once.
    """

    def __init__(self, policy: Policy | None = None) -> None:
        self._policy = policy or Policy()
        self._pacing = Pacing()
        self._robots = Robots(self._rules)

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        stop: threading.Event = _NEVER,
    ) -> Fetched:
        """What is at *url*; with validators that a site gave earlier, only what changed since.

        Raises Unfetchable, which says what to do. Once *stop* is set nothing waits for its turn.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        asked = {name: told for name, told in known.items() if told and _fits(told)}
        first = target(url, self._policy.ports)
        headers = {**_headers(), **asked}
        with self._following(first, headers, self._allowed, stop) as (found, answer):
            return fetched(found, answer, conditional=bool(asked))

    @contextmanager
    def _following(
        self,
        asked: Target,
        headers: Mapping[str, str],
        pause: Callable[[Target], float],
        stop: threading.Event,
    ) -> Iterator[tuple[Target, Answer]]:
        """The answer of *asked*, or of what it leads to at last, and where that is."""
        patience = self._policy.whole
        first = asked
        for _ in range(REDIRECTS + 1):
            if not self._pacing.wait(asked.host, pause(asked), stop):
                raise unfetchable(asked.url, _STOPPING, passing=True)
            began = time.monotonic()
            addresses = vetted(asked, self._policy, min(self._policy.connecting, patience))
            left = patience - (time.monotonic() - began)
            with answering(asked, addresses, headers, self._policy, left) as answer:
                further = self._further(asked, answer)
                if further is None:
                    yield asked, answer
                    return
            patience -= time.monotonic() - began
            asked = further
        raise unfetchable(first.url, f"it leads further more than {REDIRECTS} times")

    def _further(self, asked: Target, answer: Answer) -> Target | None:
        """Where *answer* leads, None where it is what was asked for."""
        place = answer.headers.get("location")
        if answer.status not in _MOVED or not place:
            return None
        try:
            return target(urljoin(asked.url, _as_sent(place)), self._policy.ports)
        except ValueError as error:
            raise unfetchable(asked.url, "it leads to what is no address") from error

    def _allowed(self, asked: Target) -> float:
        """The pause that the site of *asked* wants; raises Unfetchable where it wants no robots."""
        rules = self._robots.rules(asked)
        rules.check(asked)
        return min(max(self._policy.pause, rules.pause), self._policy.longest_pause)

    def _pause(self, _: Target) -> float:
        return self._policy.pause

    def _rules(self, asked: Target) -> Rules:
        try:
            with self._following(asked, _headers(), self._pause, _NEVER) as (_, answer):
                return robots.rules(answer, retry_after(answer))
        except Unfetchable as error:
            return robots.unread(error)


@cache
def shared() -> Fetcher:
    """The one fetcher of this process: what it knows of sites holds whoever asks."""
    return Fetcher()


@cache
def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{robots.NAME}/{version('onrecord')}",
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
    }


def _fits(told: str) -> bool:
    """Whether a validator may be sent back: it comes from a site, and would stand in a header."""
    return len(told) <= _VALIDATOR and told.isascii() and told.isprintable()


def _as_sent(place: str) -> str:
    """A Location as its site wrote it: UTF-8, which headers are not read as, and with spaces."""
    with suppress(UnicodeError):
        place = place.encode("latin-1").decode("utf-8")
    return place.strip().replace(" ", "%20")
