"""An answer cut into pages that a message can hold; no quotation is shortened to fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

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
        for part in _parts(card, cost, budget):
            price = cost(part)
            if current and (spent + price > budget or len(current) == MOST_CARDS):
                yield tuple(current)
                current, spent = [], 0
            current.append(part)
            spent += price
    if current:
        yield tuple(current)


def _parts(card: Card, cost: Callable[[Card], int], budget: int) -> Iterator[Card]:
    """The card itself, or where it is too long for any page, its words over several cards."""
    if cost(card) <= budget:
        yield card
        return
    words = [piece for whole in card.words for piece in _pieces(card, whole, cost, budget)]
    alone = replace(card, variants=())
    groups = [(piece,) for piece in words] if cost(alone) > budget else [card.words]
    for number, group in enumerate(groups, start=1):
        part = f"Part {number} of {len(groups)} of one statement."
        notes = (part, *card.notes) if len(groups) > 1 else card.notes
        yield replace(alone, words=tuple(group), notes=notes)
    for variant in card.variants:
        told = replace(variant, notes=("The same statement elsewhere.", *variant.notes))
        yield from _parts(told, cost, budget)


def _pieces(card: Card, words: Words, cost: Callable[[Card], int], budget: int) -> Iterator[Words]:
    """*words* in slices, each short enough for a page that holds nothing else."""
    price = cost(replace(card, words=(words,), variants=(), notes=(*card.notes, " " * 40)))
    cut = _middle(words.text) if price > budget else None
    if cut is None:
        yield words
        return
    for text in (words.text[:cut].rstrip(), words.text[cut:].lstrip()):
        yield from _pieces(card, replace(words, text=text), cost, budget)


def _middle(text: str) -> int | None:
    """Where to cut *text* in two: after the sentence, else the word, nearest to its middle."""
    middle = len(text) // 2
    for pattern in (r"(?<=[.!?])\s+", r"\s+"):
        cuts = [m.end() for m in re.finditer(pattern, text) if m.start() > 0]
        near = [cut for cut in cuts if len(text) // 5 < cut < len(text) * 4 // 5]
        if near:
            return min(near, key=lambda cut: abs(cut - middle))
    return middle if len(text) > 1 else None
