from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from store.extraction import extract, rules
from store.model import Article
from store.store import Store

BY_RULES = partial(extract, tagger=rules.tag)

HARBOUR = """\
“We will not close the harbour before 2026,” said Ada Birch, the mayor of Port Ansel. “Nobody \
asked us about it. We've 40 ships, and they all need it.”

“The pier stays open, whatever they say in Dunmore,” Ruben Castle told reporters. “It told us to \
go,” he added.

Castle also insisted that he would not take “anything back” on Monday.

Birch denied “any part in the sale” of the old lighthouse.
"""
US = "“They gave us the lighthouse in the U.S. and we're glad,” Dora Lund said.\n"


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with invented articles, read by rules, that no test changes."""
    path = tmp_path_factory.mktemp("checking") / "harbour.db"
    with Store(path, extractor=BY_RULES) as store:
        for text in (HARBOUR, US):
            store.load(Article(text), by="ed")
        yield store
