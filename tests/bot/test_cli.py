"""The command as a person runs it: real files, a real store, status and both outputs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.loading import RULES_ALONE
from store import fetching
from store.extraction import learned

from ..sites import Reply, fetcher, serving

KIRBY = "“We had no role,” said John Kirby."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine where nothing is set but the store."""
    for name in os.environ:
        if name.startswith(("ONRECORD", "SLACK", "DISCORD")):
            monkeypatch.delenv(name)
    empty = tmp_path / "config.toml"
    empty.touch()
    monkeypatch.setenv("ONRECORD_CONFIG", str(empty))
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "store" / "onrecord.db"))
    return tmp_path


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="onrecord")


def _file(folder: Path, name: str, text: str = KIRBY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_loaded_can_be_asked_for(seeds: Path) -> None:
    assert _run("load", seeds).exit_code == 0
    found = _run("ask", "who", "said", "walk", "back")
    assert found.exit_code == 0
    assert "Joe Biden" in found.stdout
    assert "he will not walk “anything back,”" in found.stdout


def test_loading_again_adds_nothing_and_says_so(seeds: Path) -> None:
    _run("load", seeds)
    again = _run("load", seeds)
    assert again.exit_code == 0
    assert "Nothing was added, and its details stay as they were." in again.stdout


def test_a_load_by_rules_alone_says_so_once_for_all_files(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learned, "WEIGHTS", home / "none.npz")
    loaded = _run("load", _file(home, "a.txt"), _file(home, "b.txt", "It rained."))
    assert (loaded.exit_code, loaded.stderr) == (0, f"onrecord: {RULES_ALONE}\n")
    assert RULES_ALONE not in loaded.stdout


def test_a_load_with_the_weights_says_nothing_of_them(home: Path) -> None:
    assert _run("load", _file(home, "a.txt")).stderr == ""


def test_an_honest_no_is_an_answer() -> None:
    found = _run("ask", "what did Merkel say")
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout.startswith("Nothing is loaded yet")


def test_asking_makes_no_store_where_there_is_none(home: Path) -> None:
    _run("ask", "walk back")
    assert not (home / "store").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ask", "who said it"], "onrecord: Name some words, a speaker or a topic"),
        (["ask", "x" * 501], "onrecord: That is too long to search"),
    ],
    ids=["nothing to look for", "too long"],
)
def test_an_unusable_question_is_one_line_on_stderr(arguments: list[str], told: str) -> None:
    found = _run(*arguments)
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr.startswith(told)
    assert found.stderr.count("\n") == 1


def test_a_long_answer_comes_in_pages(home: Path) -> None:
    said = "\n\n".join(f"“We said number {n},” said John Kirby." for n in range(7))
    _run("load", _file(home, "many.txt", said))
    first, last = (
        _run("ask", "what did Kirby say"),
        _run("ask", "--page", "2", "what did Kirby say"),
    )
    assert first.stdout.endswith("Page 1 of 2; --page 2 shows the next.\n")
    assert last.stdout.endswith("Page 2 of 2.\n")
    assert (first.stdout.count("number"), last.stdout.count("number")) == (5, 2)


def test_one_bad_file_does_not_keep_the_others_out(home: Path) -> None:
    _file(home, "news/a.txt")
    (home / "news/b.xyz").write_bytes(b"\x00\x01\x02")
    _file(home, "news/deep/c.txt", "“It rained,” said Jo Smith.")
    _file(home, "news/.hidden/d.txt", "“Secret,” said Max Moe.")
    loaded = _run("load", home / "news", home / "missing.txt")
    assert loaded.exit_code == 1
    assert len(loaded.stdout.splitlines()) == 2
    bad, missing = loaded.stderr.splitlines()
    assert bad.startswith("onrecord: cannot read 'b.xyz': ")
    assert missing == f"onrecord: cannot read '{home}/missing.txt': no such file or directory"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param(b"nope\xff.txt", "nope[U+DCFF].txt", id="not UTF-8"),
        pytest.param(b"\x1b[2Jnope.txt", "[U+001B][2Jnope.txt", id="escape sequence"),
        pytest.param(b"nope\nseed: loaded.txt", "nope seed: loaded.txt", id="a second line"),
    ],
)
def test_a_file_of_any_name_is_told_of_and_the_next_is_loaded(
    home: Path, name: bytes, shown: str
) -> None:
    loaded = _run("load", home / os.fsdecode(name), _file(home, "good.txt"))
    assert (loaded.exit_code, loaded.exception.__class__) == (1, SystemExit)
    assert loaded.stderr == f"onrecord: cannot read '{home}/{shown}': no such file or directory\n"
    assert loaded.stdout == "good.txt: 1 statement by John Kirby.\n"


