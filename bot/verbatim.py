"""Words as they may be shown: slices of the stored article, checked each time.

This is the one place that makes `Words`; a page may cut them in two but never write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.cards import Words
from bot.sentences import sentence
from store.errors import AlteredText
from store.extraction.paragraphs import paragraphs
from store.model import Evidence, Kind, Match, Polarity, Span, Statement
from store.words import folded, negations


def words(match: Match) -> tuple[Words, ...]:
    """What *match* may show of its statement, one to a paragraph or to a piece.

    Raises AlteredText where the article no longer says what was written down at loading.
    A fragment comes with its clause, in the article's own wording, so that no "not" is lost.
    """
    text, statement = match.article.text, match.statement
    _check(text, match)
    clause = _clause(text, statement)
    if clause is None:
        marks = statement.kind is Kind.DIRECT
        return tuple(Words(span.of(text), marks=marks) for span in statement.content)
    return tuple(Words(part.of(text), marks=False) for part in _paragraphs(text, clause))


def context(match: Match) -> tuple[Words, ...]:
    """The paragraph around what *match* says, and before it the one in which a name may stand.

    Raises AlteredText as `words` does.
    """
    text, statement = match.article.text, match.statement
    _check(text, match)
    whole = statement.context
    around = paragraphs(text)
    inside = [n for n, one in enumerate(around) if one.end > whole.start and one.start < whole.end]
    first = max(inside[0] - (statement.evidence in _NAMED_BEFORE), 0)
    return tuple(Words(one.of(text), marks=False) for one in around[first : inside[-1] + 1])


def compared(text: str) -> Words:
    """A quotation that was checked, with what differs from the record told in it."""
    return Words(text, marks=False)


_NAMED_BEFORE = frozenset((Evidence.PRONOUN, Evidence.CARRIED_OVER))


def _check(text: str, match: Match) -> None:
    if tuple(span.of(text) for span in match.statement.content) != match.words or not match.words:
        raise AlteredText(
            f"the words of statement {match.id} are no longer those of its article: withheld"
        )


def _clause(text: str, statement: Statement) -> Span | None:
    """What must be shown so that the content is not misread; None where it stands by itself."""
    first, last = statement.content[0].start, statement.content[-1].end
    whole = sentence(text, statement.context, first, last)
    if _turned(text, statement, whole):
        return whole
    if statement.kind is Kind.DIRECT:
        return (
            None if _complete(text[whole.start : first], statement.content[0].of(text)) else whole
        )
    if not statement.cue:
        return whole
    cue = statement.cue[0]
    if cue.end <= first:
        if not any(map(str.isalpha, cue.of(text))):  # after a name a colon may be all of it
            return None if statement.polarity is Polarity.ASSERTS else whole
        introduced = statement.polarity is Polarity.ASSERTS and _INTRODUCED.search(
            text, cue.end, first
        )
        return None if introduced else Span(cue.start, last)
    return None if statement.polarity is Polarity.ASSERTS else whole


_INTRODUCED = re.compile(r"(?:\b(?:that|how|why)|[,:])\s*$")
_HELD_BACK = re.compile(
    r"\b(?:refus|declin|fail|stop|forb|avoid|deny|denied|denies)", re.IGNORECASE
)
_BREAKS = re.compile(r"[,;:()–—\"“”]")


def _turned(text: str, statement: Statement, whole: Span) -> bool:
    """Whether a "not" stands with the cue, outside of the content: "did not say that …"."""
    if not statement.cue:
        return False
    first, last = statement.content[0].start, statement.content[-1].end
    cue = statement.cue[0]
    before = _BREAKS.split(text[whole.start : cue.start])[-1] if cue.end <= first else ""
    between = text[cue.start : first] if cue.end <= first else text[last : cue.end]
    around = before + between
    held_back = statement.polarity is Polarity.ASSERTS and _HELD_BACK.search(around)
    return bool(negations(folded(around)) or held_back)


def _complete(before: str, content: str) -> bool:
    """Whether a direct *content* is a sentence or clause of its own after what stands *before*."""
    letters = [character for character in content if character.isalpha()]
    lead = before.rstrip(" \t\n\"“„«‘'(")
    return not (letters and letters[0].islower()) and (not lead or lead[-1] in ",:;.!?…–—-”’»")


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    for found in re.finditer(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*$)", span.of(text), re.DOTALL):
        yield Span(span.start + found.start(), span.start + found.end())
