"""Quotations that run on over paragraphs: each paragraph opens with a mark again."""

from __future__ import annotations

from collections.abc import Sequence

from store.extraction.marks import Stretch
from store.model import Span


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
