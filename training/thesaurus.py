"""Which words mean the same and which the opposite, from the files of WordNet 3.0.

    python -m training.thesaurus /usr/share/wordnet

The same files give the same bytes. Only words of one piece are kept, without hyphens and
apostrophes, as they are compared.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from store.variants.thesaurus import FILE

_PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_WORD = re.compile(r"[a-z]+")
_NO_MARKS = str.maketrans("", "", "-'")
_SATELLITE = "s"  # an adjective beside another one; it is numbered among the adjectives

Sense = tuple[str, str]  # the part of speech and the number that WordNet gives it


@dataclass(frozen=True, slots=True)
class Synset:
    """Words that mean the same in one sense, and the senses that are its opposite."""

    sense: Sense
    words: tuple[str, ...]
    opposites: tuple[Sense, ...]


def main() -> None:
    """Write the file that the store reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="that holds data.noun, noun.exc, …")
    folder = parser.parse_args().folder
    written = json.dumps(thesaurus(folder), separators=(",", ":"), sort_keys=True)
    FILE.write_bytes(gzip.compress(written.encode(), mtime=0))


def thesaurus(folder: Path) -> dict[str, object]:
    """All that is written: words with the numbers of their senses, opposites, irregular forms."""
    synsets = [synset for part in _PARTS for synset in _synsets(folder, part)]
    opposed = {sense for synset in synsets for sense in synset.opposites}
    telling = [s for s in synsets if len(s.words) > 1 or s.opposites or s.sense in opposed]
    numbers = {synset.sense: number for number, synset in enumerate(telling)}
    senses: dict[str, list[int]] = defaultdict(list)
    for synset in telling:
        for word in synset.words:
            senses[word].append(numbers[synset.sense])
    words = {word for synset in synsets for word in synset.words}
    return {
        "words": " ".join(sorted(words)),
        "senses": senses,
        "opposites": {
            numbers[synset.sense]: sorted(numbers[sense] for sense in synset.opposites)
            for synset in telling
            if synset.opposites
        },
        "forms": _forms(folder),
    }


def _synsets(folder: Path, part: str) -> Iterator[Synset]:
    for line in (folder / f"data.{part}").read_text("latin-1").splitlines():
        if line.startswith(" "):  # the licence
            continue
        number, _, _, count, *fields = line.split(" ")
        end = 2 * int(count, 16)
        lemmas = (re.sub(r"\(.*", "", word).lower() for word in fields[:end:2])
        words = dict.fromkeys(lemma.translate(_NO_MARKS) for lemma in lemmas)
        pointers = fields[end + 1 : end + 1 + 4 * int(fields[end])]
        yield Synset(
            (_PARTS[part], number),
            tuple(word for word in words if _WORD.fullmatch(word)),
            tuple(_opposites(pointers)),
        )


def _opposites(pointers: list[str]) -> Iterator[Sense]:
    for symbol, number, part in zip(pointers[::4], pointers[1::4], pointers[2::4], strict=True):
        if symbol == "!":
            yield "a" if part == _SATELLITE else part, number


def _forms(folder: Path) -> dict[str, str]:
    """What irregular nouns and verbs are forms of: "bought", "buy"."""
    forms: dict[str, set[str]] = defaultdict(set)
    for part in ("noun", "verb"):
        for line in (folder / f"{part}.exc").read_text("latin-1").splitlines():
            form, *bases = line.split()
            if _WORD.fullmatch(form):
                forms[form].update(filter(_WORD.fullmatch, bases))
    return {form: " ".join(sorted(bases)) for form, bases in forms.items() if bases}


if __name__ == "__main__":
    main()
