"""Kills a load at random moments, begins it anew, and compares what is left with one left alone."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import made
from bars import ONE_THREAD

_FILES, _ROWS = 60, 30
_MOST = 6  # articles of a load before it is killed
_TIMES = {"at", "loaded_at", "applied_at"}  # columns
_LOAD = (sys.executable, "-c", "from bot.cli import main; main()", "load", "--quiet", "--report")


def leaves_nothing_behind(folder: Path, kills: int, seed: int = 1) -> bool:
    """Whether loads that are killed so many times in all leave what one does that is left alone."""
    articles = _articles(folder / "articles")
    alone = folder / "alone.db"
    _loading(articles, alone, folder / "alone.jsonl").wait()
    due, chance = _rows(alone), random.Random(seed)  # noqa: S311 -- when to kill is no secret
    killed = rounds = 0
    while killed < kills:
        store = folder / f"killed{rounds}.db"
        killed += _loaded_at_last(articles, store, kills - killed, chance)
        rounds += 1
        if differing := sorted(name for name, rows in _rows(store).items() if rows != due[name]):
            print(f"round {rounds}, {killed} kills: other rows in {', '.join(differing)}")
            return False
        print(f"{killed} kills, stores made: {rounds}, the same in {len(due)} tables", flush=True)
    return True


def _loaded_at_last(articles: Path, store: Path, kills: int, chance: random.Random) -> int:
    """Load until it is done, killed no more often than so many times; how often it was."""
    killed = 0
    while killed < kills:
        report = store.with_suffix(f".{killed}.jsonl")
        loading = _loading(articles, store, report)
        if not _kill(loading, report, chance):
            return killed
        killed += 1
    _loading(articles, store, store.with_suffix(".last.jsonl")).wait()
    return killed


def _kill(loading: subprocess.Popen[bytes], report: Path, chance: random.Random) -> bool:
    """Kill it some articles after its start, and somewhere within the next; whether it was alive.

    Every fourth is killed while it starts.
    """
    articles, began = chance.randrange(-1, _MOST), time.monotonic()
    while loading.poll() is None and _read(report) < articles + 1:
        time.sleep(0.001)
    took = time.monotonic() - began
    time.sleep(chance.uniform(0, took / (articles + 2)))
    loading.send_signal(signal.SIGKILL)
    return loading.wait() == -signal.SIGKILL


def _read(report: Path) -> int:
    """How many articles it told that it read just now, or tried to."""
    try:
        lines = report.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return -1
    return sum('"outcome": "unchanged"' not in line for line in lines)


def _loading(articles: Path, store: Path, report: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | ONE_THREAD | {"ONRECORD_STORE": str(store)}
    return subprocess.Popen(  # noqa: S603 -- our own command
        [*_LOAD, str(report), str(articles)], env=environment, stderr=subprocess.DEVNULL
    )


def _articles(folder: Path) -> Path:
    """Files and a dump; some stand in it twice, in later versions, or cannot be read."""
    folder.mkdir(parents=True)
    for number in range(_FILES):
        (folder / f"{number:03}.txt").write_text(made.short(number % (_FILES - 5)), "utf-8")
    for number in range(0, _FILES, 10):
        (folder / f"{number:03}b.txt").write_bytes(b"\x00\x01" * (number + 1))
    rows = (
        {"text": made.short(1000 + number), "url": f"https://planet.example/{number % 20}"}
        for number in range(_ROWS)
    )
    (folder / "dump.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return folder


def _rows(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without times."""
    with closing(sqlite3.connect(store)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: sorted(_table(raw, name), key=repr) for (name,) in names}


def _table(raw: sqlite3.Connection, name: str) -> Iterator[tuple[object, ...]]:
    found = raw.execute(f'SELECT * FROM "{name}"')  # noqa: S608 -- a table's own name
    kept = [at for at, column in enumerate(found.description) if column[0] not in _TIMES]
    return (tuple(row[at] for at in kept) for row in found)
