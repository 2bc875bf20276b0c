"""Words that another version of their article has otherwise, told beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Prefix

from bot.phrases import marked, short
from store.model import Match

_LONGEST = 120
_BEFORE = 30  # characters before what differs, of words too long to be told whole

Said = tuple[Sequence[str], str]
"""The pieces of what was said, and the text of the article that they are slices of."""


def of(match: Match) -> Said:
    """What *match* says, and where."""
    return match.words, match.article.text


def now_reads(before: Said, now: Said) -> str:
    """That the words *before* read otherwise *now*: both whole in their marks, else what differs.

    Words that are cut are no quotation, and stand without marks.
    """
    return "{} now reads {}".format(*_beside(before, now))


def whole(pieces: Sequence[str]) -> str:
    """Words that are slices of a stored article, each piece in its marks; cut, without any."""
    return " … ".join(marked(piece, piece, _LONGEST) for piece in pieces)


def _beside(before: Said, now: Said) -> tuple[str, ...]:
    both = [" … ".join(pieces) for pieces, _ in (before, now)]
    if max(map(len, both)) > _LONGEST:
        from_ = both[0].rfind(" ", 0, max(0, Prefix.similarity(*both) - _BEFORE)) + 1
        cut = (short(f"{'… ' if from_ else ''}{told[from_:]}", _LONGEST) for told in both)
        return tuple(told.rstrip(" ,;.") for told in cut)
    return tuple(
        " … ".join(marked(p, text, _LONGEST) for p in pieces) for pieces, text in (before, now)
    )
