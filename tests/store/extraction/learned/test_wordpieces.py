"""Words as the pieces that the network was trained on."""

from __future__ import annotations

import pytest

from store.extraction.learned.wordpieces import pieces, vocabulary

CASES = {
    "a word": ("bridge", "bridge"),
    "a name": ("Birch", "birch"),
    "capitals": ("NATO", "nato"),
    "a word in two pieces": ("conceded", "conceded"),
    "a long word": ("harbourmaster", "harbour ##master"),
    "an accent": ("café", "cafe"),
    "an accent of its own": ("cafe\u0301", "cafe"),
    "a letter with a stroke": ("Łódź", "łodz"),
    "a curly apostrophe": ("don’t", "don ’ t"),
    "a straight apostrophe": ("don't", "don ' t"),
    "a possessive": ("mayor’s", "mayor ’ s"),
    "an abbreviation": ("U.S", "u . s"),
    "an ampersand": ("AT&T", "at & t"),
    "a hyphen": ("co-op", "co - op"),
    "a number": ("2,011", "2 , 01 ##1"),
    "curly marks": ("“", "“"),
    "a dash": ("—", "—"),
    "a figure's sign": ("€", "€"),
    "an underscore": ("a_b", "a _ b"),
    "a sign nobody knows": ("👩", "[UNK]"),
    "a letter nobody knows": ("𝕏", "[UNK]"),
    "a lone accent": ("\u0301", "[UNK]"),
    "nothing to see": ("\x00", "[UNK]"),
    "Arabic": ("العربية", "ا ##ل ##ع ##ر ##ب ##ي ##ة"),
    "nothing but a surrogate": ("\ud800", "[UNK]"),
    "100 letters": ("x" * 100, "xx ##xx" + " ##xx" * 14),
    "200 letters": ("Z" * 200, "[UNK]"),
    "200 letters with a mark between": (f"{'Z' * 100}-{'Z' * 99}", "z" + " ##zz" * 15),
}


@pytest.mark.parametrize(("word", "expected"), CASES.values(), ids=CASES)
def test_a_word_in_pieces(word: str, expected: str) -> None:
    named = {number: piece for piece, number in vocabulary().items()}
    assert " ".join(named[number] for number in pieces(word)) == expected


def test_the_numbers_are_those_that_the_network_was_trained_with() -> None:
    numbers = {piece: vocabulary()[piece] for piece in ("[UNK]", "[CLS]", "[SEP]", "the", "##s")}
    assert numbers == {"[UNK]": 100, "[CLS]": 101, "[SEP]": 102, "the": 1996, "##s": 2015}
    assert len(vocabulary()) == 30_522
