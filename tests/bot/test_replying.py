"""What is typed for a check, for a context or for sources, and what comes of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.cards import Answer
from bot.questions import Question
from bot.replying import check_again, depends_on_day, of_statement, reply, vet
from store.asked import question_key
from store.errors import AlteredText, UnusableQuestion
from store.model import Article
from store.store import Store

BRIDGE = "“The harbour bridge will never be painted blue,” said Anna Abel, mayor of Brook.\n"
OURS = "slack:T0NEWS"


def ask(store: Store, text: str, scope: str = "") -> Answer:
    return reply(store, Question(text, scope))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """One statement in two papers, the later one loaded first."""
    with Store(tmp_path / "onrecord.db") as found:
        for outlet, day in (("The Evening Bell", 9), ("The Daily Planet", 4)):
            text = f"It rained on {outlet}.\n\n{BRIDGE}"
            article = Article(text, "Bridge", outlet, published=date(2023, 5, day))
            found.load(article, by="test")
        yield found


@pytest.mark.parametrize(
    "typed",
    [
        "context of absolutely ridiculous",
        "show me the context of “absolutely ridiculous”",
        "Context for absolutely ridiculous",
    ],
)
def test_the_context_is_the_paragraph_word_for_word(on_record: Store, typed: str) -> None:
    (card,) = ask(on_record, typed).cards
    text = on_record.versions(card.statement or 0)[0].article.text
    assert all(words.text in text and not words.marks for words in card.words)
    assert "told reporters, according to a translation" in card.words[-1].text


def test_where_nobody_is_named_the_paragraph_before_comes_with_it(on_record: Store) -> None:
    (card,) = ask(on_record, "context of United States had no role in it whatsoever").cards
    assert len(card.words) == 2
    assert "Kirby" in card.words[0].text


def test_sources_are_told_first_seen_first(store: Store) -> None:
    found = ask(store, "sources of never be painted blue")
    assert "in two articles of two outlets, first seen first" in found.heading
    assert [card.source.split(" · ")[1] for card in found.cards] == [
        "The Daily Planet",
        "The Evening Bell",
    ]
    assert found.cards[1].notes[0] == "The same words elsewhere."


def test_sources_of_what_is_said_once(on_record: Store) -> None:
    found = ask(on_record, "sources of expressing the moral outrage")
    assert found.heading.startswith("One article has what Joe Biden said.")


@pytest.mark.parametrize("kind", ["context", "sources"])
def test_a_statement_is_known_by_its_number(store: Store, kind: str) -> None:
    (shown, _) = ask(store, "sources of never be painted blue").cards
    assert shown.statement
    found = ask(store, of_statement(kind, shown.statement))
    assert found.cards[0].statement == shown.statement


@pytest.mark.parametrize("kind", ["context", "sources"])
def test_a_number_of_another_scope_is_not_known(tmp_path: Path, kind: str) -> None:
    with Store(tmp_path / "scopes.db") as store:
        store.load(Article(BRIDGE), by="test", scope=OURS)
        (shown,) = ask(store, "who said painted blue", OURS).cards
        asked = of_statement(kind, shown.statement or 0)
        assert ask(store, asked, OURS).cards
        for scope in ("", "slack:T0OTHER"):
            with pytest.raises(UnusableQuestion, match="not on record here any more"):
                ask(store, asked, scope)


@pytest.mark.parametrize("kind", ["context", "sources"])
def test_nothing_found_is_an_honest_no(store: Store, kind: str) -> None:
    found = ask(store, f"{kind} of the moon is made of cheese")
    assert found.heading.startswith("Nothing with these words is on record")
    assert found.question == f"{kind} of the moon is made of cheese"


def test_of_more_than_one_the_best_is_shown_and_said_to_be(on_record: Store) -> None:
    found = ask(on_record, "context of attack")
    assert "It is the best of" in found.heading


def test_what_was_altered_is_withheld(tmp_path: Path) -> None:
    with Store(tmp_path / "altered.db") as store:
        store.load(Article(BRIDGE), by="test")
        (shown,) = ask(store, "who said painted blue").cards
        with sqlite3.connect(tmp_path / "altered.db") as other:
            other.execute("UPDATE article SET text = replace(text, 'never', 'often')")
        other.close()
        with pytest.raises(AlteredText):
            ask(store, of_statement("context", shown.statement or 0))


@pytest.mark.parametrize(
    "typed",
    ["check: We are attacking Putin or Moscow", "check “We are attacking Putin or Moscow”"],
)
def test_a_check_tells_the_verdict_and_what_is_on_record(on_record: Store, typed: str) -> None:
    found = ask(on_record, typed)
    (verdict,) = found.cards
    assert (verdict.speaker, verdict.statement) == ("Altered", None)
    assert "We are [-not-] attacking Putin or Moscow" in verdict.words[0].text
    (record,) = verdict.variants
    assert (record.lead, record.speaker) == ("On record:", "Volodymyr Zelensky")


def test_a_text_too_long_for_a_button_is_checked_again_by_its_key(on_record: Store) -> None:
    question = "check: We are attacking Putin or Moscow"
    key = question_key(question, OURS)
    with pytest.raises(UnusableQuestion, match="check it again"):
        ask(on_record, check_again(key), OURS)
    on_record.remember(question, scope=OURS)
    assert ask(on_record, check_again(key), OURS).cards == ask(on_record, question, OURS).cards
    with pytest.raises(UnusableQuestion, match="check it again"):
        ask(on_record, check_again(key), "slack:T0OTHER")


def test_only_a_search_depends_on_the_day() -> None:
    assert depends_on_day("what did Kirby say on Monday")
    assert not depends_on_day("check: it rained on Monday")


def test_what_cannot_be_asked_is_said_at_once() -> None:
    vet(Question("check: " + "long " * 500))
    with pytest.raises(UnusableQuestion):
        vet(Question("long " * 500))
