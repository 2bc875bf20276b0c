"""Processes that do one job at a time each: one that dies or lingers costs its job alone."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Generic, Self, TypeVar

from store.errors import OnRecordError

Job = TypeVar("Job")
Done = TypeVar("Done")

# A process of its own making shares neither locks nor open files with whoever made it.
_PROCESSES = multiprocessing.get_context("spawn")
_GONE = (EOFError, OSError)  # what a connection raises whose other end is gone
# The system tells only once how a process ended, and starting one asks after all the others.
_ASKING = threading.Lock()


class Lost(OnRecordError):
    """A job that nothing came of: why."""


class Workers(Generic[Job, Done]):
    """So many processes that *work*, each made when a job first needs it.

    *patience* tells how many seconds a job may take.
    """

    def __init__(
        self, work: Callable[[Job], Done], count: int, patience: Callable[[Job], float]
    ) -> None:
        self._work = work
        self._patience = patience
        self._threads = ThreadPoolExecutor(count)  # a process for each, which waits for it
        self._own = threading.local()
        self._all: set[_Worker[Job, Done]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes; jobs that are not done are lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._closed = True
            for worker in self._all:
                worker.end()
        self._threads.shutdown()

    def do(self, job: Callable[[], Job]) -> Future[Done]:
        """What comes of *job*, which is made ready in a thread.

        It is Lost where its process ends or loses patience. Errors that are raised on purpose are
        as they were raised; any other is Lost, with its traceback as a note.
        """
        return self._threads.submit(self._do, job)

    def _do(self, job: Callable[[], Job]) -> Done:
        ready = job()
        worker = self._worker()
        try:
            return worker.do(ready, self._patience(ready))
        finally:
            if not worker.is_alive():
                self._drop(worker)

    def _worker(self) -> _Worker[Job, Done]:
        """The process of this thread."""
        worker: _Worker[Job, Done] | None = getattr(self._own, "worker", None)
        if worker and worker.is_alive():
            return worker
        with self._lock:
            if self._closed:
                raise Lost("it was stopped")
            self._own.worker = worker = _Worker(self._work)
            self._all.add(worker)
        return worker

    def _drop(self, worker: _Worker[Job, Done]) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.end()


class _Worker(Generic[Job, Done]):
    """One process."""

    def __init__(self, work: Callable[[Job], Done]) -> None:
        self._connection, theirs = _PROCESSES.Pipe()
        self._process = _PROCESSES.Process(target=_serve, args=(theirs, work), daemon=True)
        with _ASKING, _uninterrupted():
            self._process.start()
        theirs.close()

    def is_alive(self) -> bool:
        with _ASKING:
            return self._process.is_alive()

    def do(self, job: Job, seconds: float) -> Done:
        try:
            self._connection.send(job)
            if not self._connection.poll(seconds):
                self.end()
                raise Lost(f"it took longer than {seconds:.0f} seconds")
            done: Done | OnRecordError = self._connection.recv()
        except _GONE as error:
            self.end()
            raise Lost(f"the process that read it ended ({self._status()})") from error
        if isinstance(done, OnRecordError):
            raise done
        return done

    def end(self) -> None:
        with _ASKING:
            self._process.kill()
            self._process.join()

    def _status(self) -> str:
        code = self._process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"status {code}"


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A process that is started inside leaves Ctrl-C to the one that started it."""
    resource_tracker.ensure_running()  # or the first start would, and take back what is blocked
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Callable[[Job], Done]) -> None:
    """Do what comes, until whoever sends it is gone."""
    logging.disable()  # what libraries have to say of a page
    warnings.simplefilter("ignore")
    with suppress(*_GONE):
        while True:
            connection.send(_outcome(work, connection.recv()))


def _outcome(work: Callable[[Job], Done], job: Job) -> Done | OnRecordError:
    try:
        return work(job)
    except OnRecordError as error:
        return error
    except Exception:  # noqa: BLE001 -- nobody knows what a text may bring about
        lost = Lost("reading it failed")
        lost.add_note(traceback.format_exc())
        return lost
