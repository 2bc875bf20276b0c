"""What is found about a quotation: whether it stands, and how it differs from the record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from store.model import Match, Person, Span


class Standing(StrEnum):
    """How a quotation stands against what is on record."""

    VERBATIM = "verbatim"
    PARTIAL = "partial"  # its words stand, but words around or between them were left out
    REPORTED = "only reported"  # they stand, but as the article's words, outside of any marks
    ALTERED = "altered"
    ANOTHER_SPEAKER = "another speaker"  # its words stand, but somebody else said them
    NOT_FOUND = "not found"


class Edit(StrEnum):
    """What was done to some words on the way from the record to the quotation."""

    KEPT = "kept"
    LEFT_OUT = "left out"  # where an editor's mark says so, or before and after what is quoted
    DROPPED = "dropped"  # on record, and missing without a mark
    ADDED = "added"  # not on record here
    REPLACED = "replaced"  # what an editor's bracket stands for
    PUT = "put"  # that bracket


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and what was done to them.

    The *words* are a slice of the text pasted where they were ADDED or PUT, else of the article.
    """

    edit: Edit
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is on record of one quotation in a text that was pasted.

    *quotation* is where its words are in that text, in order; several spans where it is broken
    off to say who speaks. *speaker* is whom the text names. Where it is not NOT_FOUND, *matches*
    are the statements it is from, the one with most of it first, and *pieces* lead from their
    words to the quotation's.
    """

    quotation: tuple[Span, ...]
    standing: Standing
    speaker: str | None = None
    matches: tuple[Match, ...] = ()
    pieces: tuple[Piece, ...] = ()
    another: bool = False
    """Whether who said it on record is not the *speaker*, however its words stand."""
    out_of_context: bool = False
    """Whether they stand on record as another's words, or as what is not so."""
    others: tuple[Person, ...] = ()
    """Whom of the same surname the text may mean as well as who said it on record."""
