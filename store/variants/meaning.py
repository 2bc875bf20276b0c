"""What tells two sentences apart that are alike in nearly all their words: English."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from rapidfuzz import fuzz

from store.words import STOP_WORDS, folded, negations

_DIGITS = {
    word: value
    for line in (
        "2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven",
        "12 twelve, 13 thirteen, 14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen",
        "19 nineteen, 20 twenty, 30 thirty, 40 forty, 50 fifty, 60 sixty, 70 seventy, 80 eighty",
        "90 ninety, 100 hundred, 1000 thousand, 1000000 million, 1000000000 billion",
        "1000000000000 trillion",
    )
    for value, word in (pair.split() for pair in line.split(", "))
}
_AMOUNTS = frozenset(("dozen", "half", "third", "quarter", "twice"))
_TENS, _UNITS = range(20, 100, 10), range(1, 10)

# Every other sentence has one of these: to share it tells nothing.
_COMMON = "all also any both each even every like made make many more most much one only other some"

# One said for the other makes another sentence; forms of one word are met by its stem.
_OPPOSITES = """
    accept reject, accept refuse, agree refuse, admit deny, confirm deny, ally enemy,
    friend enemy, all some, every some, always sometimes, attack defend, before after, begin end,
    start stop, start end, best worst, better worse, good bad, build destroy, buy sell, early late,
    first last, for against, gain loss, give take, guilty innocent, high low, higher lower,
    increase decrease, increase reduce, inside outside, join leave, join quit, left right,
    remain leave, stay leave, stay go, come go, life death, alive dead, love hate, many few,
    most few, man woman, men women, more less, more fewer, most least, north south, east west,
    open close, allow ban, allow forbid, permit forbid, raise lower, raise cut, rise fall,
    rose fell, right wrong, safe dangerous, strong weak, succeed fail, success failure,
    support oppose, true false, up down, war peace, win lose, won lost
"""
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")  # and it is the opposite

# Somebody else is another sentence, even where it may only be that one report is indirect.
_PERSONS = (
    "we us our ours ourselves",
    "you your yours yourself yourselves",
    "they them their theirs themselves",
    "i me my mine myself",
    "he him his himself",
    "she her hers herself",
)
_DOUBT = "may might could perhaps maybe possibly probably likely if unless"

_CONTRACTED = tuple(
    (re.compile(pattern.replace("'", "[’']"), re.IGNORECASE), written)
    for pattern, written in (
        (r"\bwon't\b", "will not"),
        (r"\b(?:can't|cannot)\b", "can not"),
        (r"n't\b", " not"),
        (r"'ll\b", " will"),
        (r"'re\b", " are"),
        (r"'ve\b", " have"),
        (r"'m\b", " am"),
        (r"'d\b", " would"),
        (r"\blet's\b", "let us"),
        (r"\b(it|he|she|that|there|here|what|who|where|how)'s\b", r"\1 is"),  # no possessives
    )
)

_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ]\w[\w’'-]*")  # where no sentence begins
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_SAME_NAME = 70.0  # likeness of two spellings of one name, from 0 to 100
NO = "no"  # what stands for every word that says no


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What *word* has in common with its other forms, as far as alike sentences need it."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)[:6]
    return word[:6]


_COMMON_STEMS = frozenset(map(stem, _COMMON.split()))
_DOUBTS = frozenset(_DOUBT.split())
_PERSON = {word: at for at, forms in enumerate(_PERSONS) for word in forms.split()}
_PAIRS = frozenset(
    frozenset(map(stem, pair.split())) for pair in _OPPOSITES.replace("\n", " ").split(",")
)


def gist(words: tuple[str, ...]) -> tuple[str, ...]:
    """The stems of what tells in *words*, in order; every word that says no is one and the same."""
    return tuple(filter(None, map(_told, words)))


def rare(gist: tuple[str, ...]) -> list[str]:
    """What of *gist* is not in every other sentence."""
    return [word for word in gist if word not in _COMMON_STEMS]


@lru_cache(maxsize=100_000)
def _told(word: str) -> str:
    if negations((word,)):
        return NO
    return "" if word in STOP_WORDS else stem(word)


def numbers(words: Sequence[str]) -> list[str]:
    """The numbers among *words*, in digits however they are written; "one" may be anybody."""
    found: list[str] = []
    for before, word in zip(("", *words), words, strict=False):
        value = _DIGITS.get(word, word)
        if found and _continues(before, value):  # "thirty-five"
            found[-1] = str(int(found[-1]) + int(value))
        elif is_number(word):
            found.append(value)
    return sorted(found)


def _continues(before: str, value: str) -> bool:
    tens = _DIGITS.get(before, "")
    return tens.isdecimal() and int(tens) in _TENS and value.isdecimal() and int(value) in _UNITS


def is_number(word: str) -> bool:
    """Whether *word* is a number in digits or letters, or an amount."""
    return word in _DIGITS or word in _AMOUNTS or any(map(str.isdigit, word))


def written_out(text: str) -> tuple[str, ...]:
    """The folded words of *text*, those drawn together each for itself: "we'll" is "we will"."""
    for contracted, written in _CONTRACTED:
        text = contracted.sub(written, text)
    return folded(text)


def names(text: str) -> frozenset[str]:
    """The words of names in *text*, but for those that begin a sentence."""
    return frozenset(folded(" ".join(_NAME.findall(text))))


def bracketed(text: str) -> frozenset[str]:
    """The words of *text* that an editor put into brackets."""
    return frozenset(folded(" ".join(_BRACKETED.findall(text))))


def opposed(one: Set[str], other: Set[str]) -> bool:
    """Whether a word of *one* stands for its opposite in *other*, or for another person.

    Each has only words that the other does not have.
    """
    if any(prefix + w in other for w in one for prefix in _PREFIXES):
        return True
    if any(prefix + w in one for w in other for prefix in _PREFIXES):
        return True
    if any(frozenset((a, b)) in _PAIRS for a in map(stem, one) for b in map(stem, other)):
        return True
    ours, theirs = _persons(one), _persons(other)
    if ours and theirs and ours != theirs:
        return True
    return bool(one & _DOUBTS) != bool(other & _DOUBTS)


def renamed(one: Set[str], other: Set[str]) -> bool:
    """Whether each of two sets of names has one that the other has in no spelling."""
    return _unlike(one, other) and _unlike(other, one)


def _unlike(names: Set[str], others: Set[str]) -> bool:
    return any(all(fuzz.ratio(n, o) < _SAME_NAME for o in others) for n in names)


def _persons(words: Set[str]) -> set[int]:
    return {_PERSON[word] for word in words if word in _PERSON}
