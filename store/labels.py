"""Transcripts: a label is all that says who speaks, and what follows are the words as spoken."""

from __future__ import annotations

from store.model import Kind, Statement

_ENDS = (":", ".", "**")  # what a transcript puts after the name of whoever speaks


def labelled(text: str, statement: Statement) -> bool:
    """Whether a label at the start of a line is all that says who speaks: "Q: Why?"."""
    if statement.kind is Kind.DIRECT or not (statement.source and statement.cue):
        return False
    start, cue = statement.source[0].start, " ".join(span.of(text) for span in statement.cue)
    opens = text[:start].rstrip("*").endswith(("\n", "\r")) or not text[:start].strip("* ")
    return opens and cue in _ENDS
