"""Items of a list as one's words: "The minister said the plan would:", then a line to each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from store.extraction.document import Document
from store.extraction.paragraphs import trimmed
from store.model import Quotation, Span

_MARK = re.compile(r"(?:[•▪◦·●■*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
_JOINTS = re.compile(r"[;,]?(?: and| or)?$")
_STOPS = " .;,"


def with_items(document: Document, found: Iterable[Quotation]) -> Iterator[Quotation]:
    """*found*, those that end before a colon and a list with its items as content, too.

    What else was found within those items is part of it.
    """
    ordered = sorted(found, key=lambda one: one.content[0])
    taken: set[int] = set()
    for one in ordered:
        items = _items(document, one)
        if items and not taken & items.keys():
            taken |= items.keys()
            yield replace(one, content=(*one.content, *items.values()))
        elif document.paragraph_at(one.content[0].start) not in taken:
            yield one


def leads_in(document: Document, one: Quotation) -> bool:
    """Whether the words of *one* go on in the items of a list."""
    return bool(_items(document, one))


def _items(document: Document, one: Quotation) -> dict[int, Span]:
    """The items of the list that *one* leads in, by the numbers of their paragraphs."""
    last = max((*one.content, *one.cue, *one.source), key=lambda span: span.end)
    number = document.paragraph_at(last.end - 1)
    lead = document.paragraphs[number].span if document.paragraphs else last
    if document.text[last.end : lead.end].strip() != ":" or _MARK.match(document.text, lead.start):
        return {}
    found: dict[int, Span] = {}
    for at in range(number + 1, len(document.paragraphs)):
        item = _item(document, document.paragraphs[at].span)
        if not item:
            break
        found[at] = item
    return found


def _item(document: Document, paragraph: Span) -> Span | None:
    """The words of a line that a bullet or a number opens; those in marks keep them."""
    mark = _MARK.match(document.text, paragraph.start, paragraph.end)
    words = trimmed(document.text, mark.end(), paragraph.end) if mark else None
    if not words:
        return None
    text = _JOINTS.sub("", words.of(document.text)).rstrip(_STOPS)
    return Span(words.start, words.start + len(text)) if text else None