def test_a_file_whose_name_is_no_text_is_loaded(home: Path) -> None:
    path = home / os.fsdecode(b"\xff\x1b.txt")
    path.write_text(KIRBY, encoding="utf-8")
    loaded = _run("load", path)
    assert (loaded.exit_code, loaded.stdout) == (0, "??.txt: 1 statement by John Kirby.\n")


def test_a_load_says_what_the_file_does_not(home: Path) -> None:
    told = ["--title", "Strike", "--outlet", "CNN", "--date", "2023-05-04"]
    _run("load", *told, "--url", "https://example.org/strike", _file(home, "a.txt"))
    found = _run("ask", "what did Kirby say").stdout
    assert "  Strike · CNN · 4 May 2023\n  https://example.org/strike\n" in found


def test_a_link_that_is_none_is_refused_once_and_nothing_is_loaded(home: Path) -> None:
    files = [_file(home, "a.txt"), _file(home, "b.txt")]
    loaded = _run("load", "--url", "planet.example", *files)
    assert (loaded.exit_code, loaded.stdout) == (1, "")
    assert loaded.stderr == (
        "onrecord: cannot use the link 'planet.example': it must begin with http:// or https://\n"
    )
    assert _run("ask", "what did Kirby say").stdout.startswith("Nothing is loaded yet")


def test_what_may_not_be_read_costs_a_line_each_and_the_rest_loads(
    home: Path, mortal: tuple[str, ...]
) -> None:
    good, locked = _file(home, "good.txt"), _file(home, "locked.txt")
    inside = _file(home, "news/closed/inside.txt", "“Secret,” said Max Moe.")
    _file(home, "news/open/a.txt", "“It rained,” said Jo Smith.")
    locked.chmod(0)
    inside.parent.chmod(0)
    run = [*mortal, sys.executable, "-c", "from bot.cli import main; main()", "load"]
    try:
        loaded = subprocess.run(  # noqa: S603 -- our own command
            [*run, locked, inside, home / "news", good], capture_output=True, text=True, timeout=20
        )
    finally:
        inside.parent.chmod(0o700)
    assert loaded.returncode == 1
    assert loaded.stderr.splitlines() == [
        f"onrecord: cannot read '{closed}': permission denied"
        for closed in (locked, inside, inside.parent)
    ]
    assert loaded.stdout.splitlines() == [
        "a.txt: 1 statement by Jo Smith.",
        "good.txt: 1 statement by John Kirby.",
    ]


def test_a_name_that_no_file_can_have_is_one_line() -> None:
    loaded = _run("load", "x" * 5000)
    assert (loaded.exit_code, loaded.stdout) == (1, "")
    assert loaded.stderr.endswith("': file name too long\n")


@pytest.mark.parametrize(
    ("verbose", "lines"), [([], 1), (["-v"], 2)], ids=["by itself", "asked for more"]
)
def test_what_a_library_says_of_a_page_is_shown_only_on_demand(
    home: Path, verbose: list[str], lines: int
) -> None:
    page = _file(home, "empty.html", "<html><body></body></html>")
    loading = [sys.executable, "-c", "from bot.cli import main; main()", *verbose, "load", page]
    loaded = subprocess.run(loading, capture_output=True, text=True, timeout=20)  # noqa: S603
    told = loaded.stderr.splitlines()
    assert len(told) == lines
    assert told[-1].startswith("onrecord: cannot read 'empty.html': no article found")


