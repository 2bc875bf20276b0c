"""The shipped weights as they compute: what any weights that are well made give."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from store.extraction.document import document
from store.extraction.learned import network
from store.extraction.learned.decoding import Tag
from store.extraction.learned.network import Network, Reading
from store.extraction.learned.windows import Passage, windows
from store.extraction.learned.words import words

TEXTS = {
    "one word": "No",
    "two paragraphs": "“We go on,” said Ada Birch.\n\nShe denied that the bridge was shut.",
    "a full window": "The mayor said it was late. " * 40,
    "two windows": "The mayor said it was late. " * 50,
    "odd characters": "\x00 \u0301 👩\u200d🚀 " + "Z" * 300 + " said 𝕏: “ا",
}


def _read(text: str) -> list[tuple[Passage, Reading]]:
    return [one for window in windows(words(document(text))) for one in network().read(window)]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_reading_is_made_of_probabilities(text: str) -> None:
    for passage, reading in _read(text):
        count = len(passage.words)
        assert reading.tags.shape == (count, len(Tag))
        assert reading.cue.shape == reading.source.shape == (count, count + 1)
        assert reading.said.shape == (count,)
        assert np.isfinite(reading.said).all()
        for logs in (reading.tags, reading.cue, reading.source):
            np.testing.assert_allclose(np.exp(logs).sum(axis=1), 1, atol=1e-4)


def test_each_passage_is_read_once() -> None:
    text = "\n".join(["The mayor said it was late. " * 5] * 12)
    assert [passage.paragraph for passage, _ in _read(text)] == list(range(12))


def test_a_sentence_is_read_as_anyone_would() -> None:
    ((passage, reading),) = _read("The mayor said that the bridge was shut.")
    tags = [Tag(int(column)).name for column in reading.tags.argmax(axis=1)]
    said = 2
    assert tags[0] == "SOURCE_BEGINS"
    assert tags[said] == "CUE_BEGINS"
    assert tags[5] == "CONTENT"
    assert reading.cue[5].argmax() == 1 + said
    assert reading.source[said].argmax() == 1
    assert reading.said[said] > 0
    assert len(passage.words) == 9


def test_weights_that_are_not_there_are_an_error_of_whoever_asks(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Network(tmp_path / "none.npz")
