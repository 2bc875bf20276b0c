"""Quotations that run on over paragraphs: each paragraph opens with a mark again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from store.extraction.document import Document
from store.extraction.marks import Stretch
from store.model import Quotation, Span


class Chains:
    """Which stretches make up one quotation, and which of them a quotation has taken."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._chain: dict[int, list[Stretch]] = {}
        self._claimed: set[int] = set()
        chain: list[Stretch] = []
        for stretch in stretches:
            if not chain or not chain[-1].runs_on:
                chain = []
            chain.append(stretch)
            self._chain[stretch.inside.start] = chain

    def claim(self, content: tuple[Span, ...]) -> tuple[Span, ...]:
        """*content* with the paragraphs it runs on over; nothing if those are taken already."""
        if any(span.start in self._claimed for span in content):
            return ()
        whole: list[Span] = []
        for span in content:
            chain = self._chain.get(span.start, [])
            whole += [one.inside for one in chain] if len(chain) > 1 else [span]
        starts = {span.start for span in whole if span.start in self._chain}
        if starts & self._claimed:
            return ()
        self._claimed |= starts
        return tuple(sorted(set(whole)))


def running_on(document: Document, found: Iterable[Quotation]) -> Iterator[Quotation]:
    """*found*, each with the paragraphs that its last words in marks run on over.

    It ends where anything else in *found* has words of the next.
    """
    known = list(found)
    taken = {stretch for one in known for stretch in _stretches(document, one)}
    for one in known:
        last = document.stretch_at(one.content[-1].end - 1)
        after = _after(document, last) if last and last.runs_on else iter(())
        rest = list(takewhile(lambda stretch: stretch not in taken, after))
        if rest:
            taken.update(rest)
            one = replace(one, content=(*one.content, *(stretch.inside for stretch in rest)))
        yield one


def _stretches(document: Document, one: Quotation) -> Iterator[Stretch]:
    found = (document.stretch_at(at) for span in one.content for at in (span.start, span.end - 1))
    return (stretch for stretch in found if stretch)


def _after(document: Document, stretch: Stretch) -> Iterator[Stretch]:
    """The stretches that *stretch* runs on over, in order."""
    at = bisect_left(document.stretches, stretch.whole.end, key=lambda one: one.whole.start)
    for one in islice(document.stretches, at, None):
        yield one
        if not one.runs_on:
            return
