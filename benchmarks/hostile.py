"""What files that are made to harm cost: seconds of computing, memory, and what is said of them.

    python benchmarks/hostile.py [CASE ...]

Each file is loaded by the command in a process and store of its own, beside an honest article that
must come in. Ends with 1 where one cost more than SECONDS or MEGABYTES, said nothing, showed a
traceback, or took the honest article along.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path

SECONDS, MEGABYTES = 60, 1024  # of computing in all processes; of the largest process
HONEST = "Bridge stays\n\n“We will keep the bridge,” said Anna Abel, the mayor.\n"
ACCENTS = "“Não,” said Zoë Brôntë.\n"
SAID = "“We will keep the pier,” said Bo Lind, the harbour master."

MB = 1024**2


def _laughs(around: str) -> bytes:
    """XML whose entities are ten of each other, nine deep, inside *around*."""
    names = "abcdefghij"
    entities = f'<!ENTITY a "{"ha" * 10}">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    return f'<?xml version="1.0"?><!DOCTYPE r [{entities}]>{around.format("&j;")}'.encode()


def _zeros(size: int) -> bytes:
    """Zeros, packed a thousand to one."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS + 16)
    block = bytes(16 * MB)
    pieces = [packer.compress(block) for _ in range(size // len(block))]
    return b"".join((*pieces, packer.flush()))


def _zip(name: str, data: bytes, **others: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in {name: data, **others}.items():
            archive.writestr(member, content)
    return made.getvalue()


def _feed(count: int) -> bytes:
    content = f"<p>{SAID}</p>" * 3
    item = f"<item><title>A</title><description><![CDATA[{content}]]></description></item>"
    return f'<rss version="2.0"><channel>{item * count}</channel></rss>'.encode()


_LINE = f"{SAID} ".encode()

# by what they are called: the name of the file, and what makes it
CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "gzip bomb, text": ("a.txt.gz", lambda: _zeros(10_000 * MB)),
    "gzip bomb, jsonl": ("a.jsonl.gz", lambda: _zeros(10_000 * MB)),
    "gzip bomb, warc": ("a.warc.gz", lambda: _zeros(10_000 * MB)),
    "gzip in gzip": ("a.txt.gz", lambda: gzip.compress(_zeros(1_000 * MB))),
    "zip bomb, docx": ("a.docx", lambda: _zip("word/document.xml", bytes(1_000 * MB))),
    "billion laughs, rss": ("a.xml", lambda: _laughs("<rss><channel>{}</channel></rss>")),
    "billion laughs, nitf": ("a.xml", lambda: _laughs("<nitf><body>{}</body></nitf>")),
    "billion laughs, xhtml": ("a.xhtml", lambda: _laughs("<html><p>{}</p></html>")),
    "billion laughs, docx": ("a.docx", lambda: _zip("word/document.xml", _laughs("<w>{}</w>"))),
    "one line of 100 MB, text": ("a.txt", lambda: _LINE * (100 * MB // len(_LINE))),
    "one line of 100 MB, html": ("a.html", lambda: b"<p>" + _LINE * (100 * MB // len(_LINE))),
    "one line of 100 MB, jsonl": ("a.jsonl", lambda: b'{"text": "' + b"a" * (100 * MB) + b'"}'),
    "one line of 100 MB, csv": ("a.csv", lambda: b"title,text\n" + b"a" * (100 * MB)),
    "one line of 19 MB, text": ("a.txt", lambda: _LINE * (19 * MB // len(_LINE))),
    "a million marks, text": ("a.txt", lambda: ("“" * 1_000_000).encode()),
    "a million marks in pairs, text": ("a.txt", lambda: ("“a” " * 500_000).encode()),
    "a million straight marks, text": ("a.txt", lambda: b'"a ' * 1_000_000),
    "a million marks, html": ("a.html", lambda: ("<p>" + "“a” " * 500_000).encode()),
    "html nested 100,000 deep": ("a.html", lambda: b"<div>" * 100_000 + _LINE),
    "json nested 100,000 deep": ("a.json", lambda: b"[" * 100_000 + b"]" * 100_000),
    "markdown nested 100,000 deep": ("a.md", lambda: b"> " * 100_000 + _LINE),
    "null bytes": ("a.txt", lambda: b"\0" * MB + _LINE),
    "null bytes in html": ("a.html", lambda: b"<p>" + _LINE * 9 + b"\0" * 1000 + _LINE),
    "invalid utf-8": ("a.txt", lambda: _LINE * 100 + b"\xff\xfe\x80" * 100),
    "right-to-left overrides": ("a.txt", lambda: ("\u202e" + SAID + "\u202c\n\n").encode() * 100),
    "decomposed letters": ("a.txt", lambda: unicodedata.normalize("NFD", ACCENTS).encode()),
    "a csv of 100,000 columns": ("a.csv", lambda: b"a," * 100_000 + b"\n" + b"b," * 100_000),
    "a feed of 3,000 items": ("a.xml", lambda: _feed(3_000)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What loading one file cost, and what was said of it."""

    seconds: float
    megabytes: float
    said: str
    honest: bool

    @property
    def bounded(self) -> bool:
        """Whether all is as it must be."""
        cheap = self.seconds <= SECONDS and self.megabytes <= MEGABYTES
        return cheap and self.honest and bool(self.said) and "Traceback" not in self.said


def cost(name: str, data: bytes) -> Cost:
    """What it costs to load *data* as a file called *name*, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / name).write_bytes(data)
        (place / "honest.txt").write_text(HONEST, encoding="utf-8")
        told = place / "told.json"
        command = [sys.executable, __file__, "--one", str(place), name]
        env = {**os.environ, "ONRECORD_STORE": str(place / "store.db"), "COLUMNS": "200"}
        with told.open("wb") as written:
            subprocess.run(command, env=env, check=True, stdout=written)  # noqa: S603 -- our own
        return Cost(**json.loads(told.read_bytes()))


def _one(place: Path, name: str) -> None:
    """Load one file beside the honest one, and write what it cost; the process ends after it."""
    onrecord = [sys.executable, "-c", "from bot.cli import main; main()"]
    load = [*onrecord, "load", str(place / name), str(place / "honest.txt")]
    done = subprocess.run(load, capture_output=True, text=True, check=False)  # noqa: S603
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    asked = subprocess.run(  # noqa: S603
        [*onrecord, "ask", "who said we will keep the bridge"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = " | ".join((done.stderr + done.stdout).replace(str(place), "").splitlines())
    found = {
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1024,
        "said": said,
        "honest": "Anna Abel" in asked.stdout,
    }
    json.dump(found, sys.stdout)


def main(*wanted: str) -> int:
    """Print a line for each case; how many cost too much."""
    bad = 0
    print(f"{'case':34} {'CPU s':>7} {'MB':>6}  said")
    for case, (name, make) in CASES.items():
        if wanted and case not in wanted:
            continue
        found = cost(name, make())
        bad += not found.bounded
        mark = " " if found.bounded else "!"
        print(
            f"{case:34}{mark}{found.seconds:7.1f} {found.megabytes:6.0f}  {found.said[:150]}",
            flush=True,
        )
    return bad


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        _one(Path(sys.argv[2]), sys.argv[3])
    else:
        raise SystemExit(min(main(*sys.argv[1:]), 1))
