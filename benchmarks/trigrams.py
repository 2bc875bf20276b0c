"""PostgreSQL's pg_trgm among peers.py, in a cluster of its own that is thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_PLACES = "/usr/lib/postgresql"  # of Debian, which leaves the server's commands out of PATH
_SETTINGS = "-c fsync=off -c shared_buffers=1GB -c max_wal_size=4GB -c listen_addresses=''"
_WAYS = {  # each with a table of its own, so that its index is the one that is used
    "pg_trgm above its threshold (GIN)": (
        "CREATE UNLOGGED TABLE above (number INTEGER, words TEXT)",
        "COPY above FROM STDIN",
        "CREATE INDEX ON above USING gin (words gin_trgm_ops)",
        """
        SELECT number FROM above WHERE %(typed)s <%% words
        ORDER BY word_similarity(%(typed)s, words) DESC, number LIMIT 10
        """,
    ),
    "pg_trgm nearest (GiST)": (
        "CREATE UNLOGGED TABLE near (number INTEGER, words TEXT)",
        "COPY near FROM STDIN",
        "CREATE INDEX ON near USING gist (words gist_trgm_ops (siglen=256))",
        "SELECT number FROM near ORDER BY %(typed)s <<-> words LIMIT 10",
    ),
}


class Trigrams:
    """The statements of the greatest word_similarity to what was typed, found through an index."""

    slow = True

    def __init__(self, name: str, connection: Any, statements: Sequence[str]) -> None:
        self.name, self._db = name, connection
        table, filled, index, self._ask = _WAYS[name]
        self._db.execute(table)
        with self._db.cursor().copy(filled) as copy:
            for row in enumerate(statements):
                copy.write_row(row)
        self._db.execute(index)
        self._db.execute("VACUUM ANALYZE")

    def found(self, typed: str) -> Sequence[int]:
        """The most alike; nothing where all are below a threshold."""
        return [place for (place,) in self._db.execute(self._ask, {"typed": typed})]

    def cpu(self) -> float:
        """Of this process and of the one that PostgreSQL has for it."""
        stat = Path(f"/proc/{self._db.info.backend_pid}/stat").read_text("utf-8")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return time.process_time() + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def trigrams(statements: Sequence[str], needs: ExitStack) -> Iterator[Trigrams]:
    """The peers, where PostgreSQL and its client are installed; *needs* ends their cluster."""
    control = shutil.which("pg_ctl") or next(map(str, Path(_PLACES).glob("*/bin/pg_ctl")), None)
    if not control or not find_spec("psycopg") or not Path("/proc/self/stat").exists():
        print("without pg_trgm: it takes Linux, a PostgreSQL server and pip install -e '.[peers]'")
        return
    import psycopg

    place = needs.enter_context(_cluster(Path(control).resolve().parent))
    connection = psycopg.connect(
        host=place,
        user="peer",
        dbname="postgres",
        autocommit=True,
        prepare_threshold=None,  # each question is planned for what was typed
    )
    needs.enter_context(connection)
    connection.execute("CREATE EXTENSION pg_trgm")
    connection.execute("SET maintenance_work_mem = '1GB'")
    connection.execute("SET max_parallel_workers_per_gather = 0")  # their time is not counted
    for name in _WAYS:
        yield Trigrams(name, connection, statements)


@contextmanager
def _cluster(commands: Path) -> Iterator[str]:
    """A running server; the folder of its socket."""
    with tempfile.TemporaryDirectory() as folder:
        data, options = f"{folder}/data", f"{_SETTINGS} -k {folder}"
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        _run(
            folder, commands / "initdb", "-E", "UTF8", "-D", data, "-U", "peer", "-A", "trust", "-N"
        )
        _run(
            *(folder, commands / "pg_ctl", "-D", data),
            *("-o", options, "-l", f"{folder}/log", "-w", "start"),
        )
        try:
            yield folder
        finally:
            _run(folder, commands / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(folder: str, *command: str | Path) -> None:
    """Run *command* in *folder*, not as root, whom PostgreSQL does not serve."""
    nobody = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    subprocess.run(  # noqa: S603 - PostgreSQL's own commands
        list(map(str, command)),
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        user=nobody and nobody.pw_uid,
        group=nobody and nobody.pw_gid,
    )
