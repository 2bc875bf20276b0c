"""What only describes a source, between it and its cue: it turns nothing round that is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from store.extraction.languages import en
from store.extraction.phrases import before_adverbs
from store.extraction.sentences import Sentence, Word

_ACTING = en.FINITE | en.NEGATIONS | en.HARDLY_SAID  # just before a cue, they go with it


def asides(sentence: Sentence, begin: int, cue: int) -> Iterator[int]:
    """The numbers of the words between a source at *begin* and its *cue* that describe it.

    "Ada Birch, a surgeon who is not his sister, said", "a man who did not give his name said"; of
    "the man who did not say" and "Ada Birch has not, she wrote, said" none.
    """
    end = before_adverbs(sentence, cue)
    commas = [i for i in range(begin, end) if sentence[i].text == ","]
    for start, stop in pairwise([begin - 1, *commas, end]):
        part = range(start + 1, stop)
        if not part or _acts(sentence[stop - 1]):
            continue
        if start >= begin and stop < end and not _acts(sentence[start + 1]):
            yield from part
        else:
            who = (i for i in part if i > begin and sentence[i].key in en.ASIDES)
            yield from range(next(who, stop), stop)


def _acts(word: Word) -> bool:
    """Whether *word* goes with the verb of saying: "has", "not", "would", "almost"."""
    return word.key in _ACTING
