"""A text laid out: paragraphs, sentences, words, and what stands inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from store.extraction.marks import Stretch, stretches
from store.extraction.paragraphs import dateline_end, paragraphs
from store.extraction.sentences import Sentence, Word, sentences
from store.model import Kind, Span

_ENDED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_HEADING_WORDS = 25  # a headline longer than this is prose that forgot its full stop
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its sentences; a *heading* is a title over others, not prose."""

    span: Span
    sentences: tuple[Sentence, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A text laid out for reading; all offsets are the text's own."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    stretches: tuple[Stretch, ...]  # the outermost, in order

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds *offset*, or of the last one before it."""
        return max(bisect_right(self.paragraphs, offset, key=lambda p: p.span.start) - 1, 0)

    def paragraphs_between(self, one: int, other: int) -> int:
        """How many paragraphs *other* is after the earlier offset *one*."""
        return self.paragraph_at(other) - self.paragraph_at(one)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds *offset*; empty where none does."""
        if not self.paragraphs:
            return ()
        found = self.paragraphs[self.paragraph_at(offset)].sentences
        at = bisect_right(found, offset, key=lambda sentence: sentence[0].span.start) - 1
        return found[at] if at >= 0 else ()

    def sentences_until(self, offset: int, most: int) -> list[Sentence]:
        """At most *most* sentences of prose, in order, the last of which holds *offset*."""
        found: list[Sentence] = []
        for number in range(self.paragraph_at(offset), -1, -1):
            paragraph = self.paragraphs[number]
            every = paragraph.sentences
            end = bisect_right(every, offset, key=lambda sentence: sentence[0].span.start)
            wanted = most - len(found)
            found[:0] = every[max(end - wanted, 0) : end]
            if len(found) == most:
                break
        return found

    def words_in(self, span: Span) -> Iterator[Word]:
        """The words that begin in *span*, each stretch inside marks as one."""
        for number in range(self.paragraph_at(span.start), len(self.paragraphs)):
            every = self.paragraphs[number].sentences
            at = bisect_right(every, span.start, key=lambda sentence: sentence[0].span.start)
            for word in chain.from_iterable(every[n] for n in range(max(at - 1, 0), len(every))):
                if word.span.start >= span.end:
                    return
                if word.span.start >= span.start:
                    yield word

    def stretch_at(self, offset: int) -> Stretch | None:
        """The outermost stretch inside marks that holds *offset*."""
        at = bisect_right(self.stretches, offset, key=lambda stretch: stretch.whole.start) - 1
        stretch = self.stretches[at] if at >= 0 else None
        return stretch if stretch and offset < stretch.whole.end else None

    def kind(self, content: Iterable[Span]) -> Kind:
        """Whether all, some or none of the letters and digits of *content* are inside marks."""
        inside = {bool(self.stretch_at(at)) for span in content for at in self._letters(span)}
        if inside == {True}:
            return Kind.DIRECT
        return Kind.MIXED if True in inside else Kind.INDIRECT

    def _letters(self, span: Span) -> Iterator[int]:
        return (m.start() for m in _LETTER.finditer(self.text, span.start, span.end))


def document(text: str, title: str | None = None) -> Document:
    """Lay *text* out; *title* tells its headline from its prose where both are in it."""
    spans = paragraphs(text)
    outermost = tuple(one for one in stretches(text, spans) if one.depth == 0)
    laid_out: list[Paragraph] = []
    at = 0
    for number, span in enumerate(spans):
        end = bisect_right(outermost, span.end - 1, lo=at, key=lambda one: one.whole.start)
        heading = number + 1 < len(spans) and _heading(span.of(text), title, first=number == 0)
        prose = Span(dateline_end(text, span), span.end)
        laid_out.append(Paragraph(span, tuple(sentences(text, prose, outermost[at:end])), heading))
        at = end
    return Document(text, tuple(laid_out), outermost)


def _heading(line: str, title: str | None, *, first: bool) -> bool:
    """Whether a line is a headline: the title, or short, capitalised and without a stop."""
    if title and line == title.strip():
        return True
    words = line.split()
    asks = line.endswith(("?", "!"))
    if len(words) > _HEADING_WORDS or (_ENDED.search(line) and not asks):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return (first and not asks) or capitals >= 0.8 * len(words) > 1
