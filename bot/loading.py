"""Articles in, and what a person is told of it: the same from the shell and from chat."""

from __future__ import annotations

from collections import Counter

from bot.wording import listed, short
from store.articles import Details, read
from store.errors import UnreadableArticle
from store.model import Loaded
from store.store import Store

_TITLE = 150


def load(
    store: Store, name: str, data: bytes, details: Details, *, by: str, scope: str = ""
) -> Loaded:
    """Read *data* as an article and store it with its statements.

    Raises UnreadableArticle, and notes that in the load log, where no format can read it.
    """
    try:
        article = read(name, data, details)
        return store.load(article, by=by, scope=scope)
    except UnreadableArticle as error:
        store.failed(name, str(error), by=by, scope=scope)
        raise


def report(loaded: Loaded) -> str:
    """What one load did, in a sentence or two for the person who loaded."""
    title = short(loaded.article.title or loaded.article.file or "untitled article", _TITLE)
    if not loaded.new:
        day = f"{loaded.at.day} {loaded.at:%B %Y}"
        return f"{title}: on record already, since {day}. Nothing was added."
    if not loaded.statements:
        return f"{title}: loaded, but nobody is quoted in it."
    count = len(loaded.statements)
    names = Counter(s.speaker.name for s in loaded.statements if s.speaker)
    who = f" by {listed(name for name, _ in names.most_common())}" if names else ""
    return f"{title}: {count} statement{'s' if count > 1 else ''}{who}."
