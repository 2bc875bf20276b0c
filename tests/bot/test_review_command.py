"""`onrecord review`: open reports listed, and settled for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from store.model import Article, Query
from store.store import Store

HERE = "slack:T1"
TEXT = "“We had no role,” said John Kirby.\n\n“The pier stays,” said Ana Ruiz."


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    path = tmp_path / "onrecord.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("COLUMNS", "200")
    with Store(path) as opened:
        opened.load(Article(TEXT, title="News"), by="ed")
        yield opened


@pytest.fixture
def reported(store: Store) -> int:
    return report(store, "no role")


def report(store: Store, words: str, why: str = "The \x1b[31mrecording <b> says so.") -> int:
    (found,) = store.search(Query(words=words))
    return store.corrections.report(
        found.id, instead="Ana Ruiz", why=why, by="slack:U1", scope=HERE
    )


def review(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["review", *map(str, arguments)], prog_name="onrecord")


def who(store: Store, words: str = "no role") -> list[str]:
    found = store.search(Query(words=words))
    return [one.statement.speaker.name for one in found if one.statement.speaker]


def test_nothing_to_review_is_said(store: Store) -> None:
    assert "No report of a wrong speaker waits" in review().stdout


def test_open_reports_are_listed_with_card_and_words(reported: int) -> None:
    listed = review()
    assert listed.exit_code == 0
    for told in (
        f"Report {reported}, ",
        "By slack:U1.",
        "Given to John Kirby; the report says: Ana Ruiz said it.",
        "Why: The [U+001B][31mrecording <b> says so.",
        "a ruling of yours holds for all",
        "“We had no role,”",
    ):
        assert told in listed.stdout


@pytest.mark.parametrize(
    ("options", "told", "left"),
    [
        pytest.param(
            ("--reassign", "Ana Ruiz"), "the speaker is now Ana Ruiz", ["Ana Ruiz"], id="reassign"
        ),
        pytest.param(("--not-a-statement",), "it is no statement", [], id="not a statement"),
        pytest.param(("--reject",), "the speaker is as before", ["John Kirby"], id="reject"),
    ],
)
def test_a_report_is_settled(
    store: Store, reported: int, options: tuple[str, ...], told: str, left: list[str]
) -> None:
    settled = review(reported, *options, "--because", "I heard it.")
    assert settled.exit_code == 0
    assert told in settled.stdout
    assert who(store) == left
    assert "No report" in review().stdout
    log = review(reported).stdout
    assert "for the shell: " in log
    assert "Because: I heard it." in log


def test_what_was_ruled_can_be_taken_back(store: Store, reported: int) -> None:
    review(reported, "--not-a-statement")
    assert "shown no more" in review(reported).stdout
    assert review(reported, "--reject").exit_code == 0
    assert who(store) == ["John Kirby"]


def test_a_ruling_is_undone(store: Store, reported: int) -> None:
    review(reported, "--reassign", "Bo Lim")
    undone = review(reported, "--undo", "--because", "A slip.")
    assert undone.exit_code == 0
    assert "the ruling on it is undone, and it waits again" in undone.stdout
    assert who(store) == ["John Kirby"]
    listed = review().stdout
    assert f"Report {reported}, " in listed
    assert "undone. Because: A slip." in " ".join(listed.split())


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(("--reject",), id="no report"),
        pytest.param((1, "--reject", "--reassign", "Ana Ruiz"), id="two ways"),
        pytest.param((99, "--reject"), id="a report that is not there"),
        pytest.param((1, "--reassign", ""), id="nobody"),
        pytest.param(("one",), id="no number"),
        pytest.param((1, "--undo"), id="nothing to undo"),
    ],
)
def test_what_cannot_be_settled_is_said(
    store: Store, reported: int, options: tuple[object, ...]
) -> None:
    refused = review(*options)
    assert refused.exit_code != 0
    assert refused.stderr
    assert "Traceback" not in refused.stderr
    assert who(store) == ["John Kirby"]


def test_a_card_says_that_its_speaker_was_corrected(store: Store, reported: int) -> None:
    review(reported, "--reassign", "Bo Lim")
    asked = CliRunner().invoke(main, ["ask", "who said we had no role"], prog_name="onrecord")
    assert "Speaker corrected by an editor on " in asked.stdout
    assert "Read before as John Kirby: speaker named in the sentence." in asked.stdout


@pytest.mark.parametrize("number", [2, 10**30])
def test_a_report_that_there_is_not_is_one_line(reported: int, number: int) -> None:
    refused = review(number)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"onrecord: There is no report {number} here.\n"
