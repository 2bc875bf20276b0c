"""The forms of a word, and the keys under which its misspellings meet it."""

from __future__ import annotations

import threading
import zlib
from functools import lru_cache

import Stemmer

_SHORTEST = 4  # letters; a shorter word is a misspelling of too many others
_BEGINNING = 7  # letters in which a slip is looked for; one further on leaves them as they are


class _Own(threading.local):
    """A stemmer for each thread: two may not use one at once."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("english", maxCacheSize=0)


_own = _Own()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What the forms of *word* share: "apology" and "apologies" are one."""
    return str(_own.stemmer.stemWord(word))


def slips(word: str, letters: int = 1) -> frozenset[str]:
    """What is left of the beginning of *word* with at most so many *letters* missing.

    Two words share one of these where they differ by a letter, or two letters changed places.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return frozenset()
    left = {word[:_BEGINNING]}
    for _ in range(letters):
        left |= {one[:at] + one[at + 1 :] for one in left for at in range(len(one))}
    return frozenset(left)


def slip_key(scope: str, kind: int, left: str) -> int:
    """The number under which the words of *scope* that leave *left* are kept."""
    return zlib.crc32(f"{scope}\0{kind}\0{left}".encode())
