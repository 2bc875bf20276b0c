r"""Fits the weights by which search ranks and answers, on questions whose answers are known.

    python benchmarks/fit_search.py --asked QUERIES.jsonl CORPUS.tsv [--asked …]

Each CORPUS has a store beside it, which search.py made. The weights that ship were fitted on what
these write into FOLDER (`../shared` stands beside the project), and the same for 1000000:

    python ../shared/search/corpus.py corpus 100000 FOLDER
    python ../shared/search/corpus.py queries 500 4242 FOLDER/all.jsonl FOLDER
    sed -n 1~2p FOLDER/all.jsonl | grep -v t_translation > FOLDER/asked.jsonl
    python benchmarks/retold.py FOLDER/corpus_100000.tsv FOLDER/more
    python benchmarks/search.py FOLDER/corpus_100000.tsv FOLDER/asked.jsonl --answers OUT
    python benchmarks/search.py FOLDER/more/corpus_100000.tsv FOLDER/asked.jsonl --answers OUT
    python benchmarks/fit_search.py --asked FOLDER/asked.jsonl FOLDER/more/corpus_100000.tsv \
        --asked FOLDER/more/retold.jsonl FOLDER/more/corpus_100000.tsv \
        --asked FOLDER/more/unanswered.jsonl FOLDER/corpus_100000.tsv

None of these questions is among the benchmark's own, on which the figures in docs/finding.md are
counted.

What is printed is for store/search/weights.py. CLOSE makes the right one of all that was looked at
come first (softmax over each list). ANSWER tells an answer from the nearest there is (logistic,
both kinds counting alike), cut where `ANSWERED` of the questions that nothing answers are answered.
Each is also fitted on every other question and counted on the rest: that is the figure to expect of
questions not seen yet.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from search import meanings
from search_floor import SHARED

from store.database import Database
from store.search import closeness, ranking, weights
from store.search.candidates import Index
from store.words import folded, telling

Numbers = NDArray[np.float64]
ANSWERED = 0.06  # of the questions that nothing answers, all the same; more ways to read add some


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all that was looked at for it, and which of that is right."""

    query: dict[str, Any]
    sought: closeness.Sought
    closest: Sequence[closeness.Compared]
    right: NDArray[np.bool_]

    @property
    def traits(self) -> Numbers:
        """A row for each statement."""
        return closeness.spread(np.array([one.traits for one in self.closest]))


