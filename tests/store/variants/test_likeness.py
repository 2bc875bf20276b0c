"""When two statements of one speaker are one utterance."""

from __future__ import annotations

import pytest

from store.variants.likeness import DAYS, likeness
from store.variants.sayings import Saying
from store.words import folded


def saying(text: str, *, number: int = 1, day: int | None = None, speaker: int = 7) -> Saying:
    return Saying(number, number, "", speaker, "asserts", day, text, folded(text))


def alike(first: str, second: str, *, apart: int | None = None) -> bool:
    """Whether they are one; *apart* is in days, None where no day is known."""
    day = None if apart is None else 1
    one = saying(first, day=day)
    other = saying(second, number=2, day=None if apart is None else 1 + apart)
    assert bool(likeness(one, other)) == bool(likeness(other, one))
    return bool(likeness(one, other))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("The old pier will stay.", "“The old pier will stay!”", id="marks"),
        pytest.param("We keep it open all summer.", "We keep it open all summer long.", id="more"),
        pytest.param(
            "Nobody in Zaporizhzhia asked us for this bridge.",
            "Nobody in Zaporizhia asked us for this bridge.",
            id="spelling of a name",
        ),
        pytest.param("No comment.", "No comment!", id="two words"),
        pytest.param("Never.", "never", id="one word"),
    ],
)
def test_nearly_the_same_words(first: str, second: str) -> None:
    assert alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("We will keep the old pier.", "We will not keep the old pier.", id="not"),
        pytest.param("We do keep the old pier.", "We don’t keep the old pier.", id="don't"),
        pytest.param("The harbour lost 5 ships today.", "The harbour lost 6 ships today.", id="6"),
        pytest.param("The harbour lost five ships.", "The harbour lost nine ships.", id="nine"),
        pytest.param("The harbour lost ships today.", "The harbour lost 6 ships today.", id="no 6"),
        pytest.param(
            "We will not attack the town and will defend the harbour.",
            "We will attack the town and will not defend the harbour.",
            id="a not that moves",
        ),
        pytest.param(
            "Early this morning the army attacked the rebels without any warning at all.",
            "Early this morning the rebels attacked the army without any warning at all.",
            id="who to whom",
        ),
        pytest.param(
            "Taxes on fish will go up next year.", "Taxes on fish will go down next year.", id="up"
        ),
        pytest.param("The vote was legal, says she.", "The vote was illegal, says she.", id="il-"),
        pytest.param("We started the whole fire.", "They started the whole fire.", id="they"),
        pytest.param("He started the whole fire.", "She started the whole fire.", id="she"),
        pytest.param("We will close the old pier.", "We may close the old pier.", id="may"),
        pytest.param("All of the ships came back.", "Some of the ships came back.", id="some"),
        pytest.param(
            "The talks will be held in Minsk next week.",
            "The talks will be held in Kyiv next week.",
            id="another name",
        ),
        pytest.param(
            "The talks will be held next Monday in town.",
            "The talks will be held next Friday in town.",
            id="another day",
        ),
        pytest.param("We keep the old pier.", "Fish is dear this summer.", id="something else"),
    ],
)
@pytest.mark.parametrize("apart", [0, None], ids=["one day", "no day"])
def test_what_is_told_apart(first: str, second: str, apart: int | None) -> None:
    assert not alike(first, second, apart=apart)


TRANSLATIONS = (
    "The harbour works will go on until all of the goals have been achieved.",
    "The harbour works continue until every one of the objectives is reached.",
)


@pytest.mark.parametrize("apart", range(DAYS + 1))
def test_translations_near_in_time(apart: int) -> None:
    assert alike(*TRANSLATIONS, apart=apart)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "He says that President Ada Birch founded the harbour guild.",
            "He praises what President Ada Birch planned for all fishermen.",
            id="the same names",
        ),
        pytest.param(
            "And all of it will be gone by the summer, all.",
            "All that she tried was ready in all of summer.",
            id="words of every other sentence",
        ),
        pytest.param("The pier stays.", "The pier of Harbor Town stays as it was.", id="longer"),
    ],
)
def test_the_same_subject_is_not_the_same_statement(first: str, second: str) -> None:
    assert not alike(first, second, apart=0)


@pytest.mark.parametrize("apart", [DAYS + 1, 400, None])
def test_the_same_in_other_words_at_another_time_is_said_again(apart: int | None) -> None:
    assert not alike(*TRANSLATIONS, apart=apart)


def test_in_one_article_other_words_are_another_statement() -> None:
    first, second = (saying(text, day=1) for text in TRANSLATIONS)
    assert not likeness(first, second)


def test_somebody_else_says_something_else() -> None:
    text = "The old pier will stay."
    assert not likeness(saying(text), saying(text, number=2, speaker=8))
