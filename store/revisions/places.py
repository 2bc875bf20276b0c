"""Where an article is: at the address that it declares, unless another article is there.

Some sites declare one address for all that they have. Then each of their articles would be a
version of the one before, and the last alone be found.
"""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database as Connection

from store.links import canonical
from store.model import Article
from store.revisions import identity
from store.words import folded

SAME, RETITLED = 0.5, 0.9
"""How much of the shorter text stands in the other, if the two are versions of one article.

The second is asked of those with different headlines: some sites fill in the same sentences.
"""

SAVED = 0.1
"""As much is enough where nobody knows where it was found, and it has another headline and name."""

_RUN = 3  # words in a row


def placed(db: Connection, article: Article, scope: str) -> Article:
    """*article* at the address where it was found, if the one that it declares is another's."""
    if article.found is None:
        return article
    there = identity.at_address(db, article, scope)
    if not there or any(_is_version(db, row.id, article) for row in there):
        return article
    return replace(article, url=article.found or None, found=None)


def _is_version(db: Connection, other: int, article: Article) -> bool:
    """Whether *article* was found where *other* was, or has enough of its words."""
    text, title, file, found, told = db.execute(
        "SELECT text, title, file, found, told FROM article WHERE id = ?", (other,)
    ).fetchone()
    if told is None:  # of what was loaded earlier it is not known where it was found
        return True
    same_title = folded(title or "") == folded(article.title or "")
    if not article.found:
        same = same_title or file == article.file
        return same or _shared(text, article.text) >= SAVED
    if found == canonical(article.found):
        return True
    return _shared(text, article.text) >= (SAME if same_title else RETITLED)


def _shared(one: str, other: str) -> float:
    """How much of the shorter of two texts stands in the other, from 0 to 1."""
    runs = [_runs(folded(text)) for text in (one, other)]
    return len(runs[0] & runs[1]) / max(1, min(map(len, runs)))


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[at : at + _RUN] for at in range(max(1, len(words) - _RUN + 1))}
