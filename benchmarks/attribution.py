"""Predict statements for articles in the attribution gold's format, for anyone to score.

    python benchmarks/attribution.py GOLD.jsonl --predictions OUT.jsonl [--join]

Each line of GOLD holds an article as {"id", "text", "title", …}; its statements are ignored.
Each line of OUT holds {"id", "statements": [{"kind", "content", "cue", "speaker",
"speaker_name"}]} with offsets into that text. What runs is the shipped pipeline.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from store.extraction import extract
from store.model import Article, Evidence, Kind, Span, Statement


def main() -> None:
    arguments = _arguments()
    articles = words = 0
    began = time.process_time()
    with (
        arguments.gold.open(encoding="utf-8") as gold,
        arguments.predictions.open("w", encoding="utf-8") as predictions,
    ):
        for line in gold:
            if line.strip():
                row = json.loads(line)
                json.dump(predicted(row, join=arguments.join), predictions, ensure_ascii=False)
                predictions.write("\n")
                articles, words = articles + 1, words + len(row["text"].split())
    took = time.process_time() - began
    print(f"{articles} articles, {words} words, {words / max(took, 1e-9):,.0f} words a CPU-second")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--predictions", type=Path, required=True, help="the file to write")
    parser.add_argument(
        "--join",
        action="store_true",
        help="join the pieces of one speaker's quotations in a paragraph, as PolNeAR does",
    )
    return parser.parse_args()


def predicted(row: dict[str, Any], *, join: bool = False) -> dict[str, Any]:
    """The predictions for one article of the gold."""
    statements = extract(Article(row["text"], title=row.get("title")))
    groups = _joined(statements) if join else [[one] for one in statements]
    return {"id": row["id"], "statements": list(_rows(groups))}


def _joined(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Neighbours that are one quotation to PolNeAR: same speaker, same paragraph, in marks."""
    groups: list[list[Statement]] = []
    for statement in statements:
        if groups and _belong_together(groups[-1][-1], statement):
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return groups


def _belong_together(one: Statement, other: Statement) -> bool:
    follows = other.evidence is Evidence.CARRIED_OVER
    in_marks = Kind.INDIRECT not in (one.kind, other.kind)
    return follows and in_marks and one.context.end > other.context.start


def _rows(groups: Iterable[list[Statement]]) -> Iterator[dict[str, Any]]:
    """One prediction for each group; what is carried over names its speaker where it was named."""
    source: tuple[Span, ...] = ()
    for group in groups:
        if group[0].evidence is not Evidence.CARRIED_OVER:
            source = group[0].source
        speaker = group[0].speaker
        yield {
            "kind": group[0].kind.value,
            "content": _offsets(span for one in group for span in one.content),
            "cue": _offsets(span for one in group for span in one.cue),
            "speaker": _offsets(source),
            "speaker_name": speaker.name if speaker else None,
        }


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    main()
