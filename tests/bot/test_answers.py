from __future__ import annotations

import logging
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from bot.answers import answer
from bot.loading import load
from bot.questions import Question
from store.articles import Details, Document
from store.errors import UnusableQuestion
from store.store import Store


def _fill(store: Store, *articles: str, scope: str = "") -> None:
    for number, text in enumerate(articles):
        load(store, Document(f"{number}.txt", text.encode()), Details(), by="test", scope=scope)


def test_an_empty_store_says_how_to_load(store: Store) -> None:
    found = answer(store, Question("who said walk back"))
    assert found.heading.startswith("Nothing is loaded yet")
    assert "onrecord load" in found.heading
    assert not found.cards


def test_a_question_without_words_is_refused(store: Store) -> None:
    with pytest.raises(UnusableQuestion):
        answer(store, Question("who said it?"))


def test_the_question_is_kept_as_typed_on_one_line(store: Store) -> None:
    assert answer(store, Question(" who said\nwalk\x00 back? ")).question == "who said walk back?"


def test_what_is_according_to_a_person_was_said_by_that_person(on_record: Store) -> None:
    found = answer(on_record, Question("according to Zelensky"))
    assert {card.speaker for card in found.cards} == {"Volodymyr Zelensky"}


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("who said decisions", "Dmitry Peskov said these words."),
        # the words of both are there, and the sentence says the opposite
        (
            "who said decisions about terrorist attacks are made in Kyiv",
            "Nothing with these words is on record (searched 17 statements in one article); "
            "nearest, and not the answer: one statement by Dmitry Peskov.",
        ),
        # reported speech is nobody's words
        (
            "who said two Ukrainian drones",
            "One statement by Russia with words like these.",
        ),
        ("who said American involvement", "One denial by Figures representing the White House "
         "with words like these."),
        (
            "what did Zelensky say about weapons",
            "Said by Zelensky about weapons: one statement by Volodymyr Zelensky.",
        ),
        (
            "what did Merkel say",
            "Nothing from Merkel is on record (searched 17 statements in one article).",
        ),
        (
            "what did Biden say about vaccines",
            "Nothing from Biden about vaccines is on record"
            " (searched 17 statements in one article).",
        ),
        (
            "who denied the earthquake",
            "No denial about the earthquake is on record"
            " (searched 17 statements in one article).",
        ),
        (
            "according to Le Monde",
            "Nothing via or in Le Monde is on record (searched 17 statements in one article).",
        ),
        (
            "what did dimitri peskov say about washington",
            "Said by dimitri peskov about washington: three statements by Dmitry Peskov.",
        ),
        (
            "what did volodimir zelenskiy say",
            "Said by volodimir zelenskiy, or by somebody spelt like it: three statements by"
            " Volodymyr Zelensky.",
        ),
        ("quotes by president zelensky’s", "Three statements by Volodymyr Zelensky."),
        ("what did volodimir zelensky say", "Three statements by Volodymyr Zelensky."),
        ("what did jon kirby say", "Three statements by John Kirby."),
        ("what did joe bidden say", "Four statements by Joe Biden."),
        (
            "what did Hunter Biden say",
            "Nothing from Hunter Biden is on record (searched 17 statements in one article); "
            "nearest by name: three statements by Joe Biden.",
        ),
        (
            "did Kirby say terrorist attacks",
            "Nothing from Kirby with these words is on record (searched 17 statements in one "
            "article); nearest, and not the answer: one statement by Dmitry Peskov.",
        ),
    ],
)  # fmt: skip
def test_the_heading(on_record: Store, typed: str, heading: str) -> None:
    assert answer(on_record, Question(typed)).heading == heading


def test_the_same_words_in_two_articles_are_one_card(store: Store) -> None:
    _fill(
        store,
        "“We had no role in it whatsoever,” said John Kirby.",
        "It rained.\n\n“We had no role in it whatsoever,” said John Kirby on Monday.",
    )
    found = answer(store, Question("who said no role whatsoever"))
    assert len(found.cards) == 1
    assert found.cards[0].variants[0].notes[0] == "The same words elsewhere."


def test_a_direct_quotation_found_twice_says_so(store: Store) -> None:
    _fill(
        store,
        "“We had no role in it whatsoever,” said John Kirby.",
        "It rained.\n\n“We had no role in it whatsoever,” said John Kirby on Monday.",
    )
    found = answer(store, Question("who said we had no role"))
    assert found.heading == "John Kirby said these words, found two times."


def test_words_that_are_nearly_the_same_are_not_counted_as_the_same(store: Store) -> None:
    _fill(
        store,
        "“We had no role in it whatsoever on that day,” said John Kirby.",
        "It rained.\n\n“We had no role in it whatsoever on that very day,” said John Kirby.",
    )
    found = answer(store, Question("who said we had no role"))
    assert found.heading == "John Kirby said these words, and nearly so elsewhere."


def test_an_answer_that_was_cut_says_that_there_is_more(store: Store) -> None:
    said = (f"“We counted {number} of them,” said John Kirby." for number in range(60))
    _fill(store, "\n\n".join(said))
    found = answer(store, Question("what did Kirby say"))
    assert (found.heading, len(found.cards)) == ("At least 50 statements by John Kirby.", 50)


def test_an_answer_that_was_cut_says_so_where_words_are_withheld(
    store: Store, tmp_path: Path
) -> None:
    said = (f"“We counted {number} of them,” said John Kirby." for number in range(60))
    _fill(store, "“We had no role,” said John Kirby.", "\n\n".join(said))
    _alter(tmp_path / "onrecord.db", "no role", "a role")
    found = answer(store, Question("what did Kirby say"))
    assert found.heading.startswith("At least 49 statements by John Kirby. One statement is ")


