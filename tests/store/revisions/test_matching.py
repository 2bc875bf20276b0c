"""What became of statements: the same words, nearly those, or none of them."""

from __future__ import annotations

import pytest

from store.model import Became
from store.revisions.matching import Said, matched, same_words

LONG = "We will keep the pier open for all who live by the harbour."


def said(*lines: str) -> list[Said]:
    """Statements from "Speaker: words", each at a place of its own."""
    found = []
    for place, line in enumerate(lines):
        speaker, _, words = line.partition(": ")
        found.append(Said(f"[[{place}, 9]]", (words,), speaker.lower(), speaker, shown=True))
    return found


def became(before: list[Said], now: list[Said]) -> list[tuple[str, str | None, str | None]]:
    told = [
        (pair.became, pair.before and pair.before.words[0], pair.now and pair.now.words[0])
        for pair in matched(before, now)
    ]
    return [(str(how), one, other) for how, one, other in told]


@pytest.mark.parametrize(
    ("before", "now", "how"),
    [
        pytest.param(f"Ana Ruiz: {LONG}", f"Ana Ruiz: {LONG}", Became.UNCHANGED, id="same"),
        pytest.param(f"Ana Ruiz: {LONG}", f"Ruiz: {LONG}", Became.UNCHANGED, id="surname alone"),
        pytest.param(
            "Ana Ruiz: It isn't so – not yet.",
            "Ana Ruiz: It isn’t so — not  yet.",
            Became.UNCHANGED,
            id="set otherwise",
        ),
        pytest.param(f"Ana Ruiz: {LONG}", f"Bo Lim: {LONG}", Became.REASSIGNED, id="another"),
        pytest.param(
            f"Ana Ruiz: {LONG}",
            f"Ana Ruiz: {LONG.replace('will', 'will not')}",
            Became.CHANGED,
            id="a not",
        ),
        pytest.param(
            f"Ana Ruiz: {LONG}", f"Ana Ruiz: {LONG.replace('.', '?')}", Became.CHANGED, id="a mark"
        ),
        pytest.param(
            "Ana Ruiz: The pier stays as it is.",
            "Ana Ruiz: The pier stays as it is, whatever anybody in the council decides.",
            Became.CHANGED,
            id="goes on",
        ),
    ],
)
def test_what_became_of_one(before: str, now: str, how: Became) -> None:
    (pair,) = matched(said(before), said(now))
    assert pair.became is how


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param("Ana Ruiz: The pier stays.", "Ana Ruiz: Fish is up.", id="other words"),
        pytest.param(f"Ana Ruiz: {LONG}", f"Bo Lim: {LONG}!", id="near, by another"),
        pytest.param("Ana Ruiz: Yes.", "Ana Ruiz: No.", id="too short to be near"),
    ],
)
def test_what_is_not_matched_is_withdrawn_and_new(before: str, now: str) -> None:
    pairs = matched(said(before), said(now))
    assert [pair.became for pair in pairs] == [Became.WITHDRAWN, Became.ADDED]


def test_what_is_moved_is_unchanged() -> None:
    one, other = "Ana Ruiz: The pier stays.", "Bo Lim: Fish is up."
    assert {how for how, *_ in became(said(one, other), said(other, one))} == {"unchanged"}


def test_words_said_twice_are_matched_one_to_one() -> None:
    line = "Ana Ruiz: The pier stays."
    assert became(said(line, line), said(line)) == [
        ("unchanged", "The pier stays.", "The pier stays."),
        ("withdrawn", "The pier stays.", None),
    ]


def test_of_words_by_two_each_keeps_their_own() -> None:
    lines = "Bo Lim: The pier stays.", "Ana Ruiz: The pier stays."
    pairs = matched(said(*lines), said(*reversed(lines)))
    assert all(p.before and p.now and p.before.speaker == p.now.speaker for p in pairs)


def test_the_nearest_are_matched() -> None:
    first, second = "The old pier stays as it is.", "The new pier stays as it was."
    pairs = became(
        said(f"Ana Ruiz: {first}", f"Ana Ruiz: {second}"),
        said(f"Ana Ruiz: {second[:-1]}!", f"Ana Ruiz: {first[:-1]}!"),
    )
    assert sorted(pairs) == [
        ("changed", second, f"{second[:-1]}!"),
        ("changed", first, f"{first[:-1]}!"),
    ]


def test_very_many_long_statements_are_matched_soon() -> None:
    words = [f"Ana Ruiz: {number} {'word ' * 2000}{number}" for number in range(600)]
    assert len(matched(said(*words), said(*(f"{one}!" for one in words)))) >= len(words)


def test_a_letter_more_is_other_words() -> None:
    assert not same_words(("The pier stays",), ("The piers stay",))
    assert same_words(("The “pier”", "stays"), ('The "pier" stays',))
