"""Extracts the articles of a folder in a process for each core, and does nothing else.

    python benchmarks/extracting.py FOLDER

loading.py runs this.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

from store.extraction import extract
from store.model import Article


def main() -> None:
    """Extract all."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(Path(sys.argv[1]).iterdir()))
    with multiprocessing.get_context("spawn").Pool(len(os.sched_getaffinity(0))) as processes:
        for _ in processes.imap_unordered(_extracted, texts):
            pass


def _extracted(text: str) -> int:
    return len(extract(Article(text)))


if __name__ == "__main__":
    main()