def test_a_statement_found_in_many_places_names_a_few(store: Store) -> None:
    _fill(store, *(f"It rained on day {n}.\n\n“No role,” said John Kirby." for n in range(12)))
    found = answer(store, Question("who said no role"))
    (card,) = found.cards
    assert found.heading == "John Kirby said these words, found many times."
    assert len(card.variants) == 5
    assert "Found in 6 other places too." in card.notes


def _alter(path: Path, old: str, new: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute("UPDATE article SET text = replace(text, ?, ?)", (old, new))
    database.close()


def test_altered_words_are_withheld_and_the_rest_is_shown(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _fill(
        store,
        "“We had no role in the strike,” said John Kirby.",
        "“A strike is a lie,” said Joe Biden.",
    )
    _alter(tmp_path / "onrecord.db", "no role", "a role")
    with caplog.at_level(logging.ERROR):
        found = answer(store, Question("who said strike"))
    assert [card.speaker for card in found.cards] == ["Joe Biden"]
    assert found.heading.endswith(
        "One statement is withheld: its words no longer match the stored article."
    )
    assert "no longer those of its article" in caplog.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("did not say", "did now say", id="the clause"),
        pytest.param("reportedly", "reputedly", id="the hedge"),
        pytest.param("Daily Ledger", "Daily Lodger", id="the via"),
        pytest.param("Rain fell.", "Rain fall.", id="another paragraph"),
    ],
)
def test_an_article_altered_around_the_words_is_withheld(
    store: Store, tmp_path: Path, old: str, new: str
) -> None:
    _fill(
        store,
        "Rain fell.\n\nJohn Kirby did not say “we hit the bridge,” the Daily Ledger reported.\n\n"
        "He reportedly said that the bridge stands, according to the Daily Ledger.",
        "“A bridge is a bridge,” said Joe Biden.",
    )
    asked = Question("who said bridge")
    assert len(answer(store, asked).cards) == 3
    _alter(tmp_path / "onrecord.db", old, new)
    found = answer(store, asked)
    assert [card.speaker for card in found.cards] == ["Joe Biden"]
    assert "2 statements are withheld: their words no longer match" in found.heading


def test_a_variant_of_other_days_is_shown_as_such_and_not_counted(store: Store) -> None:
    said = "“We had no role in any such strike,” said John Kirby."
    for day, text in ((date(2024, 5, 2), said), (date(2024, 6, 2), f"{said} He left.")):
        load(store, Document("a.txt", text.encode()), Details(published=day), by="test")
    found = answer(store, Question("who said no role in any such strike since June 2024"))
    assert found.heading.endswith("John Kirby said these words.")
    (card,) = found.cards
    assert "June" in card.source
    (variant,) = card.variants
    told = "Not what was asked for: of other days, or of a day that is not known."
    assert told in variant.notes
    assert told not in card.notes


def test_a_variant_that_was_not_asked_for_never_stands_in_for_altered_words(
    store: Store, tmp_path: Path
) -> None:
    _fill(
        store,
        "“We had no role in any such strike,” said John Kirby, according to the Daily Ledger.",
        "“We had no role in any such strikes,” said John Kirby, according to the Harbor Times.",
    )
    asked = Question("according to the Daily Ledger")
    assert len(answer(store, asked).cards[0].variants) == 1
    _alter(tmp_path / "onrecord.db", "such strike,", "such strife,")
    found = answer(store, asked)
    assert not found.cards
    assert found.heading.startswith("One statement is withheld")


def test_a_variant_that_was_asked_for_too_stands_in(store: Store, tmp_path: Path) -> None:
    _fill(
        store,
        "“We had no role in a strike,” said John Kirby.",
        "“We had no role in a strike!” said John Kirby.",
    )
    _alter(tmp_path / "onrecord.db", "a strike,", "a strife,")
    (card,) = answer(store, Question("who said no role in a strike")).cards
    assert [piece.text for piece in card.words] == ["We had no role in a strike!"]
    assert card.variants == ()


def test_where_all_words_are_altered_nothing_is_shown(store: Store, tmp_path: Path) -> None:
    _fill(store, "“We had no role,” said John Kirby.")
    _alter(tmp_path / "onrecord.db", "no role", "a role")
    found = answer(store, Question("what did Kirby say"))
    assert not found.cards
    assert found.heading == (
        "One statement is withheld: its words no longer match the stored article."
    )


def test_what_one_workspace_loads_another_does_not_see(store: Store) -> None:
    _fill(store, "“We had no role,” said John Kirby.", scope="slack:T1")
    assert answer(store, Question("what did Kirby say", "slack:T1")).cards
    assert not answer(store, Question("what did Kirby say", "slack:T2")).cards


LIGHTHOUSE = """“Quill has sunk the fleet,” said Mara Holt.

“I have sunk nothing,” Eli Quill told the Weekly Herald.

Quill was not there. “They left at noon,” said Jo Brand."""


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("who accused Quill", "One statement by Mara Holt with Quill in the words."),
        (
            "who told the weekly herald",
            "Said via or in the weekly herald: one statement by Eli Quill.",
        ),
        (
            "what was said in the weekly herald",
            "Said via or in the weekly herald: one statement by Eli Quill.",
        ),
        (
            "what did Quill say in the weekly herald",
            "Said by Quill via or in the weekly herald: one statement by Eli Quill.",
        ),
        ("what did Brand say in noon", "Said by Brand about noon: one statement by Jo Brand."),
    ],
)
def test_of_whom_and_to_whom(store: Store, typed: str, heading: str) -> None:
    _fill(store, LIGHTHOUSE)
    assert answer(store, Question(typed)).heading == heading