@pytest.mark.parametrize("typed", ["4 May", "2023-02-30", "yesterday", ""])
def test_a_day_that_is_none_is_refused_in_words(home: Path, typed: str) -> None:
    loaded = _run("load", "--date", typed, _file(home, "a.txt"))
    assert (loaded.exit_code, loaded.stdout) == (2, "")
    assert loaded.stderr.endswith(f"'{typed}' is no day: write it as 2023-05-04.\n")


def test_the_help_says_in_words_how_a_day_is_written() -> None:
    assert "%" not in _run("load", "--help").stdout
    assert "as 2023-05-04." in _run("load", "--help").stdout


def test_a_folder_with_nothing_in_it_is_said_to_be_empty(home: Path) -> None:
    (home / "empty").mkdir()
    loaded = _run("load", home / "empty")
    assert loaded.exit_code == 1
    assert loaded.stderr == "onrecord: nothing to load: there is no file in those folders\n"


def test_a_store_that_cannot_be_opened_is_one_line(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_STORE", str(_file(home, "a.txt") / "onrecord.db"))
    found = _run("ask", "walk back")
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr.startswith("onrecord: cannot open or write the store")


def test_a_broken_config_file_is_one_line(home: Path) -> None:
    _file(home, "config.toml", "[slack")
    found = _run("ask", "walk back")
    assert found.exit_code == 1
    assert found.stderr.startswith("onrecord: cannot read the settings in")


def test_run_without_tokens_says_where_to_get_them() -> None:
    found = _run("run")
    assert (found.exit_code, found.stdout) == (2, "")
    for told in ("SLACK_BOT_TOKEN", "docs/slack.md", "DISCORD_TOKEN", "docs/discord.md"):
        assert told in found.stderr


def test_the_version_is_that_of_the_distribution() -> None:
    assert _run("--version").stdout == "onrecord, version 0.1.0\n"


@pytest.mark.parametrize("command", ["ask", "load", "run"])
def test_every_command_has_help(command: str) -> None:
    assert _run(command, "--help").stdout.startswith(f"Usage: onrecord {command}")


def _python(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 -- code of this file
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_asking_imports_no_chat_sdk_and_no_html_reader() -> None:
    asked = _python(
        "import sys; from bot.cli import main\n"
        "try: main(['ask', 'walk back'])\n"
        "except SystemExit: print(*sys.modules)"
    )
    imported = set(asked.communicate()[0].splitlines()[-1].split())
    assert "rapidfuzz" in imported
    assert not imported & {"discord", "slack_bolt", "slack_sdk", "trafilatura", "lxml"}


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)  # no disk is used for it


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
from bot.cli import main
main(["load", *sys.argv[1:]])
"""


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(_pipe, "it is not a file", id="a pipe that nobody writes to"),
        pytest.param(_endless, "it is not a file", id="a device without an end"),
        pytest.param(_huge, "it is larger than 20 MB; load it in parts", id="10 GB"),
    ],
)
def test_what_is_no_article_is_refused_before_it_is_read(
    home: Path, make: Callable[[Path], None], told: str
) -> None:
    odd, good = home / "odd.txt", _file(home, "good.txt")
    make(odd)
    loaded = subprocess.run(  # noqa: S603 -- code of this file
        [sys.executable, "-c", LIMITED, odd, good], capture_output=True, text=True, timeout=20
    )
    assert loaded.returncode == 1
    assert loaded.stderr == f"onrecord: cannot read '{odd}': {told}\n"
    assert loaded.stdout == "good.txt: 1 statement by John Kirby.\n"


# a platform of this test's own, as a new one would be added
PLATFORM = """
import asyncio, sys, types
from bot import cli, running
from store.errors import Misconfigured

async def up(config, store):
    try:
        print("up", flush=True)
        await asyncio.Event().wait()
    finally:
        print("down", flush=True)

async def refused(config, store):
    raise Misconfigured("the token is old: make a new one")

for name, run in (("up", up), ("refused", refused)):
    sys.modules[f"bot.platforms.{name}"] = types.SimpleNamespace(run=run)
running.ready = lambda config: NAMES
cli.main(["run"])
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda n: n.name)
def test_a_signal_ends_the_run_cleanly(number: signal.Signals) -> None:
    running = _python("NAMES = ('up', 'refused')\n" + PLATFORM)
    assert running.stdout is not None
    assert running.stdout.readline() == "up\n"
    time.sleep(0.1)
    running.send_signal(number)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (0, "down\n")
    assert err.endswith("onrecord: refused stopped: the token is old: make a new one\n")


