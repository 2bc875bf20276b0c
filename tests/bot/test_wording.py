from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import Card
from bot.headings import found, nothing
from bot.phrases import listed
from bot.wording import card
from store.model import (
    Article,
    Correction,
    Evidence,
    Holdings,
    Kind,
    Match,
    Polarity,
    Query,
    Reason,
    Relation,
    Span,
    Speaker,
    Statement,
    Via,
)
from store.store import Store

Said = Callable[..., Match]

# a word of the statement | the notes on its card when it is asked for by its words
NOTES = {
    "assassinate": (
        "Reported speech: the article's words, not a quotation.",
        "The article says “charged”.",
        "Hedged: “possibly”.",
        "No name is given: these are the article's words for who speaks.",
        "Denials in the same article: "
        "Figures representing the White House, John Kirby and Volodymyr Zelensky.",
    ),
    "Moscow knows": (
        "The article says “told reporters”.",
        "Translation by U.S. News & World Report.",
        "Speaker named in the sentence.",
        "Denials in the same article: "
        "Figures representing the White House, John Kirby and Volodymyr Zelensky.",
    ),
    "American involvement": (
        "A denial.",
        "Reported speech: the article's words, not a quotation.",
        "The article says “denied”.",
        "No name is given: these are the article's words for who speaks.",
    ),
    "ludicrous claim": (
        "A denial.",
        "The article says “told CNN”.",
        "Second-hand: “reportedly”, said to CNN.",
        "Speaker named in the sentence.",
    ),
    "whatsoever": (
        "A denial.",
        "Second-hand: “reportedly”, said to CNN (carried over).",
        "Speaker carried over: nobody is named here, the speaker before goes on.",
    ),
    "individual leaders": (
        "Reported speech: the article's words, not a quotation.",
        "The article says “claimed”.",
        "Speaker by surname (“Kirby”); the full name is elsewhere in the article.",
    ),
    "butcher": (
        "Partly quoted: only the words in marks are the speaker's.",
        "The article says “referring to”.",
        "Speaker by pronoun (“he”), named earlier in the sentence.",
    ),
    "casualties": (
        "Reported speech: the article's words, not a quotation.",
        "The article says “reported”.",
        "Second-hand: via Spectator Index.",
        "Speaker named in the sentence.",
        "Denials in the same article: "
        "Figures representing the White House, John Kirby and Volodymyr Zelensky.",
    ),
    "attacking Putin": (
        "The article says “stated”.",
        "Speaker by pronoun (“he”), see the sentence before.",
    ),
}


@pytest.mark.parametrize("asked", NOTES)
def test_the_notes_of_a_card(on_record: Store, asked: str) -> None:
    match = on_record.search(Query(words=asked))[0]
    shown = card(match, on_record.deniers([match]))
    assert shown.notes == (*NOTES[asked], "Found by: the words said.")


def test_a_second_translation_is_a_variant_and_says_so(on_record: Store) -> None:
    (match,) = on_record.search(Query(words="absolutely ridiculous"))
    (variant,) = card(match, {}).variants
    assert variant.notes[0] == "The same statement in another translation."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We had no role.", "The same words elsewhere."),
        ("Really, we had no role!", "Nearly these words, perhaps of the same statement."),
        (
            "We took no part in any of it.",
            "Perhaps the same statement in other words: compare the two.",
        ),
    ],
    ids=["same", "nearly the same", "other"],
)
def test_a_variant_says_how_it_differs(said: Said, words: str, told: str) -> None:
    first = said("“We had no role.”", "We had no role.")
    second = replace(said(f"“{words}”", words), id=2)
    assert card(replace(first, variants=(second,)), {}).variants[0].notes[0] == told


def test_variants_are_first_seen_first_and_other_words_among_them(said: Said) -> None:
    first = said("“We had no role.”", "We had no role.")
    texts = ["We had no role."] * 6 + ["We had none."] + ["We had no role."]
    variants = tuple(
        replace(said(f"“{text}”", text), id=number) for number, text in enumerate(texts, 2)
    )
    shown = card(replace(first, variants=variants), {}).variants
    assert [variant.statement for variant in shown] == [2, 3, 4, 5, 8]


