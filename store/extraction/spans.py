"""What several spans hold, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.model import Span


def overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether any character stands in both."""
    return any(common(some, others))


def common(some: Iterable[Span], others: Iterable[Span]) -> Iterator[Span]:
    """What stands in both."""
    for one in some:
        for other in others:
            start, end = max(one.start, other.start), min(one.end, other.end)
            if start < end:
                yield Span(start, end)


def length(spans: Iterable[Span]) -> int:
    """Characters; of spans that overlap, each is counted."""
    return sum(span.end - span.start for span in spans)


def words_in(text: str, spans: Iterable[Span]) -> list[str]:
    """The words of *spans* in lower case, with what adjoins them."""
    return " ".join(span.of(text) for span in spans).lower().split()
