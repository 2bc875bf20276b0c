"""One document in, an article out, with all that is told of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from itertools import islice

from store.articles import formats
from store.articles.details import believed, cleaned, declared, link
from store.articles.documents import Details, Document
from store.articles.names import shown
from store.articles.outlets import NO_NAMES, outlet
from store.articles.unreadable import unreadable
from store.characters import composed
from store.model import Article

LONGEST = 200_000  # words and marks of an article: a thick book's, read in a minute and a half
_WORD = re.compile(r"\w+|[^\w\s]")
_NOTHING = Details()


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
    name, url = shown(document.name), link(told.url)
    article = formats.of(name, document).read(name, document.data)
    article = replace(article, text=composed(article.text))
    if not article.text.strip():
        raise unreadable(name, "it is empty")
    if next(islice(_WORD.finditer(article.text), LONGEST, None), None):
        raise unreadable(name, f"it has more than {LONGEST:,} words and marks; load it in parts")
    beside, told = cleaned(document.beside), cleaned(replace(told, url=url))
    known = told.or_else(believed(cleaned(declared(article)), beside)).or_else(beside)
    known = replace(known, outlet=told.outlet or outlet(known.outlet, known.url, outlets))
    whole = {field.name: getattr(known, field.name) for field in fields(Details)}
    by_a_person = tuple(field.name for field in fields(Details) if getattr(told, field.name))
    found = None if told.url or known.url == beside.url else beside.url or ""
    return replace(article, **whole, file=name or None, found=found, told=by_a_person)
