"""Whom "the former" and "the latter" mean."""

from __future__ import annotations

from collections.abc import Sequence

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.people import People
from store.extraction.sentences import Word

_BACK = 2  # sentences in which the two were named


def is_one_of_two(words: Sequence[Word]) -> bool:
    """Whether *words* are "the former" or "the latter"."""
    return len(words) == 2 and words[0].key == "the" and words[1].key in en.ONE_OF_TWO


def one_of_two(document: Document, people: People, word: Word) -> str | None:
    """The first or second of the only two people named just before "former" or "latter"."""
    at = word.span.start
    sentences = document.sentences_until(at, _BACK)
    before = people.between(sentences[0][0].span.start, sentences[-1][0].span.start)
    here = people.between(sentences[-1][0].span.start, at)
    named = list(dict.fromkeys(people.full_name(m.name) or m.name for m in (*before, *here)))
    return named[word.key == "latter"] if len(named) == 2 else None
