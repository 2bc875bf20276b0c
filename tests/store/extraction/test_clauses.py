"""Whose words are whose where a sentence has several clauses with subjects of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., list[dict[str, Any]]]

# id: (text, words of what is told: who says it)
CLAUSES: dict[str, tuple[str, dict[str, str]]] = {
    "while another, saying": (
        "“We were slow,” said captain Ines Ferro, while coach Bruno Wald blamed the referee, "
        "saying: “He gave them two goals.”",
        {"He gave them": "Bruno Wald"},
    ),
    "but another, adding": (
        "“We were slow,” said Ines Ferro, but Bruno Wald praised the crew, adding: “They "
        "rowed like gods.”",
        {"They rowed": "Bruno Wald"},
    ),
    "as another, saying, indirect": (
        "Ines Ferro said the race was lost, as Bruno Wald blamed the weather, saying the "
        "wind had turned.",
        {"the race was lost": "Ines Ferro", "the wind had turned": "Bruno Wald"},
    ),
    "and another, saying": (
        "Ines Ferro praised the crew and Bruno Wald blamed the umpire, saying: “He never looked.”",
        {"He never looked": "Bruno Wald"},
    ),
    "one subject, saying": (
        "Ines Ferro said the race was lost and blamed Bruno Wald, saying: “He never looked.”",
        {"He never looked": "Ines Ferro"},
    ),
    "whom another called": (
        "Otto Lind, whom Ada Moll called “a coward”, said the dam would hold.",
        {"a coward": "Ada Moll", "the dam would hold": "Otto Lind"},
    ),
    "gapped": (
        "Otto Lind said the dam would hold; Ada Moll, that it would not.",
        {"the dam would hold": "Otto Lind", "it would not": "Ada Moll"},
    ),
    "gapped, of three": (
        "Otto Lind says taxes will fall; Ada Moll, that they will rise; Ivo Kerr, that "
        "nobody knows.",
        {"taxes will fall": "Otto Lind", "they will rise": "Ada Moll", "nobody knows": "Ivo Kerr"},
    ),
    "gapped, with and": (
        "Otto Lind said the dam would hold, and Ada Moll that it would not.",
        {"it would not": "Ada Moll"},
    ),
}


@pytest.mark.parametrize(("text", "due"), CLAUSES.values(), ids=CLAUSES)
def test_own_clause(text: str, due: dict[str, str], told: Told) -> None:
    rows = told(text)
    said = {words: [r["speaker"] for r in rows if words in " ".join(r["content"])] for words in due}
    assert said == {words: [who] for words, who in due.items()}
