from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database as Connection

from store.articles import read
from store.extraction import extract
from store.model import (
    Article,
    Kind,
    Loaded,
    Polarity,
    Query,
    Relation,
    Span,
    Speaker,
    Statement,
    Via,
)
from store.store import Store
from store.visibility import SHOWN, sure

Add = Callable[..., Loaded]
Said = Callable[..., list[tuple[str | None, str]]]

# One statement to a line, as tests write articles:  Ann Lee, mayor (Harbor Times): The pier stays.
# A speaker that begins with "!" denies, "?" is nobody known, of "~" extraction is just not sure
# enough; a line without ": " is only text.
_NOTE = re.compile(
    r"(?P<unsure>~?)(?P<who>!?[^,(:\n]+)(?:, (?P<role>[^(:\n]+?))?(?: \((?P<via>[^)\n]+)\))?"
    r": (?P<words>[^\n]+)"
)


def noted(article: Article) -> tuple[Statement, ...]:
    return tuple(_statements(article))


def _statements(article: Article) -> Iterator[Statement]:
    for found in _NOTE.finditer(article.text):
        name = found["who"].removeprefix("!").strip()
        yield Statement(
            kind=Kind.INDIRECT,
            content=(Span(*found.span("words")),),
            context=Span(*found.span()),
            speaker=_speaker(name),
            role=found["role"],
            via=(Via(Span(*found.span("via")), Relation.TOLD),) if found["via"] else (),
            polarity=Polarity.DENIES if found["who"].startswith("!") else Polarity.ASSERTS,
            confidence=SHOWN - 0.01 if found["unsure"] else SHOWN,
        )


def _speaker(name: str) -> Speaker | None:
    surname = name.split()[-1]
    return None if name == "?" else Speaker(name, aliases=(surname,) if surname != name else ())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store whose articles are written as notes."""
    with Store(tmp_path / "notes.db", extractor=noted) as opened:
        yield opened


@pytest.fixture
def add(store: Store) -> Add:
    """Load an article of notes: `add(text, scope=…, title=…)`."""

    def add(text: str, *, scope: str = "", by: str = "ed", **fields: Any) -> Loaded:
        return store.load(Article(text, **fields), by=by, scope=scope)

    return add


@pytest.fixture
def db(store: Store, tmp_path: Path) -> Iterator[Connection]:
    """The tables of *store*."""
    with closing(Connection(tmp_path / "notes.db")) as opened:
        yield opened


@pytest.fixture
def said(store: Store) -> Said:
    """Who said what, as far as *scope* finds it by *words*."""

    def said(words: str, scope: str = "") -> list[tuple[str | None, str]]:
        found = store.search(Query(words=words, scope=scope))
        return [
            (one.statement.speaker and one.statement.speaker.name, " ".join(one.words))
            for match in found
            for one in (match, *match.variants)
        ]

    return said


@pytest.fixture(scope="session")
def seed(seeds: Path) -> Article:
    path = seeds / "000_030a085cd1f51292.txt"
    return read(path.name, path.read_bytes())


@pytest.fixture(scope="session")
def seeded(seed: Article, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The seed article, the 17 statements that are shown numbered in order; only for reading."""
    path = tmp_path_factory.mktemp("seed") / "seed.db"
    with Store(path, extractor=lambda article: tuple(filter(sure, extract(article)))) as opened:
        opened.load(seed, by="ed")
        yield opened
