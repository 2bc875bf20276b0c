"""A load of versions that is killed leaves one whole version in sight, and the index as it is."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database as Connection

from store.model import Holdings
from store.store import Store
from tests.store.conftest import noted
from tests.store.corrections.test_always import check_made_anew
from tests.store.killing import load_and_kill

_LOADS = """
import sys
from pathlib import Path
from store.model import Article
from store.store import Store
from tests.store.conftest import noted

with Store(Path(sys.argv[1]), extractor=noted) as store:
    print("ready", flush=True)
    for number in range(100_000):
        said = "\\n\\n".join(f"Ana Ruiz: Plank {n} is {number + n}." for n in range(12))
        scope = ("", "slack:T1")[number % 3 == 0]
        store.load(Article(said, url="https://harbor.example/1"), by="ed", scope=scope)
        print("loaded", flush=True)
"""


def test_a_killed_load_of_versions_leaves_one_of_them_whole(tmp_path: Path) -> None:
    path, chance = tmp_path / "store.db", random.Random(7)  # noqa: S311 -- when to kill
    for _ in range(3):
        load_and_kill(_LOADS, str(path), chance=chance, least=2)
        with Store(path, extractor=noted) as store, closing(Connection(path)) as db:
            for scope in ("", "slack:T1"):
                assert store.holdings(scope) == Holdings(1, 12)
            check_made_anew(db)
