"""Asks others the questions of the search benchmark beside us: what each costs, who is right more.

    python benchmarks/search_peers.py CORPUS.tsv QUERIES.jsonl [--store FILE] [--sample N] [--few N]

One run, question by question: ours through `Store.search`, on what the bot makes
of the words, then each of peers.py. Figures are CPU time, of all that a question takes, and how
many answerable questions have the right statement first. Where we say that we have nothing, that
counts as wrong; "whatever its score" counts what was looked at closely as fit_search.py does. The
peers have no such threshold. On the same questions, each is held apart from us by McNemar's exact
test. Of SAMPLE questions, of each kind alike, slow peers are asked FEW.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from math import comb
from pathlib import Path
from statistics import mean, quantiles
from time import process_time
from typing import Any

from bars import ONE_THREAD, holds

os.environ.update(ONE_THREAD)

from fit_search import looked_at
from peers import Peer, quick_peers, slow_peers
from search import first_found, load, meanings, sid_of

from store.database import Database
from store.search.candidates import Index
from store.store import Store

Row = tuple[int, str, str]  # cluster, speaker, words
BARS = {
    "rapidfuzz": "times_the_CPU_of_ours_rapidfuzz",
    "pg_trgm": "times_the_CPU_of_ours_pg_trgm",
    "tantivy fuzzy": "times_the_CPU_of_ours_tantivy_fuzzy",
}


class Ours:
    """`Store.search`, which tells statements by their place in the corpus."""

    name, slow = "on record", False

    def __init__(self, path: Path, places: dict[int, int], needs: ExitStack) -> None:
        self._store = needs.enter_context(Store.to_read(path))
        self._db = needs.enter_context(Database.to_read(path).reading())
        self._places = places

    def found(self, typed: str) -> Sequence[int]:
        """What is answered; nothing where nothing is good enough."""
        matches = first_found(self._store, meanings(typed))
        return [self._places[sid_of(match)] for match in matches]

    def nearest(self, typed: str) -> Sequence[int]:
        """What is looked at closely, whatever its score; in the order in which it was loaded."""
        return [one.id - 1 for one in looked_at(Index(self._db, ""), typed).closest]

    def cpu(self) -> float:
        """It runs in this process."""
        return process_time()


@dataclass(frozen=True, slots=True)
class Told:
    """What one was asked, whether the answer was right, and how many CPU-ms it took."""

    query: dict[str, Any]
    right: bool
    ms: float


def main() -> None:
    arguments = _arguments()
    sys.path.append(str(arguments.queries.resolve().parent))
    path = arguments.store or arguments.corpus.with_suffix(".db")
    if not arguments.store:
        load(arguments.corpus, path)
    places, rows = _corpus(arguments.corpus)
    queries = [json.loads(line) for line in arguments.queries.read_text("utf-8").splitlines()]
    sample = sampled(queries, arguments.sample or len(queries), arguments.seed)
    few = sampled(sample, arguments.few, arguments.seed)
    with ExitStack() as needs:
        ours = Ours(path, places, needs)
        statements = [f"{speaker} {words}" for _, speaker, words in rows]
        slow = slow_peers(statements, needs) if few else ()
        everyone = [ours, *slow, *quick_peers(statements)]
        for one in everyone:
            one.found(sample[0]["q"])  # whatever the first question of all costs
        told = _told(everyone, sample, few, rows)
        forced = {q["id"] for q in sample if _right(q, ours.nearest(q["q"]), rows)}
    for peer in everyone[1:]:
        _compare(peer.name, told[ours.name], forced, told[peer.name])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="statements, one a line")
    parser.add_argument("queries", type=Path, help="queries, one JSON object a line")
    parser.add_argument("--store", type=Path, help="one with CORPUS in it; or it is made beside")
    parser.add_argument("--sample", type=int, help="questions; all unless told")
    parser.add_argument("--few", type=int, default=100, help="questions for slow peers, or 0")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _corpus(path: Path) -> tuple[dict[int, int], list[Row]]:
    """The place of each sid, and what stands there."""
    places, rows = {}, []
    with path.open(encoding="utf-8") as lines:
        for place, line in enumerate(lines):
            sid, cluster, speaker, *_, words = line.rstrip("\n").split("\t")
            places[int(sid)] = place
            rows.append((int(cluster), speaker, words))
    return places, rows


def sampled(queries: Sequence[dict[str, Any]], count: int, seed: int) -> list[dict[str, Any]]:
    """About *count* of *queries*, of each type the same share."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for query in queries:
        kinds.setdefault(query["type"], []).append(query)
    share, draw = min(1.0, count / len(queries)), random.Random(seed)  # noqa: S311 - no secret
    chosen = [draw.sample(kind, round(share * len(kind))) for kind in kinds.values()]
    return [query for kind in chosen for query in kind]


