"""Articles on record as the shell withdraws them, shows what is known of them, and sets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

URL = "https://harbor.example/pier"
TEXT = "“The pier stays,” said Ana Ruiz.\n"


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store with one article."""
    (tmp_path / "config.toml").touch()
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "onrecord.db"))
    article = tmp_path / "pier.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert run("load", str(article), "--title", "Pier news", "--url", URL).exit_code == 0


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="onrecord")


def found() -> bool:
    return "Ana Ruiz" in run("ask", "who said the pier stays").stdout


def test_an_article_is_withdrawn_and_put_back() -> None:
    told = run("withdraw", URL, "--because", "A hoax.")
    assert told.stdout == (
        "Pier news: withdrawn. Nothing of it is shown any more; --undo puts it back.\n"
    )
    assert not found()
    assert run("withdraw", "Pier news", "--undo").stdout == "Pier news: on record again.\n"
    assert found()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["withdraw", URL], "Say why it is withdrawn: the log keeps it.", id="why"),
        pytest.param(
            ["withdraw", "Bridge", "--because", "x"],
            "There is no article 'Bridge' here: give its whole title, its address or its number.",
            id="none such",
        ),
        pytest.param(
            ["withdraw", URL, "--undo"],
            f"There is no withdrawn article '{URL}' here:"
            " give its whole title, its address or its number.",
            id="not withdrawn",
        ),
        pytest.param(
            ["details", "99"],
            "There is no article '99' here: give its whole title, its address or its number.",
            id="no such number",
        ),
        pytest.param(["details", URL, "--undo"], "There is no change of its details to undo."),
        pytest.param(
            ["details", URL, "--url", "pier"],
            "cannot use the link 'pier': it must begin with http:// or https://",
            id="no link",
        ),
    ],
)
def test_what_cannot_be_done_says_what_to_do(arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (1, f"onrecord: {told}\n")


@pytest.mark.parametrize("command", [("details",), ("withdraw", "--because", "x")])
def test_what_was_withdrawn_is_said_to_be(command: tuple[str, ...]) -> None:
    run("withdraw", URL, "--because", "A hoax.")
    told = f"The article '{URL}' was withdrawn: onrecord withdraw --undo puts it back."
    assert run(*command, URL).stderr == f"onrecord: {told}\n"


def test_details_are_set_shown_with_who_did_so_and_undone() -> None:
    set_ = run("details", "1", "--outlet", "Harbor Times", "--date", "2026-05-04", "--because", "x")
    assert set_.stdout == "Pier news: outlet, day changed.\n"
    shown = run("details", URL).stdout.splitlines()
    assert shown[:6] == [
        "number: 1",
        "title: Pier news",
        "outlet: Harbor Times",
        "byline: not known",
        f"address: {URL}",
        "day: 2026-05-04",
    ]
    assert re.fullmatch(
        r"\d+ \w+ \d{4}, \w+: outlet changed from not known to “Harbor Times”: x", shown[-2]
    )
    assert run("details", "1", "--undo").stdout == "Pier news: outlet, day as before.\n"
    assert "outlet: not known" in run("details", "1").stdout


def test_what_was_known_is_told_to_be_no_change() -> None:
    told = run("details", "1", "--title", "Pier news").stdout
    assert told == "Pier news: nothing changed, that is what was known.\n"


def test_a_detail_is_made_unknown() -> None:
    assert run("details", "1", "--url", "").stdout == "Pier news: address changed.\n"
    assert "address: not known" in run("details", "1").stdout


def test_to_set_and_to_undo_at_once_is_refused() -> None:
    assert run("details", "1", "--title", "x", "--undo").exit_code == 2
