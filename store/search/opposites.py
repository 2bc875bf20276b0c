"""A sentence and its opposite: nearly the same words, but for what says no."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from rapidfuzz import fuzz

from store.search.forms import stem
from store.search.synonyms import synonyms
from store.variants.thesaurus import antonyms
from store.words import folded, negations, telling

_SENTENCES = re.compile(r"(?<=[.!?…;])[\"'”’»)]*\s+")
# A "no" reaches no further back than this.
_CLAUSES = re.compile(r"[,:;()–—“”\"]|\b(?:but|and|because|although|though|while)\b", re.IGNORECASE)
_NO_NO = re.compile(r"\bnot (?:only|just|merely|simply)\b|\b(?:no|without) (?:a )?doubt\b")
_FEWEST, _FEWEST_TELLING = 3, 2  # words: fewer are keywords, and say neither yes nor no


def opposed(asked: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether the sentence *asked* for, in folded words, is the opposite of what was said.

    *pieces* are what was said. Where the words asked for stand there one after another, or are
    not met by one sentence, it is not told.
    """
    words = telling(tuple(asked))
    if len(asked) < _FEWEST or len(words) < _FEWEST_TELLING:
        return False
    sentences = _SENTENCES.split(" ".join(pieces))
    likest = max(sentences, key=lambda sentence: len(_met(words, folded(sentence))))
    if f" {' '.join(asked)} " in f" {' '.join(folded(likest))} ":
        return False
    instead = _instead(words, folded(likest))
    clauses = [
        [instead.get(word, word) for word in folded(clause)] for clause in _CLAUSES.split(likest)
    ]
    every = list(chain.from_iterable(clauses))
    turned = _turned(words, every)
    if len(_met(words, every)) + turned < _FEWEST_TELLING:
        return False
    holding = [at for at, clause in enumerate(clauses) if _met(words, clause)]
    reached = [word for clause in clauses[holding[0] : holding[-1]] for word in clause]
    reached += clauses[holding[-1]][: _last(words, clauses[holding[-1]]) + 1]
    return (_says_no(asked) != _says_no(reached)) is not bool(turned % 2)


def _met(words: Sequence[str], said: Sequence[str]) -> set[str]:
    return {word for word in words if any(_alike(word, other) for other in said)}


def _instead(words: Sequence[str], said: Sequence[str]) -> dict[str, str]:
    """What was *said* for those of *words* that it does not have itself, each with its word."""
    met, stems = _met(words, said), {other: stem(other) for other in said}
    meant = {word: synonyms(stem(word)) for word in words if word not in met}
    return {
        other: word
        for word, others in meant.items()
        for other in said
        if stems[other] in others and not antonyms(word, other)
    }


def _turned(words: Sequence[str], said: Sequence[str]) -> int:
    """For how many of *words* the opposite is *said*."""
    met = _met(words, said)
    others = [other for other in telling(tuple(said)) if not _met(words, [other])]
    return sum(any(antonyms(w, other) for other in others) for w in words if w not in met)


def _last(words: Sequence[str], said: Sequence[str]) -> int:
    return max(at for at, other in enumerate(said) if any(_alike(word, other) for word in words))


def _alike(word: str, other: str) -> bool:
    """Whether these are forms or spellings of one word."""
    if word == other:
        return True
    short = min(len(word), len(other)) < 4 or word[0] != other[0]
    return not short and (fuzz.ratio(word, other) >= 75 or word[:4] == other[:4])


def _says_no(words: Sequence[str]) -> bool:
    return bool(negations(tuple(_NO_NO.sub(" ", " ".join(words)).split())))
