"""Characters that can be kept: half of a pair, as odd file names have them, cannot."""

from __future__ import annotations

import unicodedata

import regex

_PILED_UP = regex.compile(r"\p{M}{31}")  # 30 are what Unicode's Stream-Safe Text Format allows


def storable(text: str) -> str:
    """*text* with "?" for every half of a pair, which no file or database can keep."""
    return text.encode("utf-8", "replace").decode("utf-8")


def composed(text: str) -> str:
    """*text* with each accent in its letter (NFC): a name is not cut off where they stand apart.

    Text with more marks on one letter than any writing has stays as it is: putting those in order
    takes the square of their number.
    """
    return text if _PILED_UP.search(text) else unicodedata.normalize("NFC", text)
