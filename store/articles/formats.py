"""Every format there is, and which of them a file has: by its content more than by its name."""

from __future__ import annotations

from collections.abc import Mapping

from store.articles import (
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
    names,
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
from store.articles.documents import LARGEST, Collection, Document, Format
from store.articles.signatures import kind
from store.articles.unreadable import too_large, unreadable

# In the order in which they are asked whether they know a document: what any text may be is last.
FORMATS: Mapping[str, Format] = {
    module.NAME: module
    for module in (docx, pdf, ninjs, newsml, nitf, markdown, html, text, fragment, plain)
}
COLLECTIONS: Mapping[str, Collection] = {
    module.NAME: module for module in (warc, mail, feed, sitemap, newsmessage, jsonfeed)
}
DUMPS: Mapping[str, dumps.Dump] = {module.NAME: module for module in (json_dump, csv_dump)}


def several(name: str, start: bytes) -> tuple[Collection | None, dumps.Dump | None]:
    """The kind of collection or of dump that a file with this *start* is, if it is one."""
    suffix = names.suffix(name)
    for collection in COLLECTIONS.values():
        if collection.knows(start, named=suffix in collection.SUFFIXES):
            return collection, None
    if not ninjs.knows(start, named=False):  # one item is a document, though it is JSON
        for dump in DUMPS.values():
            if dump.knows(start, named=suffix in dump.SUFFIXES):
                return None, dump
    return None, None


def of(name: str, document: Document) -> Format:
    """The format of *document*, called *name*: what it holds counts for more than its name."""
    data, suffix = document.data, names.suffix(name)
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
