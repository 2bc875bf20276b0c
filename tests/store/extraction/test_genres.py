"""Our own labelled articles: what training and the benchmarks take from them must be exact."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

GENRES = Path(__file__).parent / "genres"
ROWS = [
    json.loads(line)
    for file in sorted(GENRES.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]
LABELLED = [
    (row, role, start, end)
    for row in ROWS
    for one in row["statements"]
    for role in ("content", "cue", "speaker")
    for start, end in one[role]
]
INSIDE_A_WORD = re.compile(r"(?<=\w)(?=\w)")


def test_every_article_has_an_id_of_its_own() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_spans_begin_and_end_with_what_was_written() -> None:
    parts = [(row["id"], row["text"][start:end]) for row, _, start, end in LABELLED]
    assert [(name, part) for name, part in parts if not part or part != part.strip()] == []


def test_spans_cut_no_word() -> None:
    assert [
        (row["id"], row["text"][start:end])
        for row, _, start, end in LABELLED
        if INSIDE_A_WORD.match(row["text"], start) or INSIDE_A_WORD.match(row["text"], end)
    ] == []


def test_no_words_are_in_two_statements() -> None:
    said = sorted(
        (row["id"], start, end) for row, role, start, end in LABELLED if role == "content"
    )
    assert [
        (one, another)
        for one, another in pairwise(said)
        if one[0] == another[0] and another[1] < one[2]
    ] == []


def test_every_statement_is_speech_or_not() -> None:
    assert {one["class"] for row in ROWS for one in row["statements"]} == {"speech", "other"}


@pytest.mark.parametrize("genre", sorted({row["genre"] for row in ROWS}))
def test_what_is_trained_on_is_also_counted(genre: str) -> None:
    assert {row["split"] for row in ROWS if row["genre"] == genre} == {"train", "test"}


def test_no_paragraph_is_both_trained_on_and_counted() -> None:
    trained, counted = (
        {part for row in ROWS if row["split"] == split for part in row["text"].split("\n\n")}
        for split in ("train", "test")
    )
    assert trained & counted == set()
