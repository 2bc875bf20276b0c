"""Outputs that fail, end early or lack characters: the work is done, and no traceback shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from bot.loading import load
from store.articles import Details, Document
from store.store import Store

SAID = "“We café number {},” said Jo Smith."
ASK = ("ask", "what did Jo Smith say")
_FULL = Path("/dev/full")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A machine where nothing is set but a store with one article in it."""
    store, settings = tmp_path / "onrecord.db", tmp_path / "config.toml"
    settings.touch()
    with Store(store) as opened:
        load(opened, Document("a.txt", SAID.format(0).encode()), Details(), by="test")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"ONRECORD_STORE": str(store), "ONRECORD_CONFIG": str(settings)}


def _run(
    environ: dict[str, str],
    *arguments: str | Path,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int | IO[bytes] = subprocess.PIPE,
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from bot.cli import main; main()", *arguments]
    return subprocess.run(  # noqa: S603 -- our own command
        command, env=environ, stdout=stdout, stderr=stderr, timeout=30
    )


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in (1, 2, 3)]
    for number, path in enumerate(paths, start=1):
        path.write_text(SAID.format(number), encoding="utf-8")
    return paths


def _held(environ: dict[str, str]) -> int:
    with Store(Path(environ["ONRECORD_STORE"])) as store:
        return store.holdings().articles


ASCII = rb"\u201cWe caf\xe9 number 0,\u201d"


@pytest.mark.parametrize(
    ("setting", "shown"),
    [
        pytest.param({"PYTHONIOENCODING": "ascii"}, ASCII, id="ascii"),
        pytest.param(
            {"PYTHONIOENCODING": "latin-1"}, b"\\u201cWe caf\xe9 number 0,\\u201d", id="latin-1"
        ),
        pytest.param(
            {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, ASCII, id="POSIX"
        ),
    ],
)
def test_characters_that_an_output_lacks_are_spelt_in_codes_and_that_is_said(
    environ: dict[str, str], setting: dict[str, str], shown: bytes
) -> None:
    asked = _run(environ | setting, *ASK)
    assert asked.returncode == 0
    assert shown in asked.stdout
    assert asked.stderr.startswith(b"onrecord: this output cannot show every character")
    assert asked.stderr.count(b"\n") == 1


def test_an_output_that_shows_everything_is_not_spoken_of(environ: dict[str, str]) -> None:
    asked = _run(environ | {"PYTHONIOENCODING": "utf-8"}, *ASK)
    assert "“We café number 0,”" in asked.stdout.decode()
    assert asked.stderr == b""


@pytest.mark.skipif(not _FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [ASK, ("--help",)], ids=["ask", "help"])
def test_a_full_disk_is_told_in_one_line(
    environ: dict[str, str], arguments: tuple[str, ...]
) -> None:
    with _FULL.open("wb") as full:
        asked = _run(environ, *arguments, stdout=full)
    assert asked.returncode == 1
    assert asked.stderr == b"onrecord: cannot write the output: no space left on device\n"


@pytest.mark.skipif(not _FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_below_the_output_keeps_no_article_out(
    environ: dict[str, str], articles: list[Path]
) -> None:
    with _FULL.open("wb") as full:
        loaded = _run(environ, "load", *articles, stdout=full)
        unheard = _run(environ, "load", "missing.txt", *articles, stdout=full, stderr=full)
    assert (loaded.returncode, unheard.returncode) == (1, 1)
    assert loaded.stderr == b"onrecord: cannot write the output: no space left on device\n"
    assert _held(environ) == 4


@pytest.mark.parametrize("command", ["ask", "load"])
def test_a_reader_who_leaves_early_is_no_error(
    environ: dict[str, str], articles: list[Path], command: str
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        done = _run(environ, *(ASK if command == "ask" else ("load", *articles)), stdout=pipe)
    assert (done.returncode, done.stderr) == (0, b"")
    assert _held(environ) == (1 if command == "ask" else 4)


@pytest.mark.parametrize(("columns", "widest"), [("0", 80), ("40", 40), ("1", 20)])
def test_an_answer_is_as_wide_as_the_terminal_but_never_nothing(
    environ: dict[str, str], columns: str, widest: int
) -> None:
    lines = _run(environ | {"COLUMNS": columns}, *ASK).stdout.decode().splitlines()
    assert lines[0].startswith("One")
    assert max(map(len, lines)) <= widest
