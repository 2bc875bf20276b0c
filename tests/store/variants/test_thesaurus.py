"""What the dictionary tells of words."""

from __future__ import annotations

import pytest

from store.variants import thesaurus


@pytest.mark.parametrize(
    ("form", "base"),
    [("harbours", "harbour"), ("parties", "party"), ("agreed", "agree"), ("bought", "buy")],
)
def test_a_form_has_its_base(form: str, base: str) -> None:
    assert base in thesaurus.bases(form)


@pytest.mark.parametrize("word", ["zelensky", "harbuor", ""])
def test_what_is_no_word_has_none(word: str) -> None:
    assert not thesaurus.bases(word)


@pytest.mark.parametrize(
    ("one", "other"), [("bought", "purchased"), ("colour", "color"), ("captives", "prisoners")]
)
def test_synonyms_in_any_form(one: str, other: str) -> None:
    assert thesaurus.synonyms(one, other)
    assert thesaurus.synonyms(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("won", "lost"), ("employers", "employees"), ("legal", "illegal")]
)
def test_antonyms_are_no_synonyms(one: str, other: str) -> None:
    assert thesaurus.antonyms(one, other)
    assert thesaurus.antonyms(other, one)
    assert not thesaurus.synonyms(one, other)


def test_other_words_are_neither() -> None:
    assert not thesaurus.synonyms("freed", "killed")
    assert not thesaurus.antonyms("pier", "harbour")
