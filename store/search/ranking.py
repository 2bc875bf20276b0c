"""How well a statement meets the words asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from store.records import kept
from store.search import weights
from store.search.asked import Where
from store.search.candidates import Index
from store.search.closeness import Compared, Sought, answering, compared
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
    many = len(asked) > weights.KEYWORDS
    # where there are checks, the best may not hold up
    most, near = (field.most, 0.0) if field.checks else (weights.TIES, weights.LIKELY)
    likely = field.index.likely(
        telling(asked), field.pool, by_name=by_name, loosely=many, most=most, near=near
    )
    likely = field.holding(likely)
    looked = looked_at(field.index, asked, likely, by_name=by_name)
    field.named.update(one.id for one in looked.closest if one.traits.named)
    if enough > weights.NEAR and many:
        answers = answering(looked.sought, looked.closest) if looked.closest else []
        # what the weights were fitted on was as large: in a small store the nearest is often far
        least = enough if field.index.total < weights.FITTED_FROM else 0.0
        return Found.of({one.id: one.score for one in answers if one.traits.met >= least})
    return Found.of(dict(_by_keywords(field.index, looked, enough)))


@dataclass(frozen=True, slots=True)
class Look:
    """What was looked at: the *closest* letter by letter, the others *glanced* at."""

    sought: Sought
    closest: Sequence[Compared]
    glanced: Mapping[int, float]

    @property
    def numbers(self) -> list[int]:
        """All statements that were looked at."""
        return [*(one.id for one in self.closest), *self.glanced]


def looked_at(index: Index, asked: tuple[str, ...], likely: Found, *, by_name: bool) -> Look:
    """What comes of looking at those that are *likely* what was *asked* for."""
    likely = likely.best(weights.LOOKED_AT, ties=weights.TIES).near(weights.LIKELY)
    told = {word: index.weight(word, Where.WORDS) for word in telling(asked)}
    spelt = {found: word for found, word in index.said_for(told).items() if found not in told}
    sought, shares = Sought(asked, told, spelt, index.total), likely.by_number()
    said = {number: folded(" ".join(words)) for number, words in index.words_of(shares).items()}
    first = {number: _glance(sought, words) for number, words in said.items()}
    order = sorted(said, key=lambda number: -shares[number] - first[number])
    least = weights.CLOSE_BY * max((shares[n] + first[n] for n in order[:1]), default=0.0)
    near = [n for n in order[: weights.CLOSER] if shares[n] + first[n] >= least]
    names = index.names_of(near) if by_name else {}
    sought.hear({name for words in names.values() for name in words})
    closest = compared(sought, {number: (said[number], names.get(number, ())) for number in near})
    return Look(sought, closest, {number: first[number] for number in order[len(near) :]})


def _glance(sought: Sought, said: tuple[str, ...]) -> float:
    """How many of the words asked for are *said* in their order."""
    return LCSseq.similarity(sought.asked, sought.as_asked(said)) / len(sought.asked)


def _by_keywords(index: Index, looked: Look, enough: float) -> Iterator[tuple[int, float]]:
    """Those that meet *enough* of a few words, in their forms or misspelt, or by name."""
    shares = index.shares(tuple(looked.sought.told), looked.numbers)
    for one in looked.closest:
        if not shares[one.id]:  # a name alone is not what was said
            continue
        share = min(1.0, shares[one.id] + one.traits.by_name)
        if share < enough and not one.traits.named:
            share += _by_pronoun(index, looked.sought, one, share, enough)
        if share >= enough:
            letters = one.traits.letters_sorted * weights.IN_ANY_ORDER
            yield one.id, _score(share, max(one.traits.letters, letters))
    for number, close in looked.glanced.items():
        if shares[number] >= enough:
            yield number, _score(shares[number], close)


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
    near = field.index.around(_in_articles(field, asked, enough))
    if field.pool is not None:
        near = near.only(field.pool)
    return field.holding(near).times(weights.TIER**2), Where.ARTICLE


def _in_articles(field: Field, asked: tuple[str, ...], enough: float) -> Found:
    """What is about *asked* by its headline or its words, in the articles of *field* at least."""
    pool = field.pool
    if pool is not None and len(pool) <= weights.BATCH:
        return _met(field, asked, Where.ARTICLE, field.index.beside(pool), enough)
    found = _met(field, asked, Where.ARTICLE, None, enough)
    if pool is not None and len(pool) < len(found.ids):
        return found.only(field.index.beside(pool))
    return found.best(weights.CHECKED)


def _met(
    field: Field, asked: tuple[str, ...], where: Where, pool: Ids | None, enough: float
) -> Found:
    return field.index.likely(telling(asked), pool, where, least=enough)


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
