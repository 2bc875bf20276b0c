"""Transcripts: paragraphs that a label opens, as in "SMITH: Good evening." and "Q: Why?".

A paragraph without a label between two that have one goes on with the speaker of the first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.paragraphs import trimmed
from store.model import Quotation, Span

_ASIDE = r"(?: ?[(\[][^)\]\n]{1,60}[)\]])?+"
_CAPITALS = re.compile(
    rf"(?P<name>[A-Z][A-Z.'’-]++(?: [A-Z][A-Z.'’-]++){{0,3}}+){_ASIDE}(?P<end>:)\s"
)
_NAMES = re.compile(rf"(?P<name>{en.NAMED}){_ASIDE}(?P<end>:)\s")
_LETTERS = re.compile(r"(?P<name>[QA])(?P<end>[:.])\s")
_BOLD = re.compile(  # only what speaks of itself: the bold words may be a heading
    rf"\*\*(?P<name>{en.NAMED}(?=,)|An? [a-z][^*,\n]{{2,60}})(?:,[^*\n]{{1,60}})?:?"
    r"(?P<end>\*\*):?\s"
    r"(?=[^\n]{0,1000}?\b(?:I|[Mm]y|[Ww]e|[Oo]ur|me|us)\b)"
)
_PAIR = re.compile(r"\b(?=([A-Z][\w.’'-]*) ([A-Z][\w’'-]*))")
_ENDED = re.compile(r"[.!?…—–-][\"'”’»)\]]*$")
_FEWEST = 2  # one label alone is a dateline or a note
_LONGEST_GAP = 3  # paragraphs without a label that still are the last speaker's
_ASIDES = "([*_#"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph with its label, and what stands behind it."""

    at: int
    label: Span
    colon: Span
    content: Span


def labelled(document: Document) -> dict[int, Quotation]:
    """What the paragraphs of a transcript say, by their numbers, each with its label as source."""
    for pattern in (_CAPITALS, _LETTERS, _NAMES, _BOLD):
        turns = [turn for turn in _turns(document, pattern) if _speaks(document, turn)]
        if pattern is _LETTERS and len({turn.label.of(document.text) for turn in turns}) < _FEWEST:
            continue
        if pattern is _NAMES:
            turns = _in_talk(document, turns)
        if len(turns) >= _FEWEST:
            return _quotations(document, turns)
    return {}


def _turns(document: Document, pattern: re.Pattern[str]) -> Iterator[_Turn]:
    for number, paragraph in enumerate(document.paragraphs):
        span = paragraph.span
        label = pattern.match(document.text, span.start, span.end)
        content = trimmed(document.text, label.end(), span.end) if label else None
        if label and content:
            yield _Turn(number, Span(*label.span("name")), Span(*label.span("end")), content)


def _speaks(document: Document, turn: _Turn) -> bool:
    """Whether a label may be somebody's: not "Note:", not "Total: 46"."""
    words = turn.label.of(document.text).lower().replace("’", "'").split()
    return (
        en.NO_SPEAKERS.isdisjoint((words[0], words[-1]))
        and document.text[turn.content.start] not in "$£€0123456789"
    )


def _in_talk(document: Document, turns: list[_Turn]) -> list[_Turn]:
    """Those of *turns* whose labels, written like any words, are people's who talk in turn."""
    ended = [turn for turn in turns if _ENDED.search(turn.content.of(document.text))]
    often = Counter(turn.label.of(document.text) for turn in ended)
    named = _names(document.text) if ended else {}
    sure = {label for label in often if often[label] > 1 or _titled(label)}
    known = sure | {label for label in often if " " in label or _named(label, named)}
    talk = [turn for turn in ended if turn.label.of(document.text) in known]
    close = any(b.at - a.at <= _LONGEST_GAP for a, b in pairwise(talk))
    return talk if close and sure and len(known) >= _FEWEST else []


def _names(text: str) -> dict[str, set[str]]:
    """What stands, with a capital, before each word that has one."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _PAIR.finditer(text):
        found[pair[2]].add(pair[1])
    return found


def _named(label: str, named: Mapping[str, set[str]]) -> bool:
    """Whether the last word of *label* ends a name elsewhere: "Cllr Dow" for "Vera Dow"."""
    words = label.split()
    return bool(named.get(words[-1], set()) - set(words[-2:-1]))


def _titled(label: str) -> bool:
    """Whether a label says what somebody is: "Ms. Otto", "Judge Birch", "Clerk"."""
    words = [word.rstrip(".") for word in label.lower().split()]
    return words[0] in en.HONORIFICS or not en.ROLES.isdisjoint(words)


def _quotations(document: Document, turns: list[_Turn]) -> dict[int, Quotation]:
    """*turns* as quotations, with the paragraphs in between that go on with one."""
    found: dict[int, Quotation] = {}
    ends = [turn.at for turn in turns[1:]] + [0]  # nothing goes on after the last label
    for turn, end in zip(turns, ends, strict=True):
        gap = range(turn.at + 1, end)
        on = list(takewhile(partial(_goes_on, document), gap)) if len(gap) <= _LONGEST_GAP else []
        spans = [turn.content, *(document.paragraphs[at].span for at in on)]
        one = Quotation(
            tuple(_bare(document, span) for span in spans), (turn.colon,), (turn.label,)
        )
        found |= dict.fromkeys([turn.at, *on], one)
    return found


def _goes_on(document: Document, at: int) -> bool:
    """Whether a paragraph between two turns is talk: no heading, and no stage direction."""
    paragraph = document.paragraphs[at]
    labelled = _NAMES.match(document.text, paragraph.span.start, paragraph.span.end)
    aside = document.text[paragraph.span.start] in _ASIDES
    return not (paragraph.heading or labelled or aside) and any(
        word.plain for sentence in paragraph.sentences for word in sentence
    )


def _bare(document: Document, span: Span) -> Span:
    """*span* without the marks around all of it."""
    stretch = document.stretch_at(span.start)
    return stretch.inside if stretch and stretch.whole == span else span
