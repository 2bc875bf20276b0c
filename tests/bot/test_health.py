from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from store.model import Article
from store.store import Store


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "onrecord.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    return path


def health() -> Result:
    return CliRunner().invoke(main, ["health"])


def test_a_store_that_answers_is_healthy(path: Path) -> None:
    Store(path).close()
    found = health()
    assert (found.exit_code, found.stdout) == (0, "The store answers: 0 statements, 0 articles.\n")


def test_one_article_is_no_articles(path: Path) -> None:
    with Store(path) as store:
        store.load(Article("Ana Ruiz, the mayor, said the pier would stay."), by="ed")
    assert health().stdout == "The store answers: 1 statement, 1 article.\n"


def test_a_store_that_is_not_there_is_not_made(path: Path) -> None:
    found = health()
    assert found.exit_code == 1
    assert found.stderr.startswith("onrecord: there is no store ")
    assert not path.exists()


def test_a_store_that_is_damaged_is_not_healthy(path: Path) -> None:
    path.write_bytes(b"no database at all" * 1000)
    found = health()
    assert found.exit_code == 1
    assert "it is damaged" in found.stderr
    assert len(found.stderr.splitlines()) == 1