def test_a_run_by_rules_alone_says_so(home: Path) -> None:
    missing = (
        "from store.extraction import learned; from pathlib import Path\n"
        f"learned.WEIGHTS = Path({str(home / 'none.npz')!r})\n"
    )
    running = _python("NAMES = ('refused',)\n" + missing + PLATFORM)
    _, err = running.communicate(timeout=20)
    assert err.splitlines()[1] == f"onrecord: {RULES_ALONE}"


def test_a_run_whose_platforms_all_stopped_fails() -> None:
    running = _python("NAMES = ('refused',)\n" + PLATFORM)
    _, err = running.communicate(timeout=20)
    assert running.returncode == 1
    assert "Traceback" not in err


def test_settings_of_a_workspace_are_changed_and_shown() -> None:
    assert _run("settings", "slack:T0NEWS", "public", "--channel", "C0DESK").exit_code == 0
    shown = _run("settings", "slack:T0NEWS")
    assert shown.stdout.startswith("Channels answered in public: C0DESK. Editors: admins only.")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("settings", "T0NEWS", "public", "--channel", "C0DESK"), id="settings"),
        pytest.param(("settings", ""), id="settings of nobody"),
        pytest.param(("loads", "slack:"), id="loads"),
        pytest.param(("feed", "add", "https://a.example", "--scope", "discord:desk"), id="feed"),
    ],
)
def test_a_scope_that_there_cannot_be_is_refused(arguments: tuple[str, ...]) -> None:
    refused = _run(*arguments)
    assert refused.exit_code == 2
    assert "is no workspace or server: write slack:T012AB3CD" in refused.stderr


def test_a_setting_that_there_is_not_is_one_line_on_stderr() -> None:
    refused = _run("settings", "slack:T0NEWS", "timezone", "Mars/Olympus")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith("onrecord: There is no time zone “Mars/Olympus”")


def test_files_and_addresses_are_loaded_side_by_side(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as site:
        allowed = fetcher()
        monkeypatch.setattr(fetching, "shared", lambda: allowed)
        site.pages["/a.txt"] = Reply("“It rained,” said Jo Smith.".encode(), kind="text/plain")
        loaded = _run("load", f"{site.url}/a.txt", _file(home, "b.txt"), f"{site.url}/gone")
    assert loaded.exit_code == 1
    assert loaded.stdout.splitlines() == [
        "a.txt: 1 statement by Jo Smith.",
        "b.txt: 1 statement by John Kirby.",
    ]
    assert loaded.stderr == (
        f"onrecord: cannot fetch '{site.url}/gone': it is not there (404); check the address\n"
    )
    assert f"  {site.url}/a.txt\n" in _run("ask", "who said it rained").stdout


def test_an_address_on_this_machine_is_not_fetched() -> None:
    loaded = _run("load", "http://127.0.0.1/")
    assert (loaded.exit_code, loaded.stdout) == (1, "")
    assert loaded.stderr == (
        "onrecord: cannot fetch 'http://127.0.0.1/': it is no public address of the web\n"
    )
