"""ninjs: the news industry's JSON, in the spelling of each of its versions (1.x, 2.x, 3.x)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from store.articles import wires
from store.articles.encoding import decode
from store.articles.moments import later, moment
from store.articles.paragraphs import paragraphs
from store.articles.parsing import encoded, parsed_json
from store.articles.unreadable import unreadable
from store.errors import UnreadableArticle
from store.links import followable
from store.model import Article

NAME = "ninjs"
SUFFIXES = frozenset({"ninjs"})

_TEXTS = frozenset({"", "text", "composite"})
_BODIES = ("body_xhtml", "body_html", "body_text")  # of 1.x, the first of which there is any
_SIGNS = frozenset({"versioncreated", "headlines", "bodies", "pubstatus", "representationtype"})

Item = Mapping[str, Any]


def knows(data: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- what it holds tells
    """Whether *data* is one item."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{":
        return False
    try:
        return is_item(parsed_json("", decode("", data)))
    except UnreadableArticle:
        return False


def is_item(told: object) -> bool:
    """Whether *told*, as JSON has it, is an item: it names itself, and has a body or a status."""
    if not isinstance(told, dict):
        return False
    names = {str(name).lower() for name in told}
    standard = told.get("standard")
    if isinstance(standard, dict) and standard.get("name") == "ninjs":
        return True
    return "uri" in names and bool(names & (_SIGNS | set(_BODIES)))


def read(name: str, data: bytes) -> Article:
    """The article in one item; raises UnreadableArticle."""
    told = parsed_json(name, decode(name, data))
    if not isinstance(told, dict):
        raise unreadable(name, "it is no item of ninjs")
    item = {str(key).lower(): value for key, value in told.items()}
    wires.refuse_unusable(name, _line(item, "pubstatus"), _line(item, "embargoed"))
    kind = _line(item, "type") or ""
    if kind.lower() not in _TEXTS:
        raise unreadable(name, f"it is no text, but of the type {kind[:40]!r}")
    first, last = (moment(item.get(when)) for when in ("firstcreated", "versioncreated"))
    return Article(
        _text(name, item),
        title=_headline(name, item),
        outlet=_outlet(item),
        byline=wires.writer(_line(item, "by", "byline")),
        url=next(filter(followable, _lines(item, "canonical", "url", "uri")), None),
        published_at=first or last,
        updated_at=later(first, last),
        language=_line(item, "language"),
    )


def _line(item: Item, *names: str) -> str | None:
    """The first of *names* under which *item* has words."""
    return next(_lines(item, *names), None)


def _lines(item: Item, *names: str) -> Iterator[str]:
    found = (item.get(name) for name in names)
    return (told for told in found if isinstance(told, str) and told.strip())


def _parts(item: Item, name: str) -> list[Item]:
    """The objects in a list of *item*, what is main first, their keys in small letters."""
    listed = item.get(name)
    parts = [
        {str(key).lower(): value for key, value in part.items()}
        for part in (listed if isinstance(listed, list) else ())
        if isinstance(part, dict)
    ]
    return sorted(parts, key=lambda part: not str(part.get("role", "")).endswith("main"))


def _headline(name: str, item: Item) -> str | None:
    told = _line(item, "headline") or next(
        filter(None, (_line(part, "value") for part in _parts(item, "headlines"))), None
    )
    return " ".join(paragraphs(name, told or _line(item, "title") or "")) or None


def _outlet(item: Item) -> str | None:
    """The provider; else where the information is from; else whose rights they are."""
    provider = item.get("provider")
    named = _line(provider, "name", "literal") if isinstance(provider, dict) else None
    sources = (_line(part, "name") for part in _parts(item, "infosource"))
    found = (named or _line(item, "provider", "source"), *sources, _line(item, "copyrightholder"))
    return next(filter(None, found), None)


def _text(name: str, item: Item) -> str:
    """The text of the first body that has any; markup goes before plain text, which lost it."""
    bodies = [(_line(item, key), key != "body_text") for key in _BODIES]
    bodies += [
        (_line(part, "value"), "html" in str(part.get("contenttype", "")).lower())
        for part in _parts(item, "bodies")
    ]
    for text, marked_up in sorted(bodies, key=lambda body: not body[1]):
        whole = encoded(name, text or "").decode()
        found = "\n\n".join(paragraphs(name, whole)) if marked_up else whole.strip()
        if found:
            return found
    raise unreadable(name, "it has no text; is it a picture or a headline only?")
