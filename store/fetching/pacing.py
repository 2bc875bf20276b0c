"""Pauses between requests to one host, whichever thread makes them."""

from __future__ import annotations

import threading
import time

_MOST = 1000  # hosts that are remembered


class Pacing:
    """Whose turn it is, host by host: a turn is given out once."""

    def __init__(self) -> None:
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, pause: float, stop: threading.Event) -> bool:
        """Wait until *host* may be asked, for the next one *pause* seconds later.

        False where *stop* is set by then.
        """
        return not stop.wait(max(0.0, self._turn(host, pause) - time.monotonic()))

    def _turn(self, host: str, pause: float) -> float:
        with self._lock:
            now = time.monotonic()
            if len(self._next) > _MOST:
                self._next = {name: at for name, at in self._next.items() if at > now}
            turn = max(now, self._next.get(host, 0.0))
            self._next[host] = turn + pause
            return turn
