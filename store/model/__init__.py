"""What passes between the rooms: articles, statements, queries and matches."""

from __future__ import annotations

from store.model.found import Holdings, Match, Outside, Person, Query, Reason
from store.model.loads import Became, Came, Change, Load, Loaded
from store.model.posted import Gone, Message, Shown, Stale
from store.model.reports import Outcome, Report, Ruling, Settlement
from store.model.statements import (
    Article,
    Correction,
    Evidence,
    Kind,
    Polarity,
    Quotation,
    Relation,
    Revision,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Via,
)

__all__ = [
    "Article",
    "Became",
    "Came",
    "Change",
    "Correction",
    "Evidence",
    "Gone",
    "Holdings",
    "Kind",
    "Load",
    "Loaded",
    "Match",
    "Message",
    "Outcome",
    "Outside",
    "Person",
    "Polarity",
    "Query",
    "Quotation",
    "Reason",
    "Relation",
    "Report",
    "Revision",
    "Ruling",
    "Settlement",
    "Shown",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stale",
    "Statement",
    "Via",
]
