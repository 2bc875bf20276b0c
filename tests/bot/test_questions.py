from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import QUOTES, WHO_SAID
from bot.questions import LONGEST_QUESTION, Question, is_dated, marks, parse, readings
from store.errors import UnusableQuestion
from store.model import Polarity, Query

DENIES, ASSERTS = Polarity.DENIES, Polarity.ASSERTS

ASKED = {
    # who said WORDS
    "who said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "Who said “absolutely ridiculous”?": Query(
        words="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    'WHO SAID "absolutely ridiculous"??': Query(
        words="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    "whos said absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who's saying absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who has said terrorist attacks": Query(words="terrorist attacks"),
    "who else said terrorist attacks": Query(words="terrorist attacks"),
    "who was it that said terrorist attacks": Query(words="terrorist attacks"),
    "who says that we have a deficit": Query(words="we have a deficit"),
    "who said it's a ludicrous claim": Query(words="it's a ludicrous claim"),
    "who said that's why we do not use them": Query(words="that's why we do not use them"),
    "who claimed the U.S. had no role": Query(words="the U.S. had no role"),
    "who insisted he will not walk anything back": Query(words="he will not walk anything back"),
    "  who   said\n walk\tback ": Query(words="walk back"),
    "who said walk\x00 back\u202e": Query(words="walk back"),
    "who said who said walk back": Query(words="walk back"),
    "hey, who said walk back?": Query(words="walk back"),
    "can you tell me who said walk back": Query(words="walk back"),
    "who said: absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who said... absolutely ridiculous": Query(words="absolutely ridiculous"),
    "who siad absolutely ridiculous": Query(words="absolutely ridiculous"),
    "did anyone say terrorist attacks": Query(words="terrorist attacks"),
    "who called for an inquiry": Query(words="an inquiry"),
    "who told reporters that Moscow knows": Query(words="Moscow knows"),
    # who said what ABOUT
    "who said anything about drones": Query(topic="drones"),
    "who said what about drones": Query(topic="drones"),
    "who said about drones": Query(topic="drones"),
    "who talked about drones": Query(topic="drones"),
    "who spoke about drones": Query(topic="drones"),
    "did anyone say anything about drones": Query(topic="drones"),
    "what was said about drones": Query(topic="drones"),
    "what has been said about drones": Query(topic="drones"),
    "what are people saying about drones": Query(topic="drones"),
    "what did anyone say about drones": Query(topic="drones"),
    # who called X Y
    "who called Putin a butcher": Query(topic="Putin", words="butcher"),
    "who called him a butcher?": Query(topic="him", words="butcher"),
    "who called it ludicrous": Query(words="ludicrous"),
    "who called ludicrous": Query(words="ludicrous"),
    "who called the attempts absolutely ridiculous": Query(
        topic="the attempts", words="absolutely ridiculous"
    ),
    "who described the claim as ludicrous": Query(topic="the claim", words="ludicrous"),
    "who referred to Putin as a butcher": Query(topic="Putin", words="butcher"),
    "what did Biden call Putin": Query(speaker="Biden", topic="Putin"),
    "did Biden call Putin a butcher": Query(speaker="Biden", topic="Putin", words="butcher"),
    "did Kirby call the claim ludicrous": Query(
        speaker="Kirby", topic="the claim", words="ludicrous"
    ),
    "did Biden refer to Putin as a butcher": Query(speaker="Biden", topic="Putin", words="butcher"),
    # who denied, who confirmed
    "who denied it": Query(polarity=DENIES),
    "who denied": Query(polarity=DENIES),
    "who has denied it?": Query(polarity=DENIES),
    "whos denying it": Query(polarity=DENIES),
    "who else denied that": Query(polarity=DENIES),
    "who denied the drone attack": Query(polarity=DENIES, topic="the drone attack"),
    "who denied that the U.S. was behind it": Query(
        polarity=DENIES, topic="the U.S. was behind it"
    ),
    "has anyone denied American involvement": Query(polarity=DENIES, topic="American involvement"),
    "did Kirby deny it": Query(polarity=DENIES, speaker="Kirby"),
    "what did the White House deny": Query(polarity=DENIES, speaker="the White House"),
    "who confirmed the strike": Query(polarity=ASSERTS, words="the strike"),
    "did anyone confirm that the Kremlin was struck": Query(
        polarity=ASSERTS, words="the Kremlin was struck"
    ),
    # what did SPEAKER say
    "what did Biden say": Query(speaker="Biden"),
    "What did Biden say?": Query(speaker="Biden"),
    "what has Biden said": Query(speaker="Biden"),
    "what does joe biden say": Query(speaker="joe biden"),
    "what is Biden saying": Query(speaker="Biden"),
    "whats Biden said": Query(speaker="Biden"),
    "what's Biden actually said?": Query(speaker="Biden"),
    "what have Russian officials said": Query(speaker="Russian officials"),
    "what Biden said": Query(speaker="Biden"),
    "what did Putin really say": Query(speaker="Putin"),
    "what did Kirby say about the drone": Query(speaker="Kirby", topic="the drone"),
    "waht did biden say": Query(speaker="biden"),
    "whats zelensky said about weapons": Query(speaker="zelensky", topic="weapons"),
    "what did Kirby say on drones": Query(speaker="Kirby", topic="drones"),
    "what Kirby said about it": Query(speaker="Kirby"),
    "did Kirby say anything about drones": Query(speaker="Kirby", topic="drones"),
    "what did Kirby say when asked": Query(speaker="Kirby", topic="when asked"),
    "what did  say about drones": Query(topic="drones"),
    # did SPEAKER say WORDS
    "did Biden say walk back": Query(speaker="Biden", words="walk back"),
    "did Biden ever say that Putin cannot remain in power": Query(
        speaker="Biden", words="Putin cannot remain in power"
    ),
    "has Kirby said “a ludicrous claim”?": Query(
        speaker="Kirby", words="a ludicrous claim", exact=("a ludicrous claim",)
    ),
    "did the White House say it": Query(speaker="the White House"),
    # quotes
    "quotes by Kirby": Query(speaker="Kirby"),
    "quotes from Kirby about drones": Query(speaker="Kirby", topic="drones"),
    "all quotes by Dmitry Peskov": Query(speaker="Dmitry Peskov"),
    "show me quotes by Biden on Putin": Query(speaker="Biden", topic="Putin"),
    "quotes Kirby about the drone": Query(speaker="Kirby", topic="the drone"),
    "quotes on drones": Query(topic="drones"),
    "quotes about drones": Query(topic="drones"),
    "statements by the White House": Query(speaker="the White House"),
    "Biden's quotes about Putin": Query(speaker="Biden", topic="Putin"),
    "biden quotes": Query(speaker="biden"),
    "latest from Zelensky": Query(speaker="Zelensky"),
    "anything about drones": Query(topic="drones"),
    # outlets
    "according to New York Post": Query(outlet="New York Post"),
    "According to the New York Post?": Query(outlet="the New York Post"),
    "who said ridiculous according to the New York Post": Query(
        words="ridiculous", outlet="the New York Post"
    ),
    "what did Peskov say, according to Spectator Index": Query(
        speaker="Peskov", outlet="Spectator Index"
    ),
    "what did Kirby tell CNN": Query(speaker="Kirby", outlet="CNN"),
    "what did Kirby tell CNN about the drone": Query(
        speaker="Kirby", outlet="CNN", topic="the drone"
    ),
    "what did Kirby say to CNN": Query(speaker="Kirby", outlet="CNN"),
    "what did Peskov tell reporters": Query(speaker="Peskov"),
    "what did Peskov tell the reporters": Query(speaker="Peskov"),
    "who told CNN that it's a ludicrous claim": Query(outlet="CNN", words="it's a ludicrous claim"),
    "who told CNN about drones": Query(outlet="CNN", topic="drones"),
    # bare words
    "Zelensky weapons": Query(loose="Zelensky weapons"),
    "absolutly rediculous": Query(loose="absolutly rediculous"),
    "“absolutely ridiculous.”": Query(
        loose="absolutely ridiculous", exact=("absolutely ridiculous",)
    ),
    "each according to his ability": Query(loose="each according to his ability"),
    "why was the Kremlin struck?": Query(loose="why was the Kremlin struck"),
    "Путин": Query(loose="Путин"),
}


