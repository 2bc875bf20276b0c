"""Characters that can be kept: half of a pair, as odd file names have them, cannot."""

from __future__ import annotations


def storable(text: str) -> str:
    """*text* with "?" for every half of a pair, which no file or database can keep."""
    return text.encode("utf-8", "replace").decode("utf-8")
