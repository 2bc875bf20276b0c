"""The file: opening it, many at once, and what is left when a load is killed."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database as Connection

from store.errors import StoreUnavailable
from store.migrations import STEPS
from store.migrations.statements import m002_search, m003_words_by_scope
from store.model import Article, Holdings, Loaded, Query
from store.store import Store
from tests.store.killing import load_and_kill

Add = Callable[..., Loaded]


def test_folders_are_made_and_the_file_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "store.db"
    with Store(path) as store:
        store.load(Article("Ana said: “One.”"), by="ed")
        for made in path.parent.iterdir():
            assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_a_store_is_opened_again_as_it_was_left(tmp_path: Path, seed: Article) -> None:
    path = tmp_path / "store.db"
    with Store(path) as store:
        store.load(seed, by="ed")
        before = store.holdings()
    with Store(path) as store:
        assert store.holdings() == before


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("this is no database, whatever its name says" * 100)


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    raw.close()


def _newer(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('onrecord', 'm999_from_the_future', '')"
        )
    raw.close()


@pytest.mark.parametrize(
    ("made", "told"),
    [
        pytest.param(_folder, "it is a folder; name a file in it", id="folder"),
        pytest.param(_text, "it is not an onrecord store, or it is damaged", id="text"),
        pytest.param(_foreign, "another program's database; name another file", id="foreign"),
        pytest.param(_newer, "a newer onrecord made it; update onrecord", id="newer"),
    ],
)
def test_what_is_no_store_is_refused(
    tmp_path: Path, made: Callable[[Path], None], told: str
) -> None:
    path = tmp_path / "store.db"
    made(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreUnavailable, match=told) as caught:
        Store(path)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("place", ["/dev/null/store.db", "/proc/onrecord/store.db"])
def test_a_place_that_cannot_be_written_is_refused(place: str) -> None:
    with pytest.raises(StoreUnavailable, match=f"cannot open or write the store {place}: "):
        Store(Path(place))


def test_a_store_that_only_others_may_write_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store(path).close()
    path.chmod(0o400)
    if os.access(path, os.W_OK):
        pytest.skip("the superuser may write anything")
    with pytest.raises(StoreUnavailable, match="permission denied"):
        Store(path)


_ASKS = """
import sys
from pathlib import Path
from store.errors import StoreUnavailable
from store.model import Article, Query
from store.store import Store

try:
    with Store.to_read(Path(sys.argv[1])) as store:
        print(len(store.search(Query(words="pier"))))
        store.load(Article("Ana said: “No.”"), by="ed")
except StoreUnavailable as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        pytest.param(0o400, 0o700, id="the file"),
        pytest.param(0o600, 0o500, id="its folder"),
        pytest.param(0o400, 0o500, id="both"),
    ],
)
@pytest.mark.parametrize("loading", [False, True], ids=["alone", "beside a loader"])
def test_what_may_only_be_read_can_still_be_asked(
    tmp_path: Path,
    mortal: tuple[str, ...],
    file: int,
    folder: int,
    loading: bool,  # noqa: FBT001
) -> None:
    path = tmp_path / "lent" / "a store # 100%.db"
    loader = Store(path)
    loader.load(Article("“The pier stays,” Ana Ruiz said."), by="ed")
    if not loading:
        loader.close()
    path.chmod(file)
    path.parent.chmod(folder)
    try:
        run = [*mortal, sys.executable, "-c", _ASKS, str(path)]
        asked = subprocess.run(run, capture_output=True, text=True, check=True)  # noqa: S603
    finally:
        path.parent.chmod(0o700)
        loader.close()
    assert asked.stdout.startswith("1\n")


def test_what_may_only_be_read_is_not_loaded_into(tmp_path: Path, mortal: tuple[str, ...]) -> None:
    path = tmp_path / "store.db"
    Store(path).close()
    path.chmod(0o400)
    run = [*mortal, sys.executable, "-c", _ASKS, str(path)]
    asked = subprocess.run(run, capture_output=True, text=True, check=True)  # noqa: S603
    assert asked.stdout == (
        f"0\ncannot open or write the store {path}: attempt to write a file that may only be read;"
        " ONRECORD_STORE can name another file\n"
    )


def test_what_may_not_be_read_says_what_to_do(tmp_path: Path, mortal: tuple[str, ...]) -> None:
    path = tmp_path / "store.db"
    Store(path).close()
    path.chmod(0)
    run = [*mortal, sys.executable, "-c", _ASKS, str(path)]
    asked = subprocess.run(run, capture_output=True, text=True, check=True)  # noqa: S603
    assert asked.stdout == (
        f"cannot open or write the store {path}: permission denied;"
        " ONRECORD_STORE can name another file\n"
    )


def test_a_store_that_is_not_there_is_empty_to_a_reader_and_not_made(tmp_path: Path) -> None:
    with Store.to_read(tmp_path / "store.db") as store:
        assert store.holdings().articles == 0
        assert store.search(Query(words="pier")) == ()
    assert list(tmp_path.iterdir()) == []


def test_every_step_is_numbered_in_order() -> None:
    numbers = [int(step.__name__[1:4]) for step in STEPS]
    assert numbers == list(range(1, len(STEPS) + 1))


