"""`onrecord load` of many articles as a person runs it: real processes, real signals."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from bot.cli.many import STOPPED
from store.store import Store

LOAD = (sys.executable, "-c", "from bot.cli import main; main()", "load")
# what a shell runs in the background ignores Ctrl-C, and so would all that the tests run there
HEARD = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
INTERRUPTIBLE = (sys.executable, "-c", f"{HEARD}; from bot.cli import main; main()", "load")
COUNT = 30
ROOM = 64 * 1024  # bytes of a file
LONG = 120  # sentences: read for a while


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """So many articles, the first of which take longest."""
    place = tmp_path / "news"
    place.mkdir()
    for number in range(COUNT):
        text = f"“The pier costs {number} million,” said Ana Ruiz.\n\n" * (
            LONG if number < 4 else 1
        )
        (place / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    (tmp_path / "config.toml").touch()
    kept = {name: told for name, told in os.environ.items() if not name.startswith("ONRECORD")}
    places = {"ONRECORD_STORE": tmp_path / "s.db", "ONRECORD_CONFIG": tmp_path / "config.toml"}
    return kept | {name: str(path) for name, path in places.items()}


def _load(environment: Mapping[str, str], *typed: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 -- our own command
        [*LOAD, *map(str, typed)], env=environment, capture_output=True, text=True, check=False
    )


def _reported(report: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]


def _held(environment: Mapping[str, str]) -> int:
    with Store(Path(environment["ONRECORD_STORE"])) as store:
        return store.holdings().articles


def _workers(process: int) -> Iterator[int]:
    """The processes that *process* has read articles."""
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text().split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                yield int(child)


def test_of_many_the_first_are_told_of_and_all_are_counted(
    folder: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    (folder / "empty.txt").touch()
    loaded = _load(environment, folder)
    *lines, summary, reason = loaded.stdout.splitlines()
    assert loaded.returncode == 1
    assert len(lines) == 20
    assert summary.startswith("31 articles: 30 loaded, 1 failed. ")
    assert reason == "  1 × it is empty"
    (report,) = tmp_path.glob("s-failed-*.jsonl")
    assert loaded.stderr == f"onrecord: what failed, and why, stands in {report}\n"
    assert _reported(report) == [
        {
            "name": "empty.txt",
            "outcome": "failed",
            "reason": "cannot read 'empty.txt': it is empty",
            "statements": None,
        }
    ]


def test_of_few_each_is_told_and_no_file_is_made(
    folder: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    (folder / "empty.txt").touch()
    loaded = _load(environment, folder / "empty.txt")
    assert loaded.stderr == "onrecord: cannot read 'empty.txt': it is empty\n"
    assert not list(tmp_path.glob("*.jsonl"))


def test_a_report_that_is_asked_for_tells_of_each(
    folder: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "report.jsonl"
    loaded = _load(environment, "-q", "--report", report, folder)
    assert (loaded.returncode, loaded.stdout, loaded.stderr) == (0, "", "")
    assert [one["name"] for one in _reported(report)] == [f"{n:02}.txt" for n in range(COUNT)]
    assert {one["outcome"] for one in _reported(report)} == {"loaded"}
    assert _reported(report)[-1]["statements"] == 1
    _load(environment, "--report", report, folder)
    assert {one["outcome"] for one in _reported(report)} == {"unchanged"}


def test_a_report_that_cannot_be_written_is_told_before_anything_is_loaded(
    folder: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "gone" / "report.jsonl"
    loaded = _load(environment, "--report", report, folder)
    assert loaded.returncode == 1
    assert loaded.stderr == (
        f"onrecord: cannot write the report {report}: no such file or directory;"
        " name another file\n"
    )
    assert _held(environment) == 0


def test_a_report_that_its_disk_has_no_room_for_ends_it_in_a_sentence(
    folder: Path, environment: Mapping[str, str]
) -> None:
    loaded = _load(environment, "-q", "--report", "/dev/full", folder)
    assert loaded.returncode == 1
    assert loaded.stderr == (
        "onrecord: cannot write the report /dev/full: no space left on device; name another file\n"
    )


def test_where_the_store_has_no_room_it_is_told_what_became_of_those_before(
    folder: Path, environment: Mapping[str, str]
) -> None:
    _load(environment, folder)
    last = "".join(f"“The pier costs {n} million,” said Ana Ruiz.\n\n" for n in range(LONG))
    (folder / "last.txt").write_text(last, encoding="utf-8")
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({ROOM}, {ROOM}))"
    loaded = subprocess.run(  # noqa: S603 -- our own command
        [sys.executable, "-c", f"{limited}; from bot.cli import main; main()", "load", str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    *lines, summary = loaded.stdout.splitlines()
    assert loaded.returncode == 1
    assert len(lines) == 20
    assert summary == f"{COUNT} articles: {COUNT} unchanged."
    assert loaded.stderr.startswith("onrecord: cannot open or write the store ")
    assert loaded.stderr.count("\n") == 1


@pytest.mark.parametrize("option", ["--url", "--title"])
def test_several_articles_are_not_made_one(
    folder: Path, environment: Mapping[str, str], option: str
) -> None:
    loaded = _load(environment, folder, option, "https://planet.example/a")
    assert loaded.returncode == 1
    assert loaded.stderr == (
        f"onrecord: several articles cannot have one {option[2:]}: load them one by one,"
        f" or leave out {option}\n"
    )
    assert _held(environment) == 0


def test_ctrl_c_ends_it_and_the_same_command_goes_on(
    folder: Path, environment: Mapping[str, str]
) -> None:
    loading = subprocess.Popen(  # noqa: S603 -- our own command
        [*INTERRUPTIBLE, str(folder)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert loading.stdout is not None
    loading.stdout.readline()
    workers = list(_workers(loading.pid))
    os.killpg(loading.pid, signal.SIGINT)  # as a terminal does
    _, told = loading.communicate()
    assert (loading.returncode, told) == (130, f"onrecord: {STOPPED}\n")
    assert workers
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
    assert 0 < _held(environment) < COUNT
    assert _load(environment, folder).returncode == 0
    assert _held(environment) == COUNT


def test_processes_that_are_killed_cost_what_they_read(
    folder: Path, environment: Mapping[str, str], tmp_path: Path
) -> None:
    report = tmp_path / "report.jsonl"
    command = [*LOAD, "-q", "--report", str(report), str(folder)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as loading:  # noqa: S603
        while not (workers := list(_workers(loading.pid))) and loading.poll() is None:
            time.sleep(0.01)
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
    failed = [one for one in _reported(report) if one["outcome"] == "failed"]
    assert loading.returncode == 1
    assert len(_reported(report)) == COUNT
    assert len(failed) == len(workers)
    assert all("ended (SIGKILL)" in str(one["reason"]) for one in failed)
    assert _held(environment) == COUNT - len(workers)
    assert _load(environment, folder).returncode == 0
    assert _held(environment) == COUNT


def test_on_a_terminal_it_tells_how_far_it_is(folder: Path, environment: Mapping[str, str]) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603 -- our own command
        [*LOAD, str(folder)],
        env={**environment, "TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = b"".join(_read_all(ours)).decode()
    os.close(ours)
    assert "articles, " in shown
    assert " a second" in shown
    assert "29.txt" in shown


def _read_all(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # whoever wrote to it is gone
            return
        if not piece:
            return
        yield piece
