"""Stretches of days as people name them: "yesterday", "last week", "May", "3 May 2022".

Each is told from the day on which it is asked. What leaves its week or year open is the last
such stretch there was.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

Stretch = tuple[date, date]  # the first day and the last
_Told = Callable[[re.Match[str], date], Stretch]
_Kinds = tuple[tuple[str, _Told], ...]

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YEAR = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VAGUE = {"few": 3, "several": 3, "couple": 2}

DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
COUNT = rf"\d{{1,3}}|an?|{'|'.join(_NUMBERS)}|(?:a )?(?:few|several|couple(?: of)?)"
UNIT = r"day|week|month|year"
_FULL_YEAR = r"(?:(?:19|20)\d\d\b|'\d\d\b)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_PART = r"(?:so far|early|earlier|mid|late|later)[ -](?:in )?"  # asked for whole


def back(today: date, count: int, unit: str) -> date:
    """The day so many days, weeks, months or years before *today*."""
    if unit in {"day", "week"}:
        return today - timedelta(count * (7 if unit == "week" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "year" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def counted(typed: str) -> int:
    """The number that *typed* names, by a figure or in words."""
    word = typed.lower().removeprefix("a ").removesuffix(" of")
    if word.isdecimal():
        return int(word)
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else _VAGUE.get(word, 1)


def _whole(day: date, unit: str) -> Stretch:
    """The week, month or year around *day*."""
    if unit == "day":
        return day, day
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    if unit == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _today(_: re.Match[str], today: date) -> Stretch:
    return today, today


def _yesterday(found: re.Match[str], today: date) -> Stretch:
    return _whole(back(today, 2 if "before" in found[0].lower() else 1, "day"), "day")


def _weekend(_: re.Match[str], today: date) -> Stretch:
    saturday = back(today, (today.weekday() - 5) % 7, "day")
    return saturday, saturday + timedelta(1)


def _this_or_last(found: re.Match[str], today: date) -> Stretch:
    unit = found[2].lower()
    return _whole(back(today, 0 if found[1].lower() == "this" else 1, unit), unit)


def _ago(found: re.Match[str], today: date) -> Stretch:
    unit = found[2].lower()
    return _whole(back(today, counted(found[1]), unit), unit)


def _weekday(found: re.Match[str], today: date) -> Stretch:
    since = (today.weekday() - _WEEK.index(found[2][:3].lower())) % 7
    return _whole(back(today, since or (7 if found[1] else 0), "day"), "day")


def _iso(found: re.Match[str], _: date) -> Stretch:
    return _whole(date.fromisoformat(found[0]), "day")


def _dotted(found: re.Match[str], _: date) -> Stretch:
    return _whole(date(_in_full(found[3]), int(found[2]), int(found[1])), "day")


def _slashed(found: re.Match[str], _: date) -> Stretch:
    return _whole(date(_in_full(found[3]), int(found[1]), int(found[2])), "day")


def _day_month(found: re.Match[str], today: date) -> Stretch:
    return _whole(_last(today, found[3], found[2], found[1]), "day")


def _month_day(found: re.Match[str], today: date) -> Stretch:
    return _whole(_last(today, found[3], found[1], found[2]), "day")


def _month(found: re.Match[str], today: date) -> Stretch:
    first = _last(today, found[3], found[2], "1")
    if found[1] and (first.year, first.month) == (today.year, today.month):
        first = back(first, 1, "year")
    return _whole(first, "month")


def _figures(found: re.Match[str], _: date) -> Stretch:
    return _whole(date(int(found[2]), int(found[1]), 1), "month")


def _nth(found: re.Match[str], today: date) -> Stretch:
    day = int(re.sub(r"\D", "", found[1]))
    month = today if day <= today.day else back(today.replace(day=1), 1, "month")
    return _whole(month.replace(day=day), "day")


def _year(found: re.Match[str], _: date) -> Stretch:
    return _whole(date(_in_full(found[0]), 1, 1), "year")


def _last(today: date, year: str | None, month: str, day: str) -> date:
    """The day, where there is no *year* the last such day that there was."""
    number = _YEAR.index(month[:3].lower()) + 1
    day_of_month = int(re.sub(r"\D", "", day))
    if year:
        return date(_in_full(year), number, day_of_month)
    found = date(today.year, number, day_of_month)
    return found if found <= today else found.replace(year=today.year - 1)


def _in_full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year.lstrip("'"))


_RELATIVE: _Kinds = (
    (r"today|2day|tonight|this (?:morning|afternoon|evening)", _today),
    (rf"(?:{_PART})?(?:yesterday|yday|last night)|(?:the )?day before yesterday", _yesterday),
    (r"(?:this|last|past|the) week-?end", _weekend),
    (rf"(?:{_PART})?(this|last|previous) (week|month|year)\b", _this_or_last),
    (rf"({COUNT}) ({UNIT})s? ago", _ago),
)
_ON_WEEKDAY = rf"(?:{_WEEKDAY},? )?"  # which the day of the month makes needless
_WEEKDAYS: _Kinds = ((rf"(last |past )?({_WEEKDAY})", _weekday),)
_SINGLE: _Kinds = (
    (r"\d{4}-\d\d-\d\d", _iso),
    (r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)", _dotted),
    (r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", _slashed),
    (rf"{_ON_WEEKDAY}(?:the )?({DAY})(?: of)? ({_MONTH})(?:,? ({_FULL_YEAR}))?", _day_month),
    (rf"{_ON_WEEKDAY}({_MONTH}) (?:the )?({DAY})(?:,? ({_FULL_YEAR}))?", _month_day),
)
_NTHS: _Kinds = ((rf"{_ON_WEEKDAY}the (\d{{1,2}}(?:st|nd|rd|th))", _nth),)
_MONTHS: _Kinds = (
    (rf"(?:{_PART})?(last )?({_MONTH})(?:,? ({_FULL_YEAR}))?", _month),
    (r"(0?[1-9]|1[0-2])[/.]((?:19|20)\d\d)", _figures),
)
_YEARS: _Kinds = ((_FULL_YEAR, _year),)


def _any(*kinds: _Kinds) -> str:
    """A pattern for any of these *kinds*, without groups."""
    patterns = (re.sub(r"\((?!\?)", "(?:", pattern) for kind in kinds for pattern, _ in kind)
    return rf"(?:{'|'.join(patterns)})"


# Patterns for each kind, since not every word before it goes with every one of them.
RELATIVE, WEEKDAYS, SINGLE = _any(_RELATIVE), _any(_WEEKDAYS), _any(_SINGLE)
NTHS, MONTHS, YEARS = _any(_NTHS), _any(_MONTHS), _any(_YEARS)
ANY = _any(_SINGLE, _NTHS, _RELATIVE, _WEEKDAYS, _MONTHS, _YEARS)

_TOLD = tuple(
    (re.compile(pattern, re.IGNORECASE), told)
    for kind in (_RELATIVE, _WEEKDAYS, _SINGLE, _NTHS, _MONTHS, _YEARS)
    for pattern, told in kind
)


def stretch(typed: str, today: date) -> Stretch | None:
    """The days that *typed* names on the day *today*; None where there are none such."""
    for pattern, told in _TOLD:
        if found := pattern.fullmatch(typed):
            with suppress(ValueError, OverflowError):  # 31 April; more weeks than there were
                return told(found, today)
    return None
