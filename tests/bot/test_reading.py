"""Articles that take their process with them: what chat is told, and what comes after."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from bot.loading import load
from store.articles import Details, Document
from store.errors import UnreadableArticle
from store.store import Store

SAID = "“The pier costs nine million,” said Ana Ruiz.\n\n"
LONG = Document("long.txt", (SAID * 2000).encode())  # is read for longer than it lives


def _readers() -> Iterator[int]:
    for task in Path("/proc/self/task").glob("*/children"):
        for child in task.read_text().split():
            with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                    yield int(child)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells of processes")
def test_an_article_that_ends_its_process_is_told_of_and_the_next_is_read(tmp_path: Path) -> None:
    with Store(tmp_path / "s.db") as store, ThreadPoolExecutor(1) as pool:
        loading = pool.submit(load, store, LONG, Details(), by="ed", scope="slack:T1")
        while not loading.done():
            for reader in _readers():
                with suppress(ProcessLookupError):
                    os.kill(reader, signal.SIGKILL)
        with pytest.raises(UnreadableArticle, match=r"'long\.txt': .* ended \(SIGKILL\)"):
            loading.result()
        assert store.holdings(scope="slack:T1").articles == 0
        (failed,) = store.lately.failed("slack:T1")
        assert "SIGKILL" in str(failed.reason)
        assert load(store, Document("a.txt", SAID.encode()), Details(), by="ed").new
