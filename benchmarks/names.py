"""Times what is offered while a name is typed, and who is told to share one, in a store.

    python benchmarks/names.py onrecord.db

CPU time of the whole call. Typed are the first one to six letters of the given names and surnames
of people whom the store offers itself, as they are and with a letter wrong, and whole names; and
of outlets likewise.
"""

from __future__ import annotations

import random
import string
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from store.store import Store

_LETTERS = 6
_PEOPLE = 150


def main(path: str) -> int:
    """Print the median and the 95th percentile of each kind, in milliseconds."""
    chance = random.Random(4)  # noqa: S311 -- the same people each time
    with Store.to_read(Path(path)) as store:
        begun = [one + other for one in string.ascii_lowercase for other in "aeiou"]
        people = sorted({name for two in begun for name in store.speakers(two)})
        people = chance.sample(people, min(_PEOPLE, len(people)))
        typed = [
            part[:n] for name in people for part in name.split() for n in range(1, _LETTERS + 1)
        ]
        _outlets(store, chance)
        _timed("nothing typed", store.speakers, [""] * 20)
        _timed("begun", store.speakers, typed)
        _timed("begun, a letter wrong", store.speakers, list(_wrong(typed, chance)))
        _timed("whole names", store.speakers, people)
        surnames = [name.split()[-1] for name in people]
        _timed("who shares a surname", store.namesakes, surnames)
        _timed("the same, a letter wrong", store.namesakes, list(_wrong(surnames, chance)))
    return 0


def _outlets(store: Store, chance: random.Random) -> None:
    begun = sorted({name for one in string.ascii_lowercase for name in store.outlets(one)})
    typed = [name[:n] for name in begun for n in range(1, _LETTERS + 1)]
    _timed("outlets, nothing typed", store.outlets, [""] * 20)
    _timed("outlets, begun", store.outlets, typed)
    _timed("outlets, a letter wrong", store.outlets, list(_wrong(typed, chance)))
    _timed("outlets, whole names", store.outlets, begun)


def _wrong(typed: list[str], chance: random.Random) -> Iterator[str]:
    for one in typed:
        if len(one) > 2:
            at = chance.randrange(1, len(one))
            yield one[:at] + chance.choice(["", *"aeinrt"]) + one[at + 1 :]


def _timed(what: str, ask: Callable[[str], object], typed: list[str]) -> None:
    took = sorted(_took(ask, one) for one in typed)
    middle, most = took[len(took) // 2], took[len(took) * 95 // 100]
    print(f"{what:26} {len(took):5}  p50 {middle:6.1f} ms   p95 {most:6.1f} ms")


def _took(ask: Callable[[str], object], typed: str) -> float:
    before = time.process_time()
    ask(typed)
    return 1000 * (time.process_time() - before)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
