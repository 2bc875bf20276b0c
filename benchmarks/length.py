"""Whether extraction takes ten times as long for ten times the text, whatever the text is.

    python benchmarks/length.py [--megabytes 5] [--shape NAME]… [--check]

Each shape is extracted at a tenth of the size and at the whole of it. With --check it ends in 1
where any takes longer than bars.toml allows.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from bars import holds

from store.extraction import extract
from store.model import Article

SEED = next((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt")).read_text("utf-8")
SHAPES = {  # what is repeated until the text is long enough; {} is another name each time
    "the seed's paragraphs": SEED,
    "one line": SEED.replace("\n", " "),
    "one sentence": "they said that ",
    "short paragraphs": "“No,” he said.\n",
    "somebody new each time": "“We go,” said Ada {}. She said no.\n",
    "capitals": "".join(one for one in SEED.upper() if one.isalpha() or one == " "),
    "quotation marks": "\"“”'‘’" * 100,
    "one word": "a" * 1000,
}


def main() -> int:
    """Print each shape's times and their ratio; 1 where one is checked and too slow."""
    arguments = _arguments()
    characters = round(arguments.megabytes * 1e6)
    missed = 0
    for shape in arguments.shape or SHAPES:
        tenth, whole = (_seconds(shape, size) for size in (characters // 10, characters))
        what = f"{shape}, {tenth:.2f} s and {whole:.2f} s"
        held = holds("times_as_long_for_ten_times_the_text", whole / tenth, f"{what:48}")
        missed += not held
    return 1 if arguments.check and missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--megabytes", type=float, default=5, help="of text, at the longer of two")
    parser.add_argument("--shape", action="append", choices=SHAPES, help="this one only")
    parser.add_argument("--check", action="store_true", help="end in 1 where a bar is missed")
    return parser.parse_args()


def _seconds(shape: str, characters: int) -> float:
    """CPU time for an article of that shape and length."""
    article = Article(text(shape, characters))
    began = time.process_time()
    extract(article)
    return time.process_time() - began


def text(shape: str, characters: int) -> str:
    """Text of that shape, cut to its length."""
    piece = SHAPES[shape]
    pieces = (piece.replace("{}", _name(n)) for n in range(characters // len(piece) + 1))
    return "".join(pieces)[:characters]


def _name(number: int) -> str:
    """Another name for each number."""
    return "A" + str(number).translate(str.maketrans("0123456789", "abcdefghij"))


if __name__ == "__main__":
    sys.exit(main())
