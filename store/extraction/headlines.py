"""Full names that only a headline gives: where every word has a capital, a given name tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from store.extraction.document import Document
from store.extraction.languages import en
from store.extraction.mentions import Mention, gender
from store.extraction.sentences import Sentence


def in_headlines(document: Document) -> Iterator[Mention]:
    """Everyone whom a headline of *document* names by a given name and a surname."""
    for paragraph in document.paragraphs:
        if paragraph.heading:
            for sentence in paragraph.sentences:
                yield from _named(sentence)


def _named(sentence: Sentence) -> Iterator[Mention]:
    for at, (given, after) in enumerate(pairwise(sentence)):
        follows = at > 0 and sentence[at - 1].key in en.GIVEN_NAMES
        if follows or not given.capital or given.key not in en.GIVEN_NAMES - en.GIVEN_NAMES_TOO:
            continue
        if after.capital and after.stem not in en.NEVER_NAMES | en.TIME | en.GIVEN_NAMES:
            surname = after.text[:-2] if after.key.endswith("'s") else after.text
            name = f"{given.text} {surname}"
            yield Mention(given.span.start, name, None, gender(name=name), sure=True)
