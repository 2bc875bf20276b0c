"""Text from articles and people, made to show on Discord exactly as it is written."""

from __future__ import annotations

import re

from bot import phrases

# Discord reads a backslash before any ASCII punctuation as "show the next character as it is",
# so a reader sees, and copies, the words alone: nothing is replaced and nothing invisible is
# added. Escaped are the characters that emphasis, code, spoilers, quotations, headings, links,
# mentions, timestamps, emoji, commands, addresses and invitations cannot do without; a dash, a
# plus or a number's full stop only where it could begin a list or small print.
_ALIVE = str.maketrans({character: f"\\{character}" for character in r"\`*_~|<>@#[]():/"})
_LIST = re.compile(r"[-+](?=[\s\\]|\Z)|(?<=\d)\.(?=\s|\Z)")
_LINE_END = re.compile(r"\r\n?|\n")


def escape(text: str) -> str:
    """*text* with a backslash before each character that Discord could take for markup."""
    return _LIST.sub(r"\\\g<0>", text.translate(_ALIVE))


def size(text: str) -> int:
    """How much of Discord's room *text* takes, in UTF-16 units: never less than it counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def short(text: str, most: int) -> str:
    """*text* on one line, escaped, cut where it would take more than *most*: never quoted words."""
    return escape(phrases.short(text, most, lambda line: size(escape(line))))


def quoted(text: str) -> str:
    """*text*, whole and escaped, as a block quotation."""
    return "\n".join(f"> {escape(line)}" for line in _LINE_END.split(text))
