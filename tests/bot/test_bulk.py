"""Many articles: what becomes of each, and that the store is what one process alone would make."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.bulk import End, Result, load
from bot.inputs import Address, Item, items
from store import fetching
from store.articles import Details, Linked, read
from store.model import Came, Query
from store.store import Store

from ..sites import Reply, fetcher, serving

PEOPLE = ("Ana Ruiz", "Bo Lund", "Cy Wu", "Di Marsh", "Ed Poe", "Flo Rey")
NOTHING = Details()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six articles, each with somebody of its own."""
    place = tmp_path / "news"
    place.mkdir()
    for number, person in enumerate(PEOPLE):
        text = f"“The pier costs {number + 2} million,” said {person}."
        (place / f"{number}.txt").write_text(text, encoding="utf-8")
    return place


def _load(store: Store, *paths: Path, told: Details = NOTHING, scope: str = "") -> list[Result]:
    return list(load(store, items(map(str, paths)), told, by="ed", scope=scope))


def _ends(results: Sequence[Result]) -> list[End]:
    return [result.end for result in results]


def _rows(store: Store, table: str, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(store.path)) as raw:
        return raw.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()  # noqa: S608


def test_all_are_loaded_in_their_order(store: Store, folder: Path) -> None:
    results = _load(store, folder)
    assert _ends(results) == [End.LOADED] * 6
    assert [one.loaded.statements[0].speaker.name for one in results] == list(PEOPLE)
    assert [file for (file,) in _rows(store, "article", "file")] == [f"{n}.txt" for n in range(6)]
    assert len(store.search(Query(speaker="Flo Rey"))) == 1


