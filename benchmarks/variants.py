"""How well and how fast statements that are one utterance are grouped as they load.

    python benchmarks/variants.py CORPUS.tsv [QUERIES.jsonl] [--store STORE.db] [--wrong]

A line of the corpus is: number, cluster, speaker, outlet, url, day, words; the same cluster is the
same utterance. Each is loaded as an article of its own, and of the CPU time only what grouping
takes is counted, but all of that. Of the queries those of type `t_translation` are then loaded,
as said by the speaker a day after the statement that they translate.
With --wrong, whatever was put together wrongly is shown. --store keeps what was loaded.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from bars import holds
from sqlite_utils import Database as Connection

from store import variants
from store.database import Database
from store.model import Article, Kind, Span, Speaker, Statement
from store.store import Store
from store.variants.likeness import SAME_WORDS, likeness
from store.variants.sayings import sayings

TYPE = "t_translation"
Pairs = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the corpus."""

    number: int
    cluster: int
    speaker: str
    url: str
    day: date
    words: str


class Clock:
    """Grouping itself, with the CPU seconds that it took."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._join = variants.join

    def __call__(self, db: Connection, article: int) -> None:
        """Do what `variants.join` does."""
        began = time.process_time()
        self._join(db, article)
        self.seconds += time.process_time() - began


def main() -> int:
    """Print each figure beside its bar; 1 where one is missed."""
    arguments = _arguments()
    clock = variants.join = Clock()
    lines = list(read(arguments.corpus))
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "store.db"
        load(path, lines)
        held = [holds("statements_grouped_a_CPU_second", len(lines) / clock.seconds)]
        held += near_duplicates(lines, path, wrong=arguments.wrong)
        if arguments.queries:
            held.append(translations(lines, path, arguments.queries))
    return 0 if all(held) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, metavar="CORPUS.tsv")
    parser.add_argument("queries", type=Path, nargs="?", metavar="QUERIES.jsonl")
    parser.add_argument("--store", type=Path, help="a new file to keep what was loaded in")
    parser.add_argument("--wrong", action="store_true", help="show what is together wrongly")
    return parser.parse_args()


def read(corpus: Path) -> Iterator[Line]:
    """The lines of *corpus* in order."""
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:
            number, cluster, speaker, _, url, day, words = line.rstrip("\n").split("\t")
            yield Line(int(number), int(cluster), speaker, url, date.fromisoformat(day), words)


def load(path: Path, lines: Iterable[Line]) -> None:
    """Load each of *lines*, so that in a new store the statements are numbered as they come."""
    with Store(path, extractor=_extracted) as store:
        for line in lines:
            # two may say the same on one day: what tells their articles apart stands below
            text = f"{line.words}\n\n{line.url} {line.number}"
            store.load(Article(text, byline=line.speaker, published=line.day), by="benchmark")


def _extracted(article: Article) -> tuple[Statement, ...]:
    words = Span(0, article.text.index("\n"))
    return (Statement(Kind.DIRECT, (words,), words, speaker=Speaker(article.byline or "")),)


def firsts(path: Path) -> dict[int, int]:
    """Each statement that is in a group which another founded, with that one."""
    with closing(Database(path)) as database, database.reading() as db:
        return dict(db.execute("SELECT statement, first FROM variant").fetchall())


def _translated(path: Path) -> Iterator[tuple[int, int]]:
    """The pairs that are together as translations of each other."""
    joined = firsts(path)
    with closing(Database(path)) as database, database.reading() as db:
        for number, first in joined.items():
            one, other = sayings(db, (number, first))
            if likeness(one, other) < SAME_WORDS:
                yield min(number, first), max(number, first)


def near_duplicates(lines: Sequence[Line], path: Path, *, wrong: bool) -> Iterator[bool]:
    """Hold the pairs that are together in the store against those of one cluster."""
    joined = firsts(path)
    due = _together({number: line.cluster for number, line in enumerate(lines, 1)})
    found = _together({number: joined.get(number, number) for number in range(1, len(lines) + 1)})
    print(f"{len(lines):,} statements, {len(due):,} pairs due, {len(found):,} found")
    yield holds("percent_of_near_duplicates_found", 100 * len(found & due) / len(due))
    yield holds("percent_put_together_rightly", 100 * len(found & due) / len(found))
    yield holds("translations_put_together_wrongly", len(set(_translated(path)) - due))
    for one, other in sorted(found - due) if wrong else ():
        print(f"\n{lines[one - 1].words}\n{lines[other - 1].words}")


def _together(groups: Mapping[int, int]) -> Pairs:
    """All pairs of statements of one group."""
    members = defaultdict(list)
    for number, group in groups.items():
        members[group].append(number)
    return {pair for group in members.values() for pair in combinations(sorted(group), 2)}


def translations(lines: Sequence[Line], path: Path, queries: Path) -> bool:
    """Load the retranslations among *queries* a day later: how many join what they translate."""
    originals = {line.number: (at, line) for at, line in enumerate(lines, 1)}
    asked = map(json.loads, queries.read_text("utf-8").splitlines())
    due = [(query["q"], *originals[query["sid"]]) for query in asked if query["type"] == TYPE]
    later = (
        replace(line, number=-at, words=words, day=line.day + timedelta(days=1))
        for words, at, line in due
    )
    load(path, later)
    joined = firsts(path)
    found = sum(joined.get(len(lines) + n) == at for n, (_, at, _) in enumerate(due, 1))
    return holds("percent_of_translations_found", 100 * found / len(due))


if __name__ == "__main__":
    sys.exit(main())
