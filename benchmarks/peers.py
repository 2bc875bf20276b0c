"""Others who find statements, asked by search_peers.py; they read the speaker's name and the words.

A peer is what its manual offers for the task, in the form that found most on a sample at 100,000:
token_set_ratio of seven scorers of rapidfuzz, both for every statement and for the best of
tantivy; words beside their misspellings for tantivy's fuzzy search, as without the words
themselves less was found.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from typing import Any, Protocol

import numpy as np
from rapidfuzz import fuzz, process, utils
from search import SHOWN
from trigrams import trigrams

RERANKED = 100  # statements that tantivy finds and rapidfuzz puts in order
FUZZY = 4  # letters from which a word may be misspelt by one


class Peer(Protocol):
    """One who is asked for the statements that fit best what was typed."""

    name: str
    slow: bool  # seconds for a question at a million

    def found(self, typed: str) -> Sequence[int]:
        """Their places in the corpus, best first, SHOWN at most."""

    def cpu(self) -> float:
        """The CPU seconds that it took so far, in whichever process."""


class EveryStatement:
    """rapidfuzz's likeness of every statement to what was typed."""

    name, slow = "rapidfuzz over every statement", True

    def __init__(self, statements: Sequence[str]) -> None:
        self._statements = [utils.default_process(one) for one in statements]

    def found(self, typed: str) -> Sequence[int]:
        """The most alike."""
        asked, scorer = [utils.default_process(typed)], fuzz.token_set_ratio
        scores = process.cdist(asked, self._statements, scorer=scorer, dtype=np.float32, workers=1)
        best = scores[0].argpartition(-SHOWN)[-SHOWN:]
        return [int(place) for place in best[(-scores[0][best]).argsort()]]

    def cpu(self) -> float:
        """It runs in this process."""
        return time.process_time()


class Tantivy:
    """A tantivy index asked by *query*, the best of which rapidfuzz puts in order."""

    slow = False

    def __init__(
        self,
        name: str,
        index: tuple[Any, Any],
        statements: Sequence[str],
        query: Callable[[Any, str], Iterator[Any]],
    ) -> None:
        self.name, self._query, self._statements = name, query, statements
        self._schema, self._searcher = index

    def found(self, typed: str) -> Sequence[int]:
        """The most alike of the RERANKED best; of equals what tantivy has first."""
        from tantivy import Occur, Query

        asked = utils.default_process(typed)
        wanted = [part for word in asked.split() for part in self._query(self._schema, word)]
        query = Query.boolean_query([(Occur.Should, part) for part in wanted])
        hits = self._searcher.search(query, RERANKED).hits
        found = [self._searcher.doc(place)["number"][0] for _, place in hits]
        if not found:
            return []
        read = [utils.default_process(self._statements[number]) for number in found]
        scores = process.cdist([asked], read, scorer=fuzz.token_set_ratio, dtype=np.float32)
        return [found[at] for at in (-scores[0]).argsort(kind="stable")[:SHOWN]]

    def cpu(self) -> float:
        """It runs in this process."""
        return time.process_time()


def slow_peers(statements: Sequence[str], needs: ExitStack) -> Iterator[Peer]:
    """Those who take seconds; of one that is not installed it is said how to come by it."""
    yield EveryStatement(statements)
    yield from trigrams(statements, needs)


def quick_peers(statements: Sequence[str]) -> Iterator[Peer]:
    """Those who take milliseconds, if installed."""
    if find_spec("tantivy"):
        index = _index(statements)
        yield Tantivy("tantivy BM25, rapidfuzz rerank", index, statements, _word)
        yield Tantivy("tantivy fuzzy, rapidfuzz rerank", index, statements, _word_or_like_it)
    else:
        print("without tantivy: pip install -e '.[peers]' puts it beside ours")


def _index(statements: Sequence[str]) -> tuple[Any, Any]:
    """The schema of an index in memory, and its searcher."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words")
    builder.add_integer_field("number", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=500_000_000, num_threads=1)
    for number, words in enumerate(statements):
        writer.add_document(tantivy.Document(words=utils.default_process(words), number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return schema, index.searcher()


def _word(schema: Any, word: str) -> Iterator[Any]:
    from tantivy import Query

    yield Query.term_query(schema, "words", word)


def _word_or_like_it(schema: Any, word: str) -> Iterator[Any]:
    from tantivy import Query

    yield from _word(schema, word)
    if len(word) >= FUZZY:
        yield Query.fuzzy_term_query(schema, "words", word, distance=1)
