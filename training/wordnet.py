"""Reads the database files of WordNet 3.0, as the Debian package wordnet-base has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_SATELLITE = "s"  # an adjective beside another one; it is numbered among the adjectives

Sense = tuple[str, str]  # the part of speech and the number that WordNet gives it


@dataclass(frozen=True, slots=True)
class Synset:
    """Words that mean the same in one sense, in small letters; the senses that are its opposite."""

    sense: Sense
    words: tuple[str, ...]
    opposites: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with its senses, the commonest first; whether WordNet's own texts have it."""

    word: str
    senses: tuple[Sense, ...]
    is_common: bool


def synsets(folder: Path, part: str) -> Iterator[Synset]:
    """All of one of `PARTS`, in the order of the file."""
    for line in _data(folder / f"data.{part}"):
        number, _, _, count, *fields = line.split()
        end = 2 * int(count, 16)
        words = (re.sub(r"\(.*", "", word).lower() for word in fields[:end:2])
        pointers = fields[end + 1 : end + 1 + 4 * int(fields[end])]
        yield Synset((PARTS[part], number), tuple(words), tuple(_opposites(pointers)))


def entries(folder: Path, part: str) -> Iterator[Entry]:
    """All words of one of `PARTS`, in the order of the file."""
    for line in _data(folder / f"index.{part}"):
        word, _, count, *fields = line.split()
        numbers = fields[-int(count) :]
        senses = tuple((PARTS[part], number) for number in numbers)
        yield Entry(word, senses, is_common=fields[-int(count) - 1] != "0")


def exceptions(folder: Path, part: str) -> Iterator[tuple[str, list[str]]]:
    """Irregular forms, each with what it may be a form of."""
    for line in _data(folder / f"{part}.exc"):
        form, *bases = line.split()
        yield form, bases


def _opposites(pointers: list[str]) -> Iterator[Sense]:
    for symbol, number, part in zip(pointers[::4], pointers[1::4], pointers[2::4], strict=True):
        if symbol == "!":
            yield "a" if part == _SATELLITE else part, number


def _data(file: Path) -> Iterator[str]:
    with file.open(encoding="latin-1") as lines:
        yield from (line for line in lines if not line.startswith(" "))  # those are the licence
