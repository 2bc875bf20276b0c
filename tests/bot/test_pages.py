from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.cards import Answer, Card, Words
from bot.pages import MOST_CARDS, Page, page, part


def _card(*texts: str, variants: tuple[Card, ...] = ()) -> Card:
    words = tuple(Words(text, marks=True) for text in texts)
    return Card(1, "Kirby", None, words, ("A denial.",), "CNN", None, variants)


def _cost(card: Card) -> int:
    own = sum(len(words.shown) for words in card.words) + sum(map(len, card.notes))
    return own + sum(map(_cost, card.variants))


def _pages(answer: Answer, budget: int) -> list[Page]:
    first = page(answer, 1, cost=_cost, budget=budget)
    return [page(answer, n, cost=_cost, budget=budget) for n in range(1, first.total + 1)]


def _said(pages: list[Page]) -> list[str]:
    return [words.text for one in pages for card in one.cards for words in card.words]


def test_an_answer_without_cards_is_one_page() -> None:
    assert page(Answer("?", "No."), 1, cost=_cost, budget=100).total == 1


def test_a_page_has_at_most_so_many_cards() -> None:
    answer = Answer("?", "Many.", (_card("a"),) * (MOST_CARDS + 1))
    assert [len(one.cards) for one in _pages(answer, 1000)] == [MOST_CARDS, 1]


def test_cards_that_cost_too_much_together_go_on_the_next_page() -> None:
    answer = Answer("?", "Two.", (_card("a" * 50), _card("b" * 50)))
    assert [len(one.cards) for one in _pages(answer, 100)] == [1, 1]


def test_a_page_that_is_not_there_is_the_nearest_that_is() -> None:
    answer = Answer("?", "Two.", (_card("a" * 50), _card("b" * 50)))
    shown = [page(answer, n, cost=_cost, budget=100).number for n in (-1, 0, 3, 99)]
    assert shown == [1, 1, 2, 2]


RAIN = "It rained all day on the hills, in the town and on the sea.", "Then it rained all night."


def test_a_statement_too_long_for_a_page_is_cut_after_a_sentence() -> None:
    answer = Answer("?", "One.", (_card(" ".join(RAIN * 2)),))
    assert _said(_pages(answer, 150)) == [" ".join(RAIN), " ".join(RAIN)]


def test_each_part_says_which_it_is() -> None:
    answer = Answer("?", "One.", (_card(" ".join(RAIN * 2)),))
    notes = [card.notes[0] for one in _pages(answer, 150) for card in one.cards]
    assert notes == ["Part 1 of 2 of one statement.", "Part 2 of 2 of one statement."]


def test_paragraphs_that_fit_together_stay_together() -> None:
    answer = Answer("?", "One.", (_card(*["a" * 18] * 6),))
    assert [len(one.cards[0].words) for one in _pages(answer, 115)] == [3, 3]


def test_variants_that_do_not_fit_follow_on_cards_of_their_own() -> None:
    answer = Answer("?", "One.", (_card("a" * 50, variants=(_card("b" * 50),)),))
    assert _said(_pages(answer, 100)) == ["a" * 50, "b" * 50]


texts = st.text(alphabet="ab. \n", min_size=1, max_size=300).filter(lambda text: text.strip())


@given(st.lists(st.lists(texts, min_size=1, max_size=3), max_size=7), st.integers(70, 400))
def test_nothing_that_was_said_is_lost_or_changed(cards: list[list[str]], budget: int) -> None:
    answer = Answer("?", "Some.", tuple(_card(*texts) for texts in cards))
    pages = _pages(answer, budget)
    assert "".join("".join(_said(pages)).split()) == "".join(
        "".join(text.split()) for card in cards for text in card
    )


@given(st.lists(texts, min_size=1, max_size=4), st.integers(70, 400))
def test_no_page_costs_more_than_its_budget(texts: list[str], budget: int) -> None:
    variant = _card(*texts)
    answer = Answer("?", "Some.", (replace(variant, variants=(variant,)),))
    for one in _pages(answer, budget):
        assert sum(map(_cost, one.cards)) <= budget


MARKS = "e\u0301\u0323"  # one letter to a reader
sayings = st.lists(
    st.sampled_from(
        ["It rained. ", "word ", MARKS * 9, "\N{WOMAN}\u200d\N{MICROSCOPE}" * 9, "x" * 40]
    ),
    min_size=1,
    max_size=12,
).map(lambda made: "".join(made).strip())


@given(st.lists(sayings, min_size=1, max_size=4), st.integers(90, 200))
def test_only_what_no_page_holds_is_cut(said: list[str], budget: int) -> None:
    pages = _pages(Answer("?", "Some.", (_card(*said),)), budget)
    room = budget - len("A denial.") - len(part(999, 999)) - len("“”")
    whole = {text for text in said if len(text) <= room}
    assert whole <= set(_said(pages))


@given(sayings, st.integers(90, 200))
def test_no_letter_is_cut_in_two(saying: str, budget: int) -> None:
    for piece in _said(_pages(Answer("?", "One.", (_card(saying),)), budget)):
        assert not piece.startswith(("\u0301", "\u0323", "\u200d"))
        assert not piece.endswith("\u200d")
        assert piece == piece.strip()
