"""What feeds of all kinds have in common: an entry is an article, or the way to one.

An entry has the whole article where nothing tells otherwise and it says so: as its *content*, of
two paragraphs or 500 characters at least. What is only given as its *summary* must have two
paragraphs and 1,000 characters. Text that ends in "[…]" or "Read more" is never whole. All else is
a link to be followed, which costs a fetch but never an article's second half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.articles import fragment, plain
from store.articles.documents import Details, Document, Found, Linked
from store.articles.paragraphs import paragraphs
from store.articles.parsing import encoded
from store.articles.unreadable import unreadable
from store.errors import UnreadableArticle
from store.links import followable

_CONTENT, _SUMMARY = 500, 1000  # characters
_PARAGRAPHS = 2
_CUT = re.compile(r"\[\s*(?:…|\.\.\.|&hellip;|\+\s?\d+ chars)\s*\]$")
_GOES_ON = re.compile(
    r"(?:…|\.\.\.|\b(?:continue reading|read more|keep reading|read the (?:full|rest)\b[^.!?]*)"
    r"|\(more\))[\W\s]*$",
    re.IGNORECASE,
)
_END = 120  # characters


@dataclass(frozen=True, slots=True)
class Text:
    """What an entry has: *words*, which may be *marked_up* as HTML."""

    words: str
    marked_up: bool = True

    def paragraphs(self, name: str) -> list[str]:
        """Its paragraphs; raises UnreadableArticle about *name*."""
        if self.marked_up:
            return paragraphs(name, self.words)
        return [line.strip() for line in self.words.splitlines() if line.strip()]


def found(name: str, told: Details, content: Text | None, summary: Text | None) -> Found:
    """The article of the entry *name*, or the link to it; an error where it has neither."""
    told = told.bounded()
    linked = followable(told.url or "")
    for text, least in ((content, _CONTENT), (summary, _SUMMARY)):
        if text and _is_whole(name, text, least, alone=not linked, content=text is content):
            format_ = fragment.NAME if text.marked_up else plain.NAME
            return Document(name, text.words.encode(), told, format_)
    if linked and told.url:
        return Linked(told.url, told)
    return unreadable(name, "it has neither a whole text nor a link to one")


def goes_on(text: str) -> bool:
    """Whether *text* ends as what goes on elsewhere does: "[…]", "Read more"."""
    return is_cut(text) or bool(_GOES_ON.search(text.rstrip()[-_END:]))


def is_cut(text: str) -> bool:
    """Whether *text* ends in the mark of a machine that cut it off: "[…]", "[+1234 chars]"."""
    return bool(_CUT.search(text.rstrip()[-_END:]))


def _is_whole(name: str, text: Text, least: int, *, alone: bool, content: bool) -> bool:
    """Whether *text* is all there is; an entry *alone*, without a link, has no more."""
    try:
        encoded(name, text.words)
        parts = text.paragraphs(name)
    except UnreadableArticle:
        return False
    if not parts or goes_on(parts[-1]):
        return False
    long = sum(map(len, parts)) >= least
    several = len(parts) >= _PARAGRAPHS
    return alone or (long or several if content else long and several)
