"""Articles handed over in chat: what is taken for what, and what is told of how it goes."""

from __future__ import annotations

import pytest

from bot import handed
from bot.handed import Address, File
from store.articles import LARGEST, Details
from store.errors import UnreadableArticle
from store.store import Store

PIER = b"Pier to stay\n\n\xe2\x80\x9cWe will not move it,\xe2\x80\x9d said Ana Ruiz, the mayor.\n"
MOON = "Moon Rates Rise\n\n“Only moonlight pays for that,” Ada Marsh said on Friday.\n"
NOTHING = Details()
BY, SCOPE = "slack:U0EDITOR", "slack:T0NEWS"


@pytest.fixture(autouse=True)
def _never_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine tells how far a load is, too; only the test of that is to hear of it."""
    monkeypatch.setattr(handed, "SOON", float("inf"))


def load(store: Store, *things: handed.Handed, told: Details = NOTHING) -> list[str]:
    """All that is told of a load, line by line."""
    said: list[str] = []
    result = handed.load(store, things, told, by=BY, scope=SCOPE, tell=said.append)
    return [*said, *result.splitlines()]


def file(name: str, data: bytes) -> File:
    return File(name, lambda: data)


def test_one_article_is_told_of_as_it_always_was(store: Store) -> None:
    assert load(store, handed.pasted(MOON)) == ["Moon Rates Rise: 1 statement by Ada Marsh."]


def test_of_several_each_is_told_and_what_fails_stops_none(store: Store) -> None:
    load(store, file("pier.txt", PIER))
    came = load(
        store, file("pier.txt", PIER), file("x.xyz", b"moon"), file("moon.txt", MOON.encode())
    )
    assert came[0] == (
        "1 article loaded: 1 statement by Ada Marsh. 1 on record already. 1 could not be loaded."
    )
    assert came[1].startswith("• Pier to stay: on record already")
    assert came[2].startswith("• cannot read 'x.xyz': known formats are")
    assert came[3] == "• Moon Rates Rise: 1 statement by Ada Marsh."


def test_what_cannot_be_had_is_told_and_noted(store: Store) -> None:
    def get() -> bytes:
        raise UnreadableArticle("cannot fetch 'a.txt' from Slack; try again")

    assert load(store, File("a.txt", get)) == ["cannot fetch 'a.txt' from Slack; try again"]
    (failed,) = store.lately.failed(SCOPE)
    assert (failed.name, failed.by) == ("a.txt", BY)


def test_of_very_many_the_sum_is_told_and_the_first_that_failed(store: Store) -> None:
    things = [file(f"{number}.txt", PIER + b"%d" % number) for number in range(8)]
    broken = [file(f"{number}.xyz", b"moon") for number in range(8)]
    first, *lines = load(store, *things, *broken)
    assert first == "8 articles loaded: 8 statements by Ana Ruiz. 8 could not be loaded."
    assert len([line for line in lines if "known formats are" in line]) == 5
    assert lines[-1] == "• and 3 more: onrecord loads lists them"


def test_how_far_it_is_is_told_ever_less_often(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed, "SOON", 0.0)
    things = [file(f"{number}.txt", PIER + b"%d" % number) for number in range(3)]
    assert load(store, *things)[:2] == [
        "Loading 1 of 3 … 1 article so far.", "Loading 2 of 3 … 2 articles so far."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "urls"),
    [
        pytest.param("https://a.example/1", ["https://a.example/1"], id="one"),
        pytest.param(
            "https://a.example/1\n http://b.example/2 https://a.example/1",
            ["https://a.example/1", "http://b.example/2"],
            id="several, each once",
        ),
        pytest.param("see https://a.example/1", [], id="words, too"),
        pytest.param("javascript:alert(1)", [], id="no address"),
        pytest.param(" \n", [], id="nothing"),
    ],
)
def test_links_are_what_is_nothing_but_links(typed: str, urls: list[str]) -> None:
    assert [one.url for one in handed.addresses(typed)] == urls


def test_of_a_message_its_files_are_meant_then_its_links_then_its_text() -> None:
    added, link = file("a.txt", PIER), "https://a.example/1"
    assert handed.of_message(link, link, [added]) == (added,)
    assert handed.of_message("the pier", link, []) == (Address(link),)
    (text,) = handed.of_message(MOON, MOON, [])
    assert isinstance(text, File)
    assert text.get().decode() == MOON
    assert handed.of_message(" ", " ", []) == ()


def test_what_is_too_large_is_told(store: Store) -> None:
    (told,) = load(store, file("a.txt", b"a" * (LARGEST + 1)))
    assert told == "cannot read 'a.txt': it is larger than 20 MB; load it in parts"
