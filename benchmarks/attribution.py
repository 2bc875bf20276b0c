"""Predict statements for articles in the attribution gold's format, for anyone to score.

    python benchmarks/attribution.py GOLD.jsonl --predictions OUT.jsonl [--join] [--above 0.6]

Each line of GOLD holds an article as {"id", "text", "title", …}; its statements are ignored.
Each line of OUT holds {"id", "statements": [{"kind", "content", "cue", "speaker",
"speaker_name"}]} with offsets into that text. What runs is the shipped pipeline.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from store.extraction import extract
from store.model import Article, Evidence, Kind, Span, Statement
from store.visibility import SHOWN

_THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)


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
                found = predicted(row, join=arguments.join, above=arguments.above)
                json.dump(found, predictions, ensure_ascii=False)
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
        help='as PolNeAR does: join one speaker\'s quotations in a paragraph, count "that"',
    )
    parser.add_argument(
        "--above",
        type=float,
        default=0.0,
        metavar="CONFIDENCE",
        help=f"leave out what is less sure; the product shows from {SHOWN} and keeps everything",
    )
    return parser.parse_args()


def predicted(row: dict[str, Any], *, join: bool = False, above: float = 0.0) -> dict[str, Any]:
    """The predictions for one article of the gold."""
    statements = extract(Article(row["text"], title=row.get("title")))
    return as_predictions(row, statements, join=join, above=above)


def as_predictions(
    row: dict[str, Any], statements: Iterable[Statement], *, join: bool, above: float
) -> dict[str, Any]:
    """*statements* in the gold's format; what nobody is named for claims nothing."""
    sure = [one for one in statements if one.confidence >= above]
    attributed = [one for one in sure if one.cue or one.evidence is not Evidence.NONE]
    rows = [_row(group) for group in (_joined(attributed) if join else [[o] for o in attributed])]
    if join:
        for one in rows:
            one["content"] = [_with_that(row["text"], *span) for span in one["content"]]
    return {"id": row["id"], "statements": rows}


def _joined(statements: Iterable[Statement]) -> list[list[Statement]]:
    """What is one quotation to PolNeAR: pieces by one speaker in one paragraph, in marks."""
    groups: list[list[Statement]] = []
    for statement in statements:
        quoted = (group for group in reversed(groups) if group[0].kind is not Kind.INDIRECT)
        last = next(quoted, None)
        if last and _belong_together(last[-1], statement):
            last.append(statement)
        else:
            groups.append([statement])
    return groups


def _belong_together(one: Statement, other: Statement) -> bool:
    follows = other.evidence is Evidence.CARRIED_OVER and one.speaker == other.speaker
    in_marks = Kind.INDIRECT not in (one.kind, other.kind)
    return follows and in_marks and one.context.end > other.context.start


def _row(group: list[Statement]) -> dict[str, Any]:
    speaker = group[0].speaker
    return {
        "kind": group[0].kind.value,
        "content": _offsets(span for one in group for span in one.content),
        "cue": _offsets(span for one in group for span in one.cue),
        "speaker": _offsets(group[0].source),
        "speaker_name": speaker.name if speaker else None,
    }


def _with_that(text: str, start: int, end: int) -> list[int]:
    """A content with the "that" before it, which PolNeAR counts as a part of it."""
    before = _THAT.search(text, max(start - 6, 0), start)
    return [before.start() if before else start, end]


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    main()
