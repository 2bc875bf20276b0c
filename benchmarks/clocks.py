"""Clocks of a request that several threads work on, of which some search: whose time was what."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from store.model import Match, Query
from store.store import Store

NOW: ContextVar[Request | None] = ContextVar("NOW", default=None)  # what this thread works on


class Request:
    """The seconds that one request took until its answer was handed over: CPU, and wall."""

    def __init__(self) -> None:
        self.cpu = self.searched = 0.0  # CPU: of all, and of the search
        self.wall_searched = self.waited = 0.0  # for the search, and for a free thread
        self.began, self.ended = time.perf_counter(), 0.0
        self.handed_over = threading.Event()
        self._last = (0, 0.0)  # the thread that handed over, and its CPU time then
        self._lock = threading.Lock()

    @property
    def added(self) -> float:
        """The CPU time beside the search."""
        return self.cpu - self.searched

    @property
    def wall_added(self) -> float:
        """The wall time beside the search and the wait for a thread."""
        return self.ended - self.began - self.wall_searched - self.waited

    @contextmanager
    def worked_on(self) -> Iterator[None]:
        """Count what this thread does meanwhile, up to where the answer is handed over."""
        if self.handed_over.is_set():
            yield
            return
        before, began = NOW.set(self), time.thread_time()
        try:
            yield
        finally:
            NOW.reset(before)
            thread, last = self._last
            until = last if thread == threading.get_ident() else time.thread_time()
            with self._lock:
                self.cpu += until - began

    @contextmanager
    def searching(self) -> Iterator[None]:
        """What this thread does meanwhile is search."""
        cpu, wall = time.thread_time(), time.perf_counter()
        try:
            yield
        finally:
            self.searched += time.thread_time() - cpu
            self.wall_searched += time.perf_counter() - wall

    def hand_over(self) -> None:
        """Stop the clock."""
        if not self.handed_over.is_set():
            self._last = threading.get_ident(), time.thread_time()
            self.ended = time.perf_counter()
            self.handed_over.set()


class Threads(ThreadPoolExecutor):
    """Threads that count what they do for the request that gave it to them."""

    def submit(self, work: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        """Have *work* done."""
        return super().submit(_done, NOW.get(), time.perf_counter(), work, *args, **named)


def _done(
    request: Request | None, since: float, work: Callable[..., Any], *args: Any, **named: Any
) -> Any:
    if request is None:
        return work(*args, **named)
    request.waited += time.perf_counter() - since
    with request.worked_on():
        return work(*args, **named)


class Stepped:
    """A coroutine of which each step counts for *request*, while others step in between."""

    def __init__(self, coroutine: Any, request: Request) -> None:
        self._steps, self._request = coroutine.__await__(), request

    def __await__(self) -> Generator[Any, Any, Any]:
        thrown: BaseException | None = None  # a task that is cancelled has it thrown in
        while True:
            with self._request.worked_on():
                try:
                    waited_for = self._steps.throw(thrown) if thrown else next(self._steps)
                except StopIteration as over:
                    return over.value
            try:
                yield waited_for
                thrown = None
            except BaseException as error:  # noqa: BLE001 - it belongs to the coroutine
                thrown = error


class Watched(Store):
    """A store that tells the request what searching took."""

    def search(self, query: Query, *, limit: int | None = None) -> tuple[Match, ...]:
        """As `Store.search`."""
        request = NOW.get()
        if request is None:
            return super().search(query, limit=limit)
        with request.searching():
            return super().search(query, limit=limit)

    def nearest(self, query: Query, *, limit: int = 3) -> tuple[Match, ...]:
        """As `Store.nearest`."""
        request = NOW.get()
        if request is None:
            return super().nearest(query, limit=limit)
        with request.searching():
            return super().nearest(query, limit=limit)
