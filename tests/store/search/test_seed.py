"""What is asked of the seed article; statement n is the gold's s0n."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Match, Polarity, Query, Reason
from store.store import Store

NO, YES = Polarity.DENIES, Polarity.ASSERTS


def shape(found: tuple[Match, ...]) -> list[tuple[int, ...]]:
    """The ids found, each with those of its variants."""
    return [(match.id, *(variant.id for variant in match.variants)) for match in found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(Query(words="absolutely ridiculous"), [(3, 7)], id="two translations"),
        pytest.param(Query(words="absolutly rediculous"), [(3, 7)], id="misspelt words"),
        pytest.param(Query(loose="absolutly rediculous"), [(3, 7)], id="misspelt loose words"),
        pytest.param(Query(words="Putin a butcher"), [(11,)], id="a name met by its pronoun"),
        pytest.param(Query(words="terrorist attacks"), [(8,)], id="both words, not one"),
        pytest.param(Query(words="walk back"), [(12,)], id="words apart"),
        pytest.param(Query(words="apology"), [(13,)], id="another form of a word"),
        pytest.param(Query(words="we don't even know"), [(6,)], id="straight apostrophe"),
        pytest.param(Query(words="WASHINGTON’S direction"), [(2,)], id="case"),
        pytest.param(Query(words="the US does not back"), [(9,)], id="initials without points"),
        pytest.param(Query(words="Attempts to deny"), [(3, 7)], id="one rendering's own word"),
        pytest.param(Query(speaker="Biden"), [(10,), (11,), (12,), (13,)], id="surname"),
        pytest.param(Query(speaker="joe biden"), [(10,), (11,), (12,), (13,)], id="full name"),
        pytest.param(Query(speaker="Zelenskiy"), [(15,), (16,), (17,)], id="other spelling"),
        pytest.param(Query(speaker="Kirbey"), [(5,), (6,), (9,)], id="misspelt speaker"),
        pytest.param(Query(speaker="President Zelensky"), [(15,), (16,), (17,)], id="title"),
        pytest.param(Query(speaker="Russia"), [(14,)], id="a state, not its officials"),
        pytest.param(Query(speaker="White House"), [(4,)], id="who speaks for a body"),
        pytest.param(Query(speaker="Putin"), [], id="talked about, not a speaker"),
        pytest.param(Query(speaker="Kirby", topic="attacks"), [(9,)], id="topic in his words"),
        pytest.param(
            Query(speaker="Kirby", topic="the drone"), [(5,), (6,), (9,)], id="topic in headline"
        ),
        pytest.param(Query(speaker="Kirby", topic="bananas"), [], id="no such topic"),
        pytest.param(
            Query(speaker="Kirby", topic="involvement"), [(5,)], id="topic in the statement before"
        ),
        pytest.param(
            Query(speaker="Biden", topic="assassinate"),
            [(10,), (11,), (12,), (13,)],
            id="topic in what opens the article",
        ),
        pytest.param(Query(speaker="Peskov", topic="villages"), [], id="topic of others far away"),
        pytest.param(Query(topic="casualties moral"), [], id="topic scattered over the article"),
        pytest.param(Query(topic="terrorist butcher"), [], id="topic on both sides of one"),
        pytest.param(Query(speaker="Kirby", words="very"), [], id="stop word not said"),
        pytest.param(Query(speaker="Kirby", words="had no"), [(6,)], id="stop words as they stand"),
        pytest.param(Query(speaker="Kirby", words="no had"), [], id="stop words turned round"),
        pytest.param(Query(outlet="New York Post"), [(7, 3), (8,)], id="outlet without its the"),
        pytest.param(Query(outlet="US News"), [(2,), (3, 7)], id="outlet in part"),
        pytest.param(Query(outlet="the Daily Ledger"), [], id="no such outlet"),
        pytest.param(Query(polarity=NO), [(4,), (5,), (6,), (15,)], id="all denials"),
        pytest.param(Query(words="involvement", polarity=NO), [(4,)], id="denied words"),
        pytest.param(Query(words="involvement", polarity=YES), [], id="not asserted"),
        pytest.param(Query(loose="Zelensky weapons"), [(17,)], id="loose name and words"),
        pytest.param(Query(loose="weapons Zelenskiy"), [(17,)], id="loose, misspelt, reversed"),
        pytest.param(Query(loose="Kirby"), [(5,), (6,), (9,)], id="loose name alone"),
        pytest.param(Query(loose="Putin butcher"), [(11,)], id="loose name of no speaker"),
        pytest.param(Query(words="absolutely bananas"), [], id="half met is not met"),
        pytest.param(Query(words="it is what it is"), [], id="stop words alone"),
        pytest.param(Query(), [], id="nothing asked"),
        pytest.param(Query(words="“”—…"), [], id="marks alone"),
    ],
)
def test_the_seed_answers(seeded: Store, query: Query, expected: list[tuple[int, ...]]) -> None:
    assert sorted(shape(seeded.search(query))) == sorted(expected)


@pytest.mark.parametrize(
    ("query", "reasons"),
    [
        pytest.param(Query(words="walk back"), (Reason.WORDS,), id="words"),
        pytest.param(Query(speaker="Peskov"), (Reason.SPEAKER,), id="speaker"),
        pytest.param(Query(outlet="CNN"), (Reason.OUTLET,), id="outlet"),
        pytest.param(Query(polarity=NO), (Reason.DENIAL,), id="denial"),
        pytest.param(
            Query(speaker="Kirby", topic="attacks"),
            (Reason.SPEAKER, Reason.WORDS),
            id="topic in words",
        ),
        pytest.param(
            Query(speaker="Peskov", topic="translation"),
            (Reason.SPEAKER, Reason.PARAGRAPH),
            id="topic in paragraph",
        ),
        pytest.param(
            Query(speaker="Kirby", topic="drone"),
            (Reason.SPEAKER, Reason.ARTICLE),
            id="topic in article",
        ),
    ],
)
def test_a_match_says_why(seeded: Store, query: Query, reasons: tuple[Reason, ...]) -> None:
    assert {match.reasons for match in seeded.search(query)} == {reasons}


def test_a_variant_that_does_not_meet_the_question_says_so(seeded: Store) -> None:
    (match,) = seeded.search(Query(words="Attempts to deny"))
    (variant,) = match.variants
    assert (match.reasons, variant.reasons, variant.score) == ((Reason.WORDS,), (), 0.0)
    (both,) = seeded.search(Query(words="absolutely ridiculous"))
    assert both.variants[0].reasons == both.reasons
    assert both.variants[0].score > 0


def test_the_nearest_to_putin_is_his_spokesman(seeded: Store) -> None:
    found = seeded.nearest(Query(speaker="Putin"))
    assert shape(found) == [(7, 3), (8,)]
    assert {match.reasons for match in found} == {(Reason.ROLE,)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(Query(speaker="Vladimir Putin", topic="terrorist"), [(8,)], id="role, topic"),
        pytest.param(Query(speaker="Peskov", words="enough weapons"), [(17,)], id="someone else"),
        pytest.param(Query(speaker="Zelinskyy"), [(15,), (16,), (17,)], id="far misspelt"),
        pytest.param(Query(words="absolutely bananas"), [(3, 7)], id="half of the words"),
        pytest.param(Query(words="bananas"), [], id="nothing near"),
        pytest.param(Query(speaker="Kirby", topic="bananas"), [], id="nothing near the topic"),
        pytest.param(Query(speaker="Macron"), [], id="nobody near"),
        pytest.param(Query(), [], id="nothing asked"),
    ],
)
def test_nearest(seeded: Store, query: Query, expected: list[tuple[int, ...]]) -> None:
    assert shape(seeded.nearest(query)) == expected


def test_the_closest_words_come_first(seeded: Store) -> None:
    found = seeded.search(Query(words="drone attacks"))
    assert [match.id for match in found] == [15, 1]
    assert found[0].score > found[1].score


_TEXT = (Path(__file__).parents[3] / "seeds/000_030a085cd1f51292.txt").read_text("utf-8")
_WORD = st.sampled_from([*sorted(set(_TEXT.split())), "bananas", "Merkel", "wepons", "2019", "?"])
_PHRASE = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(phrase=_PHRASE, field=st.sampled_from(["words", "topic", "loose", "speaker", "outlet"]))
def test_a_shorter_answer_is_the_beginning_of_a_longer_one(
    seeded: Store, phrase: str, field: str
) -> None:
    asked = Query(**{field: phrase})
    whole = seeded.search(asked)
    for limit in (0, 1, 3):
        assert seeded.search(asked, limit=limit) == whole[:limit]


@settings(max_examples=100, deadline=None)
@given(
    phrase=_PHRASE,
    field=st.sampled_from(["words", "topic"]),
    name=st.sampled_from(["Joe Biden", "John Kirby", "Dmitry Peskov", "Volodymyr Zelensky"]),
)
def test_nobody_else_answers_for_the_speaker(
    seeded: Store, phrase: str, field: str, name: str
) -> None:
    for match in seeded.search(Query(speaker=name, **{field: phrase})):
        for one in (match, *match.variants):
            assert one.statement.speaker is not None
            assert one.statement.speaker.name == name


def test_no_more_than_the_limit(seeded: Store) -> None:
    assert len(seeded.search(Query(speaker="Biden"), limit=2)) == 2
