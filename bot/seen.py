"""What comes twice is worked on once: an event that Slack sends again, a button pressed twice."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

REMEMBERED = 10_000  # ids; Slack repeats an event at most three times, within an hour


class Seen:
    """The events that came lately, by id.

    The id decides, not `X-Slack-Retry-Num`: the first try may have met a bot that was down.
    """

    def __init__(self) -> None:
        self._ids: OrderedDict[str, None] = OrderedDict()
        self._lock = Lock()

    def again(self, event: str) -> bool:
        """Whether *event* came before; from now on it did."""
        with self._lock:
            if event in self._ids:
                return True
            self._ids[event] = None
            if len(self._ids) > REMEMBERED:
                self._ids.popitem(last=False)
            return False

    def forget(self, event: str) -> None:
        """Let *event* come again: nothing came of it."""
        with self._lock:
            self._ids.pop(event, None)
