"""The learned tagger: a small trained network finds who is reported to say what, marks or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from threadpoolctl import threadpool_limits

from store.extraction.document import Document
from store.extraction.learned.decoding import Found, statements
from store.extraction.learned.network import WEIGHTS, Network
from store.extraction.learned.windows import Passage, windows
from store.extraction.learned.words import Word, words
from store.model import Quotation, Span

KEPT = 0.2  # how sure the network must be: what is least wrong on articles kept out of its training


def available() -> bool:
    """Whether the weights are installed; without them the rules read alone."""
    return WEIGHTS.exists()


def tag(document: Document) -> Iterator[Quotation]:
    """The quotations that the network finds in *document*, those of one paragraph by their cues."""
    for window in windows(words(document)):
        for passage, reading in network().read(window):
            for found in statements(reading):
                if found.sure >= KEPT:
                    yield _quotation(passage, found)


@cache
def network() -> Network:
    """The shipped network, loaded when the first article is read.

    From then on numpy multiplies on one thread in this process: our matrices are so small that
    several only wait for each other, and beside other work that took fifteen times as long.
    """
    threadpool_limits(1, user_api="blas")
    return Network()


def _quotation(passage: Passage, found: Found) -> Quotation:
    return Quotation(
        content=tuple(_span(passage.words, one) for one in found.contents),
        cue=(_span(passage.words, found.cue),),
        source=(_span(passage.words, found.source),) if found.source else (),
        confidence=round(found.sure * found.said, 3),
    )


def _span(passage: Sequence[Word], found: range) -> Span:
    return Span(passage[found.start].start, passage[found.stop - 1].end)
