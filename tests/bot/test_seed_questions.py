"""The questions that the seed article was chosen for, from the files in to the cards out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.answers import answer
from bot.cards import Answer, Card
from bot.questions import Question
from store.store import Store

# the first words of the statements due, those of one card joined by " = "
DUE: dict[str, tuple[str, ...]] = {
    "who said absolutely ridiculous": ("Attempts to deny = Attempts to disown",),
    "what did Kirby say about the drone": (
        "Obviously it’s",
        "The United States has",
        "the U.S. does not back",
    ),
    "who denied it": (
        "American involvement",
        "Obviously it’s",
        "The United States has",
        "he took no part",
    ),
    "who called Putin a butcher": ("him as a “butcher”",),
    "what did Biden say": (
        "Putin “cannot remain",
        "him as a “butcher”",
        "he will not walk",
        "he was simply",
    ),
    "Zelensky weapons": ("We are fighting",),
    "according to New York Post": (
        "Attempts to disown = Attempts to deny",
        "We know very well",
    ),
    "absolutly rediculous": ("Attempts to deny = Attempts to disown",),
    "who said terrorist attacks": ("We know very well",),
    "what did Putin say": (),
    "who said walk back": ("he will not walk",),
}

HEADINGS = {
    "who said absolutely ridiculous": "Dmitry Peskov said these words, in two translations, "
    "via U.S. News & World Report and via the New York Post.",
    "what did Kirby say about the drone": "Said by Kirby about the drone: "
    "three statements by John Kirby; the topic is in the article around them, not in the words.",
    "who denied it": "Four denials by "
    "Figures representing the White House, John Kirby and Volodymyr Zelensky.",
    "who called Putin a butcher": "Said about Putin with the words butcher: "
    "one statement by Joe Biden with words like these.",
    "what did Biden say": "Four statements by Joe Biden.",
    "according to New York Post": "Said via or in New York Post: two statements by Dmitry Peskov.",
    "who said terrorist attacks": "Dmitry Peskov said these words.",
    "what did Putin say": "Nothing from Putin is on record (searched 17 statements in one "
    "article); nearest: Dmitry Peskov, whom the article calls “Putin spokesman”.",
    "who said walk back": "One statement by Joe Biden with words like these.",
}

UNANSWERED = (
    "who said the moon is made of cheese",
    "what did Merkel say",
    "what did Biden say about vaccines",
    "according to Le Monde",
    "who denied the earthquake",
    "did Kirby say terrorist attacks",
    "quotes from Dostoevsky about snow",
    "zebra crossing",
)


def _ask(store: Store, typed: str) -> Answer:
    return answer(store, Question(typed))


def _has(card: Card, words: str) -> bool:
    return words in " ".join(piece.text for piece in card.words)


def _together(card: Card) -> tuple[Card, ...]:
    return (card, *card.variants)


def _same(cards: Sequence[Card], due: Iterable[Sequence[str]]) -> bool:
    """Whether the cards are those due, each with all variants due, and led by what is due."""
    left = list(due)
    for card in cards:
        found = next((group for group in left if _is(card, group)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _is(card: Card, due: Sequence[str]) -> bool:
    whole = all(any(_has(one, words) for one in _together(card)) for words in due)
    return whole and any(_has(card, words) for words in due)


@pytest.mark.parametrize("typed", DUE)
def test_a_question_gets_the_statements_due_and_no_others(on_record: Store, typed: str) -> None:
    found = _ask(on_record, typed)
    cards = () if found.nearest else found.cards
    due = [group.split(" = ") for group in DUE[typed]]
    assert _same(cards, due)
    assert sorted(len(_together(card)) for card in cards) == sorted(map(len, due))


@pytest.mark.parametrize("typed", HEADINGS)
def test_the_heading_says_what_was_found(on_record: Store, typed: str) -> None:
    assert _ask(on_record, typed).heading == HEADINGS[typed]


@pytest.mark.parametrize("typed", UNANSWERED)
def test_a_question_that_nothing_answers_gets_an_honest_no(on_record: Store, typed: str) -> None:
    found = _ask(on_record, typed)
    assert found.heading.startswith(("Nothing ", "No denial "))
    assert "(searched 17 statements in one article)" in found.heading
    assert found.nearest == bool(found.cards)


def test_the_topic_that_no_word_of_kirby_s_has_is_said_to_be_around_them(on_record: Store) -> None:
    for card in _ask(on_record, "what did Kirby say about the drone").cards:
        assert not _has(card, "drone")
        assert "not the words said" in card.notes[-1]


def test_the_card_of_the_outlet_asked_for_leads_its_other_translation(on_record: Store) -> None:
    (card,) = (c for c in _ask(on_record, "according to New York Post").cards if c.variants)
    assert _has(card, "Attempts to disown")
    assert card.notes[-1] == "Found by: the outlet."
    (other,) = card.variants
    assert other.notes[0] == "The same statement in another translation."
    assert not any(note.startswith("Found by") for note in other.notes)


def test_the_other_translation_comes_along_though_it_lacks_the_words(on_record: Store) -> None:
    found = _ask(on_record, "who said attempts to deny this are ridiculous")
    assert _same(found.cards, [["Attempts to deny", "Attempts to disown"]])


def test_two_translations_say_which_is_whose(on_record: Store) -> None:
    (card,) = _ask(on_record, "who said absolutely ridiculous").cards
    (other,) = card.variants
    assert "Translation by U.S. News & World Report (carried over)." in card.notes
    assert "Second-hand: via the New York Post." in other.notes
    assert any(note.startswith("Speaker carried over") for note in card.notes)


def test_the_nearest_to_putin_says_why_it_is_offered(on_record: Store) -> None:
    found = _ask(on_record, "what did Putin say")
    assert found.nearest
    for card in found.cards:
        assert (card.speaker, card.role) == ("Dmitry Peskov", "Putin spokesman")
        assert card.notes[-1] == "Found by: the speaker's role names the person asked for."


def test_first_hand_leaves_out_what_a_card_calls_second_hand(on_record: Store) -> None:
    def direct(card: Card) -> bool:
        return not any(note.startswith(("Second-hand", "Translation")) for note in card.notes)

    for name in ("Biden", "Kirby", "Peskov", "Zelensky"):
        everything = _ask(on_record, f"what did {name} say").cards
        found = _ask(on_record, f"what did {name} say, first-hand only")
        first_hand = () if found.nearest else found.cards
        due = [card.statement for card in everything if direct(card)]
        assert [card.statement for card in first_hand] == due


def test_a_fragment_keeps_its_not(on_record: Store) -> None:
    (card,) = _ask(on_record, "who said walk back").cards
    assert [piece.shown for piece in card.words] == ["he will not walk “anything back,”"]


def _gold(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared / "seed/seed_gold.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("number", range(11))
def test_the_gold_agrees(shared: Path, on_record: Store, number: int) -> None:
    gold = _gold(shared)
    contents = {s["id"]: [span["text"] for span in s["content"]] for s in gold["statements"]}
    asked = gold["queries"][number]
    groups = asked.get("expect_groups") or [[one] for one in asked["expect"]]
    due = [[contents[one][0] for one in group] for group in groups]
    found = _ask(on_record, asked["query"])
    assert _same(() if found.nearest else found.cards, due)


def test_the_gold_asks_nothing_else(shared: Path) -> None:
    assert [asked["query"] for asked in _gold(shared)["queries"]] == list(DUE)


@pytest.mark.parametrize("typed", [*DUE, *UNANSWERED])
def test_words_in_marks_are_in_the_article(on_record: Store, seeds: Path, typed: str) -> None:
    article = next(seeds.iterdir()).read_text(encoding="utf-8")
    found = _ask(on_record, typed)
    cards = [one for card in found.cards for one in _together(card)]
    for piece in (piece for card in cards for piece in card.words):
        assert piece.text in article
    said = [found.heading, *(note for card in cards for note in card.notes)]
    for quoted in re.findall("“(.*?)”", " ".join(said)):
        assert quoted in article
