"""Phrases of which all that the bot says is made: lists, counts, days, and what is too long cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

QUOTED = 80  # characters of an article's that are quoted in a note
NO_MARKS = str.maketrans("", "", '“”„‟«»"')
# what turns writing round and goes on doing so: a headline must not turn what stands after it
_NO_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def short(text: str, most: int, size: Callable[[str], int] = len) -> str:
    """*text* on one line, cut to *most* by *size*; where that changes it, without its marks.

    Never used on words that were said. A *size* never counts less than the characters.
    """
    line = " ".join(text.translate(_NO_TURNS).split())
    if line == text and size(line) <= most:
        return text
    line = line.translate(NO_MARKS)
    if size(line) <= most:
        return line
    kept = line[: most - 1]
    while kept and size(f"{kept}…") > most:
        kept = kept[: len(kept) * 9 // 10]
    return f"{kept.rstrip()}…"


def fitted(notes: Sequence[str], most: int, size: Callable[[str], int]) -> list[str]:
    """*notes* whole, but where they take more than *most* together, each cut to its share."""
    share = most if sum(map(size, notes)) <= most else most // len(notes)
    return [short(note, share, size) for note in notes]


def marked(words: str, text: str, most: int = QUOTED) -> str:
    """*words* of an article's *text* in quotation marks; without any, where they would differ."""
    if words in text and short(words, most) == words:
        return f"“{words}”"
    return short(words.translate(NO_MARKS), most)


def listed(names: Iterable[str]) -> str:
    """*names*, each once: "A", "A and B", "A, B and 4 others"."""
    once = list(dict.fromkeys(names))
    if len(once) > 4:
        once = [*once[:3], f"{len(once) - 3} others"]
    return " and ".join(filter(None, (", ".join(once[:-1]), once[-1])))


def in_digits(count: int, noun: str) -> str:
    """How many there are: "1 article", "2,000 articles"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def day(found: date) -> str:
    """*found* as a card gives it: "3 May 2023"."""
    return f"{found.day} {found:%B} {found.year}"
