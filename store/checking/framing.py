"""Words that stand in what somebody said, but not as what they say themselves.

They tell what another says (“they called me a coward”), or only speak of it (“it would be wrong
to say that we lied”, “if we lied”, “did I say so?”). Without these words around them they are no
longer the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise, takewhile

from store.checking.records import Record, Said
from store.checking.words import says_no, words
from store.extraction import rules
from store.extraction.document import document
from store.extraction.languages import en
from store.extraction.languages.en.listing import words as listed
from store.model import Span, Statement

_OURSELVES = listed("i we")
_FALSE = en.UNREAL_CLAIMS - {"true"} | listed(
    "wrong mistake mistaken nonsense rubbish ludicrous absurd baseless unfounded groundless "
    "fabricated bogus ridiculous unfair misleading dishonest"
)
_THINKING = en.SUPPOSED - listed("hope hopes hoped hoping fear fears feared") | listed(
    "pretend pretends pretended imagine imagines imagined"
)
_SPOKEN = listed("said told claimed alleged reported rumoured suggested accused called")
_THEY = listed("he she they people some many others critics opponents")
_OPENS_QUESTION = en.FINITE | en.QUESTIONS
_OPENING = "‘“\"'«„"
_MARKS = 3  # that may end a sentence
_CONTRAST = re.compile(r",? (?:but|though|although|while|whereas) ", re.IGNORECASE)
_FAR, _NEAR, _FIRST = 8, 3, 2  # words before others that bear on them


def lost(record: Record, kept: Said, left_out: AbstractSet[int]) -> set[int]:
    """The numbers *left_out* of the words that make those from *kept* on another's, or nobody's."""
    start = kept.word.span.start
    found: set[int] = set()
    for frame in _others(record, kept):
        said = [one.number for one in record.said if frame.holds(one.word.span)]
        if any(number in left_out for number in said):
            between = Span(frame.start, max(start, frame.end))
            found.update(one.number for one in record.said if between.holds(one.word.span))
    lead = _lead(record, kept)
    if _is_unreal(record, lead, kept):
        still = [one for one in lead if one.number not in left_out]
        found.update(() if _is_unreal(record, still, kept) else (one.number for one in lead))
    return found.intersection(left_out)


def tells_so(text: str, statement: Statement | None, start: int) -> bool:
    """Whether *statement*, in a *text*, itself has such words before what begins at *start*."""
    if statement is None or statement.content[0].start >= start:
        return False
    first = statement.content[0].start
    told = text[first : statement.content[-1].end]
    keys = [word.key for word in words(text, Span(first, start))]
    return any(start - first in content for content, _ in _reports(told)) or _speaks_of_it(keys)


def _others(record: Record, kept: Said) -> Iterator[Span]:
    """Where "they called me" and the like stand, before or after what they say."""
    piece = _piece(record, kept)
    for content, frame in _reports(piece.of(record.text)):
        if kept.word.span.start - piece.start in content:
            yield Span(piece.start + frame.start, piece.start + frame.stop)


def _piece(record: Record, kept: Said) -> Span:
    """The span of what was said that holds the word *kept*."""
    pieces = [span for match in record.matches for span in match.statement.content]
    return pieces[kept.piece]


@lru_cache(maxsize=1000)
def _reports(text: str) -> tuple[tuple[range, range], ...]:
    """What of *text* others say, and the words that tell so, as ranges of offsets."""
    found, laid_out = [], document(text)
    for one in rules.tag(laid_out):
        if not one.source or one.source[0].of(text).lower() in _OURSELVES:
            continue
        start, end = one.content[0].start, one.content[-1].end
        turns = _CONTRAST.finditer(text, start, end)  # they say so, but we do not
        end = next((m.start() for m in turns if not laid_out.stretch_at(m.start())), end)
        frame = sorted((*one.source, *one.cue))
        found.append((range(start, end), range(frame[0].start, frame[-1].end)))
    return tuple(found)


def _lead(record: Record, kept: Said) -> list[Said]:
    """The words before *kept* that bear on it: of its clause, and before an inner mark."""
    lead: list[Said] = []
    clause = kept.clause
    for one in reversed(record.said[: kept.number]):
        after = lead[-1] if lead else kept
        between = record.text[one.word.span.end : after.word.span.start]
        if one.sentence != kept.sentence or one.piece != kept.piece:
            break
        if one.clause != clause:
            if after is not kept or not any(mark in between for mark in _OPENING):
                break
            clause = one.clause
        lead.append(one)
    return lead[::-1]


def _is_unreal(record: Record, lead: Sequence[Said], kept: Said) -> bool:
    """Whether *lead* tells that what follows is not put forward."""
    keys = [one.word.key for one in lead]
    if not lead:
        return False
    if says_no(one.word.key for one in lead if one.clause != kept.clause):
        return True  # I never told them, “we lied”
    if _is_opened(record, kept) and _THEY.intersection(keys[:_FIRST]):
        return _OURSELVES.isdisjoint(keys)  # they make me out to be “a liar”
    if _speaks_of_it(keys) or (keys[0] in _OPENS_QUESTION and _is_question(record, kept)):
        return True
    return _is_claim(keys) and _is_false_after(record, kept)


def _is_opened(record: Record, kept: Said) -> bool:
    """Whether *kept* is the first word inside marks that the speaker's own words hold."""
    before = record.said[kept.number - 1]
    between = record.text[before.word.span.end : kept.word.span.start]
    return before.mark > 0 and any(mark in between for mark in _OPENING)


def _speaks_of_it(keys: Sequence[str]) -> bool:
    """Whether *keys*, before some words, tell that these are not put forward."""
    if not _FALSE.isdisjoint(keys[-_FAR:]) or not en.CONDITIONS.isdisjoint(keys[-_NEAR:]):
        return True
    return any(_is_others(keys, at) for at in range(len(keys)))


def _is_claim(keys: Sequence[str]) -> bool:
    """Whether there is "the idea that" or "rumours that" in *keys*."""
    return any(key == "that" and before in en.RUMOURS for before, key in pairwise(keys))


def _is_false_after(record: Record, kept: Said) -> bool:
    return any(one.word.key in _FALSE for one in _rest(record, kept))


def _is_question(record: Record, kept: Said) -> bool:
    """Whether the sentence of *kept* ends as one: "did we lie?"."""
    last = _rest(record, kept)[-1]
    ending = last.word.span.end
    return "?" in record.text[ending : ending + _MARKS]


def _rest(record: Record, kept: Said) -> list[Said]:
    """The words from *kept* to the end of its sentence."""
    said = record.said[kept.number :]
    return list(takewhile(lambda one: one.sentence == kept.sentence, said))


def _is_others(keys: Sequence[str], at: int) -> bool:
    """Whether the word at *at* tells of what others think, or of what one is told."""
    if keys[at] in _SPOKEN and at and keys[at - 1] in en.BE:
        return True
    return keys[at] in _THINKING and at > 0 and _OURSELVES.isdisjoint(keys[max(at - 3, 0) : at])
