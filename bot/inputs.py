"""What is named in a shell to be loaded: files, folders of them, patterns, archives, addresses."""

from __future__ import annotations

import glob
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from bot.loading import name_of
from store import fetching
from store.articles import (
    LARGEST,
    Document,
    Found,
    Linked,
    documents,
    holds_many,
    read_document,
    too_large,
)
from store.errors import UnreadableArticle, reason
from store.model import Article

PIPED = "-"
_OTHER_ADDRESS = re.compile(r"\w+://|www\.")
_START = 64 * 1024  # bytes by which a file that holds many articles is known


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page that somebody typed."""

    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """One article of an input; *name* is how people are told of it.

    *behind* is how many bytes of all inputs are gone through with it.
    """

    name: str
    found: Found | Address
    behind: int = 0


def is_address(typed: str) -> bool:
    """Whether somebody means an address by what they *typed*, and not a file."""
    return typed.lower().startswith(("http://", "https://"))


def size(typed: Iterable[str]) -> int:
    """How many bytes the files have that are *typed*, as far as that can be told."""
    named = (one for one in typed if one != PIPED and not is_address(one))
    paths = chain.from_iterable(map(_paths, named))
    return sum(_bytes(path) for path in paths if isinstance(path, Path))


def items(
    typed: Iterable[str], columns: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Item]:
    """Every article in what is *typed*, in its order, one after the other and never all at once.

    What cannot be opened is among them, as an error. *columns* are those of a dump.
    """
    behind = 0
    for one in typed:
        if one == PIPED:
            yield from _piped(columns)
        elif is_address(one):
            yield Item(fetching.shown(one), Address(one), behind)
        else:
            for path in _paths(one):
                yield from _in_file(path, behind, columns)
                behind += _bytes(path) if isinstance(path, Path) else 0


def read_file(path: Path) -> Article:
    """The text of the file at *path*, which is not stored."""
    with opened(path) as file:
        found = tuple(islice(documents(path.name, file), 2))
    if len(found) > 1:
        raise UnreadableArticle(f"'{path.name}' holds several texts; save the one that is meant")
    match found[0]:
        case Document() as document:
            return read_document(document)
        case Linked(url):
            raise UnreadableArticle(f"'{path.name}' only links to {fetching.shown(url)}")
        case error:
            raise error


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file at *path*, which is looked at first: a device or a pipe may never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableArticle(f"cannot read '{path}': it is not a file")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise _unreadable(path, error) from error


def _paths(typed: str) -> Iterator[Path | UnreadableArticle]:
    """The file that is *typed*, or every file of a folder or pattern."""
    if not typed:  # a variable of a shell script that is not set, which is no name for this folder
        return iter((UnreadableArticle("cannot read '': name a file, a folder or an address"),))
    if _OTHER_ADDRESS.match(typed) and not os.path.lexists(typed):
        why = "an address begins with http:// or https://"
        return iter((UnreadableArticle(f"cannot load '{typed}': {why}"),))
    named = os.path.lexists(typed) or glob.escape(typed) == typed
    found = () if named else sorted(glob.iglob(typed, recursive=True))  # noqa: PTH207 -- anywhere
    return chain.from_iterable(_below(Path(path)) for path in found or (typed,))


def _below(path: Path) -> Iterator[Path | UnreadableArticle]:
    """The file at *path*, or those of a folder: its own by their names, then those further below.

    What begins with a dot is left out, and links to folders are not followed: they may lead back.
    """
    if not os.path.isdir(path):  # noqa: PTH112 -- Path's raises where a name is no name
        yield path
        return
    closed: list[OSError] = []
    for place, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))
    yield from (_unreadable(error.filename, error) for error in closed)


def _piped(columns: Mapping[str, str]) -> Iterator[Item]:
    """What is piped in, kept in a file meanwhile: a collection is gone through to and fro."""
    name = "piped"
    try:
        with tempfile.TemporaryFile() as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
            yield from _in(file, Path(name), 0, columns)
    except UnreadableArticle as error:
        yield Item(name, error)
    except OSError as error:
        why = f"{reason(error)}; TMPDIR can name a folder with room for it"
        yield Item(name, UnreadableArticle(f"cannot keep what is piped in: {why}"))


def _in_file(
    path: Path | UnreadableArticle, behind: int, columns: Mapping[str, str]
) -> Iterator[Item]:
    if isinstance(path, UnreadableArticle):
        yield Item("", path, behind)
        return
    try:
        with opened(path) as file:
            yield from _in(file, path, behind, columns)
    except UnreadableArticle as error:
        yield Item(path.name, error, behind)


def _in(file: BinaryIO, path: Path, behind: int, columns: Mapping[str, str]) -> Iterator[Item]:
    """Every article in *file*."""
    if _length(file) > LARGEST and not holds_many(path.name, file.read(_START)):
        raise too_large(str(path))
    file.seek(0)
    for found in documents(path.name, file, columns=columns):
        yield Item(name_of(found) or path.name, found, behind + file.tell())


def _length(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _bytes(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # opening it will say what is wrong


def _unreadable(path: Path | str, error: OSError) -> UnreadableArticle:
    return UnreadableArticle(f"cannot read '{path}': {reason(error)}")
