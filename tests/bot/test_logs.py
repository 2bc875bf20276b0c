from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot import logs
from store.store import Store

from ..sites import Reply, serving

PROJECT = Path(__file__).resolve().parents[2]
SNOWFLAKE_TOKEN = "MTA4NzYxMjM0NTY3ODkwMTIzNA.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param(f"token {SNOWFLAKE_TOKEN}", "token [redacted]", id="Discord's bot token"),
        pytest.param("/webhooks/12/aW50/x", "/webhooks/[redacted]/x", id="interaction's answer"),
        pytest.param("/interactions/1/aW50/callback", "/interactions/[redacted]/callback",
                     id="interaction's first answer"),
        pytest.param("asked in 1.2.3 by store.search.known", None, id="nothing secret"),
    ],
)  # fmt: skip
def test_what_is_secret_is_replaced(line: str, left: str | None) -> None:
    assert logs.redacted(line) == (left or line)


def script(out: str) -> str:
    return f"import logging, sys; from bot import logs; logs.configure(sys.{out}, logging.INFO); "


def test_a_line_is_json_where_nobody_watches() -> None:
    code = script("stdout") + "logging.getLogger('a.b').warning('%s', 'xoxb-1-abc مرحبا')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)  # noqa: S603
    told = json.loads(run.stdout)
    assert (told["event"], told["level"], told["logger"]) == ("[redacted] مرحبا", "warning", "a.b")


def test_a_line_is_read_on_a_terminal() -> None:
    reader, writer = pty.openpty()
    code = script("stderr") + "logging.getLogger('a.b').warning('it rains')"
    subprocess.run([sys.executable, "-c", code], stderr=writer, check=True)  # noqa: S603
    os.close(writer)
    line = os.read(reader, 10_000).decode()
    os.close(reader)
    assert "it rains" in line
    assert "{" not in line


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A store that has lost a table."""
    path = tmp_path / "onrecord.db"
    Store(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE article RENAME TO lost")
    return path


def test_what_fails_in_the_shell_is_one_sentence_with_a_reference(broken: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from bot.cli import main; main()",
        "ask",
        "absolutely ridiculous",
    ]
    env = {**os.environ, "ONRECORD_STORE": str(broken)}
    run = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    *logged, told = run.stderr.splitlines()
    assert run.returncode == 1
    assert told.startswith("onrecord: Something went wrong here; the reference is ")
    reference = told.rstrip(".").rsplit(" ", 1)[1]
    assert f"reference {reference}: OperationalError" in logged[0]
    assert "no such table" in logged[-1]


@pytest.mark.parametrize("configured", ["logs.configure(sys.stderr, logging.INFO)", "pass"])
def test_a_site_whose_headers_are_wrong_brings_no_address_and_no_traceback_into_the_log(
    tmp_path: Path, configured: str
) -> None:
    """As the bot that runs logs, and as the shell does."""
    with serving() as site:
        wrong = {"X-Said": "one\r\nno header at all\r\n two"}
        said = "“It rained,” said Jo Smith.".encode()
        site.pages["/a?key=s3cret"] = Reply(said, headers=wrong, kind="text/plain")
        code = (
            f"import sys, logging; sys.path.insert(0, {str(PROJECT)!r})\n"
            "from bot import logs; from bot.cli import main; from store import fetching\n"
            "from tests.sites import fetcher; allowed = fetcher()\n"
            f"fetching.shared = lambda: allowed\n{configured}\n"
            f"main(['load', '{site.url}/a?key=s3cret'])"
        )
        env = {**os.environ, "ONRECORD_STORE": str(tmp_path / "onrecord.db")}
        run = subprocess.run(  # noqa: S603 -- code of this file
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
        )
    assert (run.returncode, run.stderr) == (0, "")
    assert "1 statement by Jo Smith" in run.stdout
