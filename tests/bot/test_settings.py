from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.phrases import day
from bot.settings import Place, Settings, change, parted, settings
from store.errors import UnusableQuestion
from store.store import Store

DESK = Place("slack:T0NEWS", "C0DESK", parted)
DIRECT = Place("slack:T0NEWS", None, parted)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store.db") as opened:
        yield opened


def _after(store: Store, *typed: str, place: Place = DESK) -> Settings:
    for line in typed:
        change(store, line, place, by="ada")
    return settings(store, place.scope)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param([], Settings(), id="nothing"),
        pytest.param(["public"], Settings(public=frozenset({"C0DESK"})), id="public"),
        pytest.param(["PUBLIC", "private"], Settings(), id="private again"),
        pytest.param(["editors U1, U2"], Settings(editors=frozenset({"U1", "U2"})), id="editors"),
        pytest.param(
            ["editors Night desk"], Settings(editors=frozenset({"Night desk"})), id="a role"
        ),
        pytest.param(["editors U1", "editors none"], Settings(), id="no editors"),
        pytest.param(
            [" timezone   Europe/Berlin"], Settings(timezone=ZoneInfo("Europe/Berlin")), id="zone"
        ),
        pytest.param(["timezone UTC", "timezone none"], Settings(), id="no zone"),
    ],
)
def test_what_was_set_last_holds(store: Store, typed: list[str], found: Settings) -> None:
    assert _after(store, *typed) == found


def test_one_workspace_sets_nothing_for_another(store: Store) -> None:
    _after(store, "public", "editors U1", "timezone UTC")
    assert settings(store, "slack:T0OTHER") == Settings()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param("publik", "Settings are: “public” or", id="misspelt"),
        pytest.param("public please", "Settings are: “public” or", id="too much"),
        pytest.param("editors", "Settings are: “public” or", id="no names"),
        pytest.param("editors ,", "I know nobody by that name", id="nobody"),
        pytest.param("timezone Mars/Olympus", "There is no time zone “Mars/Olympus”", id="Mars"),
        pytest.param("timezone ../etc/passwd", "There is no time zone", id="a path"),
    ],
)
def test_what_cannot_be_set_says_what_can(store: Store, typed: str, told: str) -> None:
    with pytest.raises(UnusableQuestion, match=told):
        change(store, typed, DESK, by="ada")
    assert settings(store, DESK.scope) == Settings()


def test_a_direct_message_is_no_channel(store: Store) -> None:
    with pytest.raises(UnusableQuestion, match="in the channel that it is for"):
        change(store, "public", DIRECT, by="ada")


def test_what_is_set_is_shown(store: Store) -> None:
    _after(store, "public", "editors U1", "timezone Europe/Berlin")
    told = change(store, "", DIRECT, by="ben")
    assert told.startswith(
        "Channels answered in public: C0DESK. Editors: U1. Time zone: Europe/Berlin."
    )


def test_who_changed_what_is_shown_the_last_first(store: Store) -> None:
    change(store, "timezone UTC", DESK, by="ada")
    change(store, "timezone none", DESK, by="slack:U0BEN")
    change(store, "public", replace(DESK, scope="slack:T0OTHER"), by="eve")
    now = day(datetime.now(UTC).date())
    told = change(store, "", DESK, by="ben")
    assert f"Changed lately: timezone: none, by U0BEN on {now}; timezone: UTC, by ada on" in told
    assert "eve" not in told


def test_a_list_of_editors_without_end_is_told_in_part(store: Store) -> None:
    change(store, f"editors {','.join(map(str, range(9999)))}", DESK, by="ada")
    told = change(store, "", DESK, by="ben")
    assert len(told.partition("Changed lately: ")[2]) < 600
