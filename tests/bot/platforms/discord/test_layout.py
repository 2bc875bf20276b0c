from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards import Answer, Card, Choice, Words
from bot.commands import CARD_COMMANDS
from bot.corrections import WRONG_SPEAKER
from bot.platforms.discord.layout import MOST_CHOICES, Sharing, page, render
from bot.platforms.discord.markdown import escape

Contract = Callable[[str, Any], None]
KEY = "k" * 24

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
nasty = st.sampled_from(["*" * 3000, "<@1> " * 900, "\n" * 2000, "\N{GRINNING FACE}" * 2500])
plain = st.integers(1, 5000).map(lambda length: ("word " * 1000)[:length])
some = text | plain | nasty
words = st.builds(Words, some, st.booleans())
link = st.none() | (text | plain).map(lambda rest: f"https://news.example/{rest}")


def cards(variants: st.SearchStrategy[tuple[Card, ...]]) -> st.SearchStrategy[Card]:
    return st.builds(
        Card,
        statement=st.none() | st.integers(1),
        speaker=some,
        role=st.none() | some,
        words=st.lists(words, min_size=1, max_size=4).map(tuple),
        notes=st.lists(some, max_size=8).map(tuple),
        source=some,
        link=link,
        variants=variants,
        lead=st.sampled_from(["", "Also:", "On record:"]),
    )


variants = st.lists(cards(st.just(())), max_size=2).map(tuple)
answers = st.builds(
    Answer,
    question=some,
    heading=some,
    cards=st.lists(cards(variants), max_size=6).map(tuple),
    nearest=st.booleans(),
    choices=st.lists(st.builds(Choice, some, some), max_size=7).map(tuple),
)


def card(**told: Any) -> Card:
    known: dict[str, Any] = {
        "statement": 1,
        "speaker": "Dmitry Peskov",
        "role": "Kremlin spokesman",
        "words": (Words("absolutely ridiculous", marks=True),),
        "notes": ("A denial.", "Second-hand."),
        "source": "“Russia Blames US” · The Daily Example · 4 May 2023",
        "link": "https://news.example/a",
    }
    return Card(**{**known, **told})


def answered(*shown: Card, nearest: bool = False) -> Answer:
    return Answer("who said it", "Dmitry Peskov said it.", shown, nearest)


def payload(answer: Answer, number: int = 1, **told: Any) -> list[dict[str, Any]]:
    return render(page(answer, number), KEY, **told).to_components()


