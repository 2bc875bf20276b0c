"""Dumps: rows of an archive, a database or an API, and what their columns tell of an article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO, Protocol

from store.articles import fragment, plain
from store.articles import html as pages
from store.articles.documents import Details, Document, Found, Linked
from store.articles.entries import is_cut
from store.articles.moments import moment
from store.articles.parsing import encoded
from store.articles.unreadable import unreadable
from store.errors import UnreadableArticle
from store.links import followable

# What each part of an article is usually called, the surest first; written without "_" and "-".
USUAL: Mapping[str, tuple[str, ...]] = {
    part: tuple(names.split())
    for part, names in {
        "text": "text articletext articlebody fulltext maintext bodytext body contenttext content "
        "article story bodyhtml contenthtml html",
        "title": "title headline articletitle webtitle hed",
        "outlet": "outlet publication publisher newspaper sourcename sitename source site "
        "sourcedomain domain",
        "url": "canonicalurl url link articleurl weburl permalink sourceurl",
        "byline": "byline authors author writer creator",
        "published": "publishedat datepublished publisheddate publisheddatetime datepublish "
        "publishdate publicationdate webpublicationdate pubdate published date",
        "updated": "updatedat dateupdated datemodified modifiedat lastmodified updated modified",
        "language": "language lang",
    }.items()
}

_SHOWN, _LONGEST = 12, 40  # columns that are named where none is known, and their characters
_NOT_COMPARED = re.compile(r"[\W_]+")
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|br|div|li|ul|ol|blockquote|a|b|i|em|strong|span|h[1-6]|img|figure|section|article)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_NAMED = re.compile(r"&(?:#\d{1,6}|#x[\da-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z\d]{1,8})*")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a dump; *name* says which, for whoever has to find it."""

    name: str
    values: Mapping[str, object]


class Dump(Protocol):
    """One way in which rows are kept in a file."""

    NAME: str
    SUFFIXES: frozenset[str]

    def knows(self, start: bytes, *, named: bool) -> bool:
        """As a Collection's."""

    def rows(self, name: str, file: BinaryIO) -> Iterator[Row | Document | UnreadableArticle]:
        """Every row of *file* in its order, and errors in the place of damaged ones."""


def documents(
    name: str, rows: Iterator[Row | Document | UnreadableArticle], columns: Mapping[str, str]
) -> Iterator[Found]:
    """The article of each row; *columns* names those that hold a part by no usual name.

    Where already the first row has neither a text nor a link, the others are not tried, and neither
    where it lacks the column that was told to hold the text: a slip would have all links fetched.
    """
    checked = False
    for row in rows:
        if not isinstance(row, Row):
            yield row
            continue
        known = _known(tuple(row.values), tuple(columns.items()))
        if not checked and not known.keys() & ({"text"} if "text" in columns else {"text", "url"}):
            yield _unknown(name, row, columns)
            return
        checked = True
        yield _found(row, known)


def unknown_parts(columns: Mapping[str, str]) -> UnreadableArticle | None:
    """What is wrong with *columns* as a person told them; None where nothing is."""
    wrong = ", ".join(sorted(columns.keys() - USUAL.keys()))
    if not wrong:
        return None
    return UnreadableArticle(f"an article has no '{wrong}': columns are for {', '.join(USUAL)}")


@lru_cache(maxsize=256)
def _known(names: tuple[str, ...], columns: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """For each part of an article the column that holds it."""
    told = {part: column for part, column in columns if column.split(".")[0] in names}
    plainly = {_NOT_COMPARED.sub("", name).lower(): name for name in reversed(names)}
    asked = dict(columns)
    for part, usual in USUAL.items():
        found = next((plainly[name] for name in usual if name in plainly), None)
        if found and part not in asked:
            told[part] = found
    return told


def _unknown(name: str, row: Row, columns: Mapping[str, str]) -> UnreadableArticle:
    names = [column[:_LONGEST] for column in row.values]
    listed = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    shown = "".join(c if c.isprintable() else "?" for c in listed)
    if "text" in columns:
        return unreadable(name, f"it has no column '{columns['text']}': its columns are {shown}")
    return unreadable(
        name, f"tell which column holds the text, as --columns text=body does: there are {shown}"
    )


def _found(row: Row, known: Mapping[str, str]) -> Found:
    values = {part: _value(row.values, column) for part, column in known.items()}
    text, told = "\n\n".join(_texts(values.get("text"))), _details(values)
    if text.strip() and not is_cut(text):
        try:
            return _document(row.name, text, told)
        except UnreadableArticle as error:
            return error
    if told.url and followable(told.url):
        return Linked(told.url, told)
    return unreadable(row.name, "it has no whole text, and no link to one")


def _value(values: Mapping[str, object], column: str) -> object:
    """What stands in *column*, or below it: "source.name"."""
    if column in values:
        return values[column]
    found: object = values
    for part in column.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _document(name: str, text: str, told: Details) -> Document:
    if _PAGE.match(text):
        return Document(name, encoded(name, text), told, pages.NAME)
    if _TAG.search(text):
        return Document(name, encoded(name, text), told, fragment.NAME)
    whole = html.unescape(text) if _NAMED.search(text) else text
    return Document(name, encoded(name, whole), told, plain.NAME)


def _details(values: Mapping[str, object]) -> Details:
    def line(part: str) -> str | None:
        told = ", ".join(_texts(values.get(part)))
        return html.unescape(told).strip() or None

    language = line("language")
    return Details(
        title=line("title"),
        outlet=line("outlet"),
        url=line("url"),
        byline=line("byline"),
        published_at=moment(values.get("published")),
        updated_at=moment(values.get("updated")),
        language=language if language and _LANGUAGE.fullmatch(language) else None,
    )


def _texts(value: object) -> list[str]:
    """The words of a value: text, or an object with a name, or a list of these."""
    each = value if isinstance(value, list) else [value]
    told = (one.get("name") if isinstance(one, dict) else one for one in each)
    return [text for text in told if isinstance(text, str) and text.strip()]
