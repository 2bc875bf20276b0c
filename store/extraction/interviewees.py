"""Whom "A" stands for in an interview that is printed as Q and A."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.meetings import Meeting, credited, meetings
from store.extraction.people import People
from store.extraction.sentences import Sentence, Word

_Names = frozenset[str]


def interviewee(document: Document, people: People, start: int) -> str | None:
    """The one who was interviewed, of those named before the first question at *start*.

    Whoever is told to have been asked; else whoever alone is named, or alone in the headline, and
    asked nobody.
    """
    introduction = _Introduction(document, people, start)
    sides = list(introduction.sides())
    asking = frozenset[str]().union(*(asks for asks, _ in sides))
    asked = frozenset[str]().union(*(answers for _, answers in sides)) - asking
    named = introduction.named - asking
    for found in (asked, named, named & introduction.headed):
        if len(found) == 1:
            return next(iter(found))
        if found is asked and asked:
            return None
    return None


@dataclass(frozen=True)
class _Introduction:
    """The words before the first question, which is at *start*."""

    document: Document
    people: People
    start: int

    @cached_property
    def named(self) -> _Names:
        """Everyone named there, in full."""
        return self._between(0, self.start)

    @cached_property
    def headed(self) -> _Names:
        """Those of them whom a headline names in full."""
        text, paragraphs = self.document.text, self.document.paragraphs
        headings = " ".join(p.span.of(text) for p in paragraphs if p.heading)
        return frozenset(one for one in self.named if " " in one and one in headings)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """What it says, headings left out."""
        paragraphs = (p for p in self.document.paragraphs if p.span.end <= self.start)
        return [one for p in paragraphs if not p.heading for one in p.sentences]

    def sides(self) -> Iterator[tuple[_Names, _Names]]:
        """Who asked and who was asked, of those who met; whoever is only credited was not."""
        for sentence in self.sentences:
            if credited(sentence):
                yield self._names(sentence), frozenset()
                continue
            for meeting in meetings(sentence):
                after = self._first(meeting.after)
                before = self._names(meeting.before) or self._meant(meeting.pronoun, after)
                asks = meeting.asks
                if asks is None:
                    asks = self._asks(sentence, meeting, before, after)
                if asks is not None:
                    yield (before, after) if asks else (after, before)

    def _asks(
        self, sentence: Sentence, meeting: Meeting, before: _Names, after: _Names
    ) -> bool | None:
        """Whether *before* asks: of two who met it is the other of whom more is told."""
        known = self._known(sentence)
        told = bool(meeting.pronoun or before & known), bool(after & known)
        if told[0] != told[1]:
            return told[1]
        return None if before else False  # "A band met Ada Birch": either may ask

    def _known(self, sentence: Sentence) -> _Names:
        """Those of whom more is told than *sentence* does, or who have a role in it."""
        others = (one for one in self.sentences if one is not sentence and not credited(one))
        told = self.headed.union(*map(self._names, others))
        return told | {one for one in self._names(sentence) if self.people.role(one, self.start)}

    def _names(self, words: Sequence[Word]) -> _Names:
        return self._between(words[0].span.start, words[-1].span.end) if words else frozenset()

    def _meant(self, pronoun: str, other: _Names) -> _Names:
        """The only one whom "she" may be, but for the *other*."""
        sex = "m" if pronoun in en.HE else "f" if pronoun in en.SHE else None
        found = {one for one in self.named - other if self.people.gender(one) in {sex, ""}}
        return frozenset(found) if sex and len(found) == 1 else frozenset()

    def _first(self, words: Sequence[Word]) -> _Names:
        """The first whom *words* name: "Ada Birch" of "Ada Birch and her brother Kit"."""
        ends = range(1, len(words) + 1)
        return next((found for end in ends if (found := self._names(words[:end]))), frozenset())

    def _between(self, start: int, end: int) -> _Names:
        found = (one.name for one in self.people.between(start, end) if one.name)
        return frozenset(self.people.full_name(name) or name for name in found)
