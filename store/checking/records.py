"""Statements found, as the words that a quotation is held against."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from store.checking.words import Word, words
from store.extraction.sentences import sentences
from store.labels import labelled
from store.model import Evidence, Kind, Match, Span
from store.words import folded, negations

_STOPS = ".!?…"
_AROUND = " \t\r\n,\"'“”‘’„«»()[]"
_MARK = re.compile(r"[“”„\"«»]|''|``")
_MARKS = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
_BREAK = re.compile(r"[,;:()–—]|\s-\s")
_JOINING = frozenset(("but", "and", "because", "although", "though", "while"))
_FARTHEST = 400  # characters from one statement to the next that goes on with it


@dataclass(frozen=True, slots=True)
class Said:
    """A word on record, with its *number* there and those of its sentence and clause.

    *piece* is the number of the span that holds it, *mark* that of the marks it stands in: 0 is
    outside of any, where the article reports and does not quote.
    """

    word: Word
    number: int
    sentence: int
    clause: int
    piece: int
    mark: int


@dataclass(frozen=True, slots=True)
class Record:
    """Words on record one after another: a statement, or several by one who goes on."""

    matches: tuple[Match, ...]
    said: tuple[Said, ...]
    keys: tuple[str, ...]

    @property
    def text(self) -> str:
        """The article's text, which the words are slices of."""
        return self.matches[0].article.text

    @property
    def speaker(self) -> str | None:
        """Whose words they are."""
        named = self.matches[0].statement.speaker
        return named.name if named else None


def groups(matches: Iterable[Match]) -> list[tuple[Match, ...]]:
    """Each of *matches* by itself, and those that one speaker says in one breath together."""
    intact = {match.id: match for match in matches if match.words}  # none: the text was altered
    chains = [chain for chain in _chains(intact.values()) if len(chain) > 1]
    return [*((match,) for match in intact.values()), *chains]


def record(matches: tuple[Match, ...]) -> Record:
    """One of the `groups`, word by word."""
    said = tuple(replace(one, number=at) for at, one in enumerate(_said(matches)))
    return Record(matches, said, tuple(one.word.key for one in said))


def denial(text: str, within: Span, start: int) -> Span | None:
    """The clause before a fragment that begins at *start*, where it has a "not" in it."""
    sentence = max(
        (m.end() for m in _SENTENCE.finditer(text, within.start, start)), default=within.start
    )
    led = _MARKS.sub(lambda found: "," * len(found[0]), text[sentence:start]).rstrip(_AROUND)
    clause = max((found.end() for found in _BREAK.finditer(led)), default=0)
    if not negations(folded(led[clause:])):
        return None
    return Span(sentence + clause, sentence + len(led))


def _chains(matches: Iterable[Match]) -> Iterator[tuple[Match, ...]]:
    """Statements of one article in order, each of which goes on with the one before."""
    order = sorted(matches, key=lambda one: (one.article.text, one.statement.content[0]))
    chain: tuple[Match, ...] = ()
    for one, after in pairwise([*order, None]):
        if one is None:
            return
        chain = (*chain, one)
        if after is None or not _goes_on(one, after):
            yield chain
            chain = ()


def _goes_on(one: Match, after: Match) -> bool:
    """Whether *after* is what the same speaker says next, nothing in marks between them."""
    text, last, first = one.article.text, one.statement.content[-1], after.statement.content[0]
    return (
        text == after.article.text
        and one.statement.speaker == after.statement.speaker
        and one.statement.kind is after.statement.kind is Kind.DIRECT
        and after.statement.evidence is Evidence.CARRIED_OVER
        and last.end <= first.start <= last.end + _FARTHEST
        and not _MARK.search(text[last.end : first.start].strip(_AROUND))
    )


def _said(matches: Sequence[Match]) -> Iterator[Said]:
    text = matches[0].article.text
    sentence = clause = 0
    before: Span | None = None
    pieces = [(match, span) for match in matches for span in match.statement.content]
    for piece, (match, span) in enumerate(pieces):
        starts = [found[0].span.start for found in sentences(text, span, ())]
        marked = _marked(text, match, span)
        first = sentence + (before is not None and _over(text, before, span))
        last = span.start
        for word in words(text, span):
            number = first + max(bisect_right(starts, word.span.start) - 1, 0)
            breaks = last == span.start or _BREAK.search(text, last, word.span.start)
            clause += bool(number != sentence or breaks or word.key in _JOINING)
            sentence, last = number, word.span.end
            inside = (at for at, found in enumerate(marked, 1) if found.holds(word.span))
            yield Said(word, 0, sentence, clause, piece, next(inside, 0))
        before = span


def _over(text: str, one: Span, after: Span) -> bool:
    """Whether a sentence is over between two pieces of what somebody says."""
    ends = (one.of(text).rstrip(_AROUND), text[one.end : max(after.start, one.end)].rstrip(_AROUND))
    return any(end.endswith(tuple(_STOPS)) for end in ends)


def _marked(text: str, match: Match, span: Span) -> list[Span]:
    """What of *span* are the speaker's own words: in marks, or after a label."""
    if match.statement.kind is Kind.DIRECT or labelled(text, match.statement):
        return [span]
    return [Span(*found.span()) for found in _MARKS.finditer(text, span.start, span.end)]
