from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from bot.cards import Answer, Card, Choice, Words
from bot.commands import CARD_COMMANDS
from bot.platforms.slack.blocks import MOST_BLOCKS, Message, notice, size, under
from bot.platforms.slack.layout import WRONG, Place, asked, page_of, render, shared
from bot.questions import LONGEST_QUESTION

from .conftest import Contract

ALIVE = "<!channel> <@U1> <#C1> <https://evil.example|x> :smile: *b* `c` & <script> ~s~ @here"
REFUSED_FROM = 13_200  # characters of blocks, as people report it

Validate = Callable[[list[Any]], None]


def card(words: str = "absolutely ridiculous", **more: Any) -> Card:
    told: dict[str, Any] = {
        "statement": 1,
        "speaker": "Dmitry Peskov",
        "role": "Kremlin spokesman",
        "words": (Words(words, marks=True),),
        "notes": ("according to a translation provided by U.S. News & World Report",),
        "source": "“Russia Blames US For Drone Strike On Kremlin” · date not given",
        "link": "https://news.example/1",
    }
    return Card(**(told | more))


def answer(*cards: Card, question: str = "who said absolutely ridiculous") -> Answer:
    return Answer(question, "2 statements found.", cards)


def every(value: Any) -> Iterator[dict[str, Any]]:
    """Each dict in *value*, at any depth."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for below in value:
            yield from every(below)


def pages(whole: Answer) -> Iterator[Message]:
    total = page_of(whole, 1).total
    return (render(page_of(whole, number)) for number in range(1, total + 1))


def quoted(message: Message) -> str:
    """All words in the quote elements of *message*."""
    quotes = [d for d in every(message.blocks) if d.get("type") == "rich_text_quote"]
    return "\n".join(e["text"] for quote in quotes for e in quote["elements"] if e["text"] != "\n")


def buttons(message: Message) -> dict[str, Any]:
    """Those of the page; each card has its own besides."""
    of_cards = {command.key for command in CARD_COMMANDS} | {WRONG}
    shown = (d for d in every(message.blocks) if d.get("type") == "button")
    return {d["action_id"]: d for d in shown if d["action_id"] not in of_cards}


@pytest.fixture(scope="module")
def validate(contract: Contract) -> Validate:
    """Checks blocks against Slack's own types."""
    return partial(contract, "Blocks")


def within_limits(message: Message) -> None:
    parsed = [Block.parse(block) for block in message.blocks]
    assert [block.to_dict()["type"] for block in parsed if block] == [
        block["type"] for block in message.blocks
    ]
    ids = [block["block_id"] for block in message.blocks]
    assert len(ids) == len(set(ids)) <= MOST_BLOCKS
    assert size(message.blocks) < REFUSED_FROM
    assert len(message.text) < 40_000
    for button in (d for d in every(message.blocks) if d.get("type") == "button"):
        assert len(button["value"]) <= 2000
        assert len(button["accessibility_label"]) <= 75
    for text in every(message.blocks):
        if text.get("type") == "plain_text":
            assert 0 < len(text["text"]) <= 3000
        if text.get("type") == "context":
            assert len(text["elements"]) <= 10


@pytest.mark.parametrize("piece", ["\\", '"', "&", "a", "\u5f7c", "\N{GRINNING FACE}"])
def test_the_longest_question_leaves_room_for_the_longest_card(piece: str) -> None:
    told = f"x{piece * 5000}"
    one = card(
        told, speaker=told, role=told, source=told, notes=(told,) * 9,
        link=f"https://news.example/{'x' * 500}",
    )  # fmt: skip
    question = told[:LONGEST_QUESTION]
    choices = (Choice(told, question),) * 5
    answer = Answer(question, told, (one,), choices=choices, today=date.max)
    for number in range(1, page_of(answer, 1).total + 1):
        page = page_of(answer, number)
        for message in (render(page), shared(page, "U0READER")):
            within_limits(message)
            assert all(words.text in told for one in page.cards for words in one.words)


def test_an_ordinary_question_has_room_for_every_choice() -> None:
    asked = "what did Marsh say about the harbour bridge since January"
    choices = tuple(Choice(f"Ada Marsh{n}", f"{asked} {n}") for n in range(5))
    message = render(page_of(Answer(asked, "Which?", (), choices=choices), 1))
    assert len(buttons(message)) == len(choices) + 1


