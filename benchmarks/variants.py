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
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, groupby
from pathlib import Path

from bars import holds
from sqlite_utils import Database as Connection

from store import recording, variants
from store.database import Database
from store.model import Article, Kind, Span, Speaker, Statement
from store.variants.likeness import SAME_WORDS, likeness
from store.variants.sayings import sayings

_AT_ONCE = 1_000  # articles to a transaction: what is counted is grouping, not the disk

TYPE = "t_translation"
Pairs = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the corpus, its numbers there and in the store."""

    number: int
    cluster: int
    speaker: str
    url: str
    day: date
    words: str
    stored: int = 0


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
    with tempfile.TemporaryDirectory() as folder:
        database = Database(arguments.store or Path(folder) / "store.db")
        clock = variants.join = Clock()
        lines = loaded(database, read(arguments.corpus))
        held = [holds("statements_grouped_a_CPU_second", len(lines) / clock.seconds)]
        with database.reading() as db:
            firsts = dict(db.execute("SELECT statement, first FROM variant").fetchall())
            translated = set(_translated(db, firsts))
        held += near_duplicates(lines, firsts, translated, wrong=arguments.wrong)
        if arguments.queries:
            held.append(translations(database, lines, arguments.queries))
        database.close()
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


def loaded(database: Database, lines: Iterable[Line]) -> list[Line]:
    """*lines* with the numbers that they have in the store."""
    found = []
    for _, some in groupby(enumerate(lines), lambda numbered: numbered[0] // _AT_ONCE):
        with database.writing() as db:
            found += [replace(line, stored=_load(db, line)) for _, line in some]
    return found


def _load(db: Connection, line: Line) -> int:
    # two may say the same on one day: what tells their articles apart stands below
    article = Article(f"{line.words}\n\n{line.url} {line.number}", published=line.day)
    words = Span(0, len(line.words))
    statement = Statement(Kind.DIRECT, (words,), words, speaker=Speaker(line.speaker))
    number = recording.add_article(db, article, scope="", at=datetime.now(UTC), by="benchmark")
    recording.add_statements(db, number, article, [statement], scope="")
    return int(db.execute("SELECT max(id) FROM statement").fetchone()[0])


def _translated(db: Connection, firsts: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Those of *firsts* that are together as translations of each other."""
    for number, first in firsts.items():
        one, other = sayings(db, (number, first))
        if likeness(one, other) < SAME_WORDS:
            yield min(number, first), max(number, first)


def near_duplicates(
    lines: Sequence[Line], firsts: Mapping[int, int], translated: Pairs, *, wrong: bool
) -> Iterator[bool]:
    """Hold the pairs that are together in the store against those of one cluster."""
    due = _together({line.stored: line.cluster for line in lines})
    found = _together({line.stored: firsts.get(line.stored, line.stored) for line in lines})
    print(f"{len(lines):,} statements, {len(due):,} pairs due, {len(found):,} found")
    yield holds("percent_of_near_duplicates_found", 100 * len(found & due) / len(due))
    yield holds("percent_put_together_rightly", 100 * len(found & due) / len(found))
    yield holds("translations_put_together_wrongly", len(translated - due))
    words = {line.stored: line.words for line in lines}
    for one, other in sorted(found - due) if wrong else ():
        print(f"\n{words[one]}\n{words[other]}")


def _together(groups: Mapping[int, int]) -> Pairs:
    """All pairs of statements of one group."""
    members = defaultdict(list)
    for number, group in groups.items():
        members[group].append(number)
    return {pair for group in members.values() for pair in combinations(sorted(group), 2)}


def translations(database: Database, lines: Sequence[Line], queries: Path) -> bool:
    """Load the retranslations among *queries* a day later: how many join what they translate."""
    originals = {line.number: line for line in lines}
    asked = map(json.loads, queries.read_text("utf-8").splitlines())
    due = [(query["q"], originals[query["sid"]]) for query in asked if query["type"] == TYPE]
    later = loaded(
        database,
        (
            replace(line, number=-at, words=words, day=line.day + timedelta(days=1))
            for at, (words, line) in enumerate(due, 1)
        ),
    )
    with database.reading() as db:
        firsts = dict(db.execute("SELECT statement, first FROM variant").fetchall())
    pairs = zip(later, (original for _, original in due), strict=True)
    joined = sum(firsts.get(line.stored) == original.stored for line, original in pairs)
    return holds("percent_of_translations_found", 100 * joined / len(due))


if __name__ == "__main__":
    sys.exit(main())