def main() -> None:
    """Fit, and print the weights with what they reach."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--asked",
        nargs=2,
        type=Path,
        action="append",
        metavar=("QUERIES", "CORPUS"),
        required=True,
        help="questions, and the corpus whose store is asked",
    )
    sys.path.append(str(SHARED))
    pairs = parser.parse_args().asked
    asked = [one for queries, corpus in pairs for one in _asked(corpus, queries)]
    halves = [[one for one in asked if one.query["id"] % 4 // 2 == at] for at in (0, 1)]
    for known, unseen in (halves, halves[::-1]):
        close = fit_close(known)
        print("on the other half:", *_counted(unseen, close, fit_answer(known, close)))
    close = fit_close(asked)
    answer = fit_answer(asked, close)
    print("on what it was fitted on:", *_counted(asked, close, answer))
    print("CLOSE =", _written(close))
    print("ANSWER =", _written(answer))


def _written(values: Numbers) -> str:
    return f"np.array({np.round(values, 3).tolist()})"


def _asked(corpus: Path, queries: Path) -> Iterator[Asked]:
    from score import right

    rows = []
    with corpus.open(encoding="utf-8") as lines:
        for line in lines:  # in the order of the statements' numbers
            _, cluster, speaker, *_, text = line.rstrip("\n").split("\t")
            rows.append((int(cluster), speaker, text))
    with Database.to_read(corpus.with_suffix(".db")).reading() as db:
        for query in map(json.loads, queries.read_text("utf-8").splitlines()):
            looked = looked_at(Index(db, ""), query["q"])
            answered = query["gold"] is not None
            good = [answered and right(query, rows[one.id - 1]) for one in looked.closest]
            yield Asked(query, looked.sought, looked.closest, np.array(good, np.bool_))


def looked_at(index: Index, typed: str) -> ranking.Look:
    """All that is looked at closely for the words *typed*, best first, whatever its score."""
    query = meanings(typed)[0]
    asked = folded(f"{query.words} {query.loose} {query.speaker} {query.topic}")
    many = len(asked) > weights.KEYWORDS
    likely = index.likely(
        telling(asked), by_name=True, loosely=many, most=weights.TIES, near=weights.LIKELY
    )
    return ranking.looked_at(index, asked, likely, by_name=True)


def fit_close(asked: Sequence[Asked], steps: int = 150) -> Numbers:
    """The weights of the traits, so scaled that what meets everything has a score of about 1."""
    lists = [(one.traits, one.right) for one in asked if one.right.any() and not one.right.all()]
    spread = np.concatenate([traits for traits, _ in lists]).std(0) + 1e-9
    found, mean, square = np.zeros(len(spread)), np.zeros(len(spread)), np.zeros(len(spread))
    for step in range(1, steps + 1):  # Adam, on the log-likelihood of what is right
        slope = sum(_slope(traits / spread, right, found) for traits, right in lists) / len(lists)
        slope = slope - 1e-3 * found
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        rate = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        found = found + 0.15 * mean / (1 - 0.9**step) / rate
    found = found / spread
    return np.asarray(found / (closeness.spread(_VERBATIM) @ found))


_VERBATIM = np.array(
    [closeness.Traits(1, *[0] * 5, *[1] * 9, told=1, untold=0, stretch=1 / 3, number=1, named=0)]
)


def _slope(traits: Numbers, right: NDArray[np.bool_], by: Numbers) -> Numbers:
    chance = _softmax(traits @ by)
    due = chance * right
    return np.asarray(traits.T @ (due / due.sum() - chance))


def _softmax(values: Numbers) -> Numbers:
    powers = np.exp(values - values.max())
    return np.asarray(powers / powers.sum() + 1e-12)


def fit_answer(asked: Sequence[Asked], close: Numbers) -> Numbers:
    """The weights of the signs; with the last, `ANSWERED` of what answers nothing is above 0."""
    signs, answers = _signs(asked, close)
    middle, spread = signs.mean(0), signs.std(0) + 1e-9
    middle[-1], spread[-1] = 0.0, 1.0
    scaled, found = (signs - middle) / spread, np.zeros(signs.shape[1])
    weigh = np.where(answers, 1.0, answers.sum() / (~answers).sum())
    less = np.diag([1.0] * (len(found) - 1) + [1e-6])
    for _ in range(30):  # Newton
        sure = 1 / (1 + np.exp(-scaled @ found))
        curve = (scaled * (weigh * sure * (1 - sure))[:, None]).T @ scaled + less
        found = found + np.linalg.solve(curve, scaled.T @ (weigh * (answers - sure)) - less @ found)
    weights_found = found / spread
    weights_found[-1] = found[-1] - (found[:-1] * middle[:-1] / spread[:-1]).sum()
    weights_found[-1] -= np.quantile((signs @ weights_found)[~answers], 1 - ANSWERED)
    return np.asarray(weights_found)


def _signs(asked: Sequence[Asked], close: Numbers) -> tuple[Numbers, NDArray[np.bool_]]:
    """The signs of what comes first: where that is right, and where nothing answers."""
    rows, answers = [], []
    for one in asked:
        ranked = _ranked(one, close)
        answered = one.query["gold"] is not None
        if not ranked or len(one.sought.asked) <= weights.KEYWORDS:
            continue
        if answered and not _is_right(one, ranked):
            continue
        rows.append(closeness.signs(one.sought, ranked)[0])
        answers.append(answered)
    return np.array(rows), np.array(answers)


def _ranked(one: Asked, close: Numbers) -> list[closeness.Compared]:
    if not len(one.closest):
        return []
    scores = np.maximum(0.0, one.traits @ close)
    again = [replace(c, score=s) for c, s in zip(one.closest, scores.tolist(), strict=True)]
    return sorted(again, key=lambda c: -c.score)


def _is_right(one: Asked, ranked: Sequence[closeness.Compared]) -> bool:
    right = {c.id for c, good in zip(one.closest, one.right, strict=True) if good}
    return bool(ranked) and ranked[0].id in right


def _counted(asked: Sequence[Asked], close: Numbers, answer: Numbers) -> Iterator[str]:
    right = [
        (_is_right(one, _ranked(one, close)), one.query["type"])
        for one in asked
        if one.query["gold"] is not None
    ]
    signs, answers = _signs(asked, close)
    accepted = signs @ answer > 0
    yield f"right first {np.mean([good for good, _ in right]):.3f}"
    for kind in sorted({kind for _, kind in right}):
        yield f"{kind} {np.mean([good for good, other in right if other == kind]):.3f}"
    yield f"lost {1 - accepted[answers].mean():.3f},"
    yield f"answered without an answer {accepted[~answers].mean():.3f}"


if __name__ == "__main__":
    main()
