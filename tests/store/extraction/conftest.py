from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from store.extraction import extract
from store.model import Article, Statement

Told = Callable[..., list[dict[str, Any]]]


def _rows(text: str, published: date | None) -> Iterator[dict[str, Any]]:
    for statement in extract(Article(text, published=published)):
        yield _row(statement, text)


def _row(statement: Statement, text: str) -> dict[str, Any]:
    return {
        "kind": statement.kind.value,
        "content": [span.of(text) for span in statement.content],
        "cue": [span.of(text) for span in statement.cue],
        "source": [span.of(text) for span in statement.source],
        "speaker": statement.speaker and statement.speaker.name,
        "speaker kind": statement.speaker and statement.speaker.kind.value,
        "role": statement.role,
        "evidence": statement.evidence.value,
        "via": [(via.name.of(text), via.relation.value) for via in statement.via],
        "hedges": [span.of(text) for span in statement.hedges],
        "polarity": statement.polarity.value,
        "addressee": statement.addressee and statement.addressee.of(text),
        "said on": statement.said_on,
    }


@pytest.fixture(scope="session")
def told() -> Told:
    """What the statements of a text (published when?) say, with words in place of spans."""
    return lambda text, published=None: list(_rows(text, published))
