"""What the tests of extraction ask of a text, with words in place of spans."""

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
Speakers = Callable[[str], list[str | None]]

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


def _marked(sentence: str) -> tuple[str, list[Quotation]]:
    """The text without its marks, and the quotations; one that has a part ends before the next."""
    text = ""
    found: list[dict[str, tuple[Span, ...]]] = [{}]
    for piece in re.split(r"(?=[\[{<\]}>])", sentence):
        part = _OPENING.get(piece[:1])
        if part:
            start = len(text)
            if part in found[-1] and len(found[-1]) > 1:
                found.append({})
            span = Span(start, start + len(piece) - 1)
            found[-1][part] = (*found[-1].get(part, ()), span)
        text += piece.lstrip("[{<]}>")
    parts = ("content", "cue", "source")
    return text, [Quotation(*(one.get(part, ()) for part in parts)) for one in found]


@pytest.fixture(scope="session")
def reported() -> Reported:
    """What is found around the one quotation that is marked in a sentence, whoever tags it."""

    def reported(sentence: str) -> dict[str, Any]:
        text, quotations = _marked(sentence)
        (statement,) = extract(Article(text), lambda _: quotations)
        return _row(statement, text)

    return reported


@pytest.fixture(scope="session")
def speakers() -> Speakers:
    """Who says each of the quotations that are marked in a text, whoever tags them."""

    def speakers(marked: str) -> list[str | None]:
        text, quotations = _marked(marked)
        found = extract(Article(text), lambda _: quotations)
        return [one.speaker and one.speaker.name for one in found]

    return speakers
