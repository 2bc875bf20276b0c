"""Days and times as they are written; what may be read in two ways is not read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from store.articles.moments import later, moment

WEST = timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2026-05-03T23:30:00-04:00", datetime(2026, 5, 3, 23, 30, tzinfo=WEST)),
        ("20260503T233000-0400", datetime(2026, 5, 3, 23, 30, tzinfo=WEST)),
        ("2026-05-03T23:30:00.1234567Z", datetime(2026, 5, 3, 23, 30, 0, 123456, tzinfo=UTC)),
        ("2026-05-03 23:30:00 UTC", datetime(2026, 5, 3, 23, 30, tzinfo=UTC)),
        ("2026-05-03 23:30:00 +0000", datetime(2026, 5, 3, 23, 30, tzinfo=UTC)),
        ("2026-05-03T23:30:00", datetime(2026, 5, 3, 23, 30)),  # noqa: DTZ001 -- no zone is told
        ("2026/5/3", datetime(2026, 5, 3)),  # noqa: DTZ001
        ("20260503", datetime(2026, 5, 3)),  # noqa: DTZ001
        ("May 3, 2026", datetime(2026, 5, 3)),  # noqa: DTZ001
        ("3 May 2026", datetime(2026, 5, 3)),  # noqa: DTZ001
        ("Sun, 03 May 2026 23:30:00 -0400", datetime(2026, 5, 3, 23, 30, tzinfo=WEST)),
        ("Sun, 03 May 2026 23:30:00 EDT", datetime(2026, 5, 3, 23, 30, tzinfo=WEST)),
        ("Sun, 3 May 2026 23:30 GMT", datetime(2026, 5, 3, 23, 30, tzinfo=UTC)),
        (1777851000, datetime(2026, 5, 3, 23, 30, tzinfo=UTC)),
        (1777851000000, datetime(2026, 5, 3, 23, 30, tzinfo=UTC)),
        ("03/04/2026", None),
        ("03.04.2026", None),
        ("yesterday", None),
        ("2026", None),
        ("202605", None),
        ("2026-13-45", None),
        ("99999999999999", None),
        ("Sun, 99 May 2026 23:30:00 GMT", None),
        ("9" * 10_000, None),
        ("", None),
        (None, None),
        (["2026-05-03"], None),
    ],
)
def test_moments(told: object, expected: datetime | None) -> None:
    found = moment(told)
    assert (found, found and found.utcoffset()) == (expected, expected and expected.utcoffset())


def test_what_cannot_be_compared_is_not_later() -> None:
    aware, naive = datetime(2026, 5, 3, tzinfo=UTC), datetime(2026, 5, 4)  # noqa: DTZ001
    assert later(aware, naive) is None
    assert later(aware, aware + timedelta(1)) == aware + timedelta(1)
    assert later(aware, aware) is None
