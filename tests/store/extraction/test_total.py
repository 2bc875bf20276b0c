"""What holds for any text at all, whoever tags it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.extraction import extract, rules, tagging
from store.extraction.document import Document, document
from store.model import Article, Evidence, Kind, Quotation, Span, Statement

WORDS = st.sampled_from(
    [
        *("“", "”", '"', "‘", "’", "'", "''", "``", "«", "»", "„", "‚", "‹", "›"),
        *(" ", " ", " ", "\n", "\n\n", "\r\n", ".", ",", ":", "—", "?", "…", "(", ")", "'s"),
        *("Smith", "Ada Birch", "Mr.", "U.S.", "mayor", "the", "he", "who", "CNN", "and", "not"),
        *("said", "told", "denied", "adding", "called", "according to", "that", "reportedly"),
        *("is", "reporters", "SMITH:", "5", "6'2\"", "\x00", "\u2028", "\u0301", "𝕏", "İ", "ß"),
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS, max_size=60).map("".join)
)


SENTENCES = st.lists(WORDS, max_size=12).map(" ".join)
QUOTED = st.tuples(
    SENTENCES,
    st.sampled_from(["“{}”", '"{}"', "«{}»", "„{}“", "''{}''"]),
    st.lists(st.sampled_from(["we", "go", "on,", "Ada", "said", "that", "no."]), min_size=10),
    SENTENCES,
).map(lambda one: f"{one[0]} {one[1].format(' '.join(one[2]))} {one[3]}")
"""A long quotation in marks among other words and marks."""

Tagger = Callable[[Document], Iterable[Quotation]]
by_each_tagger = pytest.mark.parametrize(
    "tagger", [tagging.tag, rules.tag], ids=["as shipped", "rules alone"]
)


@by_each_tagger
@given(text=TEXTS)
def test_every_span_lies_in_its_article_and_in_order(tagger: Tagger, text: str) -> None:
    for statement in extract(Article(text), tagger):
        assert statement.content
        for spans in (statement.content, statement.cue, statement.source, statement.hedges):
            assert all(span.end <= len(text) for span in spans)
            assert all(one.end <= other.start for one, other in pairwise(spans))
        assert all(statement.context.holds(span) for span in statement.content)


@by_each_tagger
@given(text=TEXTS)
def test_a_speaker_comes_with_evidence_and_a_short_name(tagger: Tagger, text: str) -> None:
    for statement in extract(Article(text), tagger):
        if statement.speaker:
            assert statement.evidence is not Evidence.NONE
            assert 0 < len(statement.speaker.name) <= 80


@by_each_tagger
@given(text=TEXTS)
@example("“ 1 0 `` SAID")
def test_no_words_are_told_twice_in_marks(tagger: Tagger, text: str) -> None:
    direct = [s for s in extract(Article(text), tagger) if s.kind is Kind.DIRECT]
    starts = [span.start for statement in direct for span in statement.content]
    assert len(starts) == len(set(starts))


@given(QUOTED)
def test_no_long_quotation_in_closed_marks_vanishes(text: str) -> None:
    told = [span for statement in extract(Article(text)) for span in statement.content]
    for stretch in document(text).stretches:
        inside = stretch.inside
        if stretch.closed and len(inside.of(text).split()) >= 10:
            assert any(one.start < inside.end and inside.start < one.end for one in told)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=4))
def test_any_tagger_will_do(text: str, places: list[tuple[int, int]]) -> None:
    def tag(document: Document) -> Iterable[Quotation]:
        for start, length in places:
            if start + length <= len(document.text):
                span = (Span(start, start + length),)
                yield Quotation(span, cue=span, source=span)

    for statement in extract(Article(text), tag):
        assert isinstance(statement, Statement)


def _letters(number: int) -> str:
    """A word for each number, without a digit."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


LONG = {
    "double marks": '"' * 200_000,
    "curly marks": "“" * 200_000,
    "lone single marks": "' " * 100_000,
    "nested and unclosed": "“a ‘b “c ‘" * 5_000,
    "unclosed paragraphs": "“a b c\n" * 20_000,
    "one line": "word " * 100_000,
    "one word": "a" * 500_000,
    "one cue after another": "Smith said that " * 10_000,
    "one name after another": "Ada Birch " * 10_000,
    "one speaker all through": "“We go on,” said Ada Birch.\n" * 5_000,
    "many speakers": "".join(f"“We go,” said Bo Ash{n}. He said no.\n" for n in range(2_000)),
    "blank lines": "\n" * 500_000,
    "labels": "SMITH: Yes.\n" * 5_000,
    "labels of two words": "BOB HILL: hi\n" * 5_000,
    "one capital": "A" * 500_000,
    "capitals and stops": "A." * 250_000,
    "words in capitals": "AB " * 100_000,
    "a rule of dashes": "DUNMORE" + "-" * 200_000,
    "dashes apart": "DUNMORE" + " -" * 200_000,
    "one surname, many first names": "".join(
        f"“We go,” said Bo{_letters(n)} Ash. Ash said he was “tired.”\n" for n in range(2_000)
    ),
    "one first name, many middle ones": "".join(
        f"“We go,” said Bo {_letters(n).title()} Ash. Mr Ash left.\n" for n in range(2_000)
    ),
    "one role, many people": "".join(
        f"Mayor Bo{_letters(n)} Ash came. “We go,” the mayor said.\n" for n in range(2_000)
    ),
    "nobody named again": "“We go on,” said Ada Birch.\n" + "“We all go on.”\n" * 10_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_text_comes_to_an_end_by_rules(text: str) -> None:
    extract(Article(text), rules.tag)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_the_beginning_of_long_text_comes_to_an_end(text: str) -> None:
    extract(Article(text[:1000]))
