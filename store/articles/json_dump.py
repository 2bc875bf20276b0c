"""JSON: an object a line, or a list of objects, by itself or in an object; ninjs among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from typing import Any, BinaryIO

import ijson

from store.articles import compressed, ninjs
from store.articles.documents import LARGEST, Document
from store.articles.dumps import Row
from store.articles.encoding import decode
from store.articles.parsing import parsed_json
from store.articles.unreadable import too_large, unreadable
from store.errors import UnreadableArticle

NAME = "json"
SUFFIXES = frozenset({"json", "jsonl", "jsonlines", "ndjson"})

_BLANK = b" \t\r\n"
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*\"|\[\s*[\[{])")
# What APIs call the list of what they found, and what they put around it.
_AROUND = frozenset(
    {"articles", "data", "docs", "documents", "entries", "items", "news", "posts", "response"}
    | {"results", "stories"}
)
_DEEPEST = 200  # levels, far more than any article has
_WRAPPED = 2  # times, at most

Found = Row | Document | UnreadableArticle


def knows(start: bytes, *, named: bool) -> bool:
    """Whether it begins as an object or a list of objects."""
    return named or bool(_BEGINS.match(start))


def rows(name: str, file: BinaryIO) -> Iterator[Found]:
    """Every object in *file*; what is damaged in a line costs that line, in a list all after it."""
    try:
        text = compressed.lines_of_text(name, file)
        first = text.read(1)
        while first and first in _BLANK:
            first = text.read(1)
        text.seek(text.tell() - len(first))
        yield from _listed(name, text) if first == b"[" else _objects(name, text)
    except UnreadableArticle as error:
        yield error
    except compressed.DAMAGED:
        yield unreadable(name, "what is packed in it is damaged; what follows is not read")


def _listed(name: str, file: BinaryIO) -> Iterator[Found]:
    try:
        for number, item in enumerate(_items(name, compressed.Rationed(name, file)), 1):
            yield from _found(f"{name}, item {number}", item)
    except (ijson.JSONError, ValueError) as error:
        why = " ".join(str(error).split())[:100]
        yield unreadable(name, f"its JSON is damaged ({why}); what follows is not read")


def _items(name: str, file: compressed.Rationed) -> Iterator[Any]:
    """What stands in a list, one after the other; ijson itself would put up with any depth."""
    depth, building = -1, ijson.ObjectBuilder()
    for event, value in ijson.basic_parse(file, use_float=True):
        starts, ends = event.startswith("start_"), event.startswith("end_")
        depth -= ends
        if depth >= 0:  # within the list, whose own beginning and end are at -1
            building.event(event, value)
        if depth == 0 and not starts:
            yield building.value
            file.next_record()
            building = ijson.ObjectBuilder()
        depth += starts
        if depth > _DEEPEST:
            raise unreadable(name, "its JSON is nested too deep")


def _objects(name: str, file: BinaryIO) -> Iterator[Found]:
    """An object a line; where neither of the first two is whole, all is one."""
    start = file.tell()
    first = [file.readline(LARGEST + 1) for _ in range(2)]
    file.seek(start)
    if any(map(_is_whole, first)):
        yield from _lines(name, file)
        return
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large(name, "; save an object a line")
    yield from _found(name, parsed_json(name, decode(name, data)))


def _is_whole(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(name: str, file: BinaryIO) -> Iterator[Found]:
    for number in count(1):
        line = file.readline(LARGEST + 1)
        part = f"{name}, line {number}"
        if not line:
            return
        if len(line) > LARGEST:
            yield too_large(part, "")
            while line and not line.endswith(b"\n"):
                line = file.readline(LARGEST)
        elif line.strip():
            try:
                told = parsed_json(part, _text(part, line))
            except UnreadableArticle as error:
                yield error
            else:
                yield from _found(part, told)


def _text(name: str, line: bytes) -> str:
    """*line* as text: nearly all are UTF-8, and what is not allowed in text JSON refuses."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return decode(name, line)


def _found(name: str, told: Any) -> Iterator[Found]:
    """What *told* is: a row, an item of ninjs, or what stands around a list of those."""
    within = _rows_within(told)
    if within is None:
        yield _one(name, told)
        return
    for number, item in enumerate(within, 1):
        yield _one(f"{name}, item {number}", item)


def _one(name: str, told: Any) -> Found:
    if not isinstance(told, dict):
        return unreadable(name, "it is no object with names and values")
    if ninjs.is_item(told):
        return Document(name, json.dumps(told).encode(), format=ninjs.NAME)
    return Row(name, told)


def _rows_within(told: Any) -> list[Any] | None:
    """The list in an answer of an API, which may be wrapped twice; None where *told* is a row."""
    for _ in range(_WRAPPED):
        if not isinstance(told, dict) or ninjs.is_item(told):
            return None
        told = next((told[name] for name in told if name.lower() in _AROUND), None)
        if isinstance(told, list):
            return told if any(isinstance(item, dict) for item in told) else None
    return None
