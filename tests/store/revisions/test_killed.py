"""A load of versions that is killed leaves one whole version in sight, and the index as it is."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database as Connection

from store.model import Holdings
from store.store import Store
from tests.store.conftest import noted
from tests.store.revisions.test_always import check_made_anew

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
        loading = subprocess.Popen(  # noqa: S603 -- our own interpreter and script
            [sys.executable, "-c", _LOADS, str(path)], stdout=subprocess.PIPE
        )
        assert loading.stdout is not None
        assert loading.stdout.readline() == b"ready\n"
        for _ in range(chance.randrange(2, 12)):
            began = time.monotonic()
            assert loading.stdout.readline() == b"loaded\n"
        time.sleep(chance.uniform(0, time.monotonic() - began))  # somewhere within the next
        loading.send_signal(signal.SIGKILL)
        loading.wait()
        loading.stdout.close()
        with Store(path, extractor=noted) as store, closing(Connection(path)) as db:
            for scope in ("", "slack:T1"):
                assert store.holdings(scope) == Holdings(1, 12)
            check_made_anew(db)
