"""Adds statements to a corpus that are then asked for as people retell or misremember them.

    python benchmarks/retold.py CORPUS.tsv FOLDER

The pairs in retold.jsonl are our own fiction. FOLDER gets a corpus of the same name with what was
said in it added at its end, `retold.jsonl` with what is asked for it, and `unanswered.jsonl` with
the same questions for a corpus that has none of it, so that nothing answers them.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PAIRS = Path(__file__).with_suffix(".jsonl")
FIRST = 20_000_000  # the number of the first statement, above those of any corpus
_GIVEN = ("Ann", "Carla", "Dev", "Farid", "Ines", "Jon", "Kofi")
_SURNAMES = ("Aldana", "Brightwell", "Corvane", "Dunmoor", "Eskeland", "Hestrup")


def main() -> None:
    """Write the corpus and both lists of questions."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, help="statements, one a line")
    parser.add_argument("folder", type=Path, help="where to write")
    arguments = parser.parse_args()
    pairs = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    arguments.folder.mkdir(parents=True, exist_ok=True)
    copied = shutil.copyfile(arguments.corpus, arguments.folder / arguments.corpus.name)
    with copied.open("a", encoding="utf-8") as corpus:
        corpus.writelines(statements(pairs))
    for name, answered in (("retold", True), ("unanswered", False)):
        lines = (f"{json.dumps(one)}\n" for one in questions(pairs, answered=answered))
        (arguments.folder / f"{name}.jsonl").write_text("".join(lines), "utf-8")


def statements(pairs: Sequence[dict[str, str]]) -> Iterator[str]:
    """What was said, in lines as search.py reads them; each by somebody, in twenties."""
    for at, pair in enumerate(pairs):
        name = f"{_GIVEN[at % len(_GIVEN)]} {_SURNAMES[at % len(_SURNAMES)]}"
        source = f"outlet{at}.example\thttps://example.org/{at // 20}\t2021-03-{at % 9 + 1:02}"
        yield f"{FIRST + at}\t{FIRST + at}\t{name}\t{source}\t{pair['said']}\n"


def questions(pairs: Sequence[dict[str, str]], *, answered: bool) -> Iterator[dict[str, Any]]:
    """What is asked, with the number of the statement that answers it, if any does."""
    for at, pair in enumerate(pairs):
        yield {
            "id": at,
            "type": pair["kind"] if answered else "unanswered",
            "q": pair["asked"],
            "gold": FIRST + at if answered else None,
            "speaker": None,
        }


if __name__ == "__main__":
    main()
