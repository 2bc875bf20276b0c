"""How fast many articles are loaded, in how much memory, and what is left of one that is killed.

    python benchmarks/loading.py [--articles 100] [--rounds 3] [--check]
    python benchmarks/loading.py --memory 100 100000
    python benchmarks/loading.py --kills 200

The first holds `onrecord load` against extraction alone in as many processes, turn by turn, start
and all. The second tells the peak of all its processes together for so many short articles. The
third kills a load as often, at random moments, begins it anew each time, and compares the store
with that of a load which nobody killed. With --check it ends in 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import killing
import made
from bars import ONE_THREAD, holds

HERE = Path(__file__).resolve().parent
LOAD = (sys.executable, "-c", "from bot.cli import main; main()", "load", "--quiet")
MEGABYTE = 1_000_000
_OFTEN = 0.1  # seconds between two looks at the memory


@dataclass(frozen=True)
class Taken:
    """Seconds that something took: by the clock, and of all its processes."""

    wall: float
    cpu: float


def main() -> int:
    """Print what was asked for; 1 where it is checked and missed."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.kills:
            held = killing.leaves_nothing_behind(Path(folder), arguments.kills)
        elif arguments.memory:
            held = _is_flat(Path(folder), arguments.memory)
        else:
            held = _is_fast(Path(folder), arguments.articles, arguments.rounds)
    return 1 if (arguments.check or arguments.kills) and not held else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=100, help="in each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", type=int, nargs=2, metavar="ARTICLES", help="few and many")
    parser.add_argument("--kills", type=int, default=0, help="how often a load is killed")
    parser.add_argument("--check", action="store_true", help="end in 1 where a bar is missed")
    return parser.parse_args()


def _is_fast(folder: Path, articles: int, rounds: int) -> bool:
    alone, loading, words = [], [], 0
    for one in range(rounds):
        texts = [made.article(one * articles + number) for number in range(articles)]
        words += sum(len(text.split()) for text in texts)
        place = _written(folder / f"round{one}", texts)
        alone.append(_taken([sys.executable, str(HERE / "extracting.py"), str(place)], folder))
        loading.append(_taken([*LOAD, str(place)], folder / f"round{one}.db"))
    for what, taken in (("extraction alone", alone), ("onrecord load", loading)):
        wall, cpu = (sum(getattr(one, kind) for one in taken) for kind in ("wall", "cpu"))
        count = rounds * articles
        print(
            f"{what:17} {count / wall:7.2f} articles/s {words / wall:8,.0f} words/s"
            f" {count / cpu:7.2f} articles/CPU-s"
        )
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    ratio = sum(one.wall for one in alone) / sum(one.wall for one in loading)
    by_cpu = sum(one.cpu for one in alone) / sum(one.cpu for one in loading)
    print(f"of what extraction alone reaches, by CPU time: {by_cpu:.3f}")
    return holds("of_what_extraction_alone_reaches", ratio)


def _taken(command: Sequence[str], store: Path) -> Taken:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, env=_environment(store))  # noqa: S603 -- our own commands
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _is_flat(folder: Path, counts: Sequence[int]) -> bool:
    peaks = []
    for count in counts:
        place = _written(folder / str(count), map(made.brief, range(count)))
        began = time.monotonic()
        peaks.append(_peak([*LOAD, str(place)], folder / f"{count}.db") / MEGABYTE)
        took = time.monotonic() - began
        print(f"{count:9,} articles: {peaks[-1]:6.0f} MB at most, {took:,.0f} s", flush=True)
    return holds("times_the_memory_for_a_thousand_times_the_articles", peaks[1] / peaks[0])


def _peak(command: Sequence[str], store: Path) -> int:
    """The most memory that the processes of *command* had together, in bytes."""
    most = 0
    with subprocess.Popen(command, env=_environment(store)) as loading:  # noqa: S603
        while loading.poll() is None:
            most = max(most, sum(map(_resident, _family(loading.pid))))
            time.sleep(_OFTEN)
    assert loading.returncode == 0
    return most


def _family(process: int) -> Iterator[int]:
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue  # it is over
        for child in map(int, children):
            yield from _family(child)


def _resident(process: int) -> int:
    """Bytes that the process has in memory, its share of what it has in common with others."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in told.splitlines() if "Pss:" in line)


def _written(folder: Path, texts: Iterator[str] | Sequence[str]) -> Path:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return folder


def _environment(store: Path) -> dict[str, str]:
    return os.environ | ONE_THREAD | {"ONRECORD_STORE": str(store)}


if __name__ == "__main__":
    sys.exit(main())
