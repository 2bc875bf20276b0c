"""Whether what must always be true of extraction is true of articles that were tampered with.

    python benchmarks/fuzz.py [--articles 1000] [--seed 1]

Pieces of the project's own articles are cut, joined, swapped, repeated and sown with marks, odd
characters and line ends, and extracted as the product does it. Whatever comes of it, extraction
ends, every span lies in its article and in order, and no quotation of ten words or more in closed
double marks vanishes: part of it is some statement's content. Ends in 1 at the first article that
breaks this, with the seed and the number that make it again.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from store.extraction import extract
from store.extraction.document import document
from store.extraction.marks import Stretch
from store.model import Article, Span, Statement

PROJECT = Path(__file__).resolve().parents[1]
LONG = 10  # words of a quotation that may not vanish
MOST_PARAGRAPHS = 3
MOST_CHANGES = 8
SOWN = (
    *("“", "”", '"', "‘", "’", "'", "''", "``", "«", "»", "„", "‚", "‹", "›", "＂", "′", "(", "]"),
    *("\n", "\n\n", "\r\n", "\r", "\t", "\v", "\f", "\x85", "\u2028", "\u2029", "\u00a0", "\u3000"),
    *("\x00", "\x07", "\x1b[2J", "\u200b", "\u200e", "\u202e", "\ufeff", "\ufffd", "\ud800"),
    *("\u0301", "e\u0301", "ﬁ", "ß", "İ", "ǅ", "𝕏", "一", "ا", "ก็", "👩\u200d🚀", "²", "Ⅻ"),
    *(
        ".",
        ",",
        ":",
        ";",
        "…",
        "?!",
        "—",
        "-",
        "–",
        "/",
        "_",
        "*",
        "@mayor",
        "#",
        "http://a.example",
    ),
    *(" said ", " said that ", " told ", " denied ", ", adding ", " according to ", "MAYOR: "),
    *(" he ", " who ", " I ", " Ada Birch ", " Mr. ", "U.S.", " reportedly ", "Z" * 200, "a-" * 90),
)


def main() -> int:
    """Print what was tried; 1 where an article broke what must always be true."""
    arguments = _arguments()
    paragraphs = _paragraphs()
    counted: Counter[str] = Counter()
    slowest, began = 0.0, time.monotonic()
    for number in range(arguments.articles):
        text = mutated(paragraphs, random.Random(f"{arguments.seed} {number}"))  # noqa: S311
        started = time.process_time()
        told, broken = _tried(text)
        slowest = max(slowest, time.process_time() - started)
        if broken:
            print(f"seed {arguments.seed}, article {number}: {text!r}", *broken, sep="\n")
            return 1
        counted["words"] += len(text.split())
        counted["statements"] += len(told)
        counted["long quotations in marks"] += len(long_quotations(text))
    took = time.monotonic() - began
    print(f"{arguments.articles} articles, seed {arguments.seed}: nothing broke in {took:.0f} s")
    print(", ".join(f"{count} {what}" for what, count in counted.items()))
    print(f"slowest article: {slowest:.2f} CPU-seconds")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=1000, help="how many to make")
    parser.add_argument("--seed", type=int, default=1, help="other articles for each")
    return parser.parse_args()


def _paragraphs() -> list[str]:
    """Every paragraph of the seeds and of the articles in the tests."""
    texts = [path.read_text("utf-8") for path in sorted((PROJECT / "seeds").glob("*.txt"))]
    for path in sorted((PROJECT / "tests/store/extraction/genres").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _tried(text: str) -> tuple[Sequence[Statement], list[str]]:
    """The statements of *text*, and what is wrong with them."""
    try:
        told = extract(Article(text))
        return told, list(problems(text, told))
    except Exception:  # noqa: BLE001 - whatever it is, the article that raised it is told
        return (), [traceback.format_exc()]


def mutated(paragraphs: Sequence[str], chance: random.Random) -> str:
    """A few paragraphs, mostly neighbours, with some changes made to them."""
    count, at = chance.randint(1, MOST_PARAGRAPHS), chance.randrange(len(paragraphs))
    picked = [*paragraphs[at : at + count]]
    if chance.random() < 0.2:
        picked.insert(chance.randint(0, len(picked)), chance.choice(paragraphs))
    text = chance.choice(("\n", "\n\n", "\r\n", " ", "")).join(picked)
    for _ in range(chance.randint(0, MOST_CHANGES)):
        text = chance.choice(CHANGES)(text, chance)
    return text


def _sow(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(SOWN) + text[at:]


def _sow_between_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    words.insert(chance.randint(0, len(words)), chance.choice(SOWN))
    return " ".join(words)


def _delete(text: str, chance: random.Random) -> str:
    start, end = _cut(text, chance, 40)
    return text[:start] + text[end:]


def _swap(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _repeat(text: str, chance: random.Random) -> str:
    start, end = _cut(text, chance, 60)
    return text[:end] + text[start:end] * chance.randint(1, 3) + text[end:]


def _truncate(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[at:] if chance.random() < 0.5 else text[:at]


def _quote(text: str, chance: random.Random) -> str:
    """Some of it in marks, which may be there already."""
    start, end = _cut(text, chance, 160)
    opening, closing = chance.choice(("“”", '""', "„“", "«»", "””", "‘’"))
    return f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"


def _turn_marks(text: str, chance: random.Random) -> str:
    """One kind of mark as another all through."""
    return text.replace(chance.choice('“”"’'), chance.choice(("“", "”", '"', "’", "''", "")))


def _shout(text: str, chance: random.Random) -> str:
    start, end = _cut(text, chance, 120)
    change = chance.choice((str.upper, str.lower, str.title))
    return text[:start] + change(text[start:end]) + text[end:]


def _cut(text: str, chance: random.Random, most: int) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(start + chance.randint(0, most), len(text))


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    *(_sow, _sow, _sow_between_words, _delete, _swap, _repeat),
    *(_truncate, _quote, _turn_marks, _shout),
)


def problems(text: str, told: Sequence[Statement]) -> Iterator[str]:
    """What is not as it must be in the statements *told* of *text*, in words."""
    for one in told:
        for spans in (one.content, one.cue, one.source):
            if any(other.start < span.end for span, other in pairwise(spans)):
                yield f"out of order: {spans}"
        if not one.content or not all(one.context.holds(span) for span in one.content):
            yield f"content outside its context: {one}"
        if any(span.end > len(text) for span in _spans(one)):
            yield f"outside the article: {one}"
        if not 0 <= one.confidence <= 1:
            yield f"no probability: {one.confidence}"
    contents = [span for one in told for span in one.content]
    for quotation in long_quotations(text):
        if not any(one.start < quotation.end and quotation.start < one.end for one in contents):
            yield f"vanished: {quotation.of(text)!r}"


def _spans(one: Statement) -> Iterator[Span]:
    yield from (*one.content, one.context, *one.cue, *one.source, *one.hedges)
    yield from (via.name for via in one.via)
    if one.addressee:
        yield one.addressee


def long_quotations(text: str) -> list[Span]:
    """What stands in outermost closed double marks and is long."""
    insides = (one.inside for one in document(text).stretches if one.closed and _double(text, one))
    return [inside for inside in insides if len(inside.of(text).split()) >= LONG]


def _double(text: str, stretch: Stretch) -> bool:
    start = stretch.whole.start
    return text[start] not in "‘’‚‛'‹›" or text.startswith("''", start)


if __name__ == "__main__":
    sys.exit(main())
