"""`onrecord check` as a person runs it: a file or what is piped in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

QUOTED = "“We are attacking Putin or Moscow,” Zelensky said."
TOLD = "ALTERED: We are [-not-] attacking Putin or Moscow"


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seeds: Path) -> Path:
    """A machine where only the seed article is loaded."""
    for name in os.environ:
        if name.startswith("ONRECORD"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "onrecord.db"))
    assert _run("load", str(seeds)).exit_code == 0
    return tmp_path


def _run(*arguments: str, piped: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=piped, prog_name="onrecord")


def test_a_file_is_checked(loaded: Path) -> None:
    draft = loaded / "draft.txt"
    draft.write_text(QUOTED, encoding="utf-8")
    done = _run("check", str(draft))
    assert (done.exit_code, done.stderr) == (0, "")
    assert TOLD in done.stdout


def test_a_page_is_checked_without_its_tags(loaded: Path) -> None:
    draft = loaded / "draft.html"
    page = f"<html><body><article><h1>Draft</h1><p>{QUOTED}</p></article></body></html>"
    draft.write_text(page, encoding="utf-8")
    assert TOLD in _run("check", str(draft)).stdout


def test_what_is_piped_in_is_checked() -> None:
    assert TOLD in _run("check", "-", piped=QUOTED).stdout


def test_a_draft_is_not_loaded(loaded: Path) -> None:
    _run("check", "-", piped="“Bananas are blue and made of cheese,” said Ada Birch.")
    assert "17 statements" in _run("ask", "who said bananas are blue").stdout


@pytest.mark.parametrize(
    ("arguments", "piped", "told"),
    [
        (("check", "-"), "", "cannot read 'standard input': it is empty"),
        (("check", "missing.txt"), None, "cannot read 'missing.txt': no such file or directory"),
        (("check", "-"), "a" * 40_000, "check it in parts"),
    ],
    ids=["nothing", "no file", "too long"],
)
def test_what_cannot_be_checked_is_one_line(
    arguments: tuple[str, ...], piped: str | None, told: str
) -> None:
    done = _run(*arguments, piped=piped)
    assert (done.exit_code, done.stdout) == (1, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
