"""Words typed in marks, which are kept together: to the forms each such phrase is one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_FIRST = 0xE000  # of the characters that nobody types: `clean` leaves none of them in

# An apostrophe stands inside or after a word, a mark before one; "quote … unquote" is spoken.
_MARKED = re.compile(
    r"\"([^\"]*\w[^\"]*)\"|(?<!\w)'(?=\w)([^\"]*?[\w.,!?…])'(?!\w)"
    r"|\bquote,? (.*?\w),? (?:unquote|end (?:of )?quote|close quote)\b",
    re.IGNORECASE,
)


def hidden(text: str) -> tuple[str, tuple[str, ...]]:
    """*text* with one character for each phrase in marks, and these phrases."""
    phrases: list[str] = []

    def hide(found: re.Match[str]) -> str:
        phrases.append(next(filter(None, found.groups())).strip(" ,.;:!?…"))
        return chr(_FIRST + len(phrases) - 1)

    return _MARKED.sub(hide, text), tuple(phrases)


def shown(text: str, phrases: Sequence[str]) -> str:
    """*text* with the *phrases* back in their places."""
    for number, phrase in enumerate(phrases):
        text = text.replace(chr(_FIRST + number), phrase)
    return text


def of(text: str, phrases: Sequence[str]) -> tuple[str, ...]:
    """Those of *phrases* that stand in the hidden *text*."""
    return tuple(phrase for at, phrase in enumerate(phrases) if chr(_FIRST + at) in text)


def hides(text: str) -> bool:
    """Whether a phrase stands in the hidden *text*."""
    return any(
        ord(character) >= _FIRST for character in text if unicodedata.category(character) == "Co"
    )


# What chats begin a quoted line with, and put around words to set them off.
_CHAT = re.compile(
    r"^[ \t]*>{1,3}[ \t]?"
    r"|(?<![^\s(\"“‘*_~`|])[*_~`|]+(?=\S)"
    r"|(?<=\S)[*_~`|]+(?![^\s.,;:!?)\"”’*_~`|])",
    re.MULTILINE,
)


def unmarked(message: str) -> str:
    """The text of a chat *message* as its readers see it, without the marks for its looks."""
    return _CHAT.sub("", message)
