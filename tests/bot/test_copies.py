"""Wire copy on a card: a line that names the outlets, and nothing of another outlet twice."""

from __future__ import annotations

from bot import posted
from bot.cards import Answer
from bot.pages import Page
from bot.questions import Question
from bot.replying import reply
from store.model import Article, Message
from store.store import Store

TEXT = "“The pier stays as it is,” said Ana Ruiz.\n\nIt rained.\n"
OUTLETS = ("Daily Planet", "Harbor Times", "Ledger", "Sun", "Mail")
MESSAGE = Message("slack", "T1", "C1", "1.1", "", "who said the pier stays", 1, None, "shared", "U")


def ask(store: Store, question: str = MESSAGE.question) -> Answer:
    return reply(store, Question(question))


def also(answer: Answer) -> list[str]:
    return [note for note in answer.cards[0].notes if note.startswith("Also in")]


def test_five_outlets_are_one_card_and_a_line(store: Store) -> None:
    for outlet in OUTLETS:
        store.load(Article(TEXT, outlet=outlet), by="ed")
    answer = ask(store)
    assert (len(answer.cards), answer.cards[0].variants) == (1, ())
    assert also(answer) == ["Also in 4 other outlets: Harbor Times, Ledger, Sun and Mail."]


def test_sources_lists_each_with_its_source(store: Store) -> None:
    for outlet in OUTLETS:
        store.load(Article(TEXT, outlet=outlet), by="ed")
    cards = ask(store, "sources of the pier stays").cards
    assert [card.source.split(" · ")[1] for card in cards] == list(OUTLETS)


def test_without_an_outlet_it_is_the_site(store: Store) -> None:
    for site in ("www.planet.example", "harbor.example"):
        store.load(Article(TEXT, url=f"https://{site}/pier"), by="ed")
    assert also(ask(store)) == ["Also in 1 other outlet: harbor.example."]


def test_the_same_words_in_another_text_are_a_variant(store: Store) -> None:
    store.load(Article(TEXT, outlet="Daily Planet"), by="ed")
    store.load(Article(f"{TEXT}\nIt snowed.\n", outlet="Harbor Times"), by="ed")
    answer = ask(store)
    assert also(answer) == []
    assert [card.notes[0] for card in answer.cards[0].variants] == ["The same words elsewhere."]


def test_what_one_article_says_twice_is_no_other_outlet(store: Store) -> None:
    said = "“The pier stays as it is,” said Ana Ruiz.\n\n"
    store.load(Article(f"{said}It rained.\n\n{said}", outlet="Daily Planet"), by="ed")
    assert also(ask(store)) == []


def test_a_message_is_put_right_when_a_copy_is_withdrawn(store: Store) -> None:
    for outlet in OUTLETS[:2]:
        store.load(Article(TEXT, outlet=outlet), by="ed")
    answer = ask(store)
    posted.remember(store, MESSAGE, answer, Page(answer, answer.cards, 1, 1))
    assert list(posted.due(store, "slack")) == []
    store.revisions.withdraw("2", because="A hoax.", by="ed")
    ((stale, told),) = posted.due(store, "slack")
    assert told == (
        "Withdrawn: the article in Harbor Times was withdrawn (The pier stays as it is)."
    )
    assert also(posted.again(store, stale, told)) == []
