"""The quotations in a text that was pasted, and who it says they are by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from store.checking.records import denial
from store.extraction.document import Document
from store.extraction.marks import Stretch
from store.extraction.paragraphs import trimmed
from store.model import Kind, Span, Statement
from store.visibility import sure

_NAMELESS = 4  # the fewest words in marks that count as a quotation though nobody says them


@dataclass(frozen=True, slots=True)
class Pasted:
    """One quotation; its *statement* is who says it and how, where the text tells.

    *denial* is the clause before it where that has a "not". What is not *marked* is pasted
    without quotation marks.
    """

    spans: tuple[Span, ...]
    statement: Statement | None = None
    denial: Span | None = None
    marked: bool = False

    @property
    def speaker(self) -> str | None:
        """Whom the text names for it."""
        named = self.statement.speaker if self.statement else None
        return named.name if named else None


def quotations(document: Document, statements: Sequence[Statement]) -> list[Pasted]:
    """What stands in marks in *document*: one to a statement that is all in them, else each."""
    spoken = [one for one in statements if one.kind is not Kind.INDIRECT]
    owned: dict[tuple[Span, ...], tuple[list[Span], Statement | None]] = {}
    for stretch in document.stretches:
        owner = max(_owners(stretch, spoken), key=lambda one: one.confidence, default=None)
        if owner is None and not _long(document.text, stretch) and len(document.stretches) > 1:
            continue
        whole = owner is not None and owner.kind is Kind.DIRECT
        key = owner.content if owner and whole else (stretch.inside,)
        owned.setdefault(key, ([], owner))[0].append(stretch.inside)
    return [_pasted(document, tuple(spans), owner) for spans, owner in owned.values()]


def unmarked(document: Document, statements: Iterable[Statement]) -> Iterator[tuple[Pasted, ...]]:
    """Each sentence of a text without marks: as it stands, and as what it says somebody said."""
    told = sorted(statements, key=lambda one: one.content[0])
    for paragraph in document.paragraphs:
        for sentence in paragraph.sentences:
            span = Span(sentence[0].span.start, sentence[-1].span.end)
            inside = [one for one in told if all(map(span.holds, one.content)) and sure(one)]
            yield (Pasted((span,)), *(Pasted(one.content, one) for one in inside))


def whole(document: Document) -> Pasted | None:
    """All of *document* as one quotation; None where it is blank."""
    span = trimmed(document.text, 0, len(document.text))
    marked = any(one.whole == span for one in document.stretches)
    return Pasted((span,), marked=marked) if span else None


def _owners(stretch: Stretch, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Those of *statements* that have words of *stretch*."""
    inside = stretch.inside
    for one in statements:
        if any(span.start < inside.end and inside.start < span.end for span in one.content):
            yield one


def _long(text: str, stretch: Stretch) -> bool:
    return len(stretch.inside.of(text).split()) >= _NAMELESS


def _pasted(document: Document, spans: tuple[Span, ...], owner: Statement | None) -> Pasted:
    start = spans[0].start
    paragraph = document.paragraphs[document.paragraph_at(start)].span
    told = owner if owner and sure(owner) else None
    before = denial(document.text, Span(paragraph.start, max(start, 1)), start)
    return Pasted(spans, told, before, marked=True)
