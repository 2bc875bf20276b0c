"""What the formats of news agencies have in common: who wrote it, and whether it may be used."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from lxml import etree

from store.articles.moments import moment
from store.articles.paragraphs import in_element, paragraphs
from store.articles.unreadable import unreadable

_BY = re.compile(r"\s*by[\s:]+(?=\S)", re.IGNORECASE)
_NOT_USABLE = {
    "canceled": "its publisher has canceled it",
    "cancelled": "its publisher has canceled it",
    "withheld": "its publisher withholds it",
    "withhold": "its publisher withholds it",
    "embargoed": "it is under embargo; load it again when that is over",
}


def refuse_unusable(name: str, status: str | None, embargo: str | None = None) -> None:
    """Raises UnreadableArticle where *status* or an *embargo* says that it is not to be used."""
    why = _NOT_USABLE.get((status or "").rpartition(":")[2].strip().lower())
    until = moment(embargo)
    if until and until.replace(tzinfo=until.tzinfo or UTC) > datetime.now(UTC):
        why = f"it is under embargo until {until.isoformat(' ', 'minutes')}; load it again then"
    if why:
        raise unreadable(name, why)


def writer(told: str | None) -> str | None:
    """Who wrote it, of a line like "By Jane Roe"."""
    return _BY.sub("", told, count=1) if told else None


def words(element: etree._Element | None) -> str | None:
    """All text in *element*, on one line; None where there is none."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The attribute *name* of *element*; None where there is neither."""
    found = element.get(name) if element is not None else None
    return str(found).strip() or None if found else None


def body(name: str, element: etree._Element) -> str:
    """The text of the article in *element*, which holds elements, or markup written as text."""
    inside = element.text or ""
    found = paragraphs(name, inside) if not len(element) and "<" in inside else in_element(element)
    return "\n\n".join(found)