def _with(match: Match, **changes: object) -> Card:
    return card(replace(match, statement=replace(match.statement, **changes)), {})  # type: ignore[arg-type]


def test_a_speaker_that_the_article_does_not_name(said: Said) -> None:
    shown = _with(said("“We had no role.”", "We had no role."))
    assert (shown.speaker, shown.notes[0]) == (
        "Speaker not named",
        "The article does not name the speaker.",
    )


def test_a_source_that_names_nobody(said: Said) -> None:
    match = said("“We had no role,” she said.", "We had no role,", source="she")
    shown = _with(match, evidence=Evidence.PRONOUN)
    assert shown.speaker == "she (not resolved to a name)"
    assert shown.notes[0] == "Speaker by pronoun (“she”), not resolved to a name."


def test_a_title_as_source(said: Said) -> None:
    match = said("“We had no role,” the minister said.", "We had no role,", source="the minister")
    shown = _with(match, evidence=Evidence.TITLE, speaker=Speaker("Jo Smith"))
    assert shown.notes[0] == (
        "Speaker by title (“the minister”); the name is elsewhere in the article."
    )


def test_one_name_only_is_said_to_be_one(said: Said) -> None:
    match = said("“We had no role,” said Smith.", "We had no role,", source="Smith")
    shown = _with(match, evidence=Evidence.NAMED, speaker=Speaker("Smith"))
    assert shown.notes[0] == "Speaker named in the sentence, by one name only."


def test_a_pronoun_far_from_the_name(said: Said) -> None:
    text = "Jo Smith came. It rained. “We had no role,” she said."
    match = said(text, "We had no role,", source="she")
    shown = _with(match, evidence=Evidence.PRONOUN, speaker=Speaker("Jo Smith"))
    assert shown.notes[0] == "Speaker by pronoun (“she”), named elsewhere in the article."


@pytest.mark.parametrize(
    ("read_as", "told"),
    [
        pytest.param("Al Fox", "Al Fox: speaker by pronoun (“she”), see", id="a name"),
        pytest.param("“Al” Fox", "Al Fox: speaker by pronoun (“she”), see", id="marks in it"),
        pytest.param(None, "nobody known: speaker by pronoun (“she”), not resolved", id="nobody"),
    ],
)
def test_a_corrected_speaker(said: Said, read_as: str | None, told: str) -> None:
    match = said("Al Fox came. “We had no role,” she said.", "We had no role,", source="she")
    corrected = Correction(date(2026, 5, 4), read_as)
    shown = _with(
        match, evidence=Evidence.PRONOUN, speaker=Speaker("Jo Smith"), corrected=corrected
    )
    assert shown.speaker == "Jo Smith"
    assert shown.notes[0] == "Speaker corrected by an editor on 4 May 2026."
    assert shown.notes[1].startswith(f"Read before as {told}")


@pytest.mark.parametrize(
    ("told", "outlet"),
    [("CNN", "CNN"), ("the Fen Post", "Fen Post"), ("Fen Post", "The Fen Post")],
)
def test_words_to_the_article_s_own_outlet_are_first_hand(
    said: Said, told: str, outlet: str
) -> None:
    match = said(f"“We had no role,” Kirby told {told}.", "We had no role,", cue="told")
    via = (Via(Span(29, 29 + len(told)), Relation.TOLD),)
    article = replace(match.article, outlet=outlet)
    own = card(replace(match, article=article, statement=replace(match.statement, via=via)), {})
    assert not any(note.startswith("Second-hand") for note in own.notes)


def test_a_colon_is_no_word_of_the_article(said: Said) -> None:
    shown = _with(said("Kirby: “We had no role.”", "We had no role.", cue=":"))
    assert shown.notes[0] == "The article does not name the speaker."


