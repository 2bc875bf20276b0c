"""Measures how long people wait for an answer where many ask at once, and where articles load, too.

    python benchmarks/asked_by_many.py CORPUS.tsv QUERIES.jsonl [--store FILE] [--check]

What answers is what answers in Slack: `bot.answers.answer`, in as many threads as it has there,
on one Store in one process; each asker asks again as soon as the answer is there, which is harder
than life. Articles of twenty statements, new ones made of CORPUS, are loaded through the same
Store one after another. Quiet and loading take turns, so that both have the same machine. The
store, or else the one that search.py makes beside CORPUS, is copied and left as it was.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from shutil import copyfile
from statistics import quantiles

from bars import ONE_THREAD, holds

os.environ.update(ONE_THREAD)

from search import LINES, articles, load

from bot.answers import answer
from bot.platforms.slack import ASKING
from bot.questions import Question
from store.errors import UnusableQuestion
from store.model import Article
from store.store import Store

ASKERS = 20
NEW = 2_000  # articles that may be loaded


def main() -> int:
    """Print what one waits alone, and what many wait, quiet and loading; 1 if the bar is missed."""
    arguments = _arguments()
    path = arguments.store or arguments.corpus.with_suffix(".db")
    if not arguments.store:
        load(arguments.corpus, path)
    asked = [json.loads(line)["q"] for line in arguments.queries.read_text("utf-8").splitlines()]
    random.Random(1).shuffle(asked)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory(dir=path.resolve().parent) as folder:
        copy = Path(copyfile(path, Path(folder, "store.db")))
        new = list(articles(fresh(arguments.corpus, Path(folder, "new.tsv"))))
        told = {article.text: statements for article, statements in new}
        with Store(copy, extractor=lambda article: told[article.text]) as store:
            articles_new = (article for article, _ in new)
            waits = _waits(store, asked, articles_new, arguments.seconds, arguments.turns)
    _, quiet, busy = [_printed(*one) for one in waits.items()]
    held = holds("times_the_wait_while_articles_load", busy / quiet)
    return 1 if arguments.check and not held else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="statements, one a line")
    parser.add_argument("queries", type=Path, help="queries, one JSON object a line")
    parser.add_argument("--store", type=Path, help="one with CORPUS in it; or it is made beside")
    parser.add_argument("--seconds", type=float, default=20, help="how long each turn takes")
    parser.add_argument("--turns", type=int, default=3, help="quiet ones, and loading ones")
    parser.add_argument("--check", action="store_true", help="end in 1 where the bar is missed")
    return parser.parse_args()


def fresh(corpus: Path, path: Path) -> Path:
    """A corpus at *path*: its statements begin as those of *corpus* and end as their neighbours."""
    with corpus.open(encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in islice(lines, NEW * LINES)]
    ends = [row[6].split() for row in rows[1:] + rows[:1]]
    with path.open("w", encoding="utf-8") as out:
        for (*row, text), end in zip(rows, ends, strict=True):
            begun = text.split()
            mixed = begun[: len(begun) // 2] + end[len(end) // 2 :]
            out.write("\t".join([*row, " ".join(mixed)]) + "\n")
    return path


def _waits(
    store: Store, asked: Sequence[str], new: Iterator[Article], seconds: float, turns: int
) -> dict[str, list[float]]:
    """The seconds that each answer took, by how many asked and what else was done."""
    alone, quiet, busy = "one asker", f"{ASKERS} askers", f"{ASKERS} askers, loading"
    waits: dict[str, list[float]] = {alone: [], quiet: [], busy: []}
    with ThreadPoolExecutor(ASKING) as answering:
        turn = partial(_turn, answering, store, cycle(asked))
        turn(ASKERS, 2)  # opens every thread's connection
        for _ in range(turns):
            waits[alone] += turn(1, seconds)
            waits[quiet] += turn(ASKERS, seconds)
            with loading(store, new):
                waits[busy] += turn(ASKERS, seconds)
    return waits


def _turn(
    answering: Executor, store: Store, asked: Iterator[str], askers: int, seconds: float
) -> list[float]:
    """How long each answer took while so many asked, one question after another."""
    until = time.perf_counter() + seconds

    def ask() -> Iterator[float]:
        while (began := time.perf_counter()) < until:
            answering.submit(_answer, store, next(asked)).result()
            yield time.perf_counter() - began

    with ThreadPoolExecutor(askers) as people:
        asking = [people.submit(lambda: list(ask())) for _ in range(askers)]
        return [wait for one in asking for wait in one.result()]


def _answer(store: Store, typed: str) -> None:
    with suppress(UnusableQuestion):
        answer(store, Question(typed))


@contextmanager
def loading(store: Store, new: Iterator[Article]) -> Iterator[None]:
    """Meanwhile articles are loaded; prints how fast."""
    over, began, loaded = threading.Event(), time.perf_counter(), 0

    def work() -> int:
        for count, article in enumerate(new, 1):
            store.load(article, by="benchmark")
            if over.is_set():
                return count
        raise ValueError("too few articles to load: raise NEW")

    with ThreadPoolExecutor(1) as loader:
        working = loader.submit(work)
        try:
            yield
        finally:
            over.set()
            loaded = working.result()
    print(f"{loaded / (time.perf_counter() - began):.1f} articles a second loaded meanwhile")


def _printed(what: str, waits: Sequence[float]) -> float:
    """The 95th percentile of *waits*, printed with the rest."""
    parts = quantiles(waits, n=100)
    print(
        f"{what:20} {len(waits):6} answers, ms: p50 {1000 * parts[49]:7.0f}"
        f"  p95 {1000 * parts[94]:7.0f}  p99 {1000 * parts[98]:7.0f}"
    )
    return parts[94]


if __name__ == "__main__":
    sys.exit(main())
