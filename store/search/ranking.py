"""How well a statement meets the words asked for."""

from __future__ import annotations

from collections.abc import Iterable, Set

from rapidfuzz import fuzz

from store.records import Kept, kept
from store.search import weights
from store.search.candidates import Index, Where
from store.search.opposites import opposed
from store.words import PRONOUNS, folded, telling


def by_words(
    index: Index, asked: tuple[str, ...], pool: Iterable[int], *, enough: float
) -> dict[int, float]:
    """Those of *pool* in whose own words *enough* of *asked* is met, each with how well."""
    words = telling(asked)
    shares = index.shares(words, Where.WORDS)
    likely = [n for n in pool if shares.get(n, 0.0) >= weights.FIRST_LOOK]
    whole = index.together(asked)
    likely.sort(key=lambda n: (n not in whole, -shares[n]))
    found = {}
    for number, statement in kept(index.db, likely[: weights.LOOKED_AT]).items():
        share = shares[number] + _by_pronoun(index, words, statement)
        if share >= enough:
            found[number] = _score(asked, statement, share)
    return found


def by_topic(
    index: Index, asked: tuple[str, ...], pool: Iterable[int], *, enough: float
) -> tuple[dict[int, float], Where]:
    """Those of *pool* that are about *asked*, as near to what was said as any are.

    First by what was said; where nothing is found so, by the paragraph around; and then by the
    article's headline, its first statement or those next to one.
    """
    pool = list(pool)
    if found := by_words(index, asked, pool, enough=enough):
        return found, Where.WORDS
    shares = index.shares(telling(asked), Where.PARAGRAPH)
    if found := {n: shares[n] * weights.TIER for n in pool if shares.get(n, 0.0) >= enough}:
        return found, Where.PARAGRAPH
    return _by_article(index, telling(asked), set(pool), enough=enough), Where.ARTICLE


def _by_article(
    index: Index, words: tuple[str, ...], pool: Set[int], *, enough: float
) -> dict[int, float]:
    """Those of *pool* near one place, the headline included, where *enough* is met at once."""
    found: dict[int, float] = {}
    for number, share in index.shares(words, Where.ARTICLE).items():
        if share >= enough:
            score = share * weights.TIER**2
            found |= {n: max(score, found.get(n, 0.0)) for n in index.around(number) if n in pool}
    return found


def agreeing(index: Index, asked: tuple[str, ...], found: Iterable[int]) -> list[int]:
    """Those of *found* that do not say the opposite of the sentence *asked*."""
    read = kept(index.db, found)
    return [number for number in read if not opposed(asked, read[number].words)]


def _score(asked: tuple[str, ...], statement: Kept, share: float) -> float:
    said = " ".join(word for piece in statement.words for word in folded(piece))
    typed = " ".join(asked)
    in_order = fuzz.partial_ratio(typed, said) / 100
    in_any_order = fuzz.partial_token_sort_ratio(typed, said) / 100 * weights.IN_ANY_ORDER
    close = max(in_order, in_any_order)
    return (1 - weights.CLOSENESS) * min(1.0, share) + weights.CLOSENESS * close


def _by_pronoun(index: Index, words: tuple[str, ...], statement: Kept) -> float:
    """The share met by names that stand nearby, where what was said has "him" or "they"."""
    said = {word for piece in statement.words for word in folded(piece)}
    missing = [word for word in words if statement.id not in index.met(word, Where.WORDS)]
    if not missing or not said & PRONOUNS:
        return 0.0
    names = _capitalised(statement.statement.context.of(statement.article.text))
    total = sum(index.weight(word, Where.WORDS) for word in words)
    named = [word for word in missing if any(fuzz.ratio(word, name) >= 85 for name in names)]
    return weights.BY_PRONOUN * sum(index.weight(w, Where.WORDS) for w in named) / total


def _capitalised(text: str) -> set[str]:
    return {word for part in text.split() if part[:1].isupper() for word in folded(part)}
