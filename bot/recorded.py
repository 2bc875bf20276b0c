"""Articles on record, in words: what is known of one, what was done to it, and what is done now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.phrases import day, short
from store.model import Article
from store.revisions.log import Entry
from store.store import Store

NAMES = {
    "title": "title",
    "outlet": "outlet",
    "byline": "byline",
    "url": "address",
    "published": "day",
    "published_at": "time",
    "language": "language",
}
_TITLE = 150


def withdrawn(store: Store, which: str, *, because: str, by: str, scope: str = "") -> str:
    """Withdraw the article *which*; what a person is told."""
    article = store.revisions.withdraw(which, because=because, by=by, scope=scope)
    return f"{called(article)}: withdrawn. Nothing of it is shown any more; --undo puts it back."


def restored(store: Store, which: str, *, because: str, by: str, scope: str = "") -> str:
    """Put the article *which* back; what a person is told."""
    article = store.revisions.restore(which, because=because, by=by, scope=scope)
    return f"{called(article)}: on record again."


def told(
    store: Store, which: str, new: Mapping[str, str | None], *, because: str, by: str, scope: str
) -> str:
    """Set *new* details of the article *which*; what a person is told."""
    article, changed = store.revisions.tell(which, new, because=because, by=by, scope=scope)
    if not changed:
        return f"{called(article)}: nothing changed, that is what was known."
    return f"{called(article)}: {named(changed)} changed."


def taken_back(store: Store, which: str, *, because: str, by: str, scope: str = "") -> str:
    """Undo the last change of details of the article *which*; what a person is told."""
    article, changed = store.revisions.take_back(which, because=because, by=by, scope=scope)
    return f"{called(article)}: {named(changed)} as before."


def known(store: Store, which: str, *, scope: str = "") -> Iterator[str]:
    """What is known of the article *which*, and what people did to it, a line each."""
    number, article, log = store.revisions.history(which, scope=scope)
    yield f"number: {number}"
    for name, word in NAMES.items():
        yield f"{word}: {getattr(article, name) or 'not known'}"
    yield from map(_done, log)


def _done(entry: Entry) -> str:
    what = f"{NAMES[entry.detail]} " if entry.detail else ""
    change = f" from {_value(entry.before)} to {_value(entry.after)}" if entry.detail else ""
    because = f": {entry.because}" if entry.because else ""
    return f"{day(entry.at)}, {entry.by}: {what}{entry.did}{change}{because}"


def _value(told: str | None) -> str:
    return f"“{told}”" if told else "not known"


def named(details: Iterable[str]) -> str:
    """The *details* of an article in words: "title, day"."""
    return ", ".join(NAMES[name] for name in details)


def called(article: Article) -> str:
    """What people are told that *article* is called."""
    return short(article.title or article.file or "untitled article", _TITLE)
