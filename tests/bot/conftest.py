from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.loading import load
from store import fetching
from store.articles import Details, Document
from store.model import Article, Kind, Match, Polarity, Reason, Span, Statement
from store.store import Store

from ..sites import Site, fetcher, serving

Said = Callable[..., Match]


@pytest.fixture(scope="session")
def on_record(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Iterator[Store]:
    """A store with the seed article in it, which no test changes."""
    with Store(tmp_path_factory.mktemp("store") / "onrecord.db") as store:
        for path in sorted(seeds.iterdir()):
            load(store, Document(path.name, path.read_bytes()), Details(), by="test")
        yield store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store, which is that of commands, too."""
    path = tmp_path / "onrecord.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    with Store(path) as opened:
        yield opened


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site on this machine, from which the bot may fetch."""
    allowed = fetcher()
    monkeypatch.setattr(fetching, "shared", lambda: allowed)
    with serving() as found:
        yield found


@pytest.fixture
def said() -> Said:
    """Makes a match whose spans are where some words of a text are."""

    def make(
        text: str,
        *content: str,
        kind: Kind = Kind.DIRECT,
        cue: str = "",
        source: str = "",
        polarity: Polarity = Polarity.ASSERTS,
    ) -> Match:
        spans = tuple(_span(text, words) for words in content)
        statement = Statement(
            kind,
            spans,
            Span(0, len(text)),
            cue=(_span(text, cue),) if cue else (),
            source=(_span(text, source),) if source else (),
            polarity=polarity,
        )
        return Match(1, statement, Article(text), content, 100.0, (Reason.WORDS,))

    return make


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
