"""What people put before a name: "President", "Mrs", "Sen."."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from store.search import weights

_TITLES = """
    mr mrs ms miss mx dr sir dame lord lady prof professor president prime minister secretary
    senator sen rep representative congressman congresswoman governor gov mayor general gen king
    queen prince princess pope chancellor justice judge
"""

# What people put before a name; it is no part of it.
TITLES = frozenset(_TITLES.split())
_LONG_TITLES = frozenset(title for title in TITLES if len(title) >= weights.LONG_TITLE)
_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "prof": "professor",
    "dr": "doctor",
}


@lru_cache(maxsize=10_000)
def title(word: str) -> str:
    """The title that *word* is, in full, "" for none; long ones may be misspelt."""
    if word in TITLES:
        return _SHORT.get(word, word)
    return next((one for one in sorted(_LONG_TITLES) if OSA.distance(word, one) <= 2), "")
