"""Words cut into the pieces that the network knows, as BERT's uncased vocabulary was made for."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_VOCABULARY = Path(__file__).with_name("vocabulary.txt")
_PART = re.compile(r"[^\W_]+|\S")  # a mark inside a word (don’t, U.S.) is a part of its own
_LONGEST_PART = 100  # characters; BERT's own limit
_MOST_PIECES = 16  # of one word: the rest says nothing more about what the word does here


@cache
def vocabulary() -> dict[str, int]:
    """Every piece with its number; a piece that continues a word begins with ##."""
    lines = _VOCABULARY.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


@lru_cache(maxsize=1 << 16)
def pieces(word: str) -> tuple[int, ...]:
    """The numbers of the pieces of *word*, at least one; accents and capitals are dropped."""
    bare = unicodedata.normalize("NFD", word.lower())
    bare = "".join(one for one in bare if unicodedata.category(one) != "Mn")
    found = [number for part in _PART.findall(bare) for number in _longest_first(part)]
    return tuple(found[:_MOST_PIECES]) or (vocabulary()["[UNK]"],)


def _longest_first(part: str) -> list[int]:
    """The longest known piece, then the longest that continues it, and so on."""
    known, unknown = vocabulary(), [vocabulary()["[UNK]"]]
    if len(part) > _LONGEST_PART:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(part):
        before = "##" if start else ""
        ends = range(len(part), start, -1)
        end = next((end for end in ends if before + part[start:end] in known), None)
        if end is None:
            return unknown
        found.append(known[before + part[start:end]])
        start = end
    return found
