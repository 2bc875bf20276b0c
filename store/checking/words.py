"""Words as a quotation is held against the record: every letter and number counts.

Unlike in searching, "we're" is not "were" and "US" is not "us". Case, accents, the shape of
apostrophes, punctuation and white space do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from store.model import Span
from store.words import negations

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and joiners inside a word
_LETTER = rf"[^\W_][\u0300-\u036f{_UNSEEN}]*"
_WORD = re.compile(
    rf"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"  # U.S.
    r"|(?:(?<!\w)[-−])?(?:(?<![\w.])\.)?\d+(?:[.,]\d+)*[^\W_]*"  # 20,000, 3.5, .5, -5, 19th
    r"|(?<!\w)[-−](?=[$€£¥]\d)|[<>≈~±](?=[$€£¥]?\d)|(?<=\d)\+"  # what changes a number beside it
    rf"|(?:{_LETTER})+(?:['’ʼ＇`´\[\]](?:{_LETTER})+)*"
    r"|[$€£¥%]"
)
_SHAPES = str.maketrans(dict.fromkeys("’ʼ＇`´", "'") | {"−": "-"})
_COUNTS = frozenset("'-.,$€£¥%")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ALSO_WORDS = frozenset(("us", "it", "who"))  # which in capitals are the name of somebody


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text; *key* is what of it counts.

    *capital* tells that it begins with one, where not all words are in capitals.
    """

    key: str
    span: Span
    capital: bool = False


def words(text: str, span: Span | None = None) -> Iterator[Word]:
    """The words of *text*, or of a *span* of it, in order."""
    whole = span or Span(0, len(text) or 1)
    shouted = whole.of(text).isupper()
    for found in _WORD.finditer(text, whole.start, whole.end):
        capital = found[0][0].isupper() and not shouted
        yield Word(key(found[0], shouted=shouted), Span(*found.span()), capital)


def says_no(keys: Iterable[str]) -> tuple[str, ...]:
    """What of *keys* turns a sentence into its opposite."""
    return negations(tuple(key.replace("'", "") for key in keys))


def numbers(keys: Iterable[str]) -> set[str]:
    """Those of *keys* that are numbers."""
    return {key for key in keys if any(map(str.isdigit, key))}


def key(word: str, *, shouted: bool = False) -> str:
    """What of *word* counts, in a text that may be *shouted*: all in capitals."""
    plain = unicodedata.normalize("NFD", _THOUSANDS.sub("", word)).translate(_SHAPES)
    if not any(map(str.isdigit, word)):
        plain = plain.replace(".", "")  # the point of "3.5" counts, those of "U.S." do not
    told = "".join(c for c in plain.casefold() if c.isalnum() or c in _COUNTS) or word
    return told.upper() if plain.isupper() and not shouted and told in _ALSO_WORDS else told
