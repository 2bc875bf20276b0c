"""An answer cut into pages that a message can hold; no quotation is shortened to fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import regex

from bot.cards import Answer, Card, Words

MOST_CARDS = 5  # to a page: what a reader takes in before scrolling


@dataclass(frozen=True, slots=True)
class Page:
    """Some of an answer's cards; *number* counts from 1 to *total*."""

    answer: Answer
    cards: tuple[Card, ...]
    number: int
    total: int


def page(answer: Answer, number: int, *, cost: Callable[[Card], int], budget: int) -> Page:
    """Page *number* of *answer*, or the nearest one there is.

    *cost* is what a card takes on the platform that asks, after escaping, in that platform's
    own unit; a page costs at most *budget*.
    """
    filled = tuple(_fill(answer, cost, budget)) or ((),)
    number = min(max(number, 1), len(filled))
    return Page(answer, filled[number - 1], number, len(filled))


def _fill(answer: Answer, cost: Callable[[Card], int], budget: int) -> Iterator[tuple[Card, ...]]:
    current: list[Card] = []
    spent = 0
    for card in answer.cards:
        for piece in _parts(card, cost, budget):
            price = cost(piece)
            if current and (spent + price > budget or len(current) == MOST_CARDS):
                yield tuple(current)
                current, spent = [], 0
            current.append(piece)
            spent += price
    if current:
        yield tuple(current)


def _parts(card: Card, cost: Callable[[Card], int], budget: int) -> Iterator[Card]:
    """The card itself, or where it is too long for any page, its words over several cards."""
    if cost(card) <= budget:
        yield card
        return
    alone = replace(card, variants=())
    groups = list(_groups(alone, cost, budget))
    for number, group in enumerate(groups, start=1):
        notes = (part(number, len(groups)), *card.notes) if len(groups) > 1 else card.notes
        yield replace(alone, words=group, notes=notes)
    for variant in card.variants:
        yield from _parts(variant, cost, budget)


def _groups(card: Card, cost: Callable[[Card], int], budget: int) -> Iterator[tuple[Words, ...]]:
    """The words of *card* in order, as many together as a page holds."""
    if cost(card) <= budget:
        yield card.words
        return
    numbered = replace(card, notes=(part(999, 999), *card.notes))
    current: tuple[Words, ...] = ()
    for piece in (
        piece for whole in card.words for piece in _pieces(numbered, whole, cost, budget)
    ):
        if current and cost(replace(numbered, words=(*current, piece))) > budget:
            yield current
            current = ()
        current = (*current, piece)
    yield current


def _pieces(card: Card, words: Words, cost: Callable[[Card], int], budget: int) -> Iterator[Words]:
    """*words* in slices, each short enough for a page that holds nothing else."""
    cut = _middle(words.text) if cost(replace(card, words=(words,))) > budget else None
    if cut is None:
        yield words
        return
    for text in (words.text[:cut].rstrip(), words.text[cut:].lstrip()):
        yield from _pieces(card, replace(words, text=text), cost, budget)


def _middle(text: str) -> int | None:
    """Where to cut *text* in two: after the sentence, the word or the letter next to its middle.

    A letter keeps its accents, and an emoji the parts that it is made of.
    """
    middle = len(text) // 2
    for pattern in (r"(?<=[.!?])\s+", r"\s+", r"\X"):
        cuts: list[int] = [m.end() for m in regex.finditer(pattern, text) if m.start() > 0]
        near = [cut for cut in cuts if len(text) // 5 < cut < len(text) * 4 // 5]
        if near:
            return min(near, key=lambda cut: abs(cut - middle))
    return middle if len(text) > 1 else None


def part(number: int, total: int) -> str:
    """The note on a card with a part of words that are too long for one page."""
    return f"Part {number} of {total} of one statement."
