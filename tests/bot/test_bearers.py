"""One name that may be two people's, by what articles call them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.bearers import apart
from store.model import Article, Kind, Match, Span, Speaker, SpeakerKind, Statement

JOHN = Speaker("John Smith")


def matches(articles: Sequence[Sequence[str | None]], speaker: Speaker = JOHN) -> list[Match]:
    """A statement in each of *articles* for each role that it gives *speaker*."""
    whole = Span(0, 1)
    return [
        Match(
            number * 10 + at,
            Statement(Kind.DIRECT, (whole,), whole, speaker=speaker, role=role),
            Article(f"Article {number}"),
            ("A",),
            100.0,
            (),
        )
        for number, roles in enumerate(articles)
        for at, role in enumerate(roles)
    ]


MAYOR, KEEPER = "the mayor of Brook", "a goalkeeper for the Rovers"


@pytest.mark.parametrize(
    ("articles", "two"),
    [
        pytest.param([[MAYOR], [KEEPER]], True, id="of different places"),
        pytest.param([["Brook mayor"], ["Rovers goalkeeper"]], True, id="without of"),
        pytest.param([[MAYOR], ["Brook’s deputy mayor"]], False, id="a word in common"),
        pytest.param([[MAYOR, KEEPER]], False, id="in one article"),
        pytest.param(
            [[MAYOR], [KEEPER], [MAYOR, "Rovers captain"]], False, id="a third joins them"
        ),
        pytest.param(
            [[MAYOR], [KEEPER], ["Rovers captain"]], True, id="a third joins two of three"
        ),
        pytest.param([["the mayor"], ["a farmer"]], False, id="a mayor may farm"),
        pytest.param([[MAYOR], ["a farmer"]], False, id="so may the mayor of Brook"),
        pytest.param([["The mayor"], ["Democrat"]], False, id="a capital alone tells nothing"),
        pytest.param([["Press Secretary"], ["White House aide"]], False, id="all in capitals"),
        pytest.param([["former mayor of Brook"], ["former Rovers captain"]], True, id="former"),
        pytest.param([[MAYOR], [None]], False, id="no role"),
        pytest.param([[MAYOR]], False, id="one article"),
    ],
)
def test_what_articles_call_one_name(articles: list[list[str | None]], *, two: bool) -> None:
    assert bool(list(apart(matches(articles)))) is two


def test_it_is_told_what_each_is_called() -> None:
    assert list(apart(matches([[MAYOR], [KEEPER]]))) == [("John Smith", MAYOR, KEEPER)]


@pytest.mark.parametrize(
    "speaker",
    [
        pytest.param(Speaker("Smith"), id="a surname is whoever each article means"),
        pytest.param(Speaker("Smith Limited", SpeakerKind.ORGANISATION), id="a body"),
    ],
)
def test_who_is_no_person_of_one_full_name_is_not_asked_about(speaker: Speaker) -> None:
    assert not list(apart(matches([[MAYOR], [KEEPER]], speaker)))
