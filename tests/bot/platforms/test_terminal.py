from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import answer
from bot.cards import Answer, Card, Choice, Words
from bot.pages import Page
from bot.platforms.terminal import render, tame
from bot.questions import Question
from store.store import Store

BIDI = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

REPORT = """\
Dmitry Peskov said these words, in two translations, via U.S. News & World
Report and via the New York Post.

  Dmitry Peskov, Kremlin spokesman
    “Attempts to deny this – both in Kyiv and in Washington – are, of course,
    absolutely ridiculous.”
  Translation by U.S. News & World Report (carried over). Speaker carried over:
  nobody is named here, the speaker before goes on. Denials in the same article:
  Figures representing the White House, John Kirby and Volodymyr Zelensky. Found
  by: the words said.
  Russia Blames US For Drone Strike On Kremlin · outlet not given · date not
  given · 000_030a085cd1f51292.txt

    Dmitry Peskov, Putin spokesman
      “Attempts to disown this, both in Kyiv and in Washington, are, of course,
      absolutely ridiculous,”
    The same statement in another translation. The article says “commented”.
    Second-hand: via the New York Post. Speaker named in the sentence. Denials
    in the same article: Figures representing the White House, John Kirby and
    Volodymyr Zelensky. Found by: the words said.
    Russia Blames US For Drone Strike On Kremlin · outlet not given · date not
    given · 000_030a085cd1f51292.txt"""


def _page(*texts: str, number: int = 1, total: int = 1, heading: str = "Found.") -> Page:
    words = tuple(Words(text, marks=True) for text in texts)
    card = Card(1, "John Kirby", "spokesman", words, ("A denial.",), "CNN", "https://example.org/a")
    return Page(Answer("?", heading, (card,)), (card,), number, total)


def test_an_answer_reads_well_at_80_columns(on_record: Store) -> None:
    found = answer(on_record, Question("who said absolutely ridiculous"))
    assert render(Page(found, found.cards, 1, 1), 80).plain == REPORT


@pytest.mark.parametrize("width", [20, 40, 80, 132])
def test_no_line_is_wider_than_the_terminal(on_record: Store, width: int) -> None:
    found = answer(on_record, Question("what did Kirby say"))
    lines = render(Page(found, found.cards, 1, 1), width).plain.splitlines()
    assert max(map(len, lines)) <= max(width, 24)


def test_no_line_ends_in_white_space(on_record: Store) -> None:
    found = answer(on_record, Question("what did Kirby say"))
    assert not re.search(r"[ \t]$", render(Page(found, found.cards, 1, 1), 40).plain, re.MULTILINE)


def test_every_part_of_a_card_is_there() -> None:
    assert render(_page("We had no role."), 80).plain == (
        "Found.\n\n  John Kirby, spokesman\n    “We had no role.”\n"
        "  A denial.\n  CNN\n  https://example.org/a"
    )


def test_of_several_people_each_is_told_with_what_to_ask() -> None:
    which = Answer("quotes by Lee", "Which Lee?", choices=(Choice("Ann Lee", "quotes by Ann Lee"),))
    assert str(render(Page(which, (), 1, 1), 80)).splitlines() == [
        "Which Lee?",
        "  Ann Lee: quotes by Ann Lee",
    ]


def test_a_page_of_several_says_how_to_turn_it() -> None:
    shown = render(_page("a", number=1, total=2), 80).plain
    assert shown.endswith("\n\nPage 1 of 2; --page 2 shows the next.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[U+001B][31mred[U+001B][0m"),
        ("\x9b31m", "[U+009B]31m"),
        ("a\x00b\x07c\x7f", "a[U+0000]b[U+0007]c[U+007F]"),
        ("\u202eevil\u202c", "[U+202E]evil[U+202C]"),
        ("\u2066a\u2069", "[U+2066]a[U+2069]"),
        ("a\u2028b", "a[U+2028]b"),
        ("a\udcff", "a[U+DCFF]"),
        ("a\r\nb\rc\td", "a\nb[U+000D]c d"),
        ("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937"),
        ("[bold]a[/bold] :smile:", "[bold]a[/bold] :smile:"),
    ],
    ids=[
        "escape",
        "C1",
        "controls",
        "bidi",
        "isolate",
        "separator",
        "half",
        "lines",
        "joiner",
        "markup",
    ],
)
def test_what_would_steer_a_terminal_is_made_visible(text: str, shown: str) -> None:
    assert tame(text) == shown


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_that_steers_a_terminal_gets_through(words: str, heading: str) -> None:
    shown = render(_page(words, heading=heading), 40).plain.replace("\n", "")
    assert not any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in shown)
    assert not any(unicodedata.bidirectional(c) in BIDI for c in shown)
