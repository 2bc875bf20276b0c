"""What is found about quotations: the verdict, and how the record became the quotation."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from store.checking import LONGEST, Edit, Standing, Verdict
from store.errors import UnusableQuestion
from store.model import Article, Loaded
from store.store import Store

Add = Callable[..., Loaded]

VERBATIM, PARTIAL, ALTERED = Standing.VERBATIM, Standing.PARTIAL, Standing.ALTERED
ANOTHER, NOT_FOUND = Standing.ANOTHER_SPEAKER, Standing.NOT_FOUND
REPORTED = Standing.REPORTED

_TOLD = {
    Edit.KEPT: "{}",
    Edit.LEFT_OUT: "({})",
    Edit.DROPPED: "[-{}-]",
    Edit.ADDED: "{{+{}+}}",
    Edit.REPLACED: "<{}>",
    Edit.PUT: "{}",
}


def way(verdict: Verdict) -> str:
    """The pieces of *verdict* on one line."""
    return " ".join(_TOLD[piece.edit].format(piece.words) for piece in verdict.pieces)


# what is pasted | the verdict | how the record became it
ALONE = {
    "as it stands": (
        "We will not close the harbour before 2026",
        VERBATIM, "We will not close the harbour before 2026",
    ),
    "in marks": (
        "“The pier stays open, whatever they say in Dunmore.”",
        VERBATIM, "The pier stays open, whatever they say in Dunmore",
    ),
    "other case, apostrophe and spaces": (
        "we’ve 40\u00a0ships and  they all need it",
        VERBATIM, "We've 40 ships, and they all need it",
    ),
    "the first letter in brackets": (
        "[n]obody asked us about it",
        VERBATIM, "Nobody asked us about it",
    ),
    "over two statements of one breath": (
        "We will not close the harbour before 2026. Nobody asked us about it.",
        VERBATIM, "We will not close the harbour before 2026 Nobody asked us about it",
    ),
    "an ellipsis where nothing is missing": (
        "We will not … close the harbour before 2026",
        VERBATIM, "We will not close the harbour before 2026",
    ),
    "the beginning of a sentence": (
        "The pier stays open",
        PARTIAL, "The pier stays open (whatever they say in Dunmore)",
    ),
    "an ellipsis": (
        "The pier stays […] whatever they say",
        PARTIAL, "The pier stays (open) whatever they say (in Dunmore)",
    ),
    "an ellipsis over sentences": (
        "Nobody asked us ... they all need it",
        PARTIAL, "Nobody asked us (about it. We've 40 ships, and) they all need it",
    ),
    "a bracket": (
        "[Dunmore] told us to go",
        PARTIAL, "<It> [Dunmore] told us to go",
    ),
    "a bracket for the end of a word": (
        "The pier stay[ed] open, whatever they say in Dunmore",
        PARTIAL, "The pier <stays> stay[ed] open, whatever they say in Dunmore",
    ),
    "a bracket beside an ellipsis": (
        "We've 40 ships … [the crews] all need it",
        PARTIAL, "We've 40 ships (and) <they> [the crews] all need it",
    ),
    "a bracket at the end": (
        "they all need [the harbour]",
        PARTIAL, "(We've 40 ships, and) they all need <it> [the harbour]",
    ),
    "another name in a bracket": (
        "The pier stays open, whatever they say in [Harrow]",
        ALTERED, "The pier stays open, whatever they say in [-Dunmore-] {+[Harrow]+}",
    ),
    "another amount in a bracket beside an ellipsis": (
        "… [some] need it",
        ALTERED, "(We've 40 ships, and they) [-all-] {+[some]+} need it",
    ),
    "a bracket and a word changed": (
        "[The crews] all want it",
        ALTERED, "(We've 40 ships, and) <they> [The crews] all [-need-] {+want+} it",
    ),
    "a word changed": (
        "The pier stays closed, whatever they say in Dunmore",
        ALTERED, "The pier stays [-open-] {+closed+} whatever they say in Dunmore",
    ),
    "the first word changed": (
        "You will not close the harbour before 2026",
        ALTERED, "[-We-] {+You+} will not close the harbour before 2026",
    ),
    "words dropped without a mark": (
        "The pier stays, whatever they say in Dunmore",
        ALTERED, "The pier stays [-open-] whatever they say in Dunmore",
    ),
    "a number changed": (
        "We will not close the harbour before 2027",
        ALTERED, "We will not close the harbour before [-2026-] {+2027+}",
    ),
    "a name changed": (
        "The pier stays open, whatever they say in Harrow",
        ALTERED, "The pier stays open, whatever they say in [-Dunmore-] {+Harrow+}",
    ),
    "a “not” dropped": (
        "We will close the harbour before 2026",
        ALTERED, "We will [-not-] close the harbour before 2026",
    ),
    "a “not” dropped under an ellipsis": (
        "We will … close the harbour before 2026",
        ALTERED, "We will [-not-] close the harbour before 2026",
    ),
    "a “not” dropped under a bracket": (
        "We will [certainly] close the harbour before 2026",
        ALTERED, "We will [-not-] {+[certainly]+} close the harbour before 2026",
    ),
    "a “not” before what is quoted": (
        "close the harbour before 2026",
        ALTERED, "[-We will not-] close the harbour before 2026",
    ),
    "a “nobody” dropped": (
        "asked us about it",
        ALTERED, "[-Nobody-] asked us about it",
    ),
    "a “not” added": (
        "The pier does not stay open, whatever they say in Dunmore",
        ALTERED, "The pier [-stays-] {+does not stay+} open, whatever they say in Dunmore",
    ),
    "a word added in brackets": (
        "The pier [nearly] stays open, whatever they say in Dunmore",
        ALTERED, "The pier {+[nearly]+} stays open, whatever they say in Dunmore",
    ),
    "words added in brackets at the end": (
        "We will not close the harbour before 2026 [to boats]",
        ALTERED, "We will not close the harbour before 2026 {+[to boats]+}",
    ),
    "a sign before a number": (
        "We will not close the harbour before >2026",
        ALTERED, "We will not close the harbour before {+>+} 2026",
    ),
    "a point before a number": (
        "We will not close the harbour before .2026",
        ALTERED, "We will not close the harbour before [-2026-] {+.2026+}",
    ),
    "a “not” added in brackets": (
        "The pier [not] stays open, whatever they say in Dunmore",
        ALTERED, "The pier {+[not]+} stays open, whatever they say in Dunmore",
    ),
    "a word that means another without its apostrophe": (
        "They gave us the lighthouse in the U.S. and were glad",
        ALTERED, "They gave us the lighthouse in the U.S. and [-we're-] {+were+} glad",
    ),
    "a country for a pronoun": (
        "They gave US the lighthouse in the U.S. and we're glad",
        ALTERED, "They gave [-us-] {+US+} the lighthouse in the U.S. and we're glad",
    ),
    "initials with and without stops": (
        "They gave us the lighthouse in the US and we're glad",
        VERBATIM, "They gave us the lighthouse in the U.S. and we're glad",
    ),
    "put together of two": (
        "We will not close the lighthouse in the U.S. and we're glad",
        ALTERED,
        "[-They gave us-] {+We will not close+} the lighthouse in the U.S. and we're glad",
    ),
    "not on record": ("Bananas are blue and made of cheese", NOT_FOUND, ""),
    "a few words in common": ("The pier stays where the whales and the otters are", NOT_FOUND, ""),
    "a whole statement with marks inside": (
        "he would not take “anything back” on Monday",
        VERBATIM, "he would not take “anything back” on Monday",
    ),
}  # fmt: skip

# a draft | the verdicts
DRAFTS = {
    "by its speaker": ("“Nobody asked us about it,” Birch said.", VERBATIM),
    "by a misspelt speaker": ("“It told us to go,” Ruben Castel said.", VERBATIM),
    "by the mayor": ("“Nobody asked us about it,” said the mayor of Port Ansel.", VERBATIM),
    "by somebody": ("It was said then: “Nobody asked us about it.”", VERBATIM),
    "by another": ("“The pier stays open, whatever they say in Dunmore,” Ada Birch said.", ANOTHER),
    "by another of that surname": ("“It told us to go,” Sonja Castle said.", ANOTHER),
    "by another, in part": ("Dora Lund called it “a pier” and said “nobody asked us”.", ANOTHER),
    "altered and by another": ("“We will close the harbour before 2026,” Dora Lund said.", ALTERED),
    "a fragment with its “not”": ("Castle insisted he would not take “anything back”.", VERBATIM),
    "a fragment without its “not”": ("Castle said that he would take “anything back”.", ALTERED),
    "a denial admitted": ("Birch admitted “any part in the sale” of it.", ALTERED),
    "a denial denied": ("Birch denied “any part in the sale” of it.", VERBATIM),
    "reported words in marks": (
        "“He would not take anything back on Monday,” Castle said.",
        REPORTED,
    ),
    "reported words in part in marks": (
        "Castle insisted that “he would not take anything back”.",
        REPORTED,
    ),
    "a denial admitted in a whole sentence": (
        "“Any part in the sale,” Birch admitted.",
        ALTERED,
    ),
    "reported words without marks": (
        "Castle said that he would not take anything back on Monday.",
        VERBATIM,
    ),
    "reported words of another": (
        "“He would not take anything back on Monday,” Dora Lund said.",
        ANOTHER,
    ),
    "broken off": ("“We will not close the harbour,” Birch said, “before 2026.”", VERBATIM),
}  # fmt: skip


@pytest.mark.parametrize("case", ALONE)
def test_a_quotation_by_itself(harbour: Store, case: str) -> None:
    text, standing, told = ALONE[case]
    verdicts = harbour.check(text)
    assert [(one.standing, way(one)) for one in verdicts] == [(standing, told)]


@pytest.mark.parametrize("case", DRAFTS)
def test_a_quotation_in_a_draft(harbour: Store, case: str) -> None:
    text, standing = DRAFTS[case]
    assert [one.standing for one in harbour.check(text)][-1:] == [standing]


def test_offsets_are_those_of_the_text_pasted(harbour: Store) -> None:
    text = (
        "Rain.\n\n“We will not close the harbour,” Birch said, “before 2026.” “It told us to go.”"
    )
    verdicts = harbour.check(text)
    assert [[span.of(text) for span in one.quotation] for one in verdicts] == [
        ["We will not close the harbour,", "before 2026."],
        ["It told us to go."],
    ]


def test_what_is_on_record_of_another_comes_with_both_names(harbour: Store) -> None:
    (verdict,) = harbour.check("“It told us to go,” said Ada Birch.")
    (match,) = verdict.matches
    assert match.statement.speaker
    assert (verdict.speaker, match.statement.speaker.name) == ("Ada Birch", "Ruben Castle")
    assert verdict.another


def test_what_is_put_together_of_two_comes_with_both(harbour: Store) -> None:
    (verdict,) = harbour.check("We will not close the lighthouse in the U.S. and we're glad")
    speakers = [match.statement.speaker for match in verdict.matches]
    assert [one.name for one in speakers if one] == ["Dora Lund", "Ada Birch"]


def test_an_ellipsis_joins_nobody_to_somebody_else(harbour: Store) -> None:
    (verdict,) = harbour.check("We will not close the harbour … they gave us the lighthouse")
    assert (verdict.standing, len(verdict.matches)) == (ALTERED, 2)


def test_a_no_of_its_own_is_told_where_it_is_left_out(store: Store, add: Add) -> None:
    add("Ada Birch: No. We go to the harbour tonight.")
    (verdict,) = store.check("We go to the harbour tonight.")
    assert (verdict.standing, way(verdict)) == (PARTIAL, "(No) We go to the harbour tonight")


@pytest.mark.parametrize(
    ("named", "standing"),
    [("Ada Birch", VERBATIM), ("Dora Lund", VERBATIM), ("Ruben Castle", ANOTHER)],
)
def test_the_words_of_two_are_whose_the_text_says(
    tmp_path: Path, named: str, standing: Standing
) -> None:
    with Store(tmp_path / "two.db") as store:
        for name in ("Ada Birch", "Dora Lund"):
            store.load(Article(f"“We go to the harbour tonight,” {name} said."), by="ed")
        (verdict,) = store.check(f"“We go to the harbour tonight,” {named} told reporters.")
    assert verdict.standing is standing
    speaker = verdict.matches[0].statement.speaker
    assert speaker
    assert (speaker.name == named) == (standing is VERBATIM)


# what Dora Lund said | as it is quoted | how the one became the other
CONTRACTED = {
    "will not": ("We won't go.", "We will not go.", "We [-won't-] {+will not+} go"),
    "can't": ("They cannot stay.", "They can't stay.", "They [-cannot-] {+can't+} stay"),
    "it is": ("It's mine.", "It is mine.", "[-It's-] {+It is+} mine"),
    "I have": ("I have seen it.", "I've seen it.", "[-I have-] {+I've+} seen it"),
    "did not": ("He didn't pay.", "He did not pay.", "He [-didn't-] {+did not+} pay"),
}


@pytest.mark.parametrize("draft", ["“{}”", "Ruben Castle said: “{}”", "Dora Lund said: “{}”"])
@pytest.mark.parametrize("case", CONTRACTED)
def test_a_contraction_spelt_out_is_altered_and_never_lost(
    store: Store, add: Add, case: str, draft: str
) -> None:
    said, quoted, told = CONTRACTED[case]
    add(f"Dora Lund: {said}")
    (verdict,) = store.check(draft.format(quoted))
    assert (verdict.standing, way(verdict)) == (ALTERED, told)


def test_sentences_without_marks_are_checked_one_by_one(harbour: Store) -> None:
    text = (
        "Birch said we will not close the harbour before 2026. Lund said that the pier stays open."
    )
    verdicts = harbour.check(text)
    assert [(one.speaker, one.standing) for one in verdicts] == [
        ("Birch", VERBATIM),
        ("Lund", ANOTHER),
    ]


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_is_no_quotation(harbour: Store, text: str) -> None:
    assert harbour.check(text) == ()


@pytest.mark.parametrize(
    "text", ["a" * (LONGEST + 1), "“We go now, all.” " * 600, "It rains. " * 600]
)
def test_too_much_is_refused_with_what_to_do(harbour: Store, text: str) -> None:
    with pytest.raises(UnusableQuestion, match="check it in parts"):
        harbour.check(text)


def test_another_scope_is_not_on_record(tmp_path: Path) -> None:
    with Store(tmp_path / "scopes.db") as store:
        store.load(Article("“The pier stays open all year,” Ada Birch said."), by="ed", scope="A")
        found = {scope: store.check("The pier stays open all year", scope=scope) for scope in "AB"}
    assert [found[scope][0].standing for scope in "AB"] == [VERBATIM, NOT_FOUND]
    assert found["B"][0].matches == ()


def test_what_is_not_shown_is_not_on_record(store: Store, add: Add) -> None:
    add("~Ada Birch: The pier stays open all year.\n\nDora Lund: The ferry is full today.")
    pasted = ("The pier stays open all year.", "The ferry is full today.")
    assert [store.check(text)[0].standing for text in pasted] == [NOT_FOUND, VERBATIM]


def test_words_of_an_article_that_was_altered_are_not_on_record(store: Store, add: Add) -> None:
    add("Dora Lund: The ferry is full today.")
    with store._database.writing() as db:
        db.execute("UPDATE article SET text = replace(text, 'full', 'null')")
    assert store.check("The ferry is full today.")[0].standing is NOT_FOUND


@pytest.mark.parametrize("text", ["“" * 3000, "[" * 3000, "we … " * 600, "[a]" * 900, "a" * 3000])
def test_odd_texts_take_no_longer_than_others(harbour: Store, text: str) -> None:
    began = time.process_time()
    harbour.check(text)
    assert time.process_time() - began < 3


def test_the_seed_article_stands_against_itself(seeded: Store, seed: Article) -> None:
    quoted = [one for one in seeded.check(seed.text) if one.standing is not VERBATIM]
    assert quoted == []