@pytest.mark.parametrize("typed", ASKED)
def test_a_question_means(typed: str) -> None:
    assert parse(Question(typed)) == ASKED[typed]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " \n",
        "\x00",
        "?",
        "help",
        "hello!",
        "it",
        "who said it",
        "who said that?",
        "who confirmed this",
    ],
)
def test_a_question_without_anything_to_look_for_says_what_to_name(typed: str) -> None:
    with pytest.raises(UnusableQuestion, match=r"^Name some words, a speaker or a topic"):
        parse(Question(typed))


def test_a_pronoun_is_no_speaker() -> None:
    with pytest.raises(UnusableQuestion, match="Ask again with a name"):
        parse(Question("what did he say about drones"))


def test_the_longest_question_is_still_searched() -> None:
    assert parse(Question("x" * LONGEST_QUESTION)).loose == "x" * LONGEST_QUESTION


def test_a_longer_question_is_refused() -> None:
    with pytest.raises(UnusableQuestion, match="at most 500 characters"):
        parse(Question("x" * (LONGEST_QUESTION + 1)))


def test_a_query_carries_the_scope_of_its_question() -> None:
    assert parse(Question("who said walk back", "slack:T1")).scope == "slack:T1"


def test_the_whosaid_command_asks_for_words() -> None:
    assert WHO_SAID.question is not None
    typed = WHO_SAID.question({"words": "that we have a deficit"})
    assert parse(Question(typed)) == Query(words="we have a deficit")


