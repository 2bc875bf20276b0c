"""What is named in a shell: which articles stand behind it, in which order, and what is told."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest

from bot.inputs import Address, Item, items, size
from store.articles import LARGEST, Document
from store.errors import UnreadableArticle


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.html", "below/c.txt", "below/deeper/d.txt", ".hidden/e.txt", ".f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"It rained on {name}.", encoding="utf-8")
    return tmp_path


def _names(*typed: str) -> list[str]:
    return [item.name for item in items(typed)]


def _errors(*typed: str) -> list[str]:
    return [str(item.found) for item in items(typed) if isinstance(item.found, UnreadableArticle)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (["b.txt"], ["b.txt"]),
        (["b.txt", "a.html"], ["b.txt", "a.html"]),
        (["."], ["a.html", "b.txt", "c.txt", "d.txt"]),
        (["below", "b.txt"], ["c.txt", "d.txt", "b.txt"]),
        (["*.txt"], ["b.txt"]),
        (["b*"], ["b.txt", "c.txt", "d.txt"]),
        (["**/*.txt"], ["b.txt", "c.txt", "d.txt"]),
        (["b.txt", "b.txt"], ["b.txt", "b.txt"]),
        ([".f.txt"], [".f.txt"]),
    ],
    ids=lambda one: " ".join(one),
)
def test_files_folders_and_patterns(typed: list[str], names: list[str]) -> None:
    assert _names(*typed) == names


def test_a_file_with_a_pattern_for_a_name_is_that_file(folder: Path) -> None:
    (folder / "[ab].txt").write_text("It rained.", encoding="utf-8")
    assert _names("[ab].txt") == ["[ab].txt"]


def test_an_address_is_none_of_the_files() -> None:
    (item,) = items(["https://planet.example/a?token=1"])
    assert item.found == Address("https://planet.example/a?token=1")
    assert "token" not in item.name


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("gone.txt", "cannot read 'gone.txt': no such file or directory"),
        ("gone*.txt", "cannot read 'gone*.txt': no such file or directory"),
        ("/dev/zero", "cannot read '/dev/zero': it is not a file"),
        ("loop", "cannot read 'loop': too many levels of symbolic links"),
    ],
)
def test_what_cannot_be_opened_is_told_in_its_place(folder: Path, typed: str, told: str) -> None:
    (folder / "loop").symlink_to("loop")
    assert _errors("b.txt", typed, "b.txt") == [told]
    assert len(_names("b.txt", typed, "b.txt")) == 3


def test_a_link_back_to_its_own_folder_is_not_followed(folder: Path) -> None:
    (folder / "below" / "again").symlink_to(folder, target_is_directory=True)
    assert _names(".") == ["a.html", "b.txt", "c.txt", "d.txt"]


def test_a_folder_that_may_not_be_read_costs_itself_alone(folder: Path) -> None:
    (folder / "below").chmod(0)
    try:
        if os.access(folder / "below", os.R_OK):
            pytest.skip("whoever runs this may read anything")
        assert _errors(".") == [f"cannot read '{Path('below')}': permission denied"]
        assert _names(".") == ["a.html", "b.txt", ""]
    finally:
        (folder / "below").chmod(0o700)


def test_a_name_that_is_no_text_is_a_name(folder: Path) -> None:
    Path(os.fsdecode(b"\xff\xfe.txt")).write_text("It rained.", encoding="utf-8")
    (item,) = items([os.fsdecode(b"\xff\xfe.txt")])
    assert isinstance(item.found, Document)


def test_a_dump_is_each_of_its_rows(folder: Path) -> None:
    rows = '{"body": "It rained."}\n{"body": "It snowed."}\n'
    (folder / "dump.jsonl").write_text(rows, encoding="utf-8")
    assert _names("dump.jsonl", "b.txt") == ["dump.jsonl, line 1", "dump.jsonl, line 2", "b.txt"]


def test_the_columns_of_a_dump_can_be_told(folder: Path) -> None:
    (folder / "dump.csv").write_text("leib,kopf\nIt rained.,Rain\n", encoding="utf-8")
    (item,) = items(["dump.csv"], {"text": "leib", "title": "kopf"})
    assert isinstance(item.found, Document)
    assert (item.found.data, item.found.beside.title) == (b"It rained.", "Rain")
    (unknown,) = items(["dump.csv"], {"leib": "text"})
    assert "an article has no 'leib'" in str(unknown.found)


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"It rained.", ["piped"]),
        (b'{"body": "a"}\n{"body": "b"}\n', ["piped, line 1", "piped, line 2"]),
    ],
    ids=["an article", "a dump"],
)
def test_what_is_piped_in(monkeypatch: pytest.MonkeyPatch, data: bytes, names: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert _names("-", "b.txt") == [*names, "b.txt"]


def test_what_is_piped_in_and_finds_no_room_costs_itself_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"It rained.")))
    full = partial(Path("/dev/full").open, "w+b")
    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    piped, after = items(["-", "b.txt"])
    assert after.name == "b.txt"
    assert str(piped.found) == (
        "cannot keep what is piped in: no space left on device;"
        " TMPDIR can name a folder with room for it"
    )


def test_one_article_that_is_piped_in_and_too_large_costs_itself_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * (LARGEST + 100_000))))
    first, second = items(["-", "b.txt"])
    assert isinstance(first.found, UnreadableArticle)
    assert second.name == "b.txt"


@pytest.mark.parametrize("typed", ["ftp://planet.example/a", "www.planet.example/a"])
def test_what_is_meant_as_an_address_is_not_taken_for_a_file(typed: str) -> None:
    told = f"cannot load '{typed}': an address begins with http:// or https://"
    assert _errors(typed) == [told]


def test_nothing_is_not_the_folder_that_one_is_in() -> None:
    assert _errors("") == ["cannot read '': name a file, a folder or an address"]


def test_a_file_of_one_article_is_not_read_where_it_is_too_large(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(10 * 1024**3)  # no disk is used for it
    (told,) = _errors("huge.txt")
    assert told == "cannot read 'huge.txt': it is larger than 20 MB; load it in parts"


def test_how_far_it_is_ends_at_the_size_of_all() -> None:
    behind = [item.behind for item in items(["."])]
    assert behind == sorted(behind)
    assert behind[-1] == size(["."])


def test_what_is_named_last_is_not_opened_before_its_turn(folder: Path) -> None:
    reading = items(["b.txt", "late.txt"])
    assert isinstance(next(reading), Item)
    (folder / "late.txt").write_text("It rained.", encoding="utf-8")
    assert isinstance(next(reading).found, Document)
