"""What is kept of a dictionary in WordNet's form."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.thesaurus import thesaurus

FILES = {
    "data.noun": "  1 a licence\n00000001 03 n 02 rag-time 0 New_York 0 000 | music  \n",
    "data.verb": (
        "00000001 30 v 02 buy 0 purchase 0 001 ! 00000002 v 0101 | get  \n"
        "00000002 30 v 01 sell 0 001 ! 00000001 v 0101 | give  \n"
        "00000003 30 v 01 buy 1 000 | believe  \n"
    ),
    "data.adj": "00000001 00 a 02 dear(p) 0 costly 0 000 | not cheap  \n",
    "data.adv": "",
    "noun.exc": "",
    "verb.exc": "bought buy\nwell-fed feed\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "latin-1")
    return tmp_path


def test_words_of_one_piece_with_what_means_the_same_and_the_opposite(folder: Path) -> None:
    assert thesaurus(folder) == {
        "words": "buy costly dear purchase ragtime sell",
        "senses": {"buy": [0], "purchase": [0], "sell": [1], "dear": [2], "costly": [2]},
        "opposites": {0: [1], 1: [0]},
        "forms": {"bought": "buy"},
    }
