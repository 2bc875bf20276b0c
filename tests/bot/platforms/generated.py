"""Answers that no reader would make up: the longest, the strangest and the most hostile."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bot.cards import Answer, Card, Choice, Words
from bot.questions import LONGEST_QUESTION, clean

# The platforms together look at a thousand answers.
half_a_thousand = settings(
    max_examples=500,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

ZALGO = "".join(letter + "\u0300\u0316\u0489\u035c" * 6 for letter in "Zalgo")
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER D}\N{REGIONAL INDICATOR SYMBOL LETTER E}"
MARKUP = (
    "@everyone <@1> <@&2> <#3> <t:0> </load:4> <:a:5> <!channel> <!here|x> <@U1> "
    "<https://evil.example|here> [here](https://evil.example) **b** _i_ ~~s~~ ||x|| :smile: & < >"
)
LINES = ["> not a quotation", "# heading", "-# small", "- list", "1. list", "```js", "`", "”", "“"]
PROSE = "He said that it rained. It had not rained for weeks! "

pieces = st.sampled_from(
    [
        PROSE, MARKUP, ZALGO, FAMILY, FLAG, "word ", "unbroken", "`", "*", "\\", "\n", "\n\n",
        "قال الرئيس إن ذلك ليس صحيحا. ", "\N{RIGHT-TO-LEFT OVERRIDE}שלום", "彼は否定した。",
        "Ложь ", "```", "\N{ZERO WIDTH SPACE}", "\N{NO-BREAK SPACE}", "\N{GRINNING FACE}",
        "\0", "\x1b[2J", *LINES,
    ]
)  # fmt: skip
any_text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
short = st.builds("".join, st.lists(pieces | any_text, min_size=1, max_size=4))
endless = st.builds(lambda piece, size: (piece * size)[:size], pieces, st.integers(1, 10_000))
text = short | short | endless
# what the store holds and what we say has something to read in it
readable = text.filter(lambda made: any(map(str.isalnum, made)))
questions = readable.map(lambda made: clean(made)[:LONGEST_QUESTION])
words = st.builds(Words, readable, st.booleans())
links = st.none() | st.builds("https://news.example/{}".format, text)


def _cards(variants: st.SearchStrategy[tuple[Card, ...]]) -> st.SearchStrategy[Card]:
    return st.builds(
        Card,
        statement=st.none() | st.integers(1),
        speaker=readable,
        role=st.none() | readable,
        words=st.lists(words, min_size=1, max_size=3).map(tuple),
        notes=st.lists(readable, max_size=9).map(tuple),
        source=readable,
        link=links,
        variants=variants,
    )


_variants = st.builds(
    lambda made, times: tuple(made) * times,
    st.lists(_cards(st.just(())), max_size=2),
    st.sampled_from([1, 1, 1, 1, 1, 15]),
)


def _many(cards: list[Card], times: int) -> tuple[Card, ...]:
    return (tuple(cards) * times)[:50]


def answers(**fixed: Any) -> st.SearchStrategy[Answer]:
    """Answers of up to fifty cards; what is *fixed* is the same in all of them."""
    told: dict[str, Any] = {
        "question": questions,
        "heading": readable,
        "cards": st.builds(
            _many, st.lists(_cards(_variants), max_size=2), st.sampled_from([1, 1, 1, 1, 3, 50])
        ),
        "nearest": st.booleans(),
        "choices": st.lists(st.builds(Choice, readable, questions), max_size=7).map(tuple),
        "today": st.none() | st.dates(),
    }
    return st.builds(Answer, **(told | fixed))


# How far into an answer a reader turns: 0 is its first page, 1 its last.
depths = st.sampled_from([0.0, 0.0, 0.3, 0.6, 1.0])
