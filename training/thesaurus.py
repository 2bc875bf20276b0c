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
from pathlib import Path

from store.variants.thesaurus import FILE
from training.wordnet import PARTS, Synset, exceptions, synsets

_WORD = re.compile(r"[a-z]+")
_NO_MARKS = str.maketrans("", "", "-'")


def main() -> None:
    """Write the file that the store reads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="that holds data.noun, noun.exc, …")
    folder = parser.parse_args().folder
    written = json.dumps(thesaurus(folder), separators=(",", ":"), sort_keys=True)
    FILE.write_bytes(gzip.compress(written.encode(), mtime=0))


def thesaurus(folder: Path) -> dict[str, object]:
    """All that is written: words with the numbers of their senses, opposites, irregular forms."""
    every = {synset: _words(synset) for part in PARTS for synset in synsets(folder, part)}
    opposed = {sense for synset in every for sense in synset.opposites}
    telling = [s for s in every if len(every[s]) > 1 or s.opposites or s.sense in opposed]
    numbers = {synset.sense: number for number, synset in enumerate(telling)}
    senses: dict[str, list[int]] = defaultdict(list)
    for synset in telling:
        for word in every[synset]:
            senses[word].append(numbers[synset.sense])
    words = {word for words in every.values() for word in words}
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


def _words(synset: Synset) -> list[str]:
    """Its words of one piece, as they are compared."""
    words = dict.fromkeys(word.translate(_NO_MARKS) for word in synset.words)
    return [word for word in words if _WORD.fullmatch(word)]


def _forms(folder: Path) -> dict[str, str]:
    """What irregular nouns and verbs are forms of: "bought", "buy"."""
    forms: dict[str, set[str]] = defaultdict(set)
    for part in ("noun", "verb"):
        for form, bases in exceptions(folder, part):
            if _WORD.fullmatch(form):
                forms[form].update(filter(_WORD.fullmatch, bases))
    return {form: " ".join(sorted(bases)) for form, bases in forms.items() if bases}


if __name__ == "__main__":
    main()
