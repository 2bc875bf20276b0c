"""Words and sentences of a paragraph; what stands inside marks counts as one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.extraction.languages import en
from store.extraction.marks import Stretch
from store.model import Span

_ABBREVIATION = "|".join(sorted(en.ABBREVIATIONS, key=len, reverse=True))
_WORD = re.compile(
    rf"\b(?i:{_ABBREVIATION})\.(?=\W)"  # Mr.
    r"|\b(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\b[A-Z]\.(?=\s+[A-Z])"  # J. Smith
    r"|\w+(?:[.’'&-]\w+)*(?:(?<=[sxz])[’'](?=\s\w))?|\S"  # the nurses’ union
)
_LONGEST = 200  # words; longer ones are tables and lists, and would take long to read
_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a punctuation mark; or, with *stretch*, everything inside a pair of marks.

    *key* is the word as languages list it: lower case, with straight apostrophes.
    """

    span: Span
    text: str
    key: str
    stretch: Stretch | None = None

    @property
    def stem(self) -> str:
        """The word without what an apostrophe adds to it: "he" of "he's"."""
        return self.key.partition("'")[0]

    @property
    def capital(self) -> bool:
        """Whether it is a word with a capital letter."""
        return not self.stretch and self.text[0].isupper()

    @property
    def plain(self) -> bool:
        """Whether it is a word: neither punctuation nor a stretch."""
        return not self.stretch and self.text[0].isalnum()


Sentence = tuple[Word, ...]


def across(sentence: Sequence[Word], found: range) -> Span:
    """From the first to the last of the words whose numbers are *found*."""
    return Span(sentence[found.start].span.start, sentence[found.stop - 1].span.end)


def begun(sentence: Sequence[Word], offset: int) -> int:
    """How many words begin before *offset*."""
    return sum(word.span.start < offset for word in sentence)


def ended(sentence: Sequence[Word], offset: int) -> int:
    """How many words end before *offset*, or at it."""
    return sum(word.span.end <= offset for word in sentence)


def words(text: str, span: Span, stretches: Sequence[Stretch] = ()) -> Iterator[Word]:
    """The words of *span*, each of the *stretches* in it standing as one word."""
    at = span.start
    for stretch in stretches:
        yield from _plain_words(text, at, stretch.whole.start)
        yield Word(stretch.whole, stretch.whole.of(text), "", stretch)
        at = stretch.whole.end
    yield from _plain_words(text, at, span.end)


def _plain_words(text: str, start: int, end: int) -> Iterator[Word]:
    for m in _WORD.finditer(text, start, end):
        word = m.group()
        yield Word(Span(*m.span()), word, word.lower().replace("’", "'"))


def sentences(text: str, span: Span, stretches: Sequence[Stretch]) -> Iterator[Sentence]:
    """The sentences of a paragraph; a stop inside marks ends one only just before the mark."""
    sentence: list[Word] = []
    ended = False  # whether the last word may have ended the sentence
    for word in words(text, span, stretches):
        if (ended and _begins(word)) or len(sentence) == _LONGEST:
            yield tuple(sentence)
            sentence = []
        sentence.append(word)
        ended = _ended(text, word) or (ended and word.text in ")]")
    if sentence:
        yield tuple(sentence)


def _begins(word: Word) -> bool:
    return bool(word.stretch) or (not word.text[0].islower() and word.text[0] not in ")],;:—–-")


def _ended(text: str, word: Word) -> bool:
    if word.stretch:
        said = word.stretch.inside.of(text).rstrip(en.CLOSING_MARKS)
        return said[-1:] in _ENDS
    return word.text in _ENDS
