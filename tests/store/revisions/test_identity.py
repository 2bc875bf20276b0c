"""Which copies of a text are of one publisher, and which version is the older."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from store.model import Article
from store.revisions.identity import address, is_older, one_publisher, told

HARBOR = Article("", outlet="Harbor Times", url="https://harbor.example/pier")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param({"url": "https://www.harbor.example/news/pier"}, True, id="one site"),
        pytest.param({"url": "https://news.harbor.example/pier"}, True, id="its own pages"),
        pytest.param({"url": "https://myharbor.example/pier"}, False, id="a name that ends so"),
        pytest.param({"url": "https://planet.example/pier"}, False, id="two sites"),
        pytest.param({"outlet": "THE HARBOR TIMES"}, True, id="one outlet, written otherwise"),
        pytest.param({"outlet": "Daily Planet"}, False, id="two outlets"),
        pytest.param(
            {"outlet": "Harbor Times", "url": "https://ht.example/1"}, True, id="outlet, two sites"
        ),
        pytest.param(
            {"outlet": "Daily Planet", "url": "https://harbor.example/2"},
            True,
            id="one site of two",
        ),
        pytest.param({}, True, id="nothing told"),
        pytest.param({"url": "not an address"}, True, id="no address"),
    ],
)
def test_copies_of_one_publisher(other: dict[str, str], same: bool) -> None:  # noqa: FBT001
    copy = told(Article("", **other))
    assert one_publisher(told(HARBOR), copy) is same
    assert one_publisher(copy, told(HARBOR)) is same


def test_an_outlet_and_a_site_tell_nothing_of_each_other() -> None:
    one, other = Article("", outlet="Harbor Times"), Article("", url="https://planet.example/1")
    assert one_publisher(told(one), told(other))


NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY_BEFORE, DAY_AFTER = NOON - timedelta(1), NOON + timedelta(1)
EAST = timezone(timedelta(hours=12))


@pytest.mark.parametrize(
    ("one", "other", "older"),
    [
        pytest.param({"updated_at": NOON}, {"updated_at": NOON + timedelta(1)}, True, id="updated"),
        pytest.param({"updated_at": NOON}, {"updated_at": NOON}, False, id="at one moment"),
        pytest.param({"published_at": NOON}, {"updated_at": DAY_AFTER}, True, id="published first"),
        pytest.param({"updated_at": NOON}, {"published_at": DAY_BEFORE}, False, id="updated later"),
        pytest.param(
            {"updated_at": NOON},
            {"updated_at": datetime(2026, 5, 4, 23, tzinfo=EAST)},
            False,
            id="another zone",
        ),
        pytest.param({"published": date(2026, 5, 3)}, {"updated_at": NOON}, True, id="a day"),
        pytest.param({"published": date(2026, 5, 4)}, {"updated_at": NOON}, False, id="that day"),
        pytest.param({}, {"updated_at": NOON}, False, id="one tells nothing"),
        pytest.param({"updated_at": NOON}, {}, False, id="the other tells nothing"),
    ],
)
def test_older_as_far_as_both_tell(
    one: dict[str, datetime],
    other: dict[str, datetime],
    older: bool,  # noqa: FBT001
) -> None:
    assert is_older(told(Article("", **one)), told(Article("", **other))) is older  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "found"),
    [
        pytest.param("http://www.planet.example/a/?utm_id=x", "https://planet.example/a", id="a"),
        pytest.param("https://planet.example/?id=7", "https://planet.example?id=7", id="asked for"),
        pytest.param("https://planet.example/", None, id="a site"),
        pytest.param("https://www.planet.example", None, id="a site, without a slash"),
        pytest.param("https://planet.example/index.html", None, id="a site's front page"),
        pytest.param("https://planet.example/Default.aspx", None, id="another's"),
        pytest.param(
            "https://planet.example/index.php?id=7",
            "https://planet.example/index.php?id=7",
            id="asked for there",
        ),
        pytest.param("https://planet.example/at-home", "https://planet.example/at-home", id="b"),
        pytest.param("file:///etc/passwd", None, id="no http"),
        pytest.param(None, None, id="none"),
    ],
)
def test_an_address_of_an_article(url: str | None, found: str | None) -> None:
    assert address(Article("", url=url)) == found
