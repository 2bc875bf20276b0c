from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.verbatim import words
from store.errors import AlteredText
from store.model import Article, Kind, Match, Polarity, Span, Statement

Said = Callable[..., Match]

MIXED, INDIRECT, DENIES = Kind.MIXED, Kind.INDIRECT, Polarity.DENIES

# the article | what was said | what a card shows of it
DIRECT = {
    "a sentence": ("“We had no role,” Kirby said.", "We had no role,", "“We had no role,”"),
    "after the cue": ("Kirby said: “We had no role.”", "We had no role.", "“We had no role.”"),
    "a sentence after another": (
        "“Nonsense,” he said in the U.S. “We had no role.”",
        "We had no role.",
        "“We had no role.”",
    ),
    "a fragment": (
        "It rained. Kirby called the claim “ludicrous.” It rained.",
        "ludicrous.",
        "Kirby called the claim “ludicrous.”",
    ),
    "a fragment whose “not” is outside": (
        "Kirby was not “responsible for it” that day.",
        "responsible for it",
        "Kirby was not “responsible for it” that day.",
    ),
    "a fragment with a capital letter": (
        "He would not be called “Vladimir the Great” by anyone.",
        "Vladimir the Great",
        "He would not be called “Vladimir the Great” by anyone.",
    ),
    "a fragment behind abbreviations": (
        "Gen. J. Smith of the U.S. Army never said “sorry” to them.",
        "sorry",
        "Gen. J. Smith of the U.S. Army never said “sorry” to them.",
    ),
    "a fragment behind a plural abbreviation": (
        "It was called “fraud” by Sens. Smith and Moe. It rained.",
        "fraud",
        "It was called “fraud” by Sens. Smith and Moe.",
    ),
    "a fragment after marks of two apostrophes": (
        "It was ''not our policy.'' He called it “fraud” then.",
        "fraud",
        "He called it “fraud” then.",
    ),
    "a fragment after a quotation": (
        "“A lie. Nothing else,” he said, calling it “ludicrous.”",
        "ludicrous.",
        "“A lie. Nothing else,” he said, calling it “ludicrous.”",
    ),
}

