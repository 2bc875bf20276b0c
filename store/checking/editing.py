"""The words of a quotation, and the marks with which editors change it: ellipses and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from store.checking.words import Word, key, words
from store.model import Span


@dataclass(frozen=True, slots=True)
class Gap:
    """An editor's mark: words are left out here, or others put in their place.

    *bracket* is what stands in brackets, as one word with the marks around it; *put* are the
    words it comes to: "attacked" for "attack[ed]". An ellipsis alone has none. *before* and
    *after* tell on which side of a bracket more may be left out.
    """

    bracket: Word | None = None
    put: tuple[Word, ...] = ()
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a quotation; *gaps* stand before the word with that number, or at the end."""

    words: tuple[Word, ...]
    gaps: dict[int, Gap] = field(default_factory=dict)


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
                found.append(Word(key(mark[0]), Span(*mark.span())))
            elif not mark["sic"]:
                gaps[len(found)] = _both(gaps.get(len(found)), _gap(mark))
        if span.end > at:
            found += words(text, Span(at, span.end))
    return Quoted(tuple(found), gaps)


_DOTS = r"…+|\.(?:[ \u00a0]?\.){2,}"
_MARKS = re.compile(
    rf"\[\s*(?:{_DOTS})\s*\]|\(\s*(?:{_DOTS})\s*\)|{_DOTS}"
    r"|(?P<sic>[\[(]\s*sic\.?\s*[\])])"
    r"|(?P<letter>\[[^\W_]\][^\W_]+(?:['’][^\W_]+)*)"  # [W]e
    r"|(?:(?<![^\W_])(?P<before>[^\W_]{1,30}))?\[(?P<put>[^\[\]]{0,200})\](?P<after>[^\W_]*)",
    re.IGNORECASE,
)


def _gap(mark: re.Match[str]) -> Gap:
    put = tuple(words(f"{mark['before'] or ''}{mark['put'] or ''}{mark['after'] or ''}"))
    if not put:
        return Gap(before=True, after=True)
    return Gap(_as_one(put, Span(*mark.span())), put)


def _as_one(put: Iterable[Word], span: Span) -> Word:
    return Word(f"[{' '.join(word.key for word in put)}]", span)


def _both(one: Gap | None, other: Gap) -> Gap:
    """Two marks with no word between them as one."""
    if one is None:
        return other
    if other.bracket is None:
        return replace(one, after=True)
    if one.bracket is None:
        return replace(other, before=True)
    put = (*one.put, *other.put)
    span = Span(one.bracket.span.start, other.bracket.span.end)
    return Gap(_as_one(put, span), put, one.before, other.after)
