"""CSV as spreadsheets and databases write it: names in the first row, any usual delimiter."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import BinaryIO

from store.articles import compressed
from store.articles.documents import LARGEST
from store.articles.dumps import Row
from store.articles.encoding import decode
from store.articles.unreadable import unreadable
from store.errors import UnreadableArticle

NAME = "csv"
SUFFIXES = frozenset({"csv", "tsv", "psv"})

_DELIMITERS = ",;\t|"
_START = 64 * 1024  # bytes that tell how quotation marks are written
_DOUBLED = re.compile(rb'\w""|""\w')
_RETURN = re.compile(r"(?<=\r)(?!\n)")
_BROKEN = re.compile("[\udc80-\udcff]")
_BETWEEN = "\f"  # fields of a row, while it is decoded

csv.field_size_limit(LARGEST)  # of the whole process; no reader can be told it


def knows(start: bytes, *, named: bool) -> bool:  # noqa: ARG001 -- any text may have commas
    """Whether its name says so."""
    return named


def rows(name: str, file: BinaryIO) -> Iterator[Row | UnreadableArticle]:
    """Every row of *file* after the first; one that is damaged is an error in its place."""
    try:
        text = compressed.lines_of_text(name, file)
        at = text.tell()
        delimiter, escape = _delimiter(text.readline(_START)), _escape(text.read(_START))
        text.seek(at)
        rationed = compressed.Rationed(name, text)
        reader = csv.reader(
            _lines(rationed),
            delimiter=delimiter,
            escapechar=escape,
            doublequote=escape is None,
            skipinitialspace=True,
            strict=True,
        )
        yield from _read(name, rationed, reader)
    except UnreadableArticle as error:
        yield error
    except compressed.DAMAGED:
        yield unreadable(name, "what is packed in it is damaged; what follows is not read")


def _read(
    name: str, rationed: compressed.Rationed, reader: Iterator[list[str]]
) -> Iterator[Row | UnreadableArticle]:
    header: Sequence[str] = ()
    for number in count(1):
        rationed.next_record()
        part = f"{name}, row {number}"
        try:
            fields = _decoded(part, next(reader))
        except StopIteration:
            return
        except csv.Error as error:
            yield unreadable(part, f"its quotation marks do not match ({error})")
        except UnreadableArticle as error:
            yield error
        else:
            if not header:
                header = [column.strip() for column in fields]
            elif len(fields) > len(header):
                yield unreadable(part, f"it has {len(fields)} columns, the first {len(header)}")
            elif any(fields):
                yield Row(part, dict(zip(header, fields, strict=False)))


def _delimiter(header: bytes) -> str:
    """The one that parts the names of the columns most often."""
    line = header.decode("latin-1")
    return max(_DELIMITERS, key=line.count)


def _escape(start: bytes) -> str | None:
    """What stands before a quotation mark inside a field, where that is not another one."""
    return "\\" if b'\\"' in start and not _DOUBLED.search(start) else None


def _lines(file: compressed.Rationed) -> Iterator[str]:
    """Lines with whatever ends them; bytes that are no UTF-8 are kept as they are."""
    while line := file.readline():
        text = line.decode("utf-8", "surrogateescape")
        yield from _RETURN.split(text) if "\r" in text else (text,)


def _decoded(name: str, fields: list[str]) -> list[str]:
    """*fields* in the encoding that fits all of their row."""
    whole = _BETWEEN.join(fields)
    if whole.isascii() or not _BROKEN.search(whole):
        return fields
    parts = decode(name, whole.encode("utf-8", "surrogateescape")).split(_BETWEEN)
    if len(parts) != len(fields):
        raise unreadable(name, "it is in no known encoding; save it as UTF-8")
    return parts
