"""The spellings of one name: by slips, by ear, and from other alphabets."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from store.search import weights

# letters that stand for one sound from one transcription to the next
_BY_EAR = str.maketrans({"y": "i", "c": "k", "q": "k", "f": "v", "w": "v", "z": "s", "x": "ks"})
_TWICE = re.compile(r"(.)\1+")
_VOWELS = "aeiou"


def alike(word: str, other: str) -> float:
    """How alike two words of names are, from 0 to 1; words of two letters or fewer never are."""
    if word == other:
        return 1.0
    if min(len(word), len(other)) < 3:
        return 0.0
    likeness = fuzz.ratio(word, other) / 100
    return max(likeness, weights.SAME_SOUND) if sound(word) == sound(other) else likeness


def alike_given(typed: str, name: str) -> float:
    """How alike two given names are: at least SAME_NAME only for spellings of one name.

    A letter makes another name of a given name sooner than of a surname: John is not Joan,
    Eric not Erica, Martin not Marvin. An initial is as good as a spelling.
    """
    if typed == name:
        return 1.0
    if len(typed) == 1:
        return weights.SAME_SOUND if name.startswith(typed) else 0.0
    if _same_given(sound(typed), sound(name)):
        return weights.SAME_SOUND
    return min(fuzz.ratio(typed, name) / 100, weights.OTHER_GIVEN)


def _same_given(one: str, other: str) -> bool:
    if one == other or one[:1] != other[:1]:
        return one == other
    wrong, length = OSA.distance(one, other), max(len(one), len(other))
    if length < weights.SHORT_GIVEN:
        return wrong == 1 and sorted(one) == sorted(other)  # letters swapped: "jeo"
    if _ending(one) != _ending(other):
        return False
    if length < weights.LONG_GIVEN:
        return wrong == 1 and _consonants(one) == _consonants(other)
    return wrong <= 2


def most_wrong(heard: str) -> int:
    """How many letters at most may be wrong in *heard*, the sound of a name, for `alike_given`."""
    # what is missing may be what makes the other name a long one
    return 1 if len(heard) + 2 < weights.LONG_GIVEN else 2


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """What *word* is however it is transcribed: Dmitry is Dmitriy, John is Jon."""
    first, rest = word[:1], word[1:].replace("ch", "ç")
    plain = (first + rest).replace("ph", "f").translate(_BY_EAR)
    return _TWICE.sub(r"\1", plain[:1] + plain[1:].replace("h", ""))


def _ending(name: str) -> str:
    """The vowel that tells Mario from Maria and Marie, "" for none."""
    return name[-1:] if name[-1:] in {"a", "e", "o"} else ""


def _consonants(name: str) -> list[str]:
    return sorted(letter for letter in name if letter not in _VOWELS)
