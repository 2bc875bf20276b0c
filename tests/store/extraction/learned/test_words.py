"""Words as the network sees them: with the marks around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extraction.document import document
from store.extraction.learned.words import Look, Marked, Word, words


def _words(text: str) -> list[Word]:
    return [word for paragraph in words(document(text)) for word in paragraph]


LOOKS = {
    "bridge": Look.SMALL,
    "Birch": Look.CAPITAL,
    "I": Look.CAPITAL,
    "NATO": Look.CAPITALS,
    "McBirch": Look.CAPITAL,
    "iPhone": Look.INNER_CAPITAL,
    "5th": Look.NUMBER,
    "—": Look.SIGN,
}


@pytest.mark.parametrize(("word", "look"), LOOKS.items(), ids=LOOKS)
def test_how_a_word_looks(word: str, look: Look) -> None:
    assert [one.look for one in _words(f"a {word} b")] == [Look.SMALL, look, Look.SMALL]


# o outside, d in double marks, s in single ones, m a mark
MARKED = {
    "curly": ("She said “it is safe” twice.", "oomdddmoo"),
    "straight": ('She said "it is safe" twice.', "oomdddmoo"),
    "single": ("She said ‘it is safe’ twice.", "oomsssmoo"),
    "two single for a double": ("She said ''it is safe'' twice.", "oommdddmmoo"),
    "single within double": ("“It is ‘safe’ now.”", "mdddddddm"),
    "angles": ("«It is safe.»", "mddddm"),
    "none": ("The workers’ hall’s roof.", "oooooo"),
}


@pytest.mark.parametrize(("text", "marked"), MARKED.values(), ids=MARKED)
def test_where_words_stand_to_the_marks(text: str, marked: str) -> None:
    letters = {Marked.OUTSIDE: "o", Marked.DOUBLE: "d", Marked.SINGLE: "s", Marked.MARK: "m"}
    assert "".join(letters[one.marked] for one in _words(text)) == marked


@given(st.text(max_size=200))
def test_every_character_but_white_space_is_in_one_word(text: str) -> None:
    offsets = [at for word in _words(text) for at in range(word.start, word.end)]
    assert offsets == sorted(set(offsets))
    assert not "".join(one for at, one in enumerate(text) if at not in set(offsets)).strip()
    assert all(word.pieces for word in _words(text))
