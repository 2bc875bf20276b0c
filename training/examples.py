"""Labelled articles as windows of words with what the network should make of each word.

An article is a row in the gold's format: {"id", "text", "title", "statements": [{"content",
"cue", "speaker": [[start, end], …], "class"}]}, offsets into its text. Words and windows are
those of the running tagger, so that the two can't differ.
"""

from __future__ import annotations

import hashlib
import json
import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from pathlib import Path
from typing import Any, NamedTuple

from store.extraction.document import document
from store.extraction.learned.decoding import Tag
from store.extraction.learned.windows import Passage, Window, windows
from store.extraction.learned.words import Word, words

Row = dict[str, Any]

IGNORED = -100  # what a word is not asked; torch's own number for it
_NOWHERE = -1  # the offset pointed to where there is no cue or source in the paragraph
_BEGINS = {"speaker": Tag.SOURCE_BEGINS, "cue": Tag.CUE_BEGINS, "content": Tag.CONTENT_BEGINS}
_FIRST_CUT = 6  # paragraphs
_ONE_IN = 20  # articles kept out of the training


class Wanted(NamedTuple):
    """What a `Reading` of a passage should say: its likeliest columns, word by word."""

    tags: list[int]
    cue: list[int]
    source: list[int]
    said: list[int]


class Example(NamedTuple):
    """A window with what is wanted of each of its passages."""

    window: Window
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the words of an article are, by the offset at which each begins.

    *cue* and *source* are the offsets at which a word of content, and a cue, point to.
    """

    tags: dict[int, Tag] = field(default_factory=dict)
    cue: dict[int, int] = field(default_factory=dict)
    source: dict[int, int] = field(default_factory=dict)
    said: dict[int, bool] = field(default_factory=dict)


class Lesson(NamedTuple):
    """An article with its labels."""

    paragraphs: tuple[tuple[Word, ...], ...]
    labels: Labels


def rows(path: Path) -> Iterator[Row]:
    """The articles of a file, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def held_out(row: Row) -> bool:
    """Whether an article is kept out of the training: one in twenty, always the same ones."""
    digest = hashlib.md5(row["id"].encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % _ONE_IN == 0


def lesson(row: Row) -> Lesson:
    """An article of the gold, cut into words and labelled; a later statement overrides."""
    paragraphs = tuple(words(document(row["text"], row.get("title"))))
    paragraph = {word.start: number for number, one in enumerate(paragraphs) for word in one}
    labels, starts = Labels(), list(paragraph)
    for statement in row["statements"]:
        runs = {name: list(_runs(starts, paragraph, statement[name])) for name in _BEGINS}
        _tag(labels, runs)
        _point(labels, runs, paragraph)
        for cue in runs["cue"][:1]:
            labels.said[cue[0]] = statement.get("class") == "speech"
    return Lesson(paragraphs, labels)


def examples(lesson: Lesson, chance: random.Random | None = None) -> Iterator[Example]:
    """The windows of an article; *chance* cuts the first one short, so that epochs differ."""
    paragraphs = lesson.paragraphs
    cut = min(chance.randint(1, _FIRST_CUT), len(paragraphs) - 1) if chance else 0
    for part in (paragraphs[:cut], paragraphs[max(cut - 1, 0) :]):
        for window in windows(part):
            yield Example(window, tuple(wanted(one, lesson.labels) for one in window.passages))


def wanted(passage: Passage, labels: Labels) -> Wanted:
    """What *labels* want of *passage*; what points out of this part of a paragraph is ignored."""
    starts = [word.start for word in passage.words]
    columns = {_NOWHERE: 0} | {start: column for column, start in enumerate(starts, 1)}
    return Wanted(
        tags=[labels.tags.get(one, Tag.NOTHING) for one in starts],
        cue=[columns.get(labels.cue.get(one, IGNORED), IGNORED) for one in starts],
        source=[columns.get(labels.source.get(one, IGNORED), IGNORED) for one in starts],
        said=[labels.said.get(one, IGNORED) for one in starts],
    )


def _runs(
    starts: Sequence[int], paragraph: dict[int, int], spans: Iterable[tuple[int, int]]
) -> Iterator[list[int]]:
    """Where the words of each span begin, those of each paragraph apart."""
    for begin, end in spans:
        inside = starts[bisect_left(starts, begin) : bisect_left(starts, end)]
        yield from (list(run) for _, run in groupby(inside, key=paragraph.__getitem__))


def _tag(labels: Labels, runs: dict[str, list[list[int]]]) -> None:
    for name, begins in _BEGINS.items():
        for first, *others in runs[name]:
            labels.tags[first] = begins
            labels.tags.update(dict.fromkeys(others, Tag(begins + 1)))


def _point(labels: Labels, runs: dict[str, list[list[int]]], paragraph: dict[int, int]) -> None:
    """Content points to the begin of its cue, a cue's begin to that of its source."""
    cue, source = (runs[name][0][0] if runs[name] else _NOWHERE for name in ("cue", "speaker"))
    for start in chain.from_iterable(runs["content"]):
        labels.cue[start] = cue if paragraph.get(cue) == paragraph[start] else _NOWHERE
    if cue != _NOWHERE:
        labels.source[cue] = source if paragraph.get(source) == paragraph[cue] else _NOWHERE