def test_a_store_of_before_is_found_in_as_it_was_loaded(tmp_path: Path) -> None:
    path, article = tmp_path / "store.db", Article("“The harbour stays,” said Ana Ruiz.")
    with Store(path) as store:
        store.load(article, by="ed", scope="slack:T1")
    with closing(Connection(path)) as raw:
        for table in ("term", "posting", "slip", "bearer", "held"):
            raw.execute(f"DROP TABLE {table}")
        for index in ("article_of_digest", "article_of_day"):
            raw.execute(f"DROP INDEX {index}")
        m002_search(raw)
        m003_words_by_scope(raw)
        raw.execute("DELETE FROM _sqlite_migrations WHERE name BETWEEN 'm006' AND 'm009'")
        raw.conn.commit()
    with Store(path) as store:
        assert len(store.search(Query(words="harbuor", speaker="Ruiz", scope="slack:T1"))) == 1
        assert not store.search(Query(words="harbuor", scope="slack:T2"))
        assert store.holdings("slack:T1") == Holdings(1, 1)
        assert store.speakers("rui", scope="slack:T1") == ("Ana Ruiz",)


def test_statements_of_before_are_sure_and_of_no_day(tmp_path: Path) -> None:
    path, article = tmp_path / "store.db", Article("“The harbour stays,” said Ana Ruiz.")
    with Store(path) as store:
        before = store.load(article, by="ed")
    with sqlite3.connect(path) as raw:
        raw.execute("ALTER TABLE statement DROP COLUMN said_on")
        raw.execute("ALTER TABLE statement DROP COLUMN confidence")
        raw.execute("DELETE FROM _sqlite_migrations WHERE name = 'm004_day_and_confidence'")
    raw.close()
    with Store(path) as store:
        after = store.load(article, by="ed").statements
        assert [one.content for one in after] == [one.content for one in before.statements]
        (found,) = store.search(Query(words="harbour"))
        assert (found.statement.confidence, found.statement.said_on) == (1.0, None)


def test_a_new_file_opened_by_many_at_once_is_made_once(tmp_path: Path) -> None:
    def opened(_: int) -> int:
        with Store(tmp_path / "store.db") as store:
            return store.holdings().articles

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(opened, range(8))) == [0] * 8


def test_a_question_does_not_wait_for_a_load(store: Store, add: Add, tmp_path: Path) -> None:
    add("Ana Ruiz: The pier stays.")
    loading = sqlite3.connect(tmp_path / "notes.db")
    loading.execute("BEGIN IMMEDIATE")
    loading.execute("DELETE FROM posting")
    try:
        started = time.monotonic()
        assert len(store.search(Query(words="pier"))) == 1
        assert time.monotonic() - started < 1
    finally:
        loading.rollback()
        loading.close()


def test_a_load_waits_for_another(store: Store, add: Add, tmp_path: Path) -> None:
    add("Ana Ruiz: One.")
    loading = sqlite3.connect(tmp_path / "notes.db", check_same_thread=False)
    loading.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, loading.rollback)
    release.start()
    assert add("Ana Ruiz: Two.").new
    release.join()
    loading.close()


def test_the_same_article_loaded_by_many_at_once_is_one(store: Store, add: Add) -> None:
    with ThreadPoolExecutor(16) as pool:
        loads = list(pool.map(lambda n: add("Ana Ruiz: The pier stays.", by=str(n)), range(32)))
    assert sum(load.new for load in loads) == 1
    assert len({load.by for load in loads}) == 1
    assert (store.holdings().articles, store.holdings().statements) == (1, 1)


def test_many_ask_while_one_loads(store: Store, add: Add) -> None:
    add("Ana Ruiz: The pier stays.")
    done = threading.Event()

    def ask(_: int) -> int:
        asked = 0
        while not done.is_set() or not asked:
            found = store.search(Query(speaker="Ruiz", words="pier"))
            assert found[-1].words[0] in found[-1].article.text
            asked += 1
        return asked

    with ThreadPoolExecutor(16) as pool:
        asking = [pool.submit(ask, n) for n in range(16)]
        for number in range(30):
            add(f"Ana Ruiz: The pier has {number} planks.")
        done.set()
        assert all(asked.result() for asked in asking)
    assert store.holdings().articles == 31


def test_the_connections_of_finished_threads_are_closed(store: Store, tmp_path: Path) -> None:
    def files() -> int:
        opened = (fd for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink())
        return sum(fd.readlink() == tmp_path / "notes.db" for fd in opened)

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("needs /proc to count open files")
    for _ in range(20):
        thread = threading.Thread(target=store.holdings)
        thread.start()
        thread.join()
    assert files() < 5


_LOADS = """
import sys
from functools import partial
from pathlib import Path
from store.extraction import extract, rules
from store.model import Article
from store.store import Store

by_rules = partial(extract, tagger=rules.tag)  # quick, so that many are written before the end
with Store(Path(sys.argv[1]), extractor=by_rules) as store:
    print("ready", flush=True)
    for number in range(10_000):
        title = f"number {number} of round {sys.argv[2]}"
        said = "\\n\\n".join(f"“Plank {n}, {title},” said Ana Ruiz." for n in range(20))
        store.load(Article(said), by="ed")
        print("loaded", flush=True)
"""


def test_a_killed_load_leaves_all_of_an_article_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    chance = random.Random(7)  # noqa: S311 -- when to kill is no secret
    for attempt in range(4):
        load_and_kill(_LOADS, str(path), str(attempt), chance=chance)
    with Store(path) as store:
        held = store.holdings()
        assert held.articles
        assert held.statements == 20 * held.articles
        assert len(store.search(Query(words="number"), limit=5)) == 5
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("SELECT statements FROM held").fetchone() == (held.statements,)
    raw.close()
