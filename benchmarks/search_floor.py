"""Asks the search benchmark's questions of its genuine statements, and holds that to its floors.

    python benchmarks/search_floor.py

The statements stand in `../shared`, beside the project; without it nothing is measured. They are
the first 17,000 of the benchmark's corpus, so that only questions whose answer is among them, or
that nothing answers, are asked. search.py measures the whole.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from search import answers, load

from store.store import Store

Row = tuple[int, str, str]  # cluster, speaker, words

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "search"
KINDS = {"right_first": "abcdet", "right_first_retranslated": "t", "honest_no": "f"}


def main() -> int:
    """Print each figure beside its floor; 1 where any is below."""
    if not SHARED.is_dir():
        print("no ../shared beside the project: nothing measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        figures = dict(_figures(Path(folder)))
    floors = tomllib.loads((HERE / "search_floor.toml").read_text(encoding="utf-8"))
    below = [name for name, floor in floors.items() if figures[name] < floor]
    for name, floor in floors.items():
        said = "BELOW" if name in below else "ok"
        print(f"{name:28} {figures[name]:6.1f}   floor {floor:6.1f}   {said}")
    return 1 if below else 0


def _figures(folder: Path) -> Iterator[tuple[str, float]]:
    """Percentages by kind of question, and how many of either a CPU-second takes."""
    os.chdir(folder)  # the benchmark's own scripts leave a folder where they are started
    sys.path.append(str(SHARED))
    from corpus import EXTRA, load_base
    from score import right

    said = [*(words for words, _, _ in EXTRA), *(words for words, _, _ in load_base()[0])]
    queries = [json.loads(line) for line in (SHARED / "queries.dev.jsonl").open(encoding="utf-8")]
    queries = [one for one in queries if one["gold"] is None or one["gold"] < len(said)]
    speakers = {one["gold"]: one["speaker"] for one in queries}
    rows = {n: (n, speakers.get(n, _nobody(n)), words) for n, words in enumerate(said)}
    figures, found = _asked(folder, rows, queries)
    yield from figures.items()
    for name, kinds in KINDS.items():
        asked = [one for one in queries if one["type"][0] in kinds]
        yield (
            name,
            100 * sum(_is_right(one, found[one["id"]], rows, right) for one in asked) / len(asked),
        )


def _asked(
    folder: Path, rows: dict[int, Row], queries: list[dict[str, Any]]
) -> tuple[dict[str, float], dict[int, list[int]]]:
    """How quick it is, and what is found for each query."""
    corpus, asked = folder / "corpus.tsv", folder / "queries.jsonl"
    lines = (
        f"{n}\t{n}\t{who}\t\t\t{date.fromordinal(735_000 + n % 4_000)}\t{_plain(said)}\n"
        for n, who, said in rows.values()
    )
    corpus.write_text("".join(lines), "utf-8")
    asked.write_text("".join(f"{json.dumps(one)}\n" for one in queries), "utf-8")
    loaded = load(corpus, folder / "corpus.db")
    with Store.to_read(folder / "corpus.db") as store:
        found = list(answers(store, asked))
    quick = {
        "statements_a_CPU_second": loaded["statements"] / loaded["cpu_seconds"],
        "questions_a_CPU_second": 1000 / median(one["cpu_ms"] for one in found),
    }
    return quick, {one["id"]: [sid for sid, _ in one["results"]] for one in found}


def _nobody(number: int) -> str:
    """Another name for each number."""
    return "Ann A" + str(number % 3_000).translate(str.maketrans("0123456789", "abcdefghij"))


def _plain(said: str) -> str:
    return said.replace("\t", " ").replace("\n", " ")


def _is_right(
    query: dict[str, Any],
    found: list[int],
    rows: dict[int, Row],
    right: Callable[[dict[str, Any], Row], bool],
) -> bool:
    """Whether the first of *found* is the answer, or nothing is found where there is none."""
    if query["gold"] is None:
        return not found
    return bool(found) and right(query, rows[found[0]])


if __name__ == "__main__":
    sys.exit(main())
