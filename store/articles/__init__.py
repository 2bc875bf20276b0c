"""Files in, articles out: a format is one module with `NAME`, `SUFFIXES`, `knows` and `read`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Protocol

from store.articles import html, text
from store.articles.signatures import kind
from store.articles.unreadable import unreadable
from store.characters import storable
from store.errors import UnreadableArticle
from store.links import followable
from store.model import Article

LARGEST = 20 * 1024 * 1024  # bytes
_SHOWN = 100  # characters of a link that is refused


class Format(Protocol):
    """One way in which articles are written."""

    NAME: str
    SUFFIXES: frozenset[str]

    def knows(self, data: bytes, *, named: bool) -> bool:
        """Whether *data* is of this format; *named* tells that its file's name says so."""

    def read(self, name: str, data: bytes) -> Article:
        """The article in *data*; raises UnreadableArticle."""


FORMATS: Mapping[str, Format] = {module.NAME: module for module in (html, text)}


@dataclass(frozen=True, slots=True)
class Details:
    """What the loader was told about an article; it wins over what the file says."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None


def read(name: str, data: bytes, details: Details = Details()) -> Article:
    """The article in a file or paste called *name*; raises UnreadableArticle.

    What neither the file nor *details* tells stays None. Of urls only http(s) ones are kept:
    they become links. Another in the file is as good as none; one that was told is refused.
    """
    name, told = _shown(name), link(details.url)
    if not data.strip():
        raise unreadable(name, "it is empty")
    if len(data) > LARGEST:
        raise too_large(name)
    if other := kind(data):
        raise unreadable(name, f"it is {other}; save it as text, or paste the text")
    article = _format(name, data).read(name, data)
    if not article.text.strip():
        raise unreadable(name, "it is empty")
    found = _line(article.url) or ""
    return replace(
        article,
        title=_line(details.title) or _line(article.title),
        outlet=_line(details.outlet) or _line(article.outlet),
        byline=_line(article.byline),
        url=told or (found if followable(found) else None),
        published=details.published or article.published,
        file=name or None,
    )


def link(told: str | None) -> str | None:
    """The address that a person *told*, None where it is blank.

    Raises UnreadableArticle where no reader could follow it.
    """
    typed = _line(told)
    if typed is None or followable(typed):
        return typed
    whole = typed.lower().startswith(("http://", "https://"))
    why = "copy it again from the browser" if whole else "it must begin with http:// or https://"
    raise UnreadableArticle(f"cannot use the link '{typed[:_SHOWN]}': {why}")


def too_large(name: str) -> UnreadableArticle:
    """The error that says that *name* is larger than LARGEST."""
    return unreadable(name, f"it is larger than {LARGEST // 1024**2} MB; load it in parts")


def _format(name: str, data: bytes) -> Format:
    """The format of *data*: what it holds counts for more than its name."""
    suffix = _suffix(name)
    named = {format_.NAME for format_ in FORMATS.values() if suffix in format_.SUFFIXES}
    for format_ in FORMATS.values():
        if format_.knows(data, named=format_.NAME in named):
            return format_
    if named or not suffix:
        return FORMATS[text.NAME]  # a page without a single tag is text
    raise unreadable(name, f"known formats are {', '.join(sorted(FORMATS))}")


def _suffix(name: str) -> str:
    """What a file name ends in, "" where that is no format: "notes", "statement of 3.5.2023"."""
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    return suffix if suffix.isalnum() and not suffix.isdecimal() else ""


def _shown(name: str) -> str:
    """The file's own *name*, without folders and with nothing in it that cannot be shown."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c if c.isprintable() else "?" for c in storable(last))


def _line(value: str | None) -> str | None:
    """*value* on one line, None where nothing is left of it."""
    clean = "".join(c if c.isprintable() else " " for c in storable(value or ""))
    return " ".join(clean.split()) or None
