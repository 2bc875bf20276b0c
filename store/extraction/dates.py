"""Dates in a sentence, and the day that each means in an article of a given day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from store.extraction.languages import en
from store.extraction.sentences import Sentence

_RECENT = timedelta(days=183)  # last year's days that are farther off are not named without a year


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it is written, *words* of its sentence; what it leaves open is None."""

    words: range
    back: int | None = None  # days before the article's
    weekday: int | None = None  # 0 is Monday
    day: int | None = None
    month: int | None = None
    year: int | None = None

    def meant(self, published: date | None, *, past: bool) -> date | None:
        """The day that it means in an article of *published*; None where that is not settled.

        With *past* it is told of as over: what leaves the week or the year open is then the
        last such day that there was.
        """
        if self.year:
            day = self._in(self.year)
            return None if day and past and published and day > published else day
        if published is None:
            return None
        if self.back is not None:
            return _days_before(published, self.back)
        if not past:
            return None
        if self.day is None:
            return _days_before(published, (published.weekday() - (self.weekday or 0)) % 7)
        this_year, last_year = self._in(published.year), self._in(published.year - 1)
        if this_year and this_year <= published:
            return this_year
        return last_year if last_year and published - last_year < _RECENT else None

    def _in(self, year: int) -> date | None:
        try:
            found = date(year, self.month or 0, self.day or 0)
        except ValueError:
            return None
        return found if self.weekday in {None, found.weekday()} else None


def _days_before(day: date, count: int) -> date | None:
    """None where there is no such day: programs write the year 1 for a date that they lack."""
    return date.fromordinal(day.toordinal() - count) if day.toordinal() > count else None


def dates(text: str, sentence: Sentence) -> Iterator[Dated]:
    """The single days that *sentence* names outside its marks.

    What names another stretch of time ("since Monday", "Monday or Tuesday") is none.
    """
    starts = [word.span.start for word in sentence]
    found: list[tuple[range, re.Match[str]]] = []
    for match in en.DATE.finditer(text, starts[0], sentence[-1].span.end):
        first = bisect_right(starts, match.start()) - 1
        last = bisect_right(starts, match.end() - 1) - 1
        if not sentence[first].stretch:
            found.append((range(first, last + 1), match))
    linked = {
        words
        for (one, _), (other, _) in pairwise(found)
        if _links(sentence, one.stop, other.start)
        for words in (one, other)
    }
    for words, match in found:
        if words not in linked and _is_day(sentence, words, owns=bool(match["of"])):
            yield _read(words, match)


def _links(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the words from *begin* to *end* make one of two dates: "Monday and again on"."""
    keys = {word.key for word in sentence[begin:end]}
    return bool(keys & en.DATE_LINKS) and keys <= en.DATE_LINKS | en.NEAR_DATES | {"on"}


def _is_day(sentence: Sentence, words: range, *, owns: bool) -> bool:
    """Whether what stands around a date leaves it a day; *owns*: it is "Monday's"."""
    at = words.start
    while at > 0 and sentence[at - 1].key in en.NEAR_DATES:
        at -= 1
    before = sentence[at - 1].key if at else ""
    after = sentence[words.stop].key if words.stop < len(sentence) else ""
    if owns:
        return before in en.MEETINGS
    if at > 1 and sentence[at - 1].capital and sentence[at - 2].key in {"on", "the"}:
        return False  # on Good Friday
    if before == "on" and at > 1:
        before = "not" if sentence[at - 2].key == "not" else ""
    return before not in en.NO_DAY_AFTER and after not in en.NO_DAY_BEFORE


def _read(words: range, match: re.Match[str]) -> Dated:
    if match["back"]:
        return Dated(words, back=en.DAYS_BACK[" ".join(match["back"].lower().split())])
    if match["written"]:
        year, month, day = map(int, match["written"].split("-"))
        return Dated(words, day=day, month=month, year=year)
    named = match["weekday"] or match["alone"]
    weekday = en.WEEKDAYS.index(named.lower()) if named else None
    if match["alone"]:
        return Dated(words, weekday=weekday)
    return Dated(
        words,
        weekday=weekday,
        day=int(match["day"] or match["day_before"]),
        month=en.MONTHS.index((match["month"] or match["month_after"]).lower()[:3]) + 1,
        year=int(match["year"]) if match["year"] else None,
    )