def test_the_quotes_command_takes_days_after_the_speaker() -> None:
    assert QUOTES.question is not None
    typed = QUOTES.question({"speaker": "Kirby since 1 May 2023", "about": "the drone"})
    meant = Query(speaker="Kirby", topic="the drone", since=date(2023, 5, 1))
    assert parse(Question(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "dated"),
    [
        ("quotes by Quill since monday", True),
        ("yesterday", True),
        ("quotes by Quill", False),
        ("who said “see you on monday”", False),
        ("", False),
    ],
)
def test_a_question_with_days_depends_on_the_day_it_is_asked(typed: str, *, dated: bool) -> None:
    assert is_dated(typed) is dated


def test_the_quotes_command_asks_for_a_speaker_and_a_topic() -> None:
    assert QUOTES.question is not None
    typed = QUOTES.question({"speaker": "John Kirby", "about": "the drone"})
    assert parse(Question(typed)) == Query(speaker="John Kirby", topic="the drone")


@given(st.text(max_size=LONGEST_QUESTION))
def test_any_text_is_searched_or_refused(typed: str) -> None:
    with suppress(UnusableQuestion):
        assert parse(Question(typed)) != Query()


@given(st.text(alphabet="whosaidtl itbu?'", max_size=LONGEST_QUESTION))
def test_a_pattern_never_takes_long(typed: str) -> None:
    with suppress(UnusableQuestion):
        assert parse(Question(typed)) != Query()


_OFTEN = """
    who what did said say Quill quotes by from about on in since before after until between and to
    the last this week month year monday 1 3rd 31 may february 2022 29/2/2023 2023-02-30 ago two
    yesterday weekend past 999 days CNN first-hand only " ' “ ” denied quote unquote
"""


