"""The seed article: 17 statements, every hard case among them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from store.extraction import extract
from store.model import Article, Evidence, Kind, Polarity, Statement
from store.visibility import sure

NAME = "000_030a085cd1f51292.txt"

# first words of the content | speaker | kind | evidence | polarity
TABLE = """
the U.S. was behind     | Russian officials    | indirect | named        | asserts
Moscow knows that       | Dmitry Peskov        | direct   | named        | asserts
Attempts to deny        | Dmitry Peskov        | direct   | carried over | asserts
American involvement    | Figures representing the White House | indirect | named | denies
Obviously it’s          | John Kirby           | direct   | named        | denies
The United States has   | John Kirby           | direct   | carried over | denies
Attempts to disown      | Dmitry Peskov        | direct   | named        | asserts
We know very well       | Dmitry Peskov        | direct   | carried over | asserts
the U.S. does not back  | John Kirby           | indirect | surname      | asserts
Putin “cannot           | Joe Biden            | mixed    | pronoun      | asserts
him as a “butcher”      | Joe Biden            | mixed    | pronoun      | asserts
he will not walk        | Joe Biden            | mixed    | surname      | asserts
he was simply           | Joe Biden            | mixed    | surname      | asserts
the Kremlin was struck  | Russia               | indirect | named        | asserts
he took no part         | Volodymyr Zelensky   | indirect | named        | denies
We are not attacking    | Volodymyr Zelensky   | direct   | pronoun      | asserts
We are fighting         | Volodymyr Zelensky   | direct   | pronoun      | asserts
"""
ROWS = [tuple(cell.strip() for cell in row.split("|")) for row in TABLE.strip().splitlines()]

# where the gold names no person, the words as written stand for the speaker
AS_WRITTEN = {
    "s01": "Russian officials",
    "s04": "Figures representing the White House",
    "s14": "Russia",
}


@pytest.fixture(scope="module")
def text(seeds: Path) -> str:
    return (seeds / NAME).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def statements(text: str) -> tuple[Statement, ...]:
    return tuple(filter(sure, extract(Article(text))))


def test_there_are_as_many_statements_as_in_the_table(statements: tuple[Statement, ...]) -> None:
    assert len(statements) == len(ROWS)


@pytest.mark.parametrize(("number", "row"), list(enumerate(ROWS)), ids=[row[0] for row in ROWS])
def test_statement(
    number: int, row: tuple[str, ...], text: str, statements: tuple[Statement, ...]
) -> None:
    opening, name, kind, evidence, polarity = row
    statement = statements[number]
    assert statement.content[0].of(text).startswith(opening)
    assert statement.speaker is not None
    assert statement.speaker.name == name
    assert (statement.kind, statement.evidence) == (Kind(kind), Evidence(evidence))
    assert statement.polarity is Polarity(polarity)


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((shared / "seed" / "seed_gold.json").read_text("utf-8"))
    return gold


@pytest.mark.parametrize("number", range(17), ids=[f"s{n:02}" for n in range(1, 18)])
def test_statement_is_the_gold_one(
    number: int, text: str, statements: tuple[Statement, ...], gold: dict[str, Any]
) -> None:
    expected = [s for s in gold["statements"] if s["core"]][number]
    assert _told(statements[number], text) == _due(expected)


def _told(statement: Statement, text: str) -> dict[str, Any]:
    return {
        "kind": statement.kind.value,
        "content": [[span.start, span.end] for span in statement.content],
        "source": statement.source[0].of(text) if statement.source else None,
        "cue": statement.cue[0].of(text) if statement.cue else None,
        "speaker": statement.speaker and statement.speaker.name,
        "role": statement.role,
        "via": statement.via[0].name.of(text) if statement.via else None,
        "hedges": [span.of(text) for span in statement.hedges],
        "denies": statement.polarity is Polarity.DENIES,
        "addressee": statement.addressee and statement.addressee.of(text),
    }


def _due(gold: dict[str, Any]) -> dict[str, Any]:
    as_written = AS_WRITTEN.get(gold["id"])
    role = None if as_written or gold["role"] is None else gold["role"].split(" (from")[0]
    return {
        "kind": gold["kind"],
        "content": [[span["start"], span["end"]] for span in gold["content"]],
        "source": _text(gold["speaker_as_written"]),
        "cue": _text(gold["cue"]),
        "speaker": as_written or gold["speaker_resolved"],
        "role": role,
        "via": _text(gold["reported_via"]),
        "hedges": [hedge["text"] for hedge in gold["hedge"]],
        "denies": gold["polarity"] == "denies",
        "addressee": _text(gold["addressee"]),
    }


def _text(span: dict[str, Any] | None) -> str | None:
    return span and span["text"]


@pytest.mark.parametrize("number", range(5), ids=["n1", "n2", "n3", "n4", "n5"])
def test_non_statement_is_none(
    number: int, statements: tuple[Statement, ...], gold: dict[str, Any]
) -> None:
    span = gold["not_statements"][number]["span"]
    contents = [span for statement in statements for span in statement.content]
    alone = [one for one in contents if span["start"] <= one.start and one.end <= span["end"]]
    assert not alone
