"""What words mean as far as WordNet tells: which mean the same, and which the opposite."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("wordnet.json.gz")
"""Made by `training/thesaurus.py`; its licence is in store/WORDNET.md."""

# How nouns and verbs are inflected. Comparatives are words of their own: "better" is not "good".
_ENDINGS = (
    ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
    ("ies", "y"), ("es", "e"), ("es", ""), ("ied", "y"), ("ed", "e"), ("ed", ""),
    ("ing", "e"), ("ing", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Thesaurus:
    words: Collection[str]
    senses: Mapping[str, list[int]]
    opposites: Mapping[int, list[int]]
    forms: Mapping[str, str]  # of irregular ones, each with what it is a form of


@cache
def _read() -> _Thesaurus:
    read = json.loads(gzip.decompress(FILE.read_bytes()))
    opposites = {int(sense): others for sense, others in read["opposites"].items()}
    return _Thesaurus(set(read["words"].split()), read["senses"], opposites, read["forms"])


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[str]:
    """The words that *word* is, or may be a form of; none where it is not known."""
    thesaurus = _read()
    return frozenset(base for base in _bases(word, thesaurus.forms) if base in thesaurus.words)


def _bases(word: str, forms: Mapping[str, str]) -> Iterator[str]:
    yield word
    yield from forms.get(word, "").split()
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + instead


def is_past(word: str) -> bool:
    """Whether *word* may be a participle or a past: "killed", "beaten"."""
    return word.endswith("ed") or word in _read().forms


def synonyms(one: str, other: str) -> bool:
    """Whether the two mean the same in some sense, and the opposite in none."""
    shared = not _senses(one).isdisjoint(_senses(other))
    return shared and not antonyms(one, other)


def antonyms(one: str, other: str) -> bool:
    """Whether the two are opposites in some sense."""
    opposites = _read().opposites
    turned = {sense for own in _senses(one) for sense in opposites.get(own, ())}
    return not turned.isdisjoint(_senses(other))


@lru_cache(maxsize=50_000)
def _senses(word: str) -> frozenset[int]:
    senses = _read().senses
    return frozenset(sense for base in bases(word) for sense in senses.get(base, ()))