LABELLED = {  # id: (text, words, source, cue, how the note of the kind begins)
    "an answer": ("Q: Why?\n\nA: I was bored.", "I was bored.", "A", ":", "From a transcript"),
    "a name in capitals": ("BIRCH: I left.", "I left.", "BIRCH", ":", "From a transcript"),
    "partly in marks": ("A: I said “no” to him.", "I said “no”", "A", ":", "From a transcript"),
    "a colon within the line": ("Yes, Birch: I left.", "I left.", "Birch", ":", "Reported speech"),
    "a verb": ("Birch said she was bored.", "she was bored", "Birch", "said", "Reported speech"),
}


@pytest.mark.parametrize(
    ("text", "words", "source", "cue", "told"), LABELLED.values(), ids=LABELLED
)
def test_a_transcript_gives_the_speaker_s_own_words(
    said: Said, text: str, words: str, source: str, cue: str, told: str
) -> None:
    kind = Kind.MIXED if "“" in words else Kind.INDIRECT
    shown = _with(said(text, words, source=source, cue=cue), kind=kind)
    kinds = ("From a transcript", "Reported speech", "Partly quoted")
    assert [one[: len(told)] for one in shown.notes if one.startswith(kinds)] == [told]


def test_a_fragment_says_whose_words_are_in_marks(said: Said) -> None:
    shown = _with(said("Kirby called it “ludicrous.”", "ludicrous."))
    assert shown.notes[0] == "Partly quoted: only the words in marks are the speaker's."


@pytest.mark.parametrize(
    ("given", "source", "link"),
    [
        ({}, "untitled article · outlet not given · date not given · link not given", None),
        (
            {"title": "Strike", "outlet": "CNN", "published": date(2023, 5, 4), "file": "a.txt"},
            "Strike · CNN · 4 May 2023 · a.txt",
            None,
        ),
        (
            {"title": "Strike", "url": "https://example.org/a?b=1", "file": "a.txt"},
            "Strike · outlet not given · date not given",
            "https://example.org/a?b=1",
        ),
        (
            {"title": "Strike", "url": "javascript:alert(1)", "file": "a.txt"},
            "Strike · outlet not given · date not given · a.txt",
            None,
        ),
        (
            {"title": "Strike", "url": "http://[", "file": "a.txt"},
            "Strike · outlet not given · date not given · a.txt",
            None,
        ),
        (
            {"title": "Strike", "url": "https://example.org/<@U1>", "file": "a.txt"},
            "Strike · outlet not given · date not given · a.txt",
            None,
        ),
        (
            {"title": "Strike", "url": "https://example.org/" + "x" * 600, "file": "a.txt"},
            "Strike · outlet not given · date not given · a.txt",
            None,
        ),
    ],
    ids=["nothing", "everything", "link", "script", "no address", "mention", "long link"],
)
def test_the_source_of_a_card(
    said: Said, given: dict[str, object], source: str, link: str | None
) -> None:
    match = said("“We had no role.”", "We had no role.")
    article = replace(match.article, **given)  # type: ignore[arg-type]
    shown = card(replace(match, article=article), {})
    assert (shown.source, shown.link) == (source, link)


def test_the_day_it_was_said_is_not_the_article_s(said: Said) -> None:
    match = said("“We had no role,” Kirby said on March 4.", "We had no role,")
    article = replace(match.article, title="Strike", published=date(2023, 5, 6))
    statement = replace(match.statement, said_on=date(2023, 3, 4))
    shown = card(replace(match, article=article, statement=statement), {})
    assert shown.source == (
        "Strike · outlet not given · 6 May 2023 · said on 4 March 2023 · link not given"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(("called", "a liar"), "“called” … “a liar”", id="two stretches"),
        pytest.param(("told\nCNN",), "told CNN", id="a line break"),
    ],
)
def test_marks_hold_a_slice_each(said: Said, words: tuple[str, ...], told: str) -> None:
    text = "Kirby called him a liar, and told\nCNN: “We had no role.”"
    match = said(text, "We had no role.", cue=text[6:23])
    spans = tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)
    assert _with(match, cue=spans).notes[0] == f"The article says {told}."
    assert _with(match, source=spans, evidence=Evidence.TITLE).notes[1] == (
        f"Speaker by title ({told}); the name is elsewhere in the article."
    )


