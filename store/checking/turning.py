"""A fragment whose words stand, but not what the sentence around it makes of them.

Who writes that somebody admitted “any involvement”, which was denied, has altered it.
"""

from __future__ import annotations

from store.checking.comparing import Comparison
from store.checking.pasted import Pasted
from store.checking.records import denial
from store.checking.verdicts import Edit, Piece
from store.checking.words import says_no
from store.model import Polarity, Span, Statement


def turned(comparison: Comparison, text: str, pasted: Pasted) -> Piece | None:
    """The "not" around a fragment that only the article or only the *text* has.

    A whole sentence says yes or no by itself, and of a fragment that was pasted alone nobody
    knows what was to be made of it.
    """
    statement = comparison.record.matches[0].statement
    article = comparison.record.text
    cut = _is_fragment(article, statement.content[0])
    if not pasted.statement or not (cut or _is_fragment(text, pasted.spans[0])):
        return None
    before = denial(article, statement.context, statement.content[0].start) if cut else None
    theirs = _denying(statement) or before
    ours = _denying(pasted.statement) or pasted.denial
    if theirs and not ours:
        return Piece(Edit.DROPPED, theirs.of(article))
    if ours and not theirs and not _says_no(comparison):
        return Piece(Edit.ADDED, ours.of(text))
    return None


def _denying(statement: Statement) -> Span | None:
    return statement.cue[0] if statement.cue and statement.polarity is Polarity.DENIES else None


def _is_fragment(text: str, span: Span) -> bool:
    first = next((letter for letter in span.of(text) if letter.isalpha()), "")
    return first.islower()


def _says_no(comparison: Comparison) -> bool:
    """Whether the record has a "not" of its own before what is quoted."""
    first = next((s.said.number for s in comparison.steps if s.edit is Edit.KEPT and s.said), 0)
    sentence = comparison.record.said[first].sentence
    before = [one for one in comparison.record.said[:first] if one.sentence == sentence]
    return bool(says_no(one.word.key for one in before))
