from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from store.extraction import extract
from store.model import Article, Quotation, Span, Statement
from store.visibility import sure

Told = Callable[..., list[dict[str, Any]]]
Reported = Callable[[str], dict[str, Any]]

# A sentence with its quotation marked:  “[It is safe,]” <Ada Birch> {told} reporters.
_OPENING = {"[": "content", "{": "cue", "<": "source"}


def _rows(text: str, published: date | None) -> Iterator[dict[str, Any]]:
    for statement in filter(sure, extract(Article(text, published=published))):
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


def _marked(sentence: str) -> tuple[str, Quotation]:
    """The sentence without its marks, and the quotation that these are around."""
    text = ""
    spans: dict[str, list[Span]] = {part: [] for part in _OPENING.values()}
    for piece in re.split(r"(?=[\[{<\]}>])", sentence):
        if piece[:1] in _OPENING:
            start = len(text)
            spans[_OPENING[piece[0]]].append(Span(start, start + len(piece) - 1))
        text += piece.lstrip("[{<]}>")
    content, cue, source = (tuple(spans[part]) for part in ("content", "cue", "source"))
    return text, Quotation(content, cue, source)


@pytest.fixture(scope="session")
def reported() -> Reported:
    """What is found around the one quotation that is marked in a sentence, whoever tags it."""

    def reported(sentence: str) -> dict[str, Any]:
        text, quotation = _marked(sentence)
        (statement,) = extract(Article(text), lambda _: [quotation])
        return _row(statement, text)

    return reported