def test_the_store_is_what_one_process_alone_makes(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    _load(store, folder)
    with Store(tmp_path / "alone.db") as alone:
        for path in sorted(folder.iterdir()):
            alone.load(read(path.name, path.read_bytes()), by="ed")
        for table, columns in (
            ("statement", "id, article, kind, speaker, evidence, confidence"),
            ("speaker", "*"),
            ("term", "*"),
            ("posting", "*"),
            ("load_log", "id, by, scope, name, outcome, article, reason"),
        ):
            assert _rows(store, table, columns) == _rows(alone, table, columns)


def test_what_was_loaded_from_the_same_is_not_read_again(store: Store, folder: Path) -> None:
    _load(store, folder)
    before = _rows(store, "load_log", "id")
    again = _load(store, folder)
    assert _ends(again) == [End.UNCHANGED] * 6
    assert not any(one.loaded for one in again)
    assert _rows(store, "load_log", "id") == before


def test_what_changed_is_read_again(store: Store, folder: Path) -> None:
    _load(store, folder)
    (folder / "3.txt").write_text("“It sank,” said Gus Hale.", encoding="utf-8")
    ends = _ends(_load(store, folder))
    assert ends == [End.UNCHANGED] * 3 + [End.LOADED] + [End.UNCHANGED] * 2


def test_a_later_version_is_an_update(store: Store, folder: Path) -> None:
    told = Details(url="https://planet.example/pier")
    paths = sorted(folder.iterdir())[:3]
    ends = _ends(_load(store, *paths, told=told))
    assert ends == [End.LOADED, End.UPDATED, End.UPDATED]
    assert _ends(_load(store, *paths, told=told)) == [End.UNCHANGED] * 3


def test_what_is_told_otherwise_is_read_again(store: Store, folder: Path) -> None:
    _load(store, folder)
    again = _load(store, folder, told=Details(outlet="Planet"))
    assert all(one.loaded for one in again)


def test_each_scope_loads_its_own(store: Store, folder: Path) -> None:
    _load(store, folder, scope="slack:T1")
    assert _ends(_load(store, folder, scope="slack:T2")) == [End.LOADED] * 6
    assert store.holdings("slack:T1").articles == 6
    assert store.holdings().articles == 0


def test_the_same_twice_is_stored_once(store: Store, folder: Path) -> None:
    ends = _ends(_load(store, folder, folder))
    assert ends == [End.LOADED] * 6 + [End.UNCHANGED] * 6
    assert len(_rows(store, "load_log", "id")) == 6


def test_what_cannot_be_read_costs_itself_and_is_noted_once(store: Store, folder: Path) -> None:
    (folder / "2.txt").write_bytes(b"")
    for _ in range(2):
        failed = _load(store, folder)[2]
        assert (failed.end, str(failed.error)) == (
            End.FAILED,
            "cannot read '2.txt': it is empty",
        )
    noted = [name for name, did in _rows(store, "load_log", "name, outcome") if did == "failed"]
    assert noted == ["2.txt"]
    assert store.holdings().articles == 5


@pytest.mark.parametrize("padding", [0, 300_000], ids=["small", "large"])
def test_of_a_few_each_is_read_whether_it_was_loaded_or_not(
    store: Store, tmp_path: Path, padding: int
) -> None:
    page = tmp_path / "page.html"
    said = f"<p>“The pier costs two million,” said Ana Ruiz.</p><!--{'x' * padding}-->"
    page.write_text(f"<html><body><article>{said}</article></body></html>", encoding="utf-8")
    (first,), (again,) = _load(store, page), _load(store, page)
    assert first.loaded.statements[0].speaker.name == "Ana Ruiz"
    assert (again.end, again.loaded.came) == (End.UNCHANGED, Came.KNOWN)


def test_what_is_linked_is_fetched_but_once_a_day(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as site:
        allowed = fetcher()
        monkeypatch.setattr(fetching, "shared", lambda: allowed)
        for number, person in enumerate(PEOPLE):
            text = f"“We fetched {number} nets,” said {person}."
            site.pages[f"/{number}"] = Reply(text.encode(), kind="text/plain")
        linked = [Item("", Linked(f"{site.url}/{n}", Details(outlet="Planet"))) for n in range(6)]
        gone = Item("gone", Linked(f"{site.url}/gone"))
        first = list(load(store, [*linked, gone], Details(), by="ed"))
        again = list(load(store, [*linked, gone], Details(), by="ed"))
        typed = [Item("", Address(f"{site.url}/{number}")) for number in range(3)]
        list(load(store, typed, Details(), by="ed"))
    assert _ends(first) == [End.LOADED] * 6 + [End.FAILED]
    assert {one.loaded.article.outlet for one in first[:6]} == {"Planet"}
    assert _ends(again) == [End.UNCHANGED] * 6 + [End.FAILED]
    counts = [site.paths.count(f"/{number}") for number in range(6)]
    assert counts == [2, 2, 2, 1, 1, 1]  # who types an address wants what is there now


def test_more_than_are_read_ahead_come_in_their_order(store: Store, folder: Path) -> None:
    rows = (f'{{"body": "It rained on day {number}."}}\n' for number in range(90))
    (folder / "dump.jsonl").write_text("".join(rows), encoding="utf-8")
    results = _load(store, folder / "dump.jsonl")
    assert [one.item.name for one in results] == [f"dump.jsonl, line {n + 1}" for n in range(90)]
    texts = [text for (text,) in _rows(store, "article", "text")]
    assert texts == [f"It rained on day {number}." for number in range(90)]


def test_outlets_have_the_admin_s_names_in_every_process(tmp_path: Path) -> None:
    news = tmp_path / "news.csv"
    rows = (
        f'https://harbor.example/{number},harbor,"“It stays for {number} years,” said {person}."'
        for number, person in enumerate(PEOPLE)
    )
    news.write_text("\n".join(("url,outlet,text", *rows)), encoding="utf-8")
    names = {"harbor.example": "The Harbor Times"}
    with Store(tmp_path / "named.db", outlet_names=names) as store:
        assert _ends(_load(store, news)) == [End.LOADED] * len(PEOPLE)
        assert len(store.search(Query(outlet="Harbor Times"))) == len(PEOPLE)
