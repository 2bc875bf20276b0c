"""What is said of the quotations in a text, and how a terminal shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cards import Card
from bot.checks import NOTHING_QUOTED, Checked, Report, answer, check, marked
from bot.headings import NOTHING_LOADED
from bot.platforms.terminal import render_check
from store.checking import Edit, Piece, Standing
from store.model import Article
from store.store import Store

DRAFT = """\
Zelensky was defiant. “We are attacking Putin or Moscow,” he said, adding that “we have a deficit.”

“Obviously it’s a ludicrous claim,” Joe Biden told reporters. The mayor said: “Bananas are blue.”
"""

SHOWN = """\
4 quotations checked against 17 statements: 1 verbatim, 1 altered, 1 another
speaker, 1 not found.

ALTERED: We are [-not-] attacking Putin or Moscow
  Volodymyr Zelensky, Ukrainian President
    “We are not attacking Putin or Moscow,”
  The article says “stated”. Speaker by pronoun (“he”), see the sentence before.
  Russia Blames US For Drone Strike On Kremlin · outlet not given · date not
  given · 000_030a085cd1f51292.txt

VERBATIM: We have a deficit
  Volodymyr Zelensky, Ukrainian President
  The article says “adding”. Speaker by pronoun (“he”), see the sentence before.
  Russia Blames US For Drone Strike On Kremlin · outlet not given · date not
  given · 000_030a085cd1f51292.txt

ANOTHER SPEAKER: Obviously it’s a ludicrous claim
  The text names Joe Biden, the record John Kirby.
  John Kirby, White House national security spokesman
    “Obviously it’s a ludicrous claim,”
  A denial. The article says “told CNN”. Second-hand: “reportedly”, said to CNN.
  Speaker named in the sentence.
  Russia Blames US For Drone Strike On Kremlin · outlet not given · date not
  given · 000_030a085cd1f51292.txt

NOT FOUND: Bananas are blue.
  Nothing with these words is on record."""


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        pytest.param("“We are not attacking Putin or Moscow”", (), id="verbatim"),
        pytest.param(
            "“We are attacking Putin or Moscow,” Zelensky said.",
            ("Differs from the record: [-dropped-].",),
            id="dropped",
        ),
        pytest.param(
            "“We are not attacking Putin or Minsk,” Zelensky said.",
            ("Differs from the record: [-dropped-] and {+added+}.",),
            id="dropped and added",
        ),
    ],
)
def test_a_chat_is_told_what_its_marks_stand_for(
    on_record: Store, text: str, notes: tuple[str, ...]
) -> None:
    (card,) = answer(check(on_record, text)).cards
    assert card.notes == notes


def test_a_draft_reads_well_at_80_columns(on_record: Store) -> None:
    assert render_check(check(on_record, DRAFT), 80).plain == SHOWN


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("We are not attacking Putin or Moscow", ()),
        (
            "Moscow knows that Kyiv chooses the means and targets for strikes under Washington’s"
            " direction. Attempts to deny this – both in Kyiv and in Washington – are, of course,"
            " absolutely ridiculous.",
            ("It runs over 2 statements, one right after the other.",),
        ),
        (
            "We are not attacking the means and targets for strikes under Washington’s direction",
            ("Its words are from 2 statements.",),
        ),
        ("“We are attacking Putin or Moscow,” Joe Biden said.", None),
        ("Bananas are blue", ("Nothing with these words is on record.",)),
    ],
    ids=["verbatim", "one breath", "put together", "another's, altered", "nothing"],
)
def test_what_else_is_said(on_record: Store, text: str, notes: tuple[str, ...] | None) -> None:
    (checked,) = check(on_record, text).checked
    wanted = (
        ("The text names Joe Biden, the record Volodymyr Zelensky.",) if notes is None else notes
    )
    assert checked.notes == wanted


def test_who_said_it_is_not_made_up(tmp_path: Path) -> None:
    with Store(tmp_path / "nobody.db") as store:
        article = Article("It was quiet. “We closed the harbour in the night.” It rained.")
        store.load(article, by="ed")
        (checked,) = check(store, "“We closed the harbour in the night,” Ada Birch said.").checked
    assert checked.notes == ("The record does not tell that Ada Birch said it.",)


def test_an_empty_store_says_so(tmp_path: Path) -> None:
    with Store(tmp_path / "empty.db") as store:
        assert check(store, DRAFT) == Report(NOTHING_LOADED)


def test_an_empty_text_says_so(on_record: Store) -> None:
    assert check(on_record, " ") == Report(NOTHING_QUOTED)


def test_what_is_verbatim_is_not_shown_twice(on_record: Store) -> None:
    (checked,) = check(on_record, "We are not attacking Putin or Moscow").checked
    assert [card.words for card in checked.cards] == [()]


@pytest.mark.parametrize("width", [20, 80])
def test_nothing_pasted_or_loaded_steers_the_terminal(width: int) -> None:
    evil = "\x1b[2J\u202e\ud800" + "long " * 30
    card = Card(1, evil, evil, (), (evil,), evil, evil)
    pieces = tuple(Piece(edit, evil) for edit in Edit)
    shown = render_check(
        Report(evil, (Checked(Standing.ALTERED, pieces, (evil,), (card,)),)), width
    )
    assert not {"\x1b", "\u202e", "\ud800"} & set(shown.plain)
    assert max(map(len, shown.plain.splitlines())) <= max(width, 24)


def test_differences_are_told_without_colours() -> None:
    shown = [marked(Piece(edit, "a\n b")) for edit in Edit]
    assert shown == ["a b", "[… a b …]", "[-a b-]", "{+a b+}", "[… a b …]", "a b"]
