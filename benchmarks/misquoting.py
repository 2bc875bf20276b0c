"""The rules by which `checking.py` makes quotations from what somebody said."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.words import STOP_WORDS, negations

LEAST = 6  # words of a statement that quotations are made from
# Words without which the rest may be another's, or only supposed.
_FRAMES = re.compile(
    r"sa(?:id|y|ys|ying)|t(?:old|ell|ells|elling)|call(?:ed|s)?|claim(?:ed|s)?|thinks?|thought"
    r"|believes?|believed|if|unless|whether|false|wrong"
)
INVENTED = ("Ophelia Tranter", "Ruben Castellane", "Dorothea Pym", "Anselm Quarrie")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement that quotations are made from; *speaker* is a full name, if it is a person's.

    What is not *quoted* is reported in the article's own words, all or some of it.
    """

    words: str
    speaker: str | None = None
    quoted: bool = True

    @property
    def split(self) -> list[str]:
        """Its words, with what stands beside them."""
        return self.words.split()

    @property
    def says_no(self) -> bool:
        """Whether there is a "not" in it."""
        return any(map(_says_no, self.split))


@dataclass(frozen=True, slots=True)
class Given:
    """What quotations are made with: what *others* said, and chance."""

    others: Sequence[Said]
    chance: random.Random


Rule = Callable[[Said, Given], str | None]  # None where a quotation cannot be made so


def verbatim(one: Said, _given: Given) -> str | None:
    """The words as they stand."""
    return one.words


def retyped(one: Said, given: Given) -> str | None:
    """Other apostrophes, spaces and stops, and the first letter small or big, perhaps bracketed."""
    first, rest = one.words[0], one.words[1:]
    turned = first.lower() if first.isupper() else first.upper()
    if rest[:1].isalpha() and given.chance.random() < 0.5:
        turned = f"[{turned}]"
    rest = re.sub(r"(?<=\w)['’](?=\w)", "'" if "’" in rest else "’", rest).rstrip(".,")
    return (turned + rest).replace(" ", given.chance.choice((" ", "\u00a0", "  ")))


def fragment(one: Said, given: Given) -> str | None:
    """Without its first words, which no "not" is among, nor who says or supposes the rest."""
    words = one.split
    start = given.chance.randint(2, len(words) - 4)
    if one.says_no or has_marks(one.words) or any(word[-1] in ".!?" for word in words[:-1]):
        return None
    return None if _frames(words[:start]) else " ".join(words[start:])


def elided(one: Said, given: Given) -> str | None:
    """An ellipsis for some words in the middle, likewise."""
    words = one.split
    start = given.chance.randint(2, len(words) - 4)
    end = given.chance.randint(start + 1, len(words) - 2)
    if one.says_no or _frames(words[start:end]):
        return None
    return " ".join(
        (*words[:start], given.chance.choice(("…", "...", "[…]", "[...]")), *words[end:])
    )


def bracketed(one: Said, given: Given) -> str | None:
    """A pronoun replaced by what it stands for, in brackets."""
    words = one.split
    places = [at for at, word in enumerate(words) if word.lower() in {"he", "she", "it", "they"}]
    if not places:
        return None
    words[given.chance.choice(places)] = given.chance.choice(
        ("[the mayor]", "[Mr. Pym]", "[the company]")
    )
    return " ".join(words)


def one_word_changed(one: Said, given: Given) -> str | None:
    """A word that tells something replaced by one that somebody else said."""
    words = one.split
    places = [at for at, word in enumerate(words) if _plain(word) and word not in STOP_WORDS]
    theirs = [
        w for w in given.chance.choice(given.others).split if _plain(w) and w not in STOP_WORDS
    ]
    if not places or not theirs:
        return None
    at, new = given.chance.choice(places), given.chance.choice(theirs)
    if new[:4] == words[at][:4]:
        return None
    return " ".join((*words[:at], new, *words[at + 1 :]))


def no_dropped(one: Said, given: Given) -> str | None:
    """A "not", "n't", "never" or "no" left out, without a mark."""
    places = [at for at, word in enumerate(one.split) if _says_no(word)]
    if not places:
        return None
    at = given.chance.choice(places)
    words = one.split
    shorter = re.sub(r"(?i)(?:n['’]t|not)\b", "", words[at])  # can, do
    kept = [shorter] if re.search(r"\w", shorter) and shorter != words[at] else []
    return " ".join((*words[:at], *kept, *words[at + 1 :]))


def no_added(one: Said, _given: Given) -> str | None:
    """A "not" after the first auxiliary."""
    words = one.split
    places = [at for at, w in enumerate(words) if w in {"is", "are", "was", "were", "will", "has"}]
    if not places or one.says_no:
        return None
    return " ".join((*words[: places[0] + 1], "not", *words[places[0] + 1 :]))


def number_changed(one: Said, given: Given) -> str | None:
    """One digit of a number made another."""
    digits = [found.start() for found in re.finditer(r"\d", one.words)]
    if not digits:
        return None
    at = given.chance.choice(digits)
    return f"{one.words[:at]}{(int(one.words[at]) + 1) % 10}{one.words[at + 1 :]}"


def name_changed(one: Said, given: Given) -> str | None:
    """A word with a capital letter replaced by another name."""
    words = one.split
    places = [at for at, word in enumerate(words) if at and word.isalpha() and word.istitle()]
    if not places:
        return None
    words[given.chance.choice(places)] = given.chance.choice(INVENTED).split()[1]
    return " ".join(words)


def name_bracketed(one: Said, given: Given) -> str | None:
    """The same, with the other name in brackets; "She" and "The" are no names."""
    words = one.split
    capitals = (at for at, word in enumerate(words) if at and word.isalpha() and word.istitle())
    places = [at for at in capitals if words[at].lower() not in STOP_WORDS]
    if not places:
        return None
    words[given.chance.choice(places)] = f"[{given.chance.choice(INVENTED).split()[1]}]"
    return " ".join(words)


def spelt_out(one: Said, _given: Given) -> str | None:
    """A contraction spelt out, without a mark."""
    for short, long in (("won[’']t", "will not"), ("can[’']t", "cannot"), ("n[’']t", " not")):
        if re.search(rf"{short}\b", one.words):
            return re.sub(rf"{short}\b", long, one.words, count=1)
    return None


def spliced(one: Said, given: Given) -> str | None:
    """The first half of one statement and the second half of another."""
    ours, theirs = one.split, given.chance.choice(given.others).split
    return " ".join((*ours[: (len(ours) + 1) // 2], *theirs[len(theirs) // 2 :]))


def invented(_one: Said, given: Given) -> str | None:
    """What was said in an article that was kept out."""
    return given.chance.choice(given.others).words


def well_begun(one: Said, given: Given) -> str | None:
    """The first three words of a statement, then six or more said in an article kept out."""
    theirs = given.chance.choice(given.others).split[3:]
    return " ".join((*one.split[:3], *theirs)) if len(theirs) >= LEAST else None


def has_marks(words: str) -> bool:
    """Whether there are quotation marks in *words*."""
    return bool(re.search("[“”„«»\"]|(?<!\\w)[‘'](?=\\w)", words))


def _frames(words: Sequence[str]) -> bool:
    return any(_FRAMES.fullmatch(re.sub(r"\W", "", word).lower()) for word in words)


def _says_no(word: str) -> bool:
    return bool(negations((re.sub(r"\W", "", word).lower(),)))


def _plain(word: str) -> bool:
    return word.isalpha() and word.islower() and not _says_no(word)
