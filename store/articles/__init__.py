"""Files in, articles out: a format is one module with `NAME`, `SUFFIXES`, `knows` and `read`.

A collection, which keeps many articles in one file, has `documents` in place of `read`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime
from itertools import islice
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO

from store.articles import (
    compressed,
    csv_dump,
    docx,
    dumps,
    feed,
    fragment,
    html,
    json_dump,
    jsonfeed,
    mail,
    markdown,
    newsmessage,
    newsml,
    ninjs,
    nitf,
    pdf,
    plain,
    sitemap,
    text,
    warc,
)
from store.articles.documents import (
    LARGEST,
    Collection,
    Details,
    Document,
    Format,
    Found,
    Linked,
)
from store.articles.language import tag
from store.articles.outlets import NO_NAMES, outlet
from store.articles.signatures import kind
from store.articles.unreadable import unreadable
from store.characters import composed, storable
from store.errors import NoArticle, UnreadableArticle
from store.links import followable, may_stand_for
from store.model import Article

__all__ = [
    "LARGEST",
    "LONGEST",
    "NO_NAMES",
    "Details",
    "Document",
    "Found",
    "Linked",
    "documents",
    "holds_many",
    "link",
    "read",
    "read_document",
    "too_large",
]

LONGEST = 200_000  # words and marks of an article: a thick book's, read in a minute and a half
_WORD = re.compile(r"\w+|[^\w\s]")
_SHOWN = 100  # characters of a link that is refused
_START = 64 * 1024  # bytes by which a collection is known
_NOTHING = Details()
_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
_PACKED = ".gz"

# In the order in which they are asked whether they know a document: what any text may be is last.
FORMATS: Mapping[str, Format] = {
    module.NAME: module
    for module in (docx, pdf, ninjs, newsml, nitf, markdown, html, text, fragment, plain)
}
COLLECTIONS: Mapping[str, Collection] = {
    module.NAME: module for module in (warc, mail, feed, sitemap, newsmessage, jsonfeed)
}
DUMPS: Mapping[str, dumps.Dump] = {module.NAME: module for module in (json_dump, csv_dump)}


def documents(
    name: str, file: BinaryIO, *, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[Found]:
    """What is in *file*, which can seek and is called *name*: one document, or a collection's.

    Of what is no collection no more is read than may be loaded. What is wrong with one document
    is among what is found, and stops no other. *columns* tells which column of a dump holds a
    part of an article: `{"text": "body"}`.
    """
    begins = compressed.start(file.read(_START), _START)
    file.seek(0)
    shown, collection, dump = _shown(name), *_several(name, begins)
    if wrong := dumps.unknown_parts(columns):
        return iter((wrong,))
    if dump or (columns and not collection):
        rows = (dump or csv_dump).rows(shown, file)
        return _or_nothing(shown, dumps.documents(shown, rows, columns))
    if collection:
        return _or_nothing(shown, collection.documents(shown, file))
    return iter((_document(name, file),))


def holds_many(name: str, start: bytes) -> bool:
    """Whether a file called *name* that begins with *start* is a collection of articles."""
    return any(_several(name, compressed.start(start[:_START], _START)))


def read(
    name: str, data: bytes, told: Details = _NOTHING, outlets: Mapping[str, str] = NO_NAMES
) -> Article:
    """The article in a file or paste called *name*, as `read_document` has it."""
    return read_document(Document(name, data), told, outlets)


def read_document(
    document: Document, told: Details = _NOTHING, outlets: Mapping[str, str] = NO_NAMES
) -> Article:
    """The article in *document*, of which the loader *told* something; raises UnreadableArticle.

    What the loader told wins over the document, and the document over what stands beside it.
    What nobody tells stays None. Of urls only http(s) ones are kept: they become links. Another
    in the file is as good as none; one that was told is refused. *outlets* are the admin's names
    of outlets by domain, which win over what anybody but the loader tells.
    """
    name, url = _shown(document.name), link(told.url)
    article = _format(name, document).read(name, document.data)
    article = replace(article, text=composed(article.text))
    if not article.text.strip():
        raise unreadable(name, "it is empty")
    if next(islice(_WORD.finditer(article.text), LONGEST, None), None):
        raise unreadable(name, f"it has more than {LONGEST:,} words and marks; load it in parts")
    beside, told = _cleaned(document.beside), _cleaned(replace(told, url=url))
    known = told.or_else(_believed(_cleaned(_details(article)), beside)).or_else(beside)
    known = replace(known, outlet=told.outlet or outlet(known.outlet, known.url, outlets))
    whole = {field.name: getattr(known, field.name) for field in fields(Details)}
    by_a_person = tuple(field.name for field in fields(Details) if getattr(told, field.name))
    found = None if told.url or known.url == beside.url else beside.url
    return replace(article, **whole, file=name or None, found=found, told=by_a_person)


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


def _several(name: str, start: bytes) -> tuple[Collection | None, dumps.Dump | None]:
    """The kind of collection or of dump that a file with this *start* is, if it is one."""
    suffix = _suffix(name)
    for collection in COLLECTIONS.values():
        if collection.knows(start, named=suffix in collection.SUFFIXES):
            return collection, None
    if not ninjs.knows(start, named=False):  # one item is a document, though it is JSON
        for dump in DUMPS.values():
            if dump.knows(start, named=suffix in dump.SUFFIXES):
                return None, dump
    return None, None


def _or_nothing(name: str, found: Iterator[Found]) -> Iterator[Found]:
    """What was *found*; an error that says so where that is nothing."""
    first = next(found, None)
    yield NoArticle(f"cannot read '{name}': there is no article in it") if first is None else first
    yield from found


def _document(name: str, file: BinaryIO) -> Document | UnreadableArticle:
    """The one document in *file*, unpacked where it was packed."""
    if not compressed.is_packed(file):
        return Document(name, file.read(LARGEST + 1))
    try:
        return Document(name.removesuffix(_PACKED), compressed.whole(_shown(name), file))
    except UnreadableArticle as error:
        return error


def _format(name: str, document: Document) -> Format:
    """The format of *document*: what it holds counts for more than its name."""
    data, suffix = document.data, _suffix(name)
    if not data.strip():
        raise unreadable(name, "it is empty")
    if len(data) > LARGEST:
        raise too_large(name)
    if document.format:
        return FORMATS[document.format]
    other = kind(data)
    named = {format_.NAME for format_ in FORMATS.values() if suffix in format_.SUFFIXES}
    for format_ in FORMATS.values():
        if format_.knows(data, named=format_.NAME in named and not other):
            return format_
    if other:
        raise unreadable(name, f"it is {other}; save it as text, or paste the text")
    if not suffix or suffix in html.SUFFIXES | text.SUFFIXES:
        return FORMATS[text.NAME]  # a page without a single tag is text
    known = sorted({*FORMATS, *COLLECTIONS, *DUMPS} - {fragment.NAME, plain.NAME})
    raise unreadable(name, f"known formats are {', '.join(known)}")


def _details(article: Article) -> Details:
    return Details(**{field.name: getattr(article, field.name) for field in fields(Details)})


def _believed(declared: Details, beside: Details) -> Details:
    """What a document has *declared*, without a link that where it was found speaks against."""
    if beside.url and not may_stand_for(declared.url, beside.url):
        return replace(declared, url=None)
    return declared


def _cleaned(details: Details) -> Details:
    """*details* with each on one line, and without links that lead nowhere.

    Of a moment without its zone only the day is known.
    """
    url, at = _line(details.url) or "", details.published_at
    return replace(
        details,
        title=_line(details.title),
        outlet=_line(details.outlet),
        byline=_line(details.byline),
        language=tag(details.language),
        url=url if followable(url) else None,
        published=details.published or (at and at.date()),
        published_at=_moment(at),
        updated_at=_moment(details.updated_at),
    )


def _moment(told: datetime | None) -> datetime | None:
    return told if told and told.tzinfo else None


def _suffix(name: str) -> str:
    """What a file name ends in, "" where that is no format: "notes", "statement of 3.5.2023".

    Of "feed.xml.gz" it is "xml".
    """
    suffix = PurePath(name.lower().removesuffix(_PACKED)).suffix.removeprefix(".")
    return suffix if suffix.isalnum() and not suffix.isdecimal() else ""


def _shown(name: str) -> str:
    """The file's own *name*, without folders and with nothing in it that cannot be shown."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c if c.isprintable() else "?" for c in storable(last))


def _line(value: str | None) -> str | None:
    """*value* on one line, None where nothing is left of it."""
    clean = "".join(c if c.isprintable() else " " for c in composed(storable(value or "")))
    return " ".join(clean.split()) or None