# ---- asking


def _told(
    everyone: Sequence[Peer | Ours],
    sample: Sequence[dict[str, Any]],
    few: Sequence[dict[str, Any]],
    rows: Sequence[Row],
) -> dict[str, list[Told]]:
    """What each told, by name; question by question, so that all have the same machine."""
    rarely = {query["id"] for query in few}
    told: dict[str, list[Told]] = {one.name: [] for one in everyone}
    for query in sample:
        for one in everyone:
            if not one.slow or query["id"] in rarely:
                before = one.cpu()
                found = one.found(query["q"])
                taken = 1000 * (one.cpu() - before)
                told[one.name].append(Told(query, _right(query, found, rows), taken))
    return told


def _right(query: dict[str, Any], found: Sequence[int], rows: Sequence[Row]) -> bool:
    """Whether the first is right."""
    from score import right

    return bool(found) and query["gold"] is not None and right(query, rows[found[0]])


# ---- comparing


def _compare(name: str, ours: Sequence[Told], forced: set[int], theirs: Sequence[Told]) -> None:
    """Print both on the questions that the peer was asked; *forced* we have right if we must."""
    asked = {one.query["id"] for one in theirs}
    ours = [one for one in ours if one.query["id"] in asked]
    print(f"\n{name}, {len(theirs)} questions")
    for who, told in (("ours", ours), ("theirs", theirs)):
        parts, each = quantiles((one.ms for one in told), n=20), mean(one.ms for one in told)
        print(f"CPU ms, {who:6}  p50 {parts[9]:8.1f}  p95 {parts[18]:8.1f}  mean {each:8.1f}")
    times = mean(one.ms for one in theirs) / mean(one.ms for one in ours)
    bar = next((bar for peer, bar in BARS.items() if name.startswith(peer)), "")
    _ = holds(bar, times) if bar else print(f"{times:.2f} times the CPU of ours")
    both = zip(ours, theirs, strict=True)
    answerable = [pair for pair in both if pair[0].query["gold"] is not None]
    _print_paired("ours", [(we.right, they.right) for we, they in answerable])
    whatever = [(we.query["id"] in forced, they.right) for we, they in answerable]
    _print_paired("ours whatever its score", whatever)


def _print_paired(how: str, pairs: Sequence[tuple[bool, bool]]) -> None:
    we, they = (mean(map(int, side)) for side in zip(*pairs, strict=True))
    only_we, only_they = pairs.count((True, False)), pairs.count((False, True))
    print(
        f"right first of {len(pairs)}: {how} {we:.3f}, theirs {they:.3f};"
        f" only we {only_we}, only they {only_they}, p = {mcnemar(only_we, only_they):.2g}"
    )


def mcnemar(one: int, other: int) -> float:
    """How likely so uneven a split is where both are as good: exact, two-sided."""
    count, less = one + other, min(one, other)
    return min(1.0, 2 * sum(comb(count, found) for found in range(less + 1)) / 2**count)


if __name__ == "__main__":
    main()
