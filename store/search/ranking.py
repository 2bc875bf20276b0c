"""How well a statement meets the words asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from store.records import kept
from store.search import weights
from store.search.candidates import Index, Where
from store.search.closeness import MET, Compared, Sought, answering, compared
from store.search.fields import Field
from store.search.found import Found
from store.search.postings import Ids
from store.words import PRONOUNS, folded, telling


def by_words(
    field: Field, asked: tuple[str, ...], *, enough: float, by_name: bool = False
) -> Found:
    """Those of *field* whose own words are what was *asked* for, each with how well.

    Of a few words they meet *enough*; of many they are close enough, as answers to questions
    were found to be. With *by_name* any of the words may be of the speaker's name.
    """
    likely = field.holding(field.index.likely(telling(asked), Where.WORDS, field.pool))
    looked = looked_at(field.index, asked, likely.best(weights.LOOKED_AT), by_name=by_name)
    field.named.update(one.id for one in looked.closest if one.named)
    if enough > weights.NEAR and len(asked) > weights.KEYWORDS:
        answers = answering(looked.sought, looked.closest) if looked.closest else []
        # what the weights were fitted on was as large: in a small store the nearest is often far
        least = enough if field.index.total < weights.FITTED_FROM else 0.0
        return Found.of({one.id: one.score for one in answers if one.traits[MET] >= least})
    return Found.of(dict(_by_keywords(field.index, looked, enough)))


@dataclass(frozen=True, slots=True)
class Look:
    """What was looked at: the *closest* letter by letter, the others *glanced* at."""

    sought: Sought
    shares: Mapping[int, float]
    closest: Sequence[Compared]
    glanced: Mapping[int, float]


def looked_at(index: Index, asked: tuple[str, ...], likely: Found, *, by_name: bool) -> Look:
    """What comes of looking at those that are *likely* what was *asked* for."""
    told = {word: index.weight(word, Where.WORDS) for word in telling(asked)}
    sought, shares = Sought(asked, told, index.total), likely.by_number()
    read = {number: folded(" ".join(words)) for number, words in index.words_of(shares).items()}
    names = index.names_of(shares) if by_name else {}
    sought.hear({name for words in names.values() for name in words})
    first = {n: shares[n] + _glance(sought, read[n], names.get(n, ())) for n in read}
    order = sorted(first, key=lambda number: -first[number])
    near = [
        compared(number, sought, read[number], names.get(number, ()))
        for number in order[: weights.CLOSER]
    ]
    near.sort(key=attrgetter("score"), reverse=True)
    others = {number: first[number] - shares[number] for number in order[weights.CLOSER :]}
    return Look(sought, shares, near, others)


def _glance(sought: Sought, said: tuple[str, ...], names: tuple[str, ...]) -> float:
    """How many of the words asked for are *said* in their order, and what *names* meet."""
    in_order = LCSseq.similarity(sought.asked, said) / len(sought.asked)
    named = sum(sought.told[w] * well for w, well in sought.by_name(said, names).items())
    return in_order + named / sought.every


def _by_keywords(index: Index, looked: Look, enough: float) -> Iterator[tuple[int, float]]:
    """Those that meet *enough* of a few words."""
    for one in looked.closest:
        share = max(looked.shares[one.id], one.traits[MET] if one.named else 0.0)
        if share < enough:
            share += _by_pronoun(index, looked.sought, one, share, enough)
        if share >= enough:
            yield one.id, _score(share, max(one.traits[2], one.traits[3] * weights.IN_ANY_ORDER))
    for number, close in looked.glanced.items():
        if looked.shares[number] >= enough:
            yield number, _score(looked.shares[number], close)


def _score(share: float, close: float) -> float:
    return (1 - weights.CLOSENESS) * min(1.0, share) + weights.CLOSENESS * min(1.0, close)


def by_topic(field: Field, asked: tuple[str, ...], *, enough: float) -> tuple[Found, Where]:
    """Those of *field* that are about *asked*, as near to what was said as any are.

    First by what was said; where nothing is found so, by the paragraph around; and then by the
    article's headline, its first statement or those next to one.
    """
    found = by_words(field, asked, enough=enough)
    if len(found.ids):
        return found, Where.WORDS
    found = field.holding(_met(field, asked, Where.PARAGRAPH, field.pool, enough))
    if len(found.ids):
        return found.times(weights.TIER), Where.PARAGRAPH
    near = field.index.around(_met(field, asked, Where.ARTICLE, None, enough))
    if field.pool is not None:
        near = near.only(field.pool)
    return field.holding(near).times(weights.TIER**2), Where.ARTICLE


def _met(
    field: Field, asked: tuple[str, ...], where: Where, pool: Ids | None, enough: float
) -> Found:
    found = field.index.likely(telling(asked), where, pool)
    return found.where(found.scores >= enough)


def _by_pronoun(index: Index, sought: Sought, one: Compared, share: float, enough: float) -> float:
    """The share met by names that stand nearby, where what was said has "him" or "they"."""
    if not PRONOUNS.intersection(one.said):
        return 0.0
    missing = [
        word
        for word in sought.told
        if not index.meets(one.id, word, Where.WORDS) and index.meets(one.id, word, Where.PARAGRAPH)
    ]
    if share + weights.BY_PRONOUN * sum(sought.told[w] for w in missing) / sought.every < enough:
        return 0.0
    statement = kept(index.db, [one.id])[one.id]
    names = _capitalised(statement.statement.context.of(statement.article.text))
    named = [word for word in missing if any(fuzz.ratio(word, name) >= 85 for name in names)]
    return weights.BY_PRONOUN * sum(sought.told[word] for word in named) / sought.every


def _capitalised(text: str) -> set[str]:
    return {word for part in text.split() if part[:1].isupper() for word in folded(part)}
