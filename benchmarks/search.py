"""Loads a corpus of the search benchmark into a store, asks it, and writes down the answers.

    python benchmarks/search.py CORPUS.tsv QUERIES.jsonl --answers OUT.jsonl [--store FILE]

Each line of CORPUS is a statement: sid, cluster, speaker, outlet, url, date and text; twenty of
them make an article. The store is made beside the corpus, and used again as long as the corpus
is the same. What runs is the whole of `Store.search`, on what the bot makes of
the words; each line of OUT is {"id", "results": [[sid, score], …], "accepted", "ms", "cpu_ms"},
as `../shared/search/score.py` reads them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from bars import ONE_THREAD

os.environ.update(ONE_THREAD)

from bot.questions import Question, readings
from store.errors import UnusableQuestion
from store.model import Article, Kind, Match, Query, Span, Speaker, Statement
from store.store import Store

LINES = 20  # statements that make an article
SHOWN = 10  # results that are asked for


def main() -> None:
    arguments = _arguments()
    path = arguments.store or arguments.corpus.with_suffix(".db")
    print(json.dumps(load(arguments.corpus, path)))
    with Store.to_read(path) as store, arguments.answers.open("w", encoding="utf-8") as out:
        for answer in answers(store, arguments.queries):
            out.write(f"{json.dumps(answer)}\n")
    print(f"{_memory() / 1e6:.0f} MB of memory at most")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="statements, one a line")
    parser.add_argument("queries", type=Path, help="queries, one JSON object a line")
    parser.add_argument("--answers", type=Path, required=True, help="the file to write")
    parser.add_argument("--store", type=Path, help="where the store is made; beside the corpus")
    return parser.parse_args()


# ---- loading


def load(corpus: Path, path: Path) -> dict[str, Any]:
    """The figures of loading *corpus* into the store at *path*, now or before."""
    note, state = path.with_suffix(".json"), corpus.stat()
    this = {"bytes": state.st_size, "changed": state.st_mtime}
    if note.exists() and path.exists():
        figures: dict[str, Any] = json.loads(note.read_text("utf-8"))
        if figures.items() >= this.items():
            return figures
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    figures = this | _loaded(corpus, path)
    note.write_text(json.dumps(figures), "utf-8")
    return figures


def _loaded(corpus: Path, path: Path) -> dict[str, Any]:
    statements: list[Statement] = []
    wall, cpu, count, slowest = time.monotonic(), time.process_time(), 0, 0.0
    with Store(path, extractor=lambda _: statements) as store:
        for article, statements in articles(corpus):
            began = time.process_time()
            store.load(article, by="benchmark")
            slowest = max(slowest, time.process_time() - began)
            count += len(statements)
    return {
        "statements": count,
        "cpu_seconds": time.process_time() - cpu,
        "wall_seconds": time.monotonic() - wall,
        "slowest_article_cpu_ms": 1000 * slowest,
    }


def articles(corpus: Path) -> Iterator[tuple[Article, list[Statement]]]:
    """The articles of *corpus* with their statements; the sids are in the byline."""
    with corpus.open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        while batch := list(islice(rows, LINES)):
            _, _, _, outlet, url, day, _ = batch[0]
            article = Article(
                "\n".join(row[6] for row in batch),
                outlet=outlet,
                url=url,
                published=date.fromisoformat(day),
                byline=" ".join(row[0] for row in batch),
            )
            yield article, list(_statements(batch))


def _statements(rows: Iterable[list[str]]) -> Iterator[Statement]:
    start = 0
    for _, _, name, _, _, _, text in rows:
        whole = Span(start, start + len(text))
        start = whole.end + 1
        surname = name.split()[-1]
        speaker = Speaker(name, aliases=(surname,) if surname != name else ())
        yield Statement(Kind.INDIRECT, (whole,), whole, speaker=speaker)


# ---- asking


def answers(store: Store, queries: Path) -> Iterator[dict[str, Any]]:
    """What *store* answers to each line of *queries*, and how long that took."""
    for line in queries.read_text("utf-8").splitlines():
        asked = json.loads(line)
        meant = meanings(asked["q"])
        wall, cpu = time.perf_counter(), time.process_time()
        found = first_found(store, meant)
        taken = time.process_time() - cpu, time.perf_counter() - wall
        yield {
            "id": asked["id"],
            "results": [[sid_of(match), match.score] for match in found],
            "accepted": bool(found),
            "cpu_ms": 1000 * taken[0],
            "ms": 1000 * taken[1],
        }


def meanings(typed: str) -> Sequence[Query]:
    """What the bot would ask the store for, one after the other until something is found."""
    try:
        return list(readings(Question(typed)))
    except UnusableQuestion:
        return [Query(loose=typed)]


def first_found(store: Store, meant: Sequence[Query]) -> Sequence[Match]:
    """What answers the first of what is *meant* that anything does."""
    found = (store.search(query, limit=SHOWN) for query in meant)
    return next(filter(None, found), ())


def sid_of(match: Match) -> int:
    """The sid of the statement that was found."""
    at = match.article.text.count("\n", 0, match.statement.content[0].start)
    return int((match.article.byline or "").split()[at])


def _memory() -> int:
    """The most that this process ever held, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main()
