"""The same utterance in other outlets and other translations, folded into one match."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz

from store.model import Match
from store.records import Kept
from store.search import weights
from store.words import folded, negations


def fold(found: Iterable[tuple[Match, Kept]]) -> list[Match]:
    """Each utterance once, where it first comes; the others are its variants."""
    heads: list[tuple[Match, Kept, list[Match]]] = []
    for match, kept in found:
        variants = next((v for _, head, v in heads if same_utterance(head, kept)), None)
        if variants is None:
            heads.append((match, kept, []))
        else:
            variants.append(match)
    return [replace(match, variants=tuple(variants)) for match, _, variants in heads]


def same_utterance(one: Kept, other: Kept) -> bool:
    """Whether both are the same words of the same speaker, but for how they were rendered.

    A sentence and its opposite, or with another number, are never the same.
    """
    if one.speaker_key is None or one.speaker_key != other.speaker_key:
        return False
    if one.statement.polarity is not other.statement.polarity:
        return False
    first, second = (_words(kept) for kept in (one, other))
    if negations(first) != negations(second) or _numbers(first) != _numbers(second):
        return False
    alike = fuzz.token_sort_ratio(" ".join(first), " ".join(second))
    return alike >= weights.SAME_UTTERANCE


def _words(kept: Kept) -> tuple[str, ...]:
    return tuple(word for piece in kept.words for word in folded(piece))


def _numbers(words: tuple[str, ...]) -> list[str]:
    return sorted(word for word in words if any(c.isdigit() for c in word))
