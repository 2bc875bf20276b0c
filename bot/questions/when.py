"""When: the part of a question that asks for days, such as "since Monday" or "in May"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.questions.stretches import (
    ANY,
    COUNT,
    DAY,
    MONTHS,
    NTHS,
    RELATIVE,
    SINGLE,
    UNIT,
    WEEKDAYS,
    YEARS,
    Stretch,
    back,
    counted,
    stretch,
)


@dataclass(frozen=True, slots=True)
class Days:
    """The days asked for, both within; None where they are open on that side."""

    since: date | None = None
    until: date | None = None


_Told = Callable[[re.Match[str], date], Days | None]
_A_DAY = timedelta(1)


def _since(found: re.Match[str], today: date) -> Days | None:
    days = stretch(found[1], today)
    return days and Days(since=days[0])


def _after(found: re.Match[str], today: date) -> Days | None:
    days = stretch(found[1], today)
    return days and Days(since=days[1] + _A_DAY)


def _before(found: re.Match[str], today: date) -> Days | None:
    days = stretch(found[1], today)
    return days and Days(until=days[0] - _A_DAY)


def _until(found: re.Match[str], today: date) -> Days | None:
    days = stretch(found[1], today)
    return days and Days(until=days[1])


def _within(found: re.Match[str], today: date) -> Days | None:
    days = stretch(found[1], today)
    return days and Days(*days)


def _between(found: re.Match[str], today: date) -> Days | None:
    """From the first to the second, either of which may leave its month to the other."""
    one, other = found[1], found[2]
    last = stretch(other, today) or stretch(_with_day(one, other), today)
    if last is None:
        return None
    first = _led_up(one, other, min(today, last[1]))
    return Days(first[0], last[1]) if first and first[0] <= last[1] else None


def _led_up(one: str, other: str, last: date) -> Stretch | None:
    return stretch(one, last) or stretch(_with_day(other, one), last)


def _with_day(dated: str, day: str) -> str:
    """*dated* with another *day* of its month: "May 1" with "3" is "May 3"."""
    return re.sub(rf"(?<!\d){DAY}", day, dated, count=1) if re.fullmatch(DAY, day) else ""


def _rolling(found: re.Match[str], today: date) -> Days | None:
    count, unit = counted(found[1] or "one"), found[2].lower()
    if unit == "hour":
        count, unit = -(-count // 24), "day"
    return Days(since=back(today, count, unit))


def _days(told: _Told, found: re.Match[str], today: date) -> Days | None:
    """What *told* makes of the phrase *found*; None where no calendar has such a day."""
    try:
        return told(found, today)
    except (ValueError, OverflowError):
        return None


_UNITS = rf"({UNIT}|hour)s?\b"
_IN = r"(?:in|over|during|within|for|from)"
_EITHER = rf"({ANY}|{DAY})"
_PHRASES: tuple[tuple[str, _Told], ...] = (
    (rf"(?:between|from) {_EITHER}(?: (?:and|to|until|till|through) | ?[-–] ?){_EITHER}", _between),
    (rf"(?:on )?({SINGLE}|{DAY})(?: to | ?[-–] ?)({SINGLE}|{DAY})", _between),
    (rf"(?:since|starting|as of) ({ANY})", _since),
    (rf"from ({ANY}) on(?:wards?)?\b", _since),
    (rf"after ({ANY})", _after),
    (rf"(?<!day )(?:before|b4|prior to) ({ANY})", _before),
    (rf"(?:until|till|til|up to) ({ANY})", _until),
    (rf"by ({SINGLE})", _until),
    (rf"(?:{_IN} )?(?:the )?(?:last|past) ({COUNT}) {_UNITS}", _rolling),
    (rf"(?:{_IN} the last|(?:{_IN} )?(?:the )?past)() {_UNITS}", _rolling),
    (rf"(?:on )?({SINGLE}|{NTHS}|{WEEKDAYS}) or ({SINGLE}|{WEEKDAYS})", _between),
    (rf"(?:on|dated) ({SINGLE}|{NTHS}|{WEEKDAYS})", _within),
    (rf"(?:in|during|throughout) ({MONTHS}|{YEARS}|{RELATIVE})", _within),
    (rf"from ({WEEKDAYS})", _within),
    (rf"from ({MONTHS})(?<=\d\d)", _within),  # "quotes from May" are by somebody of that name
    (rf"(?:(?:from|over|at|on) )?({RELATIVE}|{SINGLE}|last {MONTHS}|last {WEEKDAYS})", _within),
    (rf"(?<!\d )(?<!\d(?:st|nd|rd|th) )({MONTHS})(?<= \d{{4}})", _within),  # no part of a date
    (rf"({WEEKDAYS})(?='s )", _within),
    (rf"(?:(?<=\bsay )|(?<=\bsaid )|(?<=\bsaying )|(?<=\bit ))({WEEKDAYS})", _within),
)  # fmt: skip
# Days stand at the end, at the beginning, or where something else that is asked for begins.
_ENDS = (
    r"(?=(?:'s)?\W*$"
    r"|,? (?:about|abt|bout|re|on|that|regarding|concerning|in|to|by|according|via|per|say|said)\b)"
)
_ANYWHERE = tuple(
    (re.compile(place, re.IGNORECASE), told)
    for pattern, told in _PHRASES
    for place in (
        rf"(?<![\w-])(?<!\bof ){pattern}(?![\w-]){_ENDS}",
        rf"\A\W*{pattern}(?:'s)?\b[ ,:]+(?=\w)",
    )
)


def without_days(text: str, today: date) -> tuple[str, Days]:
    """*text* without the days that it asks for on the day *today*, and these days."""
    for pattern, told in _ANYWHERE:
        for found in pattern.finditer(text):
            if days := _days(told, found, today):
                before, after = text[: found.start()].rstrip(" ,"), text[found.end() :]
                return f"{before} {after.lstrip(' ,')}".strip(), days
    return text, Days()
