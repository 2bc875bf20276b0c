"""Makes store/search/synonyms.txt: which words may be said for one another, and how alike they are.

    python -m training.synonyms /usr/share/wordnet

The folder is that of WordNet 3.0's database files, as the Debian package wordnet-base has them.
Words are alike as their vectors are, which all-MiniLM-L6-v2 makes of each by itself; what WordNet
has as synonyms counts as alike at least, and what it has as opposites as not alike at all.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertModel

from store.extraction.learned.wordpieces import pieces, vocabulary
from store.search.forms import stem
from store.search.synonyms import FILE
from store.words import STOP_WORDS
from training.minilm import encoder_weights
from training.network import encoder_config
from training.wordnet import PARTS, entries, synsets

ALIKE = 0.5  # cosine from which two words may be said for one another
SYNONYMS = 0.62  # what WordNet's synonyms are alike at least, in the commonest sense of a word
LESS = 0.04  # with each further sense
SENSES = 3  # of a word, the commonest first: further ones are seldom meant
MOST = 12  # of one word

_WORD = re.compile(r"[a-z]{3,}")
_BATCH = 256
_AT_ONCE = 1000

Pair = tuple[str, str]


@dataclass(slots=True)
class WordNet:
    """What is used of WordNet, by stems."""

    words: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)  # words, not stems, that its texts have
    senses: dict[Pair, int] = field(default_factory=dict)  # in which two words are synonyms
    opposites: set[Pair] = field(default_factory=set)


def main() -> None:
    """Write the list anew."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("wordnet", type=Path, help="the folder of WordNet's database files")
    net = wordnet(parser.parse_args().wordnet)
    pairs = alike(net)
    for pair, sense in net.senses.items():
        pairs[pair] = max(pairs.get(pair, 0.0), SYNONYMS - LESS * sense)
    lines = _lines(pairs)
    FILE.write_text("".join(lines), "utf-8")
    print(f"{len(lines)} stems")


def wordnet(folder: Path) -> WordNet:
    """WordNet as it stands in *folder*."""
    net = WordNet()
    for part in PARTS:
        sets = {synset.sense: synset for synset in synsets(folder, part)}
        words = {sense: [w for w in synset.words if _counts(w)] for sense, synset in sets.items()}
        for sense, synset in sets.items():
            for against in synset.opposites:
                net.opposites.update(_pairs(words[sense], words[against]))
        for entry in entries(folder, part):
            if not _counts(entry.word):
                continue
            net.words.add(stem(entry.word))
            net.common.update([entry.word] if entry.is_common else [])
            for rank, sense in enumerate(entry.senses[:SENSES]):
                for pair in _pairs([entry.word], words[sense]):
                    net.senses[pair] = min(rank, net.senses.get(pair, rank))
    return net


def alike(net: WordNet) -> dict[Pair, float]:
    """The stems of words whose vectors are alike, both ways round."""
    words = sorted(net.common | {w for w in vocabulary() if _counts(w)})
    words = [word for word in words if stem(word) in net.words]
    vectors = _vectors(words)
    found: dict[Pair, float] = {}
    for start in range(0, len(words), _AT_ONCE):
        near = vectors[start : start + _AT_ONCE] @ vectors.T
        for one, other in np.argwhere(near >= ALIKE).tolist():
            for pair in _pairs([words[start + one]], [words[other]]):
                if pair not in net.opposites:
                    found[pair] = max(found.get(pair, 0.0), float(near[one, other]))
    return found


def _vectors(words: list[str]) -> NDArray[np.float32]:
    """A vector of length 1 for each word, less what all words have in common."""
    model = BertModel(encoder_config(dropout=0.0), add_pooling_layer=False).eval()
    model.load_state_dict(encoder_weights())
    parts = []
    with torch.no_grad():
        for start in range(0, len(words), _BATCH):
            ids, real = _ids(words[start : start + _BATCH])
            last = model(input_ids=ids, attention_mask=real).last_hidden_state * real[..., None]
            parts.append(torch.nn.functional.normalize(last.sum(1), dim=1).numpy())
    every = np.concatenate(parts)
    every = every - every.mean(0)
    return np.asarray(every / np.linalg.norm(every, axis=1, keepdims=True))


def _ids(words: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
    """The pieces of each word between BERT's two marks, and which of the places are taken."""
    known = vocabulary()
    rows = [[known["[CLS]"], *pieces(word), known["[SEP]"]] for word in words]
    width = max(map(len, rows))
    ids = torch.tensor([row + [known["[PAD]"]] * (width - len(row)) for row in rows])
    real = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
    return ids, real


def _lines(pairs: dict[Pair, float]) -> list[str]:
    others: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), near in pairs.items():
        others[one].append((-round(min(near, 0.99), 2), other))
    return [
        f"{one} {' '.join(f'{other}{-100 * near:.0f}' for near, other in sorted(found)[:MOST])}\n"
        for one, found in sorted(others.items())
    ]


def _pairs(words: Iterable[str], others: list[str]) -> Iterator[Pair]:
    for word in words:
        for other in others:
            one, two = stem(word), stem(other)
            if one != two:
                yield from ((one, two), (two, one))


def _counts(word: str) -> bool:
    return bool(_WORD.fullmatch(word)) and word not in STOP_WORDS


if __name__ == "__main__":
    main()
