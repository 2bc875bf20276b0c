"""Days and times as feeds, wires and dumps write them; what may be read in two ways is not read."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 64  # characters
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?=\D|$)")
_FRACTION = re.compile(r"(?<=:\d\d)[.,](\d{1,6})\d*")
_SPACED_ZONE = re.compile(r"\s*(?:\bUTC|\bGMT|\bZ)$|\s+(?=[+-]\d\d:?\d\d$)")
_WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y")
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?")  # seconds or thousandths since 1970
_LONGEST_SECONDS = 10  # digits


def moment(told: object) -> datetime | None:
    """When *told* is, without a zone where it tells none; None where that is unsure.

    Of "03/04/2024" nobody can tell whether it is in March or in April.
    """
    text = str(told).strip() if isinstance(told, str | int | float) else ""
    if not text or len(text) > _LONGEST:
        return None
    for reading in (_iso, _mailed, _written, _epoch):
        try:
            return reading(text)
        except (ValueError, OverflowError, OSError, TypeError, IndexError):
            continue
    return None


def _iso(text: str) -> datetime:
    """As in "2024-05-03T10:00:00.1234567Z", "20240503T100000+0200", "2024-05-03 10:00 UTC"."""
    year_first = _YEAR_FIRST.sub(lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}", text, count=1)
    exact = _FRACTION.sub(lambda m: "." + m[1].ljust(6, "0"), year_first)
    if text.isdecimal() and len(text) != len("20240503"):
        raise ValueError
    zone = _SPACED_ZONE.sub(lambda m: "+00:00" if m[0].strip() else "", exact)
    return datetime.fromisoformat(zone)


def _mailed(text: str) -> datetime:
    """As in mail and RSS: "Fri, 03 May 2024 10:00:00 GMT"."""
    if ":" not in text:
        raise ValueError
    return parsedate_to_datetime(text)


def _written(text: str) -> datetime:
    for form in _WRITTEN:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 -- it tells a day, and no zone
        except ValueError:
            continue
    raise ValueError


def _epoch(text: str) -> datetime:
    found = _EPOCH.fullmatch(text)
    if not found:
        raise ValueError
    seconds = int(found[1]) / (1 if len(found[1]) <= _LONGEST_SECONDS else 1000)
    return datetime.fromtimestamp(seconds, UTC)


def later(first: datetime | None, last: datetime | None) -> datetime | None:
    """*last* where it is known to be after *first*."""
    comparable = first and last and bool(first.tzinfo) == bool(last.tzinfo)
    return last if comparable and first and last and last > first else None