@given(st.lists(st.sampled_from(_OFTEN.split()), max_size=14), st.dates(min_value=date(1900, 1, 1)))
def test_days_are_never_the_wrong_way_round(typed: list[str], today: date) -> None:
    with suppress(UnusableQuestion):
        for query in readings(Question(" ".join(typed), today=today)):
            assert not (query.since and query.until) or query.since <= query.until
            assert not any(marks.hides(text) for text in (query.words, query.topic, query.loose))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wo said we took a boat", Query(words="we took a boat")),
        ("whp said we took a boat", Query(words="we took a boat")),
        ("hwat did Quill say", Query(speaker="Quill")),
        ("what dd Quill say", Query(speaker="Quill")),
        ("who insistd the boat is safe", Query(words="the boat is safe")),
        ("who denyed the leak", Query(topic="the leak", polarity=DENIES)),
        ("what did Quill say abuot boats", Query(speaker="Quill", topic="boats")),
        ("quotas by 2030", Query(loose="quotas by 2030")),
    ],
)
def test_a_keyword_may_have_a_letter_wrong(typed: str, meant: Query) -> None:
    assert parse(Question(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "HELP ME find who said “a long winter”",
            Query(words="a long winter", exact=("a long winter",)),
        ),
        ("quick question, who said a long winter?", Query(words="a long winter")),
        ("tell me who said a long winter please", Query(words="a long winter")),
        ("who said a long winter? Thanks!", Query(words="a long winter")),
        ("could someone please tell me what did Quill say pls", Query(speaker="Quill")),
        ("I'm looking for quotes by Quill", Query(speaker="Quill")),
        ("who said yes please", Query(words="yes please")),
        ("who said please release me", Query(words="please release me")),
        ("please release me", Query(loose="please release me")),
        ("can you hear the people sing", Query(loose="can you hear the people sing")),
    ],
)
def test_politeness_around_a_question_asks_for_nothing(typed: str, meant: Query) -> None:
    assert parse(Question(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what was said in the Weekly Herald", Query(outlet="the Weekly Herald")),
        ("what's in the Weekly Herald", Query(outlet="the Weekly Herald")),
        ("what was said by Quill", Query(speaker="Quill")),
        ("what was said by Quill about boats", Query(speaker="Quill", topic="boats")),
        ("is there anything on the tunnel", Query(topic="the tunnel")),
        ("are there any quotes from Quill", Query(speaker="Quill")),
        ("any news on the tunnel?", Query(topic="the tunnel")),
        ("what does Quill think about boats", Query(speaker="Quill", topic="boats")),
        ("is there hope", Query(loose="is there hope")),
        ("was there a say on it", Query(loose="was there a say on it")),
        (
            "what did Quill say in the Weekly Herald",
            Query(speaker="Quill", outlet="the Weekly Herald"),
        ),
        ("who told the Weekly Herald", Query(outlet="the Weekly Herald")),
        ("who spoke to the Weekly Herald", Query(outlet="the Weekly Herald")),
        ("who told Quill it was over", Query(loose="who told Quill it was over")),
        ("who accused Quill", Query(words="Quill", other_than="Quill")),
        ("who blamed Quill for the flood", Query(words="Quill for the flood", other_than="Quill")),
        ("did Quill criticise the board", Query(speaker="Quill", words="the board")),
    ],
)
def test_what_is_no_name_is_no_speaker(typed: str, meant: Query) -> None:
    assert parse(Question(typed)) == meant


@pytest.mark.parametrize("typed", ["what did Quill NOT say", "what didn't Quill say"])
def test_what_was_not_said_is_not_on_record(typed: str) -> None:
    with pytest.raises(UnusableQuestion, match="Only what was said"):
        parse(Question(typed))


def test_first_hand_alone_asks_for_nothing() -> None:
    with pytest.raises(UnusableQuestion, match="Name some words"):
        parse(Question("first-hand quotes"))


def test_without_a_day_it_is_asked_today() -> None:
    found = parse(Question("what was said today"))
    assert found.since is not None
    assert found.since == found.until


@pytest.mark.parametrize(
    ("typed", "otherwise"),
    [
        pytest.param(
            "who said see you on Thursday",
            [Query(words="see you on Thursday")],
            id="days may have been said",
        ),
        pytest.param(
            "who said it was all over the New York Times in the New York Times",
            [Query(words="it was all over the New York Times in the New York Times")],
            id="so may an outlet",
        ),
        pytest.param("quotes by Reuters", [Query(outlet="Reuters")], id="a speaker is an outlet"),
        pytest.param(
            "we are going to have the new pier open in 2020",
            [
                Query(
                    loose="we are going to have the new pier open",
                    since=date(2020, 1, 1),
                    until=date(2020, 12, 31),
                )
            ],
            id="a sentence is first taken as it stands",
        ),
        pytest.param("who said “see you on Thursday”", [], id="what is in marks was said"),
    ],
)
def test_what_else_a_question_may_mean(typed: str, otherwise: list[Query]) -> None:
    assert list(readings(Question(typed)))[1:] == otherwise


@pytest.mark.parametrize("typed", ["hi there", "Good morning, everyone!", "thanks a lot", "quit"])
def test_what_is_typed_to_a_bot_is_no_question(typed: str) -> None:
    with pytest.raises(UnusableQuestion, match="Name some words"):
        parse(Question(typed))
