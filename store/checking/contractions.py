"""Contractions spelt out: “won't” is “will not”, though who quotes the one for the other alters."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TWO = re.compile(r"(.+)('s|'re|'ve|'ll|'d|'m|n't)")
_SECOND = {
    "'s": frozenset(("'s", "is", "has")),
    "'d": frozenset(("'d", "would", "had")),
    "'re": frozenset(("are",)),
    "'ve": frozenset(("have",)),
    "'ll": frozenset(("will",)),
    "'m": frozenset(("am",)),
    "n't": frozenset(("not",)),
}
_FIRST = {"wo": "will", "ca": "can", "sha": "shall"}


def parts(key: str) -> tuple[str, str]:
    """The two words of "he's" as they are written, the second "" where it is one."""
    if key == "cannot":
        return "can", "n't"
    two = _TWO.fullmatch(key)
    return (two[1], two[2]) if two else (key, "")


def same(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two runs of words differ in nothing but how they are contracted."""
    ours, theirs = _spelt_out(some), _spelt_out(others)
    return len(ours) == len(theirs) and all(
        one & other for one, other in zip(ours, theirs, strict=True)
    )


def _spelt_out(keys: Sequence[str]) -> list[frozenset[str]]:
    """The words of *keys*, each as all that it may be."""
    found = []
    for key in keys:
        first, second = parts(key)
        found.append(frozenset((_FIRST.get(first, first) if second else first,)))
        if second:
            found.append(_SECOND[second])
    return found
