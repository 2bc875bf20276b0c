"""Words as a quotation is held against the record: every letter and number counts.

Unlike in searching, "we're" is not "were" and "US" is not "us". Case, accents, the shape of
apostrophes, punctuation and white space do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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
    """A word of a text; *key* is what of it counts."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Gap:
    """An editor's mark: words are left out here, or others put in their place.

    In a bracket, *put* are the keys of the words in it. *stem* is what of the word stands
    outside: the "attack" of "attack[ed]". *inside* are the words in a bracket as they stand in
    the text: they are added where the record has nothing that they could stand for.
    """

    bracket: bool = False
    put: tuple[str, ...] = ()
    stem: str = ""
    inside: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a quotation; *gaps* stand before the word with that number, or at the end."""

    words: tuple[Word, ...]
    gaps: dict[int, Gap] = field(default_factory=dict)


def words(text: str, span: Span | None = None) -> Iterator[Word]:
    """The words of *text*, or of a *span* of it, in order."""
    whole = span or Span(0, len(text) or 1)
    shouted = whole.of(text).isupper()
    for found in _WORD.finditer(text, whole.start, whole.end):
        yield Word(_key(found[0], shouted=shouted), Span(*found.span()))


def quoted(text: str, spans: Iterable[Span]) -> Quoted:
    """The words of a quotation that is in *spans* of *text*, editor's marks understood."""
    found: list[Word] = []
    gaps: dict[int, Gap] = {}
    for span in spans:
        at = span.start
        for mark in _MARKS.finditer(text, span.start, span.end):
            if mark.start() > at:
                found += words(text, Span(at, mark.start()))
            at = mark.end()
            if mark["letter"]:
                found.append(Word(_key(mark[0]), Span(*mark.span())))
            elif says_no(word.key for word in words(mark["put"] or "")):
                found += words(text, Span(*mark.span()))  # a "not" is nobody's to put there
            elif not mark["sic"]:
                gaps[len(found)] = _both(gaps.get(len(found)), _gap(mark))
        if span.end > at:
            found += words(text, Span(at, span.end))
    return Quoted(tuple(found), gaps)


def says_no(keys: Iterable[str]) -> tuple[str, ...]:
    """What of *keys* turns a sentence into its opposite."""
    return negations(tuple(key.replace("'", "") for key in keys))


def numbers(keys: Iterable[str]) -> set[str]:
    """Those of *keys* that are numbers."""
    return {key for key in keys if any(map(str.isdigit, key))}


_DOTS = r"…+|\.(?:[ \u00a0]?\.){2,}"
_MARKS = re.compile(
    rf"\[\s*(?:{_DOTS})\s*\]|\(\s*(?:{_DOTS})\s*\)|{_DOTS}"
    r"|(?P<sic>[\[(]\s*sic\.?\s*[\])])"
    r"|(?P<letter>\[[^\W_]\][^\W_]+(?:['’][^\W_]+)*)"  # [W]e
    r"|(?:(?<![^\W_])(?P<before>[^\W_]{1,30}))?\[(?P<put>[^\[\]]{0,200})\](?P<after>[^\W_]*)",
    re.IGNORECASE,
)


def _gap(mark: re.Match[str]) -> Gap:
    if mark["put"] is None:
        return Gap()
    before, after = mark["before"] or "", mark["after"]
    put = tuple(word.key for word in words(f"{before}{mark['put']}{after}"))
    inside = () if before or after else tuple(words(mark.string, Span(*mark.span())))
    return Gap(bracket=True, put=put, stem=_key(before or after), inside=inside)


def _both(one: Gap | None, other: Gap) -> Gap:
    return Gap(put=one.put + other.put) if one else other


def _key(word: str, *, shouted: bool = False) -> str:
    plain = unicodedata.normalize("NFD", _THOUSANDS.sub("", word)).translate(_SHAPES)
    if not any(map(str.isdigit, word)):
        plain = plain.replace(".", "")  # the point of "3.5" counts, those of "U.S." do not
    key = "".join(c for c in plain.casefold() if c.isalnum() or c in _COUNTS) or word
    return key.upper() if plain.isupper() and not shouted and key in _ALSO_WORDS else key