def parts(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from parts(component.get("components", []))


def texts(components: list[dict[str, Any]]) -> list[str]:
    return [part["content"] for part in parts(components) if part["type"] == 10]


def buttons(components: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Those of the page; each card has its own besides."""
    of_cards = {command.name for command in CARD_COMMANDS} | {WRONG_SPEAKER}
    shown = (part for part in parts(components) if part["type"] == 2)
    return {part["label"]: part for part in shown if part["label"] not in of_cards}


def test_a_card_gives_speaker_role_words_source_and_notes() -> None:
    assert texts(payload(answered(card()))) == [
        "**Dmitry Peskov said it.**",
        "**Dmitry Peskov** · Kremlin spokesman\n> “absolutely ridiculous”",
        "-# “Russia Blames US” · The Daily Example · 4 May 2023"
        " · [read the article](https://news.example/a)\n-# A denial.\n-# Second-hand.",
    ]


def test_words_without_marks_get_none() -> None:
    shown = card(words=(Words("he took no part", marks=False),))
    assert texts(payload(answered(shown)))[1].endswith("\n> he took no part")


def test_paragraphs_stay_apart() -> None:
    shown = card(words=(Words("One.", marks=True), Words("Two.", marks=True)))
    assert texts(payload(answered(shown)))[1].endswith("> “One.”\n> \n> “Two.”")


def test_a_variant_follows_its_card_with_its_own_words_and_source() -> None:
    source = "“Other” · outlet not given"
    other = card(words=(Words("quite absurd", marks=True),), source=source, lead="Also:")
    _, _, _, said, told = texts(payload(answered(card(variants=(other,)))))
    assert said == "Also: **Dmitry Peskov** · Kremlin spokesman\n> “quite absurd”"
    assert told.startswith("-# “Other” · outlet not given")


LONG = tuple(f"Second-hand: “{'as far as it is known ' * 9}{n}”." for n in range(9))


def test_nine_long_notes_are_shown_whole() -> None:
    shown = texts(payload(answered(card(notes=LONG))))[2].split("\n-# ")[1:]
    assert shown == [escape(note) for note in LONG]


def test_notes_that_no_message_holds_are_cut_without_marks() -> None:
    notes = texts(payload(answered(card(notes=LONG * 3))))[2].split("\n-# ")[1:]
    assert len(notes) == 27
    assert all(note.startswith("Second-hand\\: as far as") for note in notes)
    assert all(note.endswith("…") for note in notes)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param(None, "", id="none"),
        pytest.param("https://a.example/b_(c)", "(https://a.example/b_%28c%29)", id="brackets"),
        pytest.param("https://a.example/?q=a%20b&c", "(https://a.example/?q=a%20b&c)", id="query"),
        pytest.param("https://a.example/ü x", "(https://a.example/%C3%BC%20x)", id="not ASCII"),
        pytest.param("https://a.example/" + "x" * 600, "link too long for Discord", id="too long"),
    ],
)
def test_a_link_is_safe_to_press(url: str | None, shown: str) -> None:
    last = texts(payload(answered(card(link=url, notes=()))))[2].rsplit("2023", 1)[1]
    assert last.removeprefix(" · ").removeprefix("[read the article]") == shown


@pytest.mark.parametrize(
    ("number", "previous", "following"),
    [(1, True, False), (2, False, False), (3, False, True)],
    ids=["first", "middle", "last"],
)
def test_pages_turn_both_ways_and_end(number: int, previous: bool, following: bool) -> None:  # noqa: FBT001
    shown = buttons(payload(answered(*[card()] * 9), number))
    assert (shown["Previous"]["disabled"], shown["Next"]["disabled"]) == (previous, following)
    assert shown["Next"]["custom_id"] == f"onrecord:page:{number + 1}:{KEY}"


def test_a_page_says_which_it_is() -> None:
    assert texts(payload(answered(*[card()] * 9), 2))[-1] == "-# page 2 of 3"


def test_one_page_does_not_turn() -> None:
    assert set(buttons(payload(answered(card())))) == {"Share in this channel"}


def test_a_shared_page_says_by_whom_and_is_not_shared_again() -> None:
    shown = payload(answered(card()), sharing=Sharing.NONE, note="shared by <@7>")
    assert texts(shown)[-1] == "-# shared by <@7>"
    assert not buttons(shown)


def test_what_has_been_shared_says_so() -> None:
    shown = buttons(payload(answered(card()), sharing=Sharing.DONE))
    assert shown["Shared"]["disabled"]


def test_without_a_key_there_is_nothing_to_press() -> None:
    assert not buttons(render(page(answered(*[card()] * 12), 1), "").to_components())


def test_the_nearest_thing_does_not_look_like_an_answer() -> None:
    found, nearest = payload(answered(card())), payload(answered(card(), nearest=True))
    assert found[0]["accent_color"] != nearest[0]["accent_color"]


@settings(max_examples=30, deadline=None)
@given(answers)
def test_every_page_keeps_to_the_contract_and_the_limits(
    contract: Contract, answer: Answer
) -> None:
    total = page(answer, 1).total
    for number in {1, 2, total // 2, total}:
        choices = [(one.name, f"{at}") for at, one in enumerate(answer.choices[:MOST_CHOICES])]
        shared = "shared by <@123456789012345678>"
        components = payload(answer, number, choices=choices, note=shared)
        contract("MessageCreateRequest", {"components": components, "flags": 1 << 15})
        assert sum(len(text.encode("utf-16-le")) // 2 for text in texts(components)) <= 4000
        assert len(list(parts(components))) <= 40


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=4))
def test_no_word_is_lost_over_the_pages(said: list[Words]) -> None:
    answer = answered(card(words=tuple(said), notes=()))
    pages = [page(answer, number) for number in range(1, page(answer, 1).total + 1)]
    shown = "".join(w.text for one in pages for c in one.cards for w in c.words)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", "".join(w.text for w in said))


def test_each_card_has_its_buttons_and_a_variant_none() -> None:
    shown = payload(answered(card(statement=7, variants=(card(statement=8),)), card(statement=9)))
    ids = [part["custom_id"] for part in parts(shown) if part["type"] == 2][:-1]
    keys = [*(command.key for command in CARD_COMMANDS), "wrong"]
    assert ids == [f"onrecord:{key}:{number}" for number in (7, 9) for key in keys]


def test_below_a_quotation_that_was_checked_each_on_record_has_them() -> None:
    record = tuple(card(statement=number, lead="On record:") for number in (7, 8))
    shown = payload(answered(card(statement=None, variants=record)))
    ids = [part["custom_id"] for part in parts(shown) if part["type"] == 2][:-1]
    keys = [*(command.key for command in CARD_COMMANDS), "wrong"]
    assert ids == [f"onrecord:{key}:{number}" for number in (7, 8) for key in keys]
