"""Whom "A" stands for in an interview that is printed as Q and A."""

from __future__ import annotations

from collections.abc import Iterator

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.people import People
from store.extraction.sentences import Sentence

_REACH = 5  # words from "met" to the name: "met the novelist Ada Birch"


def interviewee(document: Document, people: People, start: int) -> str | None:
    """The one who was interviewed, of those named before the first question at *start*.

    Whoever is met or spoken to there; else whoever alone is named, or alone in the headline.
    """
    named = _named(people, 0, start)
    met = {one for sentence in _introduction(document, start) for one in _met(people, sentence)}
    if "" in met:  # "met her": not the one who did
        met = (met | {one for one in named if one not in _meeting(document, people, start)}) - {""}
    for found in (met, named, _in_headline(document, named)):
        if len(found) == 1:
            return next(iter(found))
        if found is met and met:
            return None
    return None


def _named(people: People, start: int, end: int) -> set[str]:
    return {people.full_name(one.name) or one.name for one in people.between(start, end)}


def _introduction(document: Document, start: int) -> Iterator[Sentence]:
    for paragraph in document.paragraphs:
        if paragraph.span.end <= start and not paragraph.heading:
            yield from paragraph.sentences


def _meetings(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where who meets ends and where whoever is met begins."""
    for at, word in enumerate(sentence):
        after = sentence[at + 1].key if at + 1 < len(sentence) else ""
        if word.key in en.MEETING:
            yield at, at + 1
        elif word.key in en.TALKED and after in {"to", "with"}:
            yield at, at + 2


def _met(people: People, sentence: Sentence) -> Iterator[str]:
    """Whom *sentence* tells was met, in full; "" for "her"."""
    for _, at in _meetings(sentence):
        near = sentence[at : at + _REACH]
        if near and near[0].key in en.OBJECTS:
            yield ""
        elif near:
            found = people.between(near[0].span.start, near[-1].span.end)
            yield from [people.full_name(one.name) or one.name for one in found][:1]


def _meeting(document: Document, people: People, start: int) -> set[str]:
    """Who the introduction tells met somebody."""
    return {
        name
        for sentence in _introduction(document, start)
        for end, _ in _meetings(sentence)
        if end
        for name in _named(people, sentence[0].span.start, sentence[end - 1].span.end)
    }


def _in_headline(document: Document, named: set[str]) -> set[str]:
    """Those of *named* whom a headline names in full."""
    headings = " ".join(p.span.of(document.text) for p in document.paragraphs if p.heading)
    return {one for one in named if " " in one and one in headings}