def nothing_alive(message: Message) -> None:
    kinds = {d["type"] for d in every(message.blocks) if "type" in d}
    assert "mrkdwn" not in kinds
    assert not kinds & {"broadcast", "channel", "emoji", "usergroup"}
    for text in every(message.blocks):
        if text.get("type") == "plain_text":
            assert not re.search("[<>]", text["text"])
            assert text["emoji"] is False
    assert not re.search("[<>]", message.text)


# letters of any alphabet, and above all what means something to Slack
letters = st.characters(exclude_categories=["Cs", "Cc"])
some = st.text(letters, min_size=1) | st.sampled_from([ALIVE, "word " * 1200, "<@U1> " * 900, "…"])
long = some | st.sampled_from(
    [" ".join(["Ложь."] * 1000), "unbroken" * 2000, "😀" * 3000, "&" * 9000]
)


def cards(variants: st.SearchStrategy[tuple[Card, ...]]) -> st.SearchStrategy[Card]:
    return st.builds(
        Card,
        statement=st.none() | st.integers(1),
        speaker=some,
        role=st.none() | some,
        words=st.lists(st.builds(Words, long, st.booleans()), min_size=1, max_size=3).map(tuple),
        notes=st.lists(some, max_size=8).map(tuple),
        source=some,
        link=st.none() | some.map(lambda rest: f"https://news.example/{rest}"),
        variants=variants,
        lead=st.sampled_from(["", "Also:", "On record:"]),
    )


answers = st.builds(
    Answer,
    question=st.text(letters, min_size=1, max_size=LONGEST_QUESTION) | st.just("я" * 500),
    heading=some,
    cards=st.lists(cards(st.lists(cards(st.just(())), max_size=2).map(tuple)), max_size=7).map(
        tuple
    ),
    nearest=st.booleans(),
)
thorough = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@thorough
@given(answers)
def test_no_answer_breaks_a_limit_or_comes_alive(whole: Answer) -> None:
    sharing = shared(page_of(whole, 2), "U0READER")
    for message in (sharing, under("Why it comes here.", sharing), *islice(pages(whole), 6)):
        within_limits(message)
        nothing_alive(message)


@thorough
@given(whole=answers)
def test_every_answer_fits_the_schema(whole: Answer, validate: Validate) -> None:
    for message in islice(pages(whole), 2):
        validate(message.blocks)


@settings(thorough, max_examples=8)
@given(answers)
def test_no_word_is_lost_between_pages(whole: Answer) -> None:
    found = "".join(quoted(message) for message in pages(whole))
    told = "".join(
        words.shown for card in whole.cards for c in (card, *card.variants) for words in c.words
    )

    def bare(text: str) -> list[str]:
        return sorted(re.sub(r"[\s“”]", "", text))

    assert bare(found) == bare(told)


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(answer(card("x", variants=tuple(card("y") for _ in range(30)))), id="blocks"),
        pytest.param(answer(card("& " * 5400)), id="text"),
        pytest.param(answer(*[card("word " * 2400) for _ in range(3)]), id="bytes"),
    ],
)
def test_each_limit_turns_the_page(whole: Answer) -> None:
    assert page_of(whole, 1).total > 1
    for message in pages(whole):
        within_limits(message)


def test_words_stand_in_a_quote_as_they_are() -> None:
    message = render(page_of(answer(card(ALIVE)), 1))
    assert quoted(message) == f"“{ALIVE}”"


def test_article_text_is_escaped_outside_rich_text() -> None:
    message = render(page_of(answer(card(ALIVE, notes=(ALIVE,))), 1))
    nothing_alive(message)
    assert "&lt;!channel&gt;" in message.text


def test_paragraphs_are_set_apart() -> None:
    two = (Words("First.", marks=True), Words("he said so", marks=False))
    message = render(page_of(answer(replace(card(), words=two)), 1))
    assert quoted(message) == "“First.”\nhe said so"


def test_a_source_links_to_its_article() -> None:
    links = [d for d in every(render(page_of(answer(card()), 1)).blocks) if d.get("type") == "link"]
    assert [(d["url"], d["text"]) for d in links] == [(card().link, card().source)]


def test_a_source_without_a_link_is_text() -> None:
    message = render(page_of(answer(card(link=None)), 1))
    assert card().source in [d.get("text") for d in every(message.blocks)]
    assert not [d for d in every(message.blocks) if d.get("type") == "link"]


