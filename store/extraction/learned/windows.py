"""What the network reads at once: passages (paragraphs, or parts of long ones) side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from store.extraction.learned.words import Word

WINDOW = 256  # pieces, the two boundaries of the window among them; as it was trained
_CONTEXT = 64  # pieces of passages already read, put before the new ones
_OVERLAP = 40  # words that two parts of one long paragraph share, or half of what is read


class Passage(NamedTuple):
    """The words of one paragraph, or as many of them as fit; *part* numbers the parts."""

    paragraph: int
    part: int
    words: tuple[Word, ...]

    @property
    def size(self) -> int:
        """How many pieces it takes, its boundary included."""
        return 1 + sum(len(word.pieces) for word in self.words)


class Window(NamedTuple):
    """Passages read together; those before *new* were read in an earlier window."""

    passages: tuple[Passage, ...]
    new: int


def windows(paragraphs: Iterable[Sequence[Word]]) -> Iterator[Window]:
    """Every passage exactly once as a new one, with what comes before it where that fits."""
    held: list[Passage] = []
    new = taken = 0
    for passage in _passages(paragraphs):
        if held and taken + passage.size > WINDOW - 1:
            yield Window(tuple(held), new)
            held = _context(held, WINDOW - 1 - passage.size)
            new, taken = len(held), sum(one.size for one in held)
        held.append(passage)
        taken += passage.size
    if held:
        yield Window(tuple(held), new)


def _context(held: Sequence[Passage], room: int) -> list[Passage]:
    """The last of *held* that fit in *room*, in their order."""
    room = min(room, _CONTEXT)
    kept: list[Passage] = []
    for passage in reversed(held):
        room -= passage.size
        if room < 0:
            break
        kept.append(passage)
    return kept[::-1]


def _passages(paragraphs: Iterable[Sequence[Word]]) -> Iterator[Passage]:
    for number, words in enumerate(paragraphs):
        if words:
            for part, one in enumerate(_parts(words)):
                yield Passage(number, part, tuple(one))


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """*words* whole where they fit a window, else in parts that overlap."""
    start, size = 0, 1
    for at, word in enumerate(words):
        if size + len(word.pieces) > WINDOW - 1:
            yield words[start:at]
            start = max((start + at + 1) // 2, at - _OVERLAP)  # long words: no word is read often
            size = 1 + sum(len(one.pieces) for one in words[start:at])
        size += len(word.pieces)
    yield words[start:]
