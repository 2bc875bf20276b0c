"""Whether a heading may say that somebody said the words typed: only where nothing unsays it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from rapidfuzz import fuzz

from bot.sentences import sentence
from store.model import Kind, Match
from store.words import folded, negations


class Typed(Enum):
    """How words typed stand in a statement."""

    OWN = auto()  # the speaker said them, in that order, and nothing around takes them back
    INNER = auto()  # they stand in marks inside what was said: perhaps somebody else's words
    OTHERWISE = auto()


def standing(match: Match, asked: str) -> Typed:
    """How the words *asked* stand in *match*; OTHERWISE wherever there is a doubt."""
    typed = folded(asked)
    if match.statement.kind is not Kind.DIRECT or not _in_any(typed, match.words):
        return Typed.OTHERWISE
    parts = [_INNER.split(piece) for piece in match.words]  # own and inner words by turns
    inner = _in_any(typed, (stretch for part in parts for stretch in part[1::2]))
    if inner and not _in_any(typed, (stretch for part in parts for stretch in part[::2])):
        return Typed.INNER
    return Typed.OTHERWISE if _taken_back(match) or _led_by_doubt(typed, match) else Typed.OWN


# Marks inside what was said: an apostrophe follows a letter, these do not.
_INNER = re.compile(r"(?<!\w)[‘'“\"„«](?=\w)(.+?)[’'”\"»](?!\w)", re.DOTALL)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_STOPS = re.compile(r"(?<=[.!?…;])\s+")
_CONDITION = re.compile(r"if|unless|whether|would|might|could")
_UNREAL = re.compile(  # of words around: nobody said them, or nobody of that name
    _CONDITION.pattern + r"|wish\w*|hop(?:es|ed|ing)|imperson\w*|imitat\w*|pretend\w*|pos(?:ed|ing)"
    r"|fak\w*|false\w*|untrue|hoax\w*|myth\w*|parod\w*|satir\w*|spoof\w*|fiction\w*|invent\w*"
    r"|fabricat\w*|imagin\w*|dream\w*|mis(?:quot|attribut)\w*|refus\w*|declin\w*|fail(?:s|ed|ing)?"
    r"|avoid\w*|den(?:y|ies|ied)|suppos\w*"
)


def _taken_back(match: Match) -> bool:
    """Whether the sentence around what was said has a "not", a condition or a pretence in it."""
    text, statement = match.article.text, match.statement
    first, last = statement.content[0].start, statement.content[-1].end
    whole = sentence(text, statement.context, first, last)
    inside = (edge for span in statement.content for edge in (span.start, span.end))
    edges = (whole.start, *inside, whole.end)
    outside = " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    around = folded(_QUOTED.sub(" ", outside))
    return bool(negations(around)) or any(map(_UNREAL.fullmatch, around))


def _led_by_doubt(typed: Sequence[str], match: Match) -> bool:
    """Whether a "not" or an "if" goes before the words *typed* wherever they were said."""
    said = [folded(part) for part in _STOPS.split(" ".join(match.words))]
    leads = [words[:at] for words in said for at in _runs(typed, words)]
    return bool(leads) and all(
        negations(lead) or any(map(_CONDITION.fullmatch, lead)) for lead in leads
    )


def _in_any(typed: Sequence[str], pieces: Iterable[str]) -> bool:
    said = [word for piece in pieces for word in folded(piece)]
    return any(True for _ in _runs(typed, said))


def _runs(typed: Sequence[str], said: Sequence[str]) -> Iterator[int]:
    """Where all of *typed* stands in *said*, in that order, misspellings aside."""
    for at in range(len(said) - len(typed) + 1 if typed else 0):
        if all(map(_alike, typed, said[at:])):
            yield at


def _alike(typed: str, said: str) -> bool:
    # negations are short and come first: no likeness takes "no" for "now", "legal" for "illegal"
    if typed == said:
        return True
    long = min(len(typed), len(said)) > 4
    return long and typed[0] == said[0] and fuzz.ratio(typed, said) >= 75