def test_variants_follow_in_the_same_card() -> None:
    variant = card("Attempts to disown this", source="New York Post", lead="Also:")
    message = render(page_of(answer(card(variants=(variant,))), 1))
    assert quoted(message) == "“absolutely ridiculous”\n“Attempts to disown this”"
    assert "Also:" in [d.get("text") for d in every(message.blocks)]
    assert "\nAlso: Dmitry Peskov, Kremlin spokesman:\n" in message.text


def test_a_screen_reader_hears_all_of_it() -> None:
    heard = render(page_of(answer(card()), 1)).text
    assert heard.startswith("2 statements found.\n\nDmitry Peskov, Kremlin spokesman:\n“absolutely")
    assert "U.S. News &amp; World Report" in heard
    assert heard.endswith("date not given https://news.example/1")


LONG = tuple(f"Second-hand: “{'насколько это известно ' * 12}{n}”." for n in range(9))


def notes(message: Message) -> list[str]:
    rows = [block["elements"] for block in message.blocks if block["type"] == "context"]
    return [note["text"] for row in rows for note in row]


def test_nine_long_notes_are_shown_whole() -> None:
    message = render(page_of(answer(card(notes=LONG)), 1))
    assert notes(message) == list(LONG)
    assert all(note in message.text for note in LONG)


def test_notes_that_no_message_holds_are_cut_without_marks() -> None:
    message = render(page_of(answer(card(notes=LONG * 3)), 1))
    assert len(notes(message)) == 27
    assert all(note.startswith("Second-hand: насколько") for note in notes(message))
    assert all(note.endswith("…") for note in notes(message))


def test_a_short_answer_has_only_share() -> None:
    assert list(buttons(render(page_of(answer(card()), 1)))) == ["share"]


@pytest.mark.parametrize(
    ("number", "found"),
    [
        pytest.param(1, {"next": 2, "share": 1}, id="first"),
        pytest.param(2, {"previous": 1, "next": 3, "share": 2}, id="between"),
        pytest.param(3, {"previous": 2, "share": 3}, id="last"),
    ],
)
def test_buttons_carry_question_and_page(number: int, found: dict[str, int]) -> None:
    whole = answer(*[card(f"words {n}") for n in range(11)], question='who said "я & b"')
    states = {
        name: asked(button["value"])
        for name, button in buttons(render(page_of(whole, number))).items()
    }
    assert states == {name: (whole.question, page, None) for name, page in found.items()}


def test_buttons_carry_the_day_from_which_days_are_told() -> None:
    dated = replace(answer(card()), today=date(2023, 5, 17))
    (share,) = buttons(render(page_of(dated, 1))).values()
    assert asked(share["value"]) == (dated.question, 1, date(2023, 5, 17))


def test_of_several_people_there_is_a_button_for_each() -> None:
    people = [Choice(f"{name} Lee", f"quotes by {name} Lee") for name in "ABCDEFG"]
    which = replace(answer(card()), choices=tuple(people), today=date(2023, 5, 17))
    found = buttons(render(page_of(which, 1)))
    assert list(found) == [*(f"choose-{n}" for n in range(1, 6)), "share"]
    assert found["choose-2"]["text"]["text"] == "B Lee"
    assert asked(found["choose-2"]["value"]) == ("quotes by B Lee", 1, date(2023, 5, 17))


@pytest.mark.parametrize("place", [Place.DIRECT, Place.SHARED])
def test_what_others_see_already_cannot_be_shared(place: Place) -> None:
    assert not buttons(render(page_of(answer(card()), 1), place))


def test_pages_have_block_ids_of_their_own() -> None:
    first, second, *_ = pages(answer(*[card() for _ in range(11)]))
    assert not {b["block_id"] for b in first.blocks} & {b["block_id"] for b in second.blocks}


def test_an_honest_no_is_one_sentence() -> None:
    message = render(page_of(Answer("who said x", "Nothing found."), 1))
    assert message.text == "Nothing found."
    assert [block["type"] for block in message.blocks] == ["rich_text", "actions"]


def test_a_shared_answer_names_who_shared_it(validate: Validate) -> None:
    message = shared(page_of(answer(card()), 1), "U0READER")
    validate(message.blocks)
    within_limits(message)
    assert message.blocks[0]["elements"][0]["elements"][0] == {
        "type": "user",
        "user_id": "U0READER",
    }


def test_a_notice_shows_what_it_is_given(validate: Validate) -> None:
    message = under("Why this comes here.", notice(ALIVE))
    validate(message.blocks)
    within_limits(message)
    nothing_alive(message)
    assert ALIVE in [d.get("text") for d in every(message.blocks)]
