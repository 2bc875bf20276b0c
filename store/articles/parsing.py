"""XML and JSON of strangers: parsed without entities, fetching or depth, or refused."""

from __future__ import annotations

import html.entities
import json
import re
from typing import Any

from lxml import etree

from store.articles.encoding import decode
from store.articles.unreadable import unreadable

_START = 64 * 1024  # bytes in which a root element must begin
_DECLARED = re.compile(r"\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]+)")
_BEFORE_ROOT = re.compile(
    r"\ufeff|\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_NAMED = re.compile(r"&(\w{2,31});", re.ASCII)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_UTF_16 = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}  # without the mark that it should have


def root_name(start: bytes) -> str:
    """What the outermost element is called that a file with this *start* has; "" for none."""
    head = start[:_START]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:2] in _UTF_16
    text = head.replace(b"\0", b"").lstrip(b"\xff\xfe") if wide else head
    found = _ROOT.match(_from_root(text.decode("utf-8", "ignore")))
    return found[1] if found else ""


def xml_text(name: str, data: bytes) -> str:
    """The text of an XML document from its root element on; raises UnreadableArticle.

    HTML's names for characters, which many use without declaring them, are put right.
    """
    told = _DECLARED.match(data[:1000].replace(b"\0", b"").decode("latin-1"))
    declared = _UTF_16.get(data[:2], told[1] if told else None)
    text = decode(name, data, declared)
    if _declares_entities(text):
        raise unreadable(name, "it declares entities of its own, which may be a trap")
    return _NAMED.sub(_character, _from_root(text))


def xml(name: str, data: bytes) -> etree._Element:
    """The outermost element of an XML document; raises UnreadableArticle."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    text = xml_text(name, data)
    try:
        return etree.fromstring(text, parser)
    except (etree.LxmlError, ValueError) as error:
        raise unreadable(name, f"its XML is damaged ({_reason(error)}); export it again") from error


def parsed_json(name: str, text: str) -> Any:
    """What the JSON in *text* tells; raises UnreadableArticle."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}: {error.msg}"
        raise unreadable(name, f"its JSON is damaged ({where}); export it again") from error
    except ValueError as error:  # a number of thousands of digits
        raise unreadable(name, "its JSON has a number too long to read") from error
    except RecursionError as error:
        raise unreadable(name, "its JSON is nested too deep") from error


def encoded(name: str, text: str) -> bytes:
    """*text* as the bytes of a document; raises UnreadableArticle.

    JSON can tell halves of characters, which nothing can keep.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise unreadable(name, "it has broken characters; export it again") from error


def _from_root(text: str) -> str:
    at = 0
    while skipped := _BEFORE_ROOT.match(text, at):
        at = skipped.end()
    return text[at:]


def _declares_entities(text: str) -> bool:
    """Whether there is such a declaration in *text*, other than in its CDATA."""
    first, *others = text.split("<![CDATA[")
    return any("<!ENTITY" in part for part in (first, *(o.partition("]]>")[2] for o in others)))


def _character(named: re.Match[str]) -> str:
    name = named[1]
    return named[0] if name in _OF_XML else html.entities.html5.get(f"{name};", named[0])


def _reason(error: Exception) -> str:
    """Why, on one line and short: lxml tells pieces of the document."""
    told = "".join(c if c.isprintable() else " " for c in str(error))
    return " ".join(told.split())[:120]