# the article | the cue | what was said | what a card shows of it
WITH_CUE = {
    "reported with “that”": (
        "Kirby claimed that nobody knew.", "claimed", "nobody knew", "nobody knew", INDIRECT,
    ),
    "reported without “that”": (
        "Kirby claimed nobody knew.", "claimed", "nobody knew", "claimed nobody knew", INDIRECT,
    ),
    "reported first": (
        "Nobody knew, Kirby claimed.", "claimed", "Nobody knew", "Nobody knew", INDIRECT,
    ),
    "not said": (
        "It rained. Biden did not say that Putin must go.", "say", "Putin must go",
        "Biden did not say that Putin must go.", INDIRECT,
    ),
    "nobody said": (
        "Nobody said that Putin must go.", "said", "Putin must go",
        "Nobody said that Putin must go.", INDIRECT,
    ),
    "declined to say": (
        "Biden declined to say whether Putin must go.", "say", "Putin must go",
        "Biden declined to say whether Putin must go.", INDIRECT,
    ),
    "a question": (
        "Biden asked whether Putin must go.", "asked", "Putin must go",
        "asked whether Putin must go", INDIRECT,
    ),
    "a “not” of another clause": (
        "Biden, who was not there, said that Putin must go.", "said", "Putin must go",
        "Putin must go", INDIRECT,
    ),
    "a clause with its own “not”": (
        "Biden insisted that he will not walk “anything back,” and left.", "insisted",
        "he will not walk “anything back,”", "he will not walk “anything back,”", MIXED,
    ),
    "no clause": (
        "He spoke, also referring to him as a “butcher” that day.", "referring to",
        "him as a “butcher”", "referring to him as a “butcher”", MIXED,
    ),
    "never said in marks": (
        "“We will attack,” he never said.", "said", "We will attack,",
        "“We will attack,” he never said.", Kind.DIRECT,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DIRECT)
def test_a_direct_quotation_is_shown(said: Said, case: str) -> None:
    article, content, shown = DIRECT[case]
    assert [piece.shown for piece in words(said(article, content))] == [shown]


@pytest.mark.parametrize("case", WITH_CUE)
def test_a_statement_with_its_cue_is_shown(said: Said, case: str) -> None:
    article, cue, content, shown, kind = WITH_CUE[case]
    match = said(article, content, cue=cue, kind=kind)
    assert [piece.shown for piece in words(match)] == [shown]


@pytest.mark.parametrize(
    ("article", "cue", "content", "shown"),
    [
        ("They denied involvement.", "denied", "involvement", "denied involvement"),
        ("They denied that it was us.", "denied", "it was us", "denied that it was us"),
        (
            "Involvement was denied by them.",
            "denied",
            "Involvement",
            "Involvement was denied by them.",
        ),
    ],
)
def test_a_denial_keeps_what_denies(
    said: Said, article: str, cue: str, content: str, shown: str
) -> None:
    match = said(article, content, cue=cue, kind=INDIRECT, polarity=DENIES)
    assert [piece.text for piece in words(match)] == [shown]


@pytest.mark.parametrize(
    ("kind", "polarity", "shown"),
    [
        (Kind.INDIRECT, Polarity.ASSERTS, "The ferry is full."),
        (Kind.MIXED, Polarity.ASSERTS, "The ferry is full."),
        (Kind.INDIRECT, Polarity.DENIES, "Ulla Brink: The ferry is full."),
    ],
)
def test_a_colon_after_a_name_is_no_part_of_the_words(
    said: Said, kind: Kind, polarity: Polarity, shown: str
) -> None:
    text = "Ulla Brink: The ferry is full."
    match = said(text, "The ferry is full.", kind=kind, cue=":", polarity=polarity)
    assert [piece.text for piece in words(match)] == [shown]


def test_a_quotation_over_two_paragraphs_is_shown_by_paragraph(said: Said) -> None:
    article = "“We fight,” he said, “for us.\n\n“We have no weapons.”"
    shown = words(said(article, "We fight,", "for us.", "We have no weapons."))
    assert [piece.shown for piece in shown] == ["“We fight,”", "“for us.”", "“We have no weapons.”"]


def test_a_clause_over_two_paragraphs_is_shown_by_paragraph(said: Said) -> None:
    article = "He said it was “all ours.\n\n“And theirs,” he said."
    shown = words(said(article, "all ours.", "And theirs,", cue="said"))
    assert [piece.shown for piece in shown] == [
        "He said it was “all ours.",
        "“And theirs,” he said.",
    ]


def test_words_that_differ_from_the_article_are_withheld(said: Said) -> None:
    match = said("“We had no role,” Kirby said.", "We had no role,")
    altered = replace(match, article=Article("“We had a role,” Kirby said, so."))
    with pytest.raises(AlteredText, match="statement 1"):
        words(altered)


def test_words_beyond_the_end_of_the_article_are_withheld(said: Said) -> None:
    match = said("“We had no role,” Kirby said.", "We had no role,")
    with pytest.raises(AlteredText):
        words(replace(match, article=Article("“We")))


def test_a_piece_missing_is_withheld(said: Said) -> None:
    match = said("“We,” he said, “had no role.”", "We,", "had no role.")
    with pytest.raises(AlteredText):
        words(replace(match, words=("We,",)))


@st.composite
def matches(draw: st.DrawFn) -> Match:
    text = draw(st.text(alphabet="ab N.not said“”\"'\n", min_size=4, max_size=80))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=4)))
    if len(cuts) % 2:
        cuts.pop()
    content = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    start = draw(st.integers(0, len(text) - 1))
    statement = Statement(
        draw(st.sampled_from(Kind)),
        content,
        Span(start, len(text)),
        cue=draw(st.sampled_from([(), (Span(start, start + 1),)])),
        polarity=draw(st.sampled_from(Polarity)),
    )
    return Match(1, statement, Article(text), tuple(s.of(text) for s in content), 1.0, ())


# a paragraph that does not hold the content, and content of white space, are defects of a tagger:
# they must not lead to more than a card that says little
@given(matches())
def test_what_is_shown_is_always_a_slice_of_the_article(match: Match) -> None:
    for piece in words(match):
        assert piece.text in match.article.text


@given(matches())
def test_everything_said_is_shown(match: Match) -> None:
    shown = "\n\n".join(piece.text for piece in words(match))
    for said in match.words:
        assert all(part in shown for part in said.split())


def _calls(path: Path) -> Iterator[tuple[str, set[str | None]]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            yield name or "", {keyword.arg for keyword in node.keywords}


def test_words_are_made_in_one_place_and_cut_in_one_other() -> None:
    bot = Path(__file__).resolve().parents[2] / "bot"
    calls = [(path, *call) for path in bot.rglob("*.py") for call in _calls(path)]
    making = {path.name for path, name, _ in calls if name == "Words"}
    cutting = {path.name for path, name, given in calls if name == "replace" and "text" in given}
    assert (making, cutting) == ({"verbatim.py"}, {"pages.py"})