texts = st.text(alphabet='ab dx\n\u00a0“”"', min_size=8, max_size=150)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    text = draw(texts)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    def spans(most: int = 2) -> tuple[Span, ...]:
        return tuple(span() for _ in range(draw(st.integers(0, most))))

    def words() -> str:
        return " ".join(span().of(text).split())

    said, cue = span(), spans()
    statement = Statement(
        draw(st.sampled_from(Kind)),
        (said,),
        Span(0, len(text)),
        cue=cue,
        source=spans(),
        speaker=draw(st.none() | st.builds(Speaker, st.builds(words))),
        role=draw(st.none() | st.builds(words)),
        evidence=draw(st.sampled_from(Evidence)),
        via=tuple(Via(one, draw(st.sampled_from(Relation))) for one in spans()),
        hedges=spans(4),
        polarity=draw(st.sampled_from(Polarity)),
        addressee=draw(st.none() | st.builds(span)),
    )
    return Match(1, statement, Article(text), (said.of(text),), 1.0, (Reason.ROLE,))


@given(matches(), st.lists(texts, max_size=3))
def test_words_in_marks_are_in_the_article(match: Match, deniers: list[str]) -> None:
    query, here = Query(speaker="a"), Holdings(1, 1)
    headings = (found(query, (match,), more=False), nothing(query, here, (match,)))
    for told in (*headings, *card(match, {1: deniers}).notes):
        for quoted in re.findall("“(.*?)”", told, re.DOTALL):
            assert quoted in match.article.text


def test_everything_but_the_words_is_cut_to_fit() -> None:
    long = "Very long " * 400
    text = f"“{long}”\n\n{long}"
    said = Span(1, 1 + len(long))
    other = Span(len(long) + 4, len(text))
    statement = Statement(
        Kind.DIRECT,
        (said,),
        Span(0, len(long) + 2),
        cue=(other,),
        source=(other,),
        speaker=Speaker(long),
        role=long,
        evidence=Evidence.SURNAME,
        via=(Via(other, Relation.ACCORDING_TO), Via(other, Relation.TRANSLATION)),
        hedges=(other, other, other),
    )
    article = Article(text, title=long, outlet=long, file=long)
    match = Match(1, statement, article, (long,), 1.0, tuple(Reason))
    shown = card(match, {1: [long] * 9})
    assert shown.words[0].text == long
    assert max(map(len, shown.notes)) <= 300
    assert (len(shown.speaker), len(shown.role or "")) <= (80, 120)
    assert len(shown.source) <= 150 + 3 * 80


def test_a_note_that_is_cut_has_no_marks(said: Said) -> None:
    text = "“We had no role,” " + "reportedly, as far as anybody could tell in Kyiv, " * 6
    match = said(text, "We had no role,")
    hedges = tuple(Span(at, at + 48) for at in range(18, len(text) - 48, 50))
    (note,) = [n for n in _with(match, hedges=hedges).notes if n.startswith("Second-hand")]
    assert len(note) <= 300
    assert note.endswith("…")
    assert "“" not in note


def test_cut_words_of_the_article_lose_their_marks(said: Said) -> None:
    cue = "said " * 30
    match = said(f"“We had no role,” {cue}", "We had no role,", cue=cue)
    assert card(match, {}).notes[0] == f"The article says {cue[:79].rstrip()}…."


def test_a_headline_does_not_turn_what_stands_after_it(said: Said) -> None:
    match = said("“We had no \u202erole,” he said.", "We had no \u202erole,")
    article = replace(match.article, title="\u202eNo role", outlet="Pla\u2067net")
    shown = card(replace(match, article=article), {})
    assert shown.source.startswith("No role · Planet · ")
    assert shown.words[0].text == "We had no \u202erole,"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "A", "B"], "A and B"),
        (["A", "B", "C", "D"], "A, B, C and D"),
        (["A", "B", "C", "D", "E"], "A, B, C and 2 others"),
    ],
    ids=" ".join,
)
def test_names_in_a_row(names: list[str], told: str) -> None:
    assert listed(names) == told
