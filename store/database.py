"""The one SQLite file: opening it, a connection to each thread, reading and writing."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self
from weakref import ReferenceType, ref

from sqlite_utils import Database as Connection

from store.errors import StoreUnavailable
from store.migrations import APPLICATION_ID, MIGRATIONS, STEPS

_LOG = 4_000  # pages that the log beside the file may have before they are moved into it
_CACHE = 16_000  # KiB of the file that each connection keeps in memory
PATIENCE = 60.0  # seconds that a loader waits for another process that is loading


class Database:
    """A file that many threads read while one of them writes; readers never wait.

    Each thread gets a connection of its own; `close` closes them all.
    """

    def __init__(self, path: Path, *, uri: str | None = None) -> None:
        self._path = path
        self._uri = uri or f"{path.absolute().as_uri()}?mode=rw"
        self._own = threading.local()
        self._opened: list[tuple[ReferenceType[threading.Thread], Connection]] = []
        self._lock = threading.Lock()
        self._writer = threading.Lock()  # SQLite's own wait is not a fair queue
        self._closed = False
        with self._plainly():
            if uri is None:
                _create(path)
            try:
                _prepare(self._connection(), path)
            except BaseException:
                self.close()
                raise

    @classmethod
    def to_read(cls, path: Path) -> Self:
        """The file at *path* for reading: it is not made where it is not, nor must be writable."""
        if _is_missing(path):
            return cls(path, uri="file:?mode=memory")
        try:
            return cls(path)  # an older version's tables are brought up to this one's
        except StoreUnavailable:
            with suppress(StoreUnavailable):
                return cls(path, uri=_uri_to_read(path))
            raise

    def close(self) -> None:
        """Close every thread's connection; nothing can be asked afterwards."""
        with self._lock:
            self._closed = True
            for _, connection in self._opened:
                connection.close()
            self._opened.clear()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The store as it is now: what is loaded meanwhile shows next time."""
        with self._plainly():
            connection = self._connection()
            connection.begin()
            try:
                yield connection
            finally:
                connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All of what is written inside, or on any error none of it."""
        with self._plainly(), self._writer:
            connection = self._connection()
            connection.conn.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    def _connection(self) -> Connection:
        found: Connection | None = getattr(self._own, "connection", None)
        if found is not None and not self._closed:
            return found
        with self._lock:
            if self._closed:
                raise StoreUnavailable(f"the store {self._path} is closed: open it again")
            self._drop_finished()
            connection = _connect(self._uri)
            self._opened.append((ref(threading.current_thread()), connection))
        self._own.connection = connection
        return connection

    def _drop_finished(self) -> None:
        """Close the connections of threads that are over."""
        still = []
        for owner, connection in self._opened:
            thread = owner()
            if thread is not None and thread.is_alive():
                still.append((owner, connection))
            else:
                connection.close()
        self._opened = still

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """What is wrong with the file, in words that a person can act on; our defects as is."""
        try:
            yield
        except (sqlite3.ProgrammingError, sqlite3.InterfaceError) as error:
            if not self._closed:
                raise
            raise StoreUnavailable(f"the store {self._path} is closed: open it again") from error
        except (sqlite3.DatabaseError, OSError) as error:
            reason = _reason(self._path, error)
            if reason is None:
                raise
            raise StoreUnavailable(reason) from error


def _create(path: Path) -> None:
    """Make the file, for its owner only, and the folders above it."""
    if path.is_dir():
        raise StoreUnavailable(f"cannot open the store {path}: it is a folder; name a file in it")
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False  # opening it will say what is wrong
    return False


def _uri_to_read(path: Path) -> str:
    """Without a log beside it the file is whole, and SQLite need not make one to read it."""
    whole = _is_missing(path.with_name(f"{path.name}-wal"))
    return f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if whole else ''}"


def _connect(uri: str) -> Connection:
    # opened to every thread because `close` comes from another one than its user
    raw = sqlite3.connect(uri, timeout=PATIENCE, check_same_thread=False, uri=True)
    raw.execute("PRAGMA foreign_keys = on")
    # with a log beside it the file is whole after a crash; the last loads may be lost with power
    raw.execute("PRAGMA synchronous = normal")
    # the pages of the index that every article touches are written to the file once for many
    raw.execute(f"PRAGMA wal_autocheckpoint = {_LOG}")
    raw.execute(f"PRAGMA cache_size = -{_CACHE}")
    return Connection(raw, execute_plugins=False)


def _prepare(connection: Connection, path: Path) -> None:
    """Bring the file to this version's tables, or refuse one that is not ours or newer."""
    _refuse_foreign(connection, path)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = wal").fetchone()
    if not MIGRATIONS.pending(connection):
        return
    connection.execute("PRAGMA foreign_keys = off")  # a table that others refer to is made anew
    connection.conn.execute("BEGIN IMMEDIATE")  # of two that open a new file, one makes it
    try:
        MIGRATIONS.apply(connection)
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    connection.execute("PRAGMA foreign_keys = on")


def _refuse_foreign(connection: Connection, path: Path) -> None:
    connection.begin()  # another may be making the file: see it before or after, not between
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.rollback()
    if owner != APPLICATION_ID and (owner or tables):
        raise StoreUnavailable(
            f"cannot open the store {path}: it is another program's database; name another file"
        )
    known = {step.__name__ for step in STEPS}
    if any(done.name not in known for done in MIGRATIONS.applied(connection)):
        raise StoreUnavailable(
            f"cannot open the store {path}: a newer onrecord made it; update onrecord"
        )


_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_OUT_OF_REACH = {
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM),
    *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOLFS),
}


def _reason(path: Path, error: sqlite3.DatabaseError | OSError) -> str | None:
    """What a person is told of *error*; None where neither the file nor a process made it."""
    if isinstance(error, OSError):
        return _out_of_reach(path, error.strerror or str(error))
    code = _code(error)
    if code in _DAMAGED:
        return f"cannot read the store {path}: it is not an onrecord store, or it is damaged"
    if code in _BUSY:
        return f"the store {path} is busy with another load: try again in a minute"
    if code == sqlite3.SQLITE_FULL:
        return f"cannot write the store {path}: the disk is full; make room, and try again"
    return _out_of_reach(path, str(error)) if code in _OUT_OF_REACH else None


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's code without what extends it; Python has none for text that is not UTF-8."""
    if not hasattr(error, "sqlite_errorcode"):
        undecodable = isinstance(error, sqlite3.OperationalError)
        return sqlite3.SQLITE_CORRUPT if undecodable else sqlite3.SQLITE_ERROR
    return error.sqlite_errorcode & 0xFF


def _out_of_reach(path: Path, told: str) -> str:
    told = told.lower().replace("a readonly database", "a file that may only be read")
    return f"cannot open or write the store {path}: {told}; ONRECORD_STORE can name another file"
