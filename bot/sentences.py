"""Where the sentence around some words begins and ends.

Too much of a paragraph is shown rather than too little: a sentence cut short may lose a "not".
"""

from __future__ import annotations

import re

from store.extraction.languages.en import ABBREVIATIONS
from store.model import Span

# A stop, what may close after it, and white space before something that may open a sentence.
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«„(\[]*[^\W_a-zß-öø-ÿ])|\n\s*\n")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“”'‘’«]+$")
_LONGEST = 20  # characters of an abbreviation
_PAIRS = ("“”", "«»", "()", '""')


def sentence(text: str, within: Span, first: int, last: int) -> Span:
    """The sentence or sentences of *within* that hold `text[first:last]`.

    Where they would tear a pair of quotation marks, it is the whole of *within*.
    """
    ends = list(_ends(text, within))
    start = max((end for end in ends if end <= first), default=min(first, within.start))
    stop = min((end for end in ends if end > last), default=max(last, within.end))
    found = Span(start, max(last, start + len(text[start:stop].rstrip())))
    if all(_balanced(found.of(text), *pair) for pair in _PAIRS):
        return found
    return Span(min(first, within.start), max(last, within.end))


def distance(text: str, name: int, first: int) -> int:
    """How many sentences before the one that holds `text[first]` the one with `text[name]` is."""
    return sum(1 for end in _ends(text, Span(0, len(text))) if name < end <= first)


def _ends(text: str, within: Span) -> list[int]:
    """Where in *within* a sentence is over and the next begins."""
    return [
        found.end()
        for found in _END.finditer(text, within.start, within.end)
        if found[0][0] != "."
        or not _abbreviated(text[max(within.start, found.start() - _LONGEST) : found.start()])
    ]


def _abbreviated(before: str) -> bool:
    """Whether a full stop after *before* is that of "Gen." or "U.S.": it may end nothing."""
    found = _WORD_BEFORE.search(before)
    word = found[0] if found else ""
    return word.lower() in ABBREVIATIONS or "." in word or (len(word) == 1 and word.isalpha())


def _balanced(part: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return part.count(opening) % 2 == 0
    return part.count(opening) == part.count(closing)
